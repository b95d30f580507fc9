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
> b
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
> / b a t c h
  Cards                                               all · best fit · 6 of 48
  / batch

  > How do you choose the batch size?                                      new
    Which figure says that a batch is too large?                           new
    What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  Enter accept  Esc back  Ctrl-P all actions
> Enter
  Cards                                               all · best fit · 6 of 48
  / batch

  > How do you choose the batch size?                                      new
    Which figure says that a batch is too large?                           new
    What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  / search  Tab filter  ? help  Enter study this one  q back  o order  f flag
> Space Space s
  Cards                                    2 marked · all · best fit · 6 of 48
  / batch

   *How do you choose the batch size?                                suspended
   *Which figure says that a batch is too large?                     suspended
  > What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  suspend: 2 cards
> u
  Cards                                    2 marked · all · best fit · 6 of 48
  / batch

   *How do you choose the batch size?                                      new
   *Which figure says that a batch is too large?                           new
  > What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  Undone: suspend · 2 cards
> U
  Cards                                    2 marked · all · best fit · 6 of 48
  / batch

   *How do you choose the batch size?                                suspended
   *Which figure says that a batch is too large?                     suspended
  > What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  Done again: suspend · 2 cards
> u
  Cards                                    2 marked · all · best fit · 6 of 48
  / batch

   *How do you choose the batch size?                                      new
   *Which figure says that a batch is too large?                           new
  > What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  Undone: suspend · 2 cards
> d 3 Enter
  Cards                                    2 marked · all · best fit · 6 of 48
  / batch

   *How do you choose the batch size?                                      new
   *Which figure says that a batch is too large?                           new
  > What is the idea of batch normalisation?                               new
    What takes the place of batch normalisation in Transformers?           new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new














  A new card stays new: a day is set once it was answered.
> Esc Tab Down Enter
  Cards              2 marked · new · best fit · all 48, 25 of them follow-ups
  / to search question and answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What kind of point is the origin of (1 − uv)²?                         new ┃
    What is the idea of backpropagation?                                   new ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
   *How do you choose the batch size?                                      new ┃
   *Which figure says that a batch is too large?                           new ┃
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

  / search  Tab filter  ? help  Enter study these  q back  o order  i details
> Tab d e e p Enter Tab Down x4 Enter
  Cards  2 marked · hard · Deep learning interview basics · best fit · 0 of 48
  / to search question and answer, deck:name topic:word is:due

  No matching cards.



















  / search  Tab filter  ? help  Enter study these  q back  o order  f flag
> Esc
  Cards              2 marked · all · best fit · all 48, 25 of them follow-ups
  / to search question and answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What kind of point is the origin of (1 − uv)²?                         new ┃
    What is the idea of backpropagation?                                   new ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
   *How do you choose the batch size?                                      new ┃
   *Which figure says that a batch is too large?                           new ┃
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

  / search  Tab filter  ? help  Enter study these  q back  o order  i details
> i
  Details                                                      non-convex-loss

  Why is the loss of a neural network non-convex?                              ┃
  Optimisation and training                                                    ┃
                                                                               ┃
  Never reviewed.                                                              ┃
                                                                               ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
  ▪ Definition of convexity: L is convex if                                    ┃
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its     ┃
    minimisers then form a convex set.                                         │
  ▪ Permutation symmetry: Swapping two hidden units with their incoming and    │
    outgoing weights leaves the function as it was, so a layer of n units has  │
    n! equivalent orderings.                                                   │
  ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two    │
    units identical, so where one unit fewer cannot reach the minimum, the     │
    midpoint has a strictly higher loss.                                       │
  ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 │
    at their midpoint (0,0).                                                   │
  ? help  q back  : all actions  A asked in an interview  N your note
