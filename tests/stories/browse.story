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
> b
  Cards                                              all · best fit · 23 of 23
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What is the idea of backpropagation?                                   new ┃
    How do you choose the batch size?                                      new ┃
    How should parameters be initialised?                                  new ┃
    What are the hyper-parameters in deep learning, and which matter most? new ┃
    What tricks are there for training and tuning?                         new ┃
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
> / b a t c h
  Cards                                               all · best fit · 6 of 23
  / batch

  > How do you choose the batch size?                                      new
    What is the idea of batch normalisation?                               new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new
    What tricks are there for training and tuning?                         new
    What are the common problems of CNNs, and how are they solved?         new














  Enter accept  Esc back
> Enter
  Cards                                               all · best fit · 6 of 23
  / batch

  > How do you choose the batch size?                                      new
    What is the idea of batch normalisation?                               new
    What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new
    What tricks are there for training and tuning?                         new
    What are the common problems of CNNs, and how are they solved?         new














  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> Space Space s
  Cards                                    2 marked · all · best fit · 6 of 23
  / batch

   *How do you choose the batch size?                                suspended
   *What is the idea of batch normalisation?                         suspended
  > What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new
    What tricks are there for training and tuning?                         new
    What are the common problems of CNNs, and how are they solved?         new














  suspend, resume: 2 cards
> u
  Cards                                    2 marked · all · best fit · 6 of 23
  / batch

   *How do you choose the batch size?                                      new
   *What is the idea of batch normalisation?                               new
  > What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new
    What tricks are there for training and tuning?                         new
    What are the common problems of CNNs, and how are they solved?         new














  undo: 2 cards
> d 3 Enter
  Cards                                    2 marked · all · best fit · 6 of 23
  / batch

   *How do you choose the batch size?                                      new
   *What is the idea of batch normalisation?                               new
  > What is the idea of backpropagation?                                   new
    What are the hyper-parameters in deep learning, and which matter most? new
    What tricks are there for training and tuning?                         new
    What are the common problems of CNNs, and how are they solved?         new














  set due: 0 cards
> Esc Tab Down Enter
  Cards                                   2 marked · new · best fit · 23 of 23
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What is the idea of backpropagation?                                   new ┃
   *How do you choose the batch size?                                      new ┃
    How should parameters be initialised?                                  new ┃
    What are the hyper-parameters in deep learning, and which matter most? new ┃
    What tricks are there for training and tuning?                         new ┃
    Why does dropout reduce overfitting?                                   new ┃
   *What is the idea of batch normalisation?                               new ┃
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
> Tab d e e p Enter Tab Down x4 Enter
  Cards  2 marked · hard · Deep learning interview basics · best fit · 0 of 23
  / words in question or answer, deck:name topic:word is:due

  No card fits.



















  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> Esc
  Cards                                   2 marked · all · best fit · 23 of 23
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What is the idea of backpropagation?                                   new ┃
   *How do you choose the batch size?                                      new ┃
    How should parameters be initialised?                                  new ┃
    What are the hyper-parameters in deep learning, and which matter most? new ┃
    What tricks are there for training and tuning?                         new ┃
    Why does dropout reduce overfitting?                                   new ┃
   *What is the idea of batch normalisation?                               new ┃
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
> i
  Details                                                      non-convex-loss

  Why is the loss of a neural network non-convex?                              ┃
  Optimisation and training                                                    ┃
                                                                               ┃
  Never reviewed.                                                              ┃
                                                                               ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    ┃
  gives a different parameter vector with exactly the same loss, yet the       ┃
  midpoint between the two is usually worse. A convex function does not allow  ┃
  that, so the loss is non-convex in the parameters.                           ┃
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         │
    λ ∈ [0,1]. A convex function may have several minimisers, but together     │
    they form a convex set; so finding two equally good optima proves nothing  │
    until you look at the midpoint.                                            │
  ▪ Permutation symmetry: Swap two units of a hidden layer together with their │
    incoming and outgoing weights, and the network computes the same function. │
    A layer of n units has n! equivalent orderings; with tanh, each unit can   │
    also flip the sign of its incoming weights, bias and outgoing weights      │
  ? help  u undo  q back  : all actions  A asked in an interview  N your note
