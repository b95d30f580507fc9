size 80x24
lang en
>
  backprop                                                          2026-11-22
  flashcards for deep-learning interviews

  Today  20 new   about 15 min

    deck                                            new  learning   due  cards
  > Deep learning interview basics                   20         0     0     23









  Enter studies: read, answer aloud, show the answer, grade yourself. Saved at
  once; u takes it back.
  b finds any card, to change it, suspend it or set when it comes back. L is
  中文, : lists everything that can be done, ? the keys.
  Your own notes: backprop import NOTES.md keeps them, backprop study NOTES.md
  just reads them.

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> @10,6 # the deck under the cursor
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> @6,23 # the key bar: show answer
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 34 ──
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    ┃
  gives a different parameter vector with exactly the same loss, yet the       ┃
  midpoint between the two is usually worse. A convex function does not allow  ┃
  that, so the loss is non-convex in the parameters.                           ┃
                                                                               ┃
  ▪ Definition of convexity: L is convex if                                    ┃
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         ┃
    λ ∈ [0,1]. A convex function may have several minimisers, but together     ┃
    they form a convex set; so finding two equally good optima proves nothing  │
    until you look at the midpoint.                                            │
  ▪ Permutation symmetry: Swap two units of a hidden layer together with their │
    incoming and outgoing weights, and the network computes the same function. │
    A layer of n units has n! equivalent orderings; with tanh, each unit can   │
    also flip the sign of its incoming weights, bias and outgoing weights      │
    together.                                                                  │
  ▪ Midpoint argument: Take an optimum in which two units differ and average   │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> @32,22 # the grade good
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> @60,10 # nothing is there
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Esc b @20,8 # a row moves the cursor
  Cards                                              all · best fit · 23 of 23
  / words in question or answer, deck:name topic:word is:due

    Why is the loss of a neural network non-convex?                     in 10m ┃
    What is the idea of backpropagation?                                   new ┃
    How do you choose the batch size?                                      new ┃
    How should parameters be initialised?                                  new ┃
    What are the hyper-parameters in deep learning, and which matter most? new ┃
  > What tricks are there for training and tuning?                         new ┃
    Why does dropout reduce overfitting?                                   new ┃
    What is the idea of batch normalisation?                               new ┃
    Why were CNNs introduced?                                              new ┃
    What are the advantages of CNNs?                                       new ┃
    What is pooling for?                                                   new ┃
    When do you use local-conv (locally connected, weights not shared), a… new ┃
    What are the common problems of CNNs, and how are they solved?         new ┃
    CNNs are most successful in computer vision. Why can many NLP and spe… new ┃
    Which CNNs are commonly used, and what is the innovation of each clas… new ┃
    Why were RNNs introduced, and how do they work?                        new ┃
    What are the weaknesses of RNNs, and what helps?                       new │
    What is the core idea of an LSTM, and what are its steps?              new │
    How does an LSTM deal with vanishing and exploding gradients?          new │

  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> @20,8 # the row under the cursor opens
  Details                                                        tuning-tricks

  What tricks are there for training and tuning?                               ┃
  Optimisation and training                                                    ┃
                                                                               ┃
  Never reviewed.                                                              ┃
                                                                               ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  First prove the pipeline correct (it can overfit a small batch), then find   ┃
  the learning rate, then read the training and validation curves to tell      ┃
  underfitting from overfitting; change one thing at a time and record every   ┃
  experiment.                                                                  ┃
                                                                               ┃
  ▪ Check first: Look at samples and labels with your own eyes; check that the │
    initial loss is plausible (about ln K for K balanced classes with softmax  │
    cross-entropy); with regularisation and augmentation off, a few dozen      │
    samples should be learnable to a loss near 0, and if not, the code most    │
    likely has a bug.                                                          │
  ▪ Prepare the data: Standardise inputs with the mean and standard deviation  │
    of the training set and reuse them for validation and test; shuffle every  │
    epoch; augment in ways that keep the label; resample or reweight           │
    imbalanced classes.                                                        │
  ▪ Learning-rate strategy: Find the largest rate that does not diverge with a │
  ? help  q back  : all actions  A asked in an interview
> Esc Tab @20,12 # a filter
  Cards                         Optimisation and training · best fit · 6 of 23
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                     in 10m
    What is the idea of backpropagation?                                   new
    How do you choose the batch size?                                      new
    How should parameters be initialised?                                  new
    What are the hyper-parameters in deep learning, and which matter most? new
    What tricks are there for training and tuning?                         new














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
  > Language                                                          ← auto → ┃
    Theme                                                               auto   ┃
    Images                                                              auto   ┃
    Hyperlinks                                                          auto   ┃
    Mouse                                                                 on   ┃
    Borders                                                             auto   ┃
    Ask for the background                                              auto   ┃
    Mode                                                              recall   │
    Modes of decks                                                         –   │
    Ask how sure                                                         off   │

  The language of the program.

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
  > Language                                                            ← en → ┃
    Theme                                                               auto   ┃
    Images                                                              auto   ┃
    Hyperlinks                                                          auto   ┃
    Mouse                                                                 on   ┃
    Borders                                                             auto   ┃
    Ask for the background                                              auto   ┃
    Mode                                                              recall   │
    Modes of decks                                                         –   │
    Ask how sure                                                         off   │

  The language of the program.

  → next value  ← value before  ? help  q back
