size 80x24
lang en
set confidence on
study
> Space
  Deep learning interview basics ›… How sure are you? · 0 done · 20 cards left

  Why is the loss of a neural network non-convex?



















  1 No idea    2 Unsure    3 Fairly sure    4 Sure
  1 No idea  2 Unsure  3 Fairly sure  4 Sure  ? help  u undo  q back
> Esc
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space 3
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
