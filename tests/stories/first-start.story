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
> ?
  Keys                                                                / search

  Enter Space              study                                               ┃
  a                        study all                                           ┃
  b /                      browse                                              ┃
  p                        plan                                                ┃
  n                        new card                                            ┃
  ↓ j ↑ k                  move                                                ┃
  i                        mock interview                                      ┃
  PgDn Ctrl-D PgUp Ctrl-U  page                                                ┃
  Home g End G             first, last                                         ┃
  L                        中文                                                ┃
  m                        mouse on, off                                       ┃
  s                        statistics                                          ┃
  ,                        settings                                            ┃
  : Ctrl-P                 all actions                                         ┃
  h                        manual                                              ┃
  ?                        help                                                ┃
  q Esc Ctrl-C             quit                                                ┃
  Ctrl-L                   redraw                                              ┃
  Ctrl-Z                   to the shell (fg returns)                           ┃
                                                                               ┃
  Your own notes: backprop import NOTES.md keeps them, backprop study NOTES.md │
  ? help  q back
> Esc Enter
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space
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
> PgDn
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ───────────────────────────────────────────────────────────── 17–33 of 34 ──
  ▪ Midpoint argument: Take an optimum in which two units differ and average   │
    it with its swapped copy. The two units now have identical incoming        │
    weights, so the network behaves like one with a unit fewer. If that        │
    smaller network cannot reach the minimum, the midpoint has strictly higher │
    loss, which contradicts convexity.                                         │
  ▪ Smallest example: A linear network with two weights fitting x = 1, y = 1   │
    has the loss L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1  │
    at their midpoint (0,0): multiplying weights is enough to destroy          │
    convexity.                                                                 ┃
  ▪ Where convexity does hold: Squared error and cross-entropy (as a function  ┃
    of the logits) are convex in the network's output, so linear and logistic  ┃
    regression, which have no hidden layer, are convex problems. The non-      ┃
    convexity comes from the map from parameters to output.                    ┃
  ▪ What it means in practice: Gradient descent has no guarantee of a global   ┃
    optimum. In high dimensions, saddle points and plateaus are usually more   ┃
    common than poor local minima, and the copies created by symmetry do no    ┃
    harm. Over-parameterisation, good initialisation, momentum and the noise   ┃

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> 3
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> u
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
  Undone: Good · Why is the loss of a neural network non-convex?
