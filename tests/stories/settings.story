size 80x24
lang en
> ,
  Settings                                                         config.toml

  > New cards a day                                                     ← 20 → ┃
    Reviews a day                                                        200   ┃
    Desired retention                                                   0.90   ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
    Track                                                         everything   ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  How many cards may be seen for the first time on one day.

  d type it  → next value  ← lower  ? help  q back  : all actions
> Right Right
  Settings                                                         config.toml

  > New cards a day                                                     ← 30 → ┃
    Reviews a day                                                        200   ┃
    Desired retention                                                   0.90   ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
    Track                                                         everything   ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  How many cards may be seen for the first time on one day.

  d type it  → next value  ← lower  ? help  u undo  q back  : all actions
> Down Down Right Right
  Settings                                                         config.toml

    New cards a day                                                       30   ┃
    Reviews a day                                                        200   ┃
  > Desired retention                                                 ← 0.92 → ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
    Track                                                         everything   ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  A card comes back when the probability of recall falls to this. Higher means
  more work.
  d type it  → next value  ← lower  ? help  u undo  q back  : all actions
> u
  Settings                                                         config.toml

    New cards a day                                                       30   ┃
    Reviews a day                                                        200   ┃
  > Desired retention                                                 ← 0.91 → ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
    Track                                                         everything   ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  A card comes back when the probability of recall falls to this. Higher means
  more work.
  Undone: Desired retention
> U
  Settings                                                         config.toml

    New cards a day                                                       30   ┃
    Reviews a day                                                        200   ┃
  > Desired retention                                                 ← 0.92 → ┃
    Learning steps                                                    1m 10m   ┃
    Relearning steps                                                     10m   ┃
    Maximum interval                                                   36500   ┃
    Day starts at                                                          4   ┃
    Siblings apart                                                        on   ┃
    Track                                                         everything   ┃
    Decks switched off                                                     –   ┃
    Space grades                                                          on   ┃
    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │

  A card comes back when the probability of recall falls to this. Higher means
  more work.
  Done again: Desired retention
> End Up x9 Right Right
  Settings                                                         config.toml

    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │
    Mode                                                              recall   ┃
  > Modes of decks                                                       ← – → ┃
    Ask how sure                                                         off   ┃
    Clock                                                                 on   ┃
    Keep answers                                                          on   ┃
    Grader                                                                 –   ┃
    Input of the grader                                                 json   ┃
    Grader's time                                                         60   ┃
    Editor                                                                 –   ┃
    Browser                                                                –   ┃
    Python                                                                 –   ┃


  Modes of decks:
  Enter accept  Esc back
> Up Right Right
  Settings                                                         config.toml

    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │
    Mode                                                              recall   ┃
  > Modes of decks                                                       ← – → ┃
    Ask how sure                                                         off   ┃
    Clock                                                                 on   ┃
    Keep answers                                                          on   ┃
    Grader                                                                 –   ┃
    Input of the grader                                                 json   ┃
    Grader's time                                                         60   ┃
    Editor                                                                 –   ┃
    Browser                                                                –   ┃
    Python                                                                 –   ┃


  Modes of decks:
  Enter accept  Esc back
> Up Right Right
  Settings                                                         config.toml

    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │
    Mode                                                              recall   ┃
  > Modes of decks                                                       ← – → ┃
    Ask how sure                                                         off   ┃
    Clock                                                                 on   ┃
    Keep answers                                                          on   ┃
    Grader                                                                 –   ┃
    Input of the grader                                                 json   ┃
    Grader's time                                                         60   ┃
    Editor                                                                 –   ┃
    Browser                                                                –   ┃
    Python                                                                 –   ┃


  Modes of decks:
  Enter accept  Esc back
> Esc
  Settings                                                         config.toml

    Language                                                            auto   │
    Theme                                                               auto   │
    Images                                                              auto   │
    Hyperlinks                                                          auto   │
    Mouse                                                                 on   │
    Borders                                                             auto   │
    Ask for the background                                              auto   │
    Mode                                                              recall   ┃
  > Modes of decks                                                       ← – → ┃
    Ask how sure                                                         off   ┃
    Clock                                                                 on   ┃
    Keep answers                                                          on   ┃
    Grader                                                                 –   ┃
    Input of the grader                                                 json   ┃
    Grader's time                                                         60   ┃
    Editor                                                                 –   ┃
    Browser                                                                –   ┃
    Python                                                                 –   ┃

  Decks that are asked in a mode of their own; written in the file.

  d type it  → next value  ? help  u undo  q back  : all actions
> :
  All actions
  :
  > undo                                                              u Ctrl-R ┃
    mouse on, off                                                            m ┃
    next value                                                 → Enter Space l ┃
    type it                                                                  d ┃
    back                                                       q Esc Backspace ┃
    all actions                                                       : Ctrl-P ┃
    help                                                                     ? ┃
    redraw                                                              Ctrl-L │
    suspend to the shell (fg resumes)                                   Ctrl-Z │
    quit                                                                Ctrl-C │
    home                                                                screen │
    study all                                                           screen │
    browse                                                              screen │
    mock interview                                                      screen │
    plan                                                                screen │
    after the interview                                                 screen │
    cram sheet                                                          screen │
    statistics                                                          screen │
    new card                                                            screen │
    manual                                                              screen │
    import notes                                                       command │
  Enter accept  Esc back
> b r o
  All actions
  : bro
  > browse                                                              screen
    Browser                                                           settings
    Ask for the background                                            settings


















  Enter accept  Esc back
> Enter
  Cards                         all · best fit · all 48, 25 of them follow-ups
  / to search question and answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What kind of point is the origin of (1 − uv)²?                         new ┃
    What is the idea of backpropagation?                                   new ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
    How do you choose the batch size?                                      new ┃
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
