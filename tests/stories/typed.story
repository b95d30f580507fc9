size 80x24
lang en
set mode typed
study
> =Swapping_two_hidden_units_gives_the_same_function,_so_there_are_n!_copies._At_the_midpoint_the_loss_is_higher.
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────────────────────
  Swapping two hidden units gives the same function, so there are n! copies.
  At the midpoint the loss is higher.

















  Ctrl-S compare  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Enter =SGD
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────────────────────
  Swapping two hidden units gives the same function, so there are n! copies.
  At the midpoint the loss is higher.
  SGD
















  Ctrl-S compare  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Esc
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────────────────────
  Swapping two hidden units gives the same function, so there are n! copies.
  At the midpoint the loss is higher.
  SGD
















  Esc again leaves and gives up what you wrote.
> Ctrl-s
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 0 of 5 said · 1–17 of 29 ──
  Your answer                                                                  ┃
  Swapping two hidden units gives the same function, so there are n! copies.   ┃
  At the midpoint the loss is higher.                                          ┃
  SGD                                                                          ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
  ›[ ] Definition of convexity: L is convex if                                 ┃
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its  │
       minimisers then form a convex set.                                      │
   [ ] Permutation symmetry: Swapping two hidden units with their incoming     │
       and outgoing weights leaves the function as it was, so a layer of n     │
       units has n! equivalent orderings.                                      │
       you wrote: Swapping two hidden units gives the same function, so there  │
       are n!                                                                  │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space tick  t tick by digit  → next point  + more  ? help  q quit  L 中文
> x
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 1 of 5 said · 1–17 of 29 ──
  Your answer                                                                  ┃
  Swapping two hidden units gives the same function, so there are n! copies.   ┃
  At the midpoint the loss is higher.                                          ┃
  SGD                                                                          ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
   [x] Definition of convexity: L is convex if                                 ┃
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its  │
       minimisers then form a convex set.                                      │
  ›[ ] Permutation symmetry: Swapping two hidden units with their incoming     │
       and outgoing weights leaves the function as it was, so a layer of n     │
       units has n! equivalent orderings.                                      │
       you wrote: Swapping two hidden units gives the same function, so there  │
       are n!                                                                  │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space tick  t tick by digit  → next point  + more  ? help  q quit  L 中文
> Down Down Down
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 1 of 5 said · 4–20 of 29 ──
  SGD                                                                          │
  ──────────────────────────────────────────────────────────────────────────── │
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
   [x] Definition of convexity: L is convex if                                 ┃
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its  ┃
       minimisers then form a convex set.                                      ┃
  ›[ ] Permutation symmetry: Swapping two hidden units with their incoming     ┃
       and outgoing weights leaves the function as it was, so a layer of n     ┃
       units has n! equivalent orderings.                                      ┃
       you wrote: Swapping two hidden units gives the same function, so there  │
       are n!                                                                  │
   [ ] Midpoint argument: Averaging an optimum with its swapped copy makes     │
       two units identical, so where one unit fewer cannot reach the minimum,  │
       the midpoint has a strictly higher loss.                                │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space tick  t tick by digit  → next point  + more  ? help  q quit  L 中文
> Enter
  Deep learning interview basic… ━───────────────  19 new · 1 learning · typed

  Why does dropout reduce overfitting?
  ────────────────────────────────────────────────────────────────────────────



















  Ctrl-S compare  Ctrl-R undo  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Ctrl-r
  Deep learning interview basics › Optimisat… ────────────────  20 new · typed

  Why is the loss of a neural network non-convex?
  ──────────────────────────────────────────────── 1 of 5 said · 1–17 of 29 ──
  Your answer                                                                  ┃
  Swapping two hidden units gives the same function, so there are n! copies.   ┃
  At the midpoint the loss is higher.                                          ┃
  SGD                                                                          ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
   [x] Definition of convexity: L is convex if                                 ┃
       L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its  │
       minimisers then form a convex set.                                      │
  ›[ ] Permutation symmetry: Swapping two hidden units with their incoming     │
       and outgoing weights leaves the function as it was, so a layer of n     │
       units has n! equivalent orderings.                                      │
       you wrote: Swapping two hidden units gives the same function, so there  │
       are n!                                                                  │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Undone: Again · Why is the loss of a neural network non-convex?
