size 80x24
lang en
set mode typed
study
> =Swapping_two_hidden_units_gives_the_same_function,_so_there_are_n!_copies._At_the_midpoint_the_loss_is_higher.
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────────────────────
  Swapping two hidden units gives the same function, so there are n! copies.
  At the midpoint the loss is higher.

















  Ctrl-S compare  Tab mode  Ctrl-R undo  Esc back  Ctrl-P all actions
> Enter =SGD
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────────────────────
  Swapping two hidden units gives the same function, so there are n! copies.
  At the midpoint the loss is higher.
  SGD
















  Ctrl-S compare  Tab mode  Ctrl-R undo  Esc back  Ctrl-P all actions
> Esc
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────────────────────
  Swapping two hidden units gives the same function, so there are n! copies.
  At the midpoint the loss is higher.
  SGD
















  Esc again leaves and gives up what you wrote.
> Ctrl-s
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 0 of 6 said · 1–17 of 44 ──
  Your answer                                                                  ┃
  Swapping two hidden units gives the same function, so there are n! copies.   ┃
  At the midpoint the loss is higher.                                          ┃
  SGD                                                                          ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    ┃
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  │
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
  ›[ ] Definition of convexity: L is convex if                                 │
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all      │
       λ ∈ [0,1]. A convex function may have several minimisers, but together  │
       they form a convex set; so finding two equally good optima proves       │
       nothing until you look at the midpoint.                                 │
   [ ] Permutation symmetry: Swap two units of a hidden layer together with    │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter as suggested  ? help  u undo  q back
> x
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 1 of 6 said · 7–23 of 44 ──
  through nonlinearities, and because hidden units can be swapped: swapping    │
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  ┃
  that, so the loss is non-convex in the parameters.                           ┃
                                                                               ┃
   [x] Definition of convexity: L is convex if                                 ┃
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all      ┃
       λ ∈ [0,1]. A convex function may have several minimisers, but together  ┃
       they form a convex set; so finding two equally good optima proves       ┃
       nothing until you look at the midpoint.                                 │
  ›[ ] Permutation symmetry: Swap two units of a hidden layer together with    │
       their incoming and outgoing weights, and the network computes the same  │
       function. A layer of n units has n! equivalent orderings; with tanh,    │
       each unit can also flip the sign of its incoming weights, bias and      │
       outgoing weights together.                                              │
       you wrote: Swapping two hidden units gives the same function, so there  │
       are n!                                                                  │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter as suggested  ? help  u undo  q back
> Down Down Down
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ─────────────────────────────────────────────── 1 of 6 said · 10–26 of 44 ──
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
   [x] Definition of convexity: L is convex if                                 │
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all      ┃
       λ ∈ [0,1]. A convex function may have several minimisers, but together  ┃
       they form a convex set; so finding two equally good optima proves       ┃
       nothing until you look at the midpoint.                                 ┃
  ›[ ] Permutation symmetry: Swap two units of a hidden layer together with    ┃
       their incoming and outgoing weights, and the network computes the same  ┃
       function. A layer of n units has n! equivalent orderings; with tanh,    ┃
       each unit can also flip the sign of its incoming weights, bias and      │
       outgoing weights together.                                              │
       you wrote: Swapping two hidden units gives the same function, so there  │
       are n!                                                                  │
   [ ] Midpoint argument: Take an optimum in which two units differ and        │
       average it with its swapped copy. The two units now have identical      │
       incoming weights, so the network behaves like one with a unit fewer. If │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space said it  → next point  Enter as suggested  ? help  u undo  q back
> Enter
  Deep learning interview basics › Regularisat… 1 done · 20 cards left · typed

  Why does dropout reduce overfitting?
  ────────────────────────────────────────────────────────────────────────────



















  Ctrl-S compare  Tab mode  Ctrl-R undo  Esc back  Ctrl-P all actions
> Ctrl-r
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 1 of 6 said · 1–17 of 44 ──
  Your answer                                                                  ┃
  Swapping two hidden units gives the same function, so there are n! copies.   ┃
  At the midpoint the loss is higher.                                          ┃
  SGD                                                                          ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    ┃
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  │
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
   [x] Definition of convexity: L is convex if                                 │
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all      │
       λ ∈ [0,1]. A convex function may have several minimisers, but together  │
       they form a convex set; so finding two equally good optima proves       │
       nothing until you look at the midpoint.                                 │
  ›[ ] Permutation symmetry: Swap two units of a hidden layer together with    │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Undone: Again · Why is the loss of a neural network non-convex?
