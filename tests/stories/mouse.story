size 80x24
lang en
>
  backprop                                                          2026-11-22
  flashcards for deep-learning interviews

  Today  20 new   about 15 min

    deck                                            new  learning   due  cards
  > Deep learning interview basics                   20         0     0     48









  Enter studies: read, answer aloud, show the answer, grade yourself. Saved at
  once; u takes it back.
  b finds any card, to change it, suspend it or set when it comes back. L is
  中文, : lists everything that can be done, ? the keys.
  Your own notes: backprop import NOTES.md keeps them, backprop study NOTES.md
  just reads them.

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> @10,6 # the deck under the cursor
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left
                                                                          1:20
  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> @6,23 # the key bar: show answer
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 20 ──
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
  ▪ Definition of convexity: L is convex if                                    ┃
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its     ┃
    minimisers then form a convex set.                                         ┃
  ▪ Permutation symmetry: Swapping two hidden units with their incoming and    ┃
    outgoing weights leaves the function as it was, so a layer of n units has  ┃
    n! equivalent orderings.                                                   ┃
  ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two    ┃
    units identical; if one unit fewer cannot reach the minimum, the midpoint  ┃
    has a strictly higher loss.                                                ┃
  ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 ┃
    at their midpoint (0,0).                                                   │
  ▪ Where convexity holds: Squared error and cross-entropy are convex in the   │
    network's outputs (the logits), so without hidden layers, as in logistic   │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  t tick by digit  + more  ? help  u undo  q back  L 中文  s suspend  b bury
> @32,22 # the grade good
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left
                                                                          1:20
  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> @60,10 # nothing is there
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left
                                                                          1:20
  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Esc b @20,8 # a row moves the cursor
  Cards                                              all · best fit · 48 of 48
  / words in question or answer, deck:name topic:word is:due

    Why is the loss of a neural network non-convex?                     in 10m ┃
    What kind of point is the origin of (1-uv)^2?                          new ┃
    What is the idea of backpropagation?                                   new ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
  > How do you choose the batch size?                                      new ┃
    Which figure says that a batch is too large?                           new ┃
    How should parameters be initialised?                                  new ┃
    And a Transformer?                                                     new │
    What are the hyper-parameters in deep learning, and which matter most? new │
    Why does random search beat a grid at the same budget?                 new │
    What tricks are there for training and tuning?                         new │
    With 10 classes the first loss is 23. What is wrong?                   new │
    Why does dropout reduce overfitting?                                   new │
    Do large language models use it?                                       new │
    What is the idea of batch normalisation?                               new │
    What takes its place in Transformers?                                  new │
    May mean and variance be treated as constants in the backward pass?    new │
    Why were CNNs introduced?                                              new │

  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> @20,8 # the row under the cursor opens
  Details                                                           batch-size

  How do you choose the batch size?                                            ┃
  Optimisation and training                                                    ┃
                                                                               ┃
  Never reviewed.                                                              ┃
                                                                               ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  A mini-batch that memory and throughput allow: in vision often 32 to some    ┃
  thousand examples, in language models up to millions of tokens. Full batches ┃
  and single examples rarely pay; the learning rate is retuned with the size.  ┃
                                                                               ┃
  ▪ Full batch: It gives the exact gradient of the training loss, but only one ┃
    update for each pass over the data.                                        ┃
  ▪ Single example: The gradient is unbiased but noisy; with rates that        │
    satisfy ∑ ηₜ = ∞ and ∑ ηₜ² < ∞ it still converges under the usual          │
    assumptions.                                                               │
  ▪ Averaging: The mean gradient of B examples has a standard deviation that   │
    falls as 1/√B, while the computation grows as B.                           │
  ▪ Hardware: Up to some size a larger batch takes hardly more time, because   │
    single examples leave a GPU waiting for memory.                            │
  ▪ Generalisation: Very large batches often generalise worse unless rate,     │
    warm-up and number of steps are retuned; whether sharp minima are the      │
  ? help  u undo  q back  : all actions  A asked in an interview  N your note
> Esc Tab @20,12 # a filter
  Cards                        Optimisation and training · best fit · 13 of 48
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                     in 10m
    What kind of point is the origin of (1-uv)^2?                          new
    What is the idea of backpropagation?                                   new
    Why twice the forward pass?                                            new
    How can the memory for activations be reduced?                         new
    How do you choose the batch size?                                      new
    Which figure says that a batch is too large?                           new
    How should parameters be initialised?                                  new
    And a Transformer?                                                     new
    What are the hyper-parameters in deep learning, and which matter most? new
    Why does random search beat a grid at the same budget?                 new
    What tricks are there for training and tuning?                         new
    With 10 classes the first loss is 23. What is wrong?                   new







  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> Esc Esc Esc , @20,10 # a setting
  Settings                                                         config.toml

    New cards a day                                                       20   ┃
    Reviews a day                                                        200   ┃
    Desired retention                                                   0.90   ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Longest interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
  > Track                                                       ← everything → ┃
    Language                                                            auto   ┃
    Theme                                                               auto   ┃
    Images                                                              auto   ┃
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │
    Mode                                                              recall   │
    Modes of decks                                                         –   │

  The kind of position you prepare for; cards for other positions are left out
  everywhere.
  → next value  ← value before  ? help  q back
> @20,10
  Settings                                                         config.toml

    New cards a day                                                       20   ┃
    Reviews a day                                                        200   ┃
    Desired retention                                                   0.90   ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Longest interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
  > Track                                                              ← llm → ┃
    Language                                                            auto   ┃
    Theme                                                               auto   ┃
    Images                                                              auto   ┃
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │
    Mode                                                              recall   │
    Modes of decks                                                         –   │

  The kind of position you prepare for; cards for other positions are left out
  everywhere.
  → next value  ← value before  ? help  q back
