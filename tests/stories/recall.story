size 80x24
lang en
study
> Right Right
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ─────────────────────────────────────────────────────────── 1 of 6 points ──
  Because the weights of successive layers are multiplied together and passed
  through nonlinearities, and because hidden units can be swapped: swapping
  gives a different parameter vector with exactly the same loss, yet the
  midpoint between the two is usually worse. A convex function does not allow
  that, so the loss is non-convex in the parameters.

  ›[ ] Definition of convexity: L is convex if
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all
       λ ∈ [0,1]. A convex function may have several minimisers, but together
       they form a convex set; so finding two equally good optima proves
       nothing until you look at the midpoint.







  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter show answer  ? help  u undo  q back
> Space
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ───────────────────────────────────────────────────────────── 1 of 6 said ──
  Because the weights of successive layers are multiplied together and passed
  through nonlinearities, and because hidden units can be swapped: swapping
  gives a different parameter vector with exactly the same loss, yet the
  midpoint between the two is usually worse. A convex function does not allow
  that, so the loss is non-convex in the parameters.

   [x] Definition of convexity: L is convex if
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all
       λ ∈ [0,1]. A convex function may have several minimisers, but together
       they form a convex set; so finding two equally good optima proves
       nothing until you look at the midpoint.
  ›[ ] Permutation symmetry: Swap two units of a hidden layer together with
       their incoming and outgoing weights, and the network computes the same
       function. A layer of n units has n! equivalent orderings; with tanh,
       each unit can also flip the sign of its incoming weights, bias and
       outgoing weights together.


  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter show answer  ? help  u undo  q back
> Right Space
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 2 of 6 said · 9–25 of 25 ──
       λ ∈ [0,1]. A convex function may have several minimisers, but together  │
       they form a convex set; so finding two equally good optima proves       │
       nothing until you look at the midpoint.                                 │
   [ ] Permutation symmetry: Swap two units of a hidden layer together with    │
       their incoming and outgoing weights, and the network computes the same  │
       function. A layer of n units has n! equivalent orderings; with tanh,    ┃
       each unit can also flip the sign of its incoming weights, bias and      ┃
       outgoing weights together.                                              ┃
   [x] Midpoint argument: Take an optimum in which two units differ and        ┃
       average it with its swapped copy. The two units now have identical      ┃
       incoming weights, so the network behaves like one with a unit fewer. If ┃
       that smaller network cannot reach the minimum, the midpoint has         ┃
       strictly higher loss, which contradicts convexity.                      ┃
  ›[ ] Smallest example: A linear network with two weights fitting x = 1,      ┃
       y = 1 has the loss L(u, v) = (1 − uv)². It is 0 at (1,1) and at         ┃
       (−1, −1), but 1 at their midpoint (0,0): multiplying weights is enough  ┃
       to destroy convexity.                                                   ┃

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter show answer  ? help  u undo  q back
> Enter
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 2 of 6 said · 9–25 of 35 ──
       λ ∈ [0,1]. A convex function may have several minimisers, but together  │
       they form a convex set; so finding two equally good optima proves       │
       nothing until you look at the midpoint.                                 │
   [ ] Permutation symmetry: Swap two units of a hidden layer together with    │
       their incoming and outgoing weights, and the network computes the same  ┃
       function. A layer of n units has n! equivalent orderings; with tanh,    ┃
       each unit can also flip the sign of its incoming weights, bias and      ┃
       outgoing weights together.                                              ┃
   [x] Midpoint argument: Take an optimum in which two units differ and        ┃
       average it with its swapped copy. The two units now have identical      ┃
       incoming weights, so the network behaves like one with a unit fewer. If ┃
       that smaller network cannot reach the minimum, the midpoint has         ┃
       strictly higher loss, which contradicts convexity.                      │
  ›[ ] Smallest example: A linear network with two weights fitting x = 1,      │
       y = 1 has the loss L(u, v) = (1 − uv)². It is 0 at (1,1) and at         │
       (−1, −1), but 1 at their midpoint (0,0): multiplying weights is enough  │
       to destroy convexity.                                                   │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter as suggested  ? help  u undo  q back
> Left Left x
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 3 of 6 said · 9–25 of 35 ──
       λ ∈ [0,1]. A convex function may have several minimisers, but together  │
       they form a convex set; so finding two equally good optima proves       │
       nothing until you look at the midpoint.                                 │
   [x] Permutation symmetry: Swap two units of a hidden layer together with    │
       their incoming and outgoing weights, and the network computes the same  ┃
       function. A layer of n units has n! equivalent orderings; with tanh,    ┃
       each unit can also flip the sign of its incoming weights, bias and      ┃
       outgoing weights together.                                              ┃
  ›[x] Midpoint argument: Take an optimum in which two units differ and        ┃
       average it with its swapped copy. The two units now have identical      ┃
       incoming weights, so the network behaves like one with a unit fewer. If ┃
       that smaller network cannot reach the minimum, the midpoint has         ┃
       strictly higher loss, which contradicts convexity.                      │
   [ ] Smallest example: A linear network with two weights fitting x = 1,      │
       y = 1 has the loss L(u, v) = (1 − uv)². It is 0 at (1,1) and at         │
       (−1, −1), but 1 at their midpoint (0,0): multiplying weights is enough  │
       to destroy convexity.                                                   │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter as suggested  ? help  u undo  q back
> Enter
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> u
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 3 of 6 said · 1–17 of 35 ──
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    ┃
  gives a different parameter vector with exactly the same loss, yet the       ┃
  midpoint between the two is usually worse. A convex function does not allow  ┃
  that, so the loss is non-convex in the parameters.                           ┃
                                                                               ┃
   [x] Definition of convexity: L is convex if                                 ┃
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all      ┃
       λ ∈ [0,1]. A convex function may have several minimisers, but together  │
       they form a convex set; so finding two equally good optima proves       │
       nothing until you look at the midpoint.                                 │
   [x] Permutation symmetry: Swap two units of a hidden layer together with    │
       their incoming and outgoing weights, and the network computes the same  │
       function. A layer of n units has n! equivalent orderings; with tanh,    │
       each unit can also flip the sign of its incoming weights, bias and      │
       outgoing weights together.                                              │
  ›[x] Midpoint argument: Take an optimum in which two units differ and        │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Undone: Again · Why is the loss of a neural network non-convex?
> Space 3
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> +10m
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
