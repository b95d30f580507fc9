size 40x12
lang en
set mode typed
study
> =Swapping_two_hidden_units_gives_the_same_function,_so_there_are_n!_copies._At_the_midpoint_the_loss_is_higher.
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ────────────────────────────────────
  Swapping two hidden units gives the
  same function, so there are n!
  copies. At the midpoint the loss is
  higher.



  Ctrl-S compare  Ctrl-C quit
> Enter =SGD
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ────────────────────────────────────
  Swapping two hidden units gives the
  same function, so there are n!
  copies. At the midpoint the loss is
  higher.
  SGD


  Ctrl-S compare  Ctrl-C quit
> Esc
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ────────────────────────────────────
  Swapping two hidden units gives the
  same function, so there are n!
  copies. At the midpoint the loss is
  higher.
  SGD

  Esc again leaves and gives up what
  you wrote.
> Ctrl-s
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ───────── 0 of 5 said · 1–6 of 51 ──
  Your answer                          ┃
  Swapping two hidden units gives the  │
  same function, so there are n!       │
  copies. At the midpoint the loss is  │
  higher.                              │
  SGD                                  │
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  t tick by digit  ? help
> x
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ─────── 1 of 5 said · 21–26 of 51 ──
  ›[ ] Permutation symmetry: Swapping  │
       two hidden units with their     │
       incoming and outgoing weights   ┃
       leaves the function as it was,  │
       so a layer of n units has n!    │
       equivalent orderings.           │
  ›1 Again  2 Hard  3 Good  4 Easy
  Space tick  t tick by digit  ? help
> Down Down Down
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ─────── 1 of 5 said · 24–29 of 51 ──
       leaves the function as it was,  │
       so a layer of n units has n!    │
       equivalent orderings.           │
       you wrote: Swapping two hidden  ┃
       units gives the same function,  │
       so there are n!                 │
  ›1 Again  2 Hard  3 Good  4 Easy
  Space tick  t tick by digit  ? help
> Enter
  Deep le… 19 new · 1 learning · typed
  Why does dropout reduce overfitting?
  ────────────────────────────────────








  Ctrl-S compare  Ctrl-R undo
> Ctrl-r
  Deep learning interv… 20 new · typed
  Why is the loss of a neural network
  non-convex?
  ───────── 1 of 5 said · 1–6 of 51 ──
  Your answer                          ┃
  Swapping two hidden units gives the  │
  same function, so there are n!       │
  copies. At the midpoint the loss is  │
  higher.                              │
  SGD                                  │
  Undone: Again · Why is the loss of a
  neural network non-convex?
