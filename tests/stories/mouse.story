size 80x24
lang en
>
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        20 new   about 37 min

    deck                                   ready                  today  cards
  > Deep learning interview basics                            0%     20     23










  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> @10,6 # the deck under the cursor
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        20 new   about 37 min

    deck                                   ready                  today  cards
  > Deep learning interview basics                            0%     20     23










  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> @6,23 # the key bar: show answer
  Deep learning interview basics › Optimisation and … ────────────────  20 new
                                                                          1:20
  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode
> @32,22 # the grade good
  Deep learning interview basics › Optimisation and … ────────────────  20 new
                                                                          1:20
  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode
> @60,10 # nothing is there
  Deep learning interview basics › Optimisation and … ────────────────  20 new
                                                                          1:20
  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode
> Esc b @20,8 # a row moves the cursor
  Cards                         all · best fit · all 48, 25 of them follow-ups
  / to search question and answer, deck:name topic:word is:due

    Why is the loss of a neural network non-convex?                        new ┃
    What kind of point is the origin of (1 − uv)²?                         new ┃
    What is the idea of backpropagation?                                   new ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
  > How do you choose the batch size?                                      new ┃
    Which figure says that a batch is too large?                           new ┃
    How should parameters be initialised?                                  new ┃
    How is a Transformer initialised?                                      new │
    What are the hyper-parameters in deep learning, and which matter most? new │
    Why does random search beat a grid at the same budget?                 new │
    What tricks are there for training and tuning?                         new │
    With 10 classes the first loss is 23. What is wrong?                   new │
    Why does dropout reduce overfitting?                                   new │
    Do large language models use dropout?                                  new │
    What is the idea of batch normalisation?                               new │
    What takes the place of batch normalisation in Transformers?           new │
    May mean and variance be treated as constants in the backward pass?    new │
    Why were CNNs introduced?                                              new │

  / search  Tab filter  ? help  Enter study this one  q back  o order  f flag
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
  ? help  q back  : all actions  A asked in an interview  N your note
> Esc Tab @20,12 # a filter
  Cards                        Optimisation and training · best fit · 13 of 48
  / to search question and answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new
    What kind of point is the origin of (1 − uv)²?                         new
    What is the idea of backpropagation?                                   new
    Why twice the forward pass?                                            new
    How can the memory for activations be reduced?                         new
    How do you choose the batch size?                                      new
    Which figure says that a batch is too large?                           new
    How should parameters be initialised?                                  new
    How is a Transformer initialised?                                      new
    What are the hyper-parameters in deep learning, and which matter most? new
    Why does random search beat a grid at the same budget?                 new
    What tricks are there for training and tuning?                         new
    With 10 classes the first loss is 23. What is wrong?                   new







  / search  Tab filter  ? help  Enter study this one  q back  o order  f flag
> Esc Esc Esc , @20,10 # a setting
  Settings                                                         config.toml

    New cards a day                                                       20   ┃
    Reviews a day                                                        200   ┃
    Desired retention                                                   0.90   ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
  > Track                                                       ← everything → ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  The kind of position you prepare for; cards for other positions are left out
  everywhere.
  → next value  ← lower  ? help  q back  : all actions
> @20,10
  Settings                                                         config.toml

    New cards a day                                                       20   ┃
    Reviews a day                                                        200   ┃
    Desired retention                                                   0.90   ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
  > Track                                                              ← llm → ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  The kind of position you prepare for; cards for other positions are left out
  everywhere.
  → next value  ← lower  ? help  u undo  q back  : all actions
