size 80x24
lang en
set mode cloze
study
> Down Up
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · cloze

  Why is the loss of a neural network non-convex?

  […] argument: Take an […] in which two units differ and average it with its
  […] copy. The two units now have identical incoming weights, so the network
  behaves like one with a unit fewer. If that smaller network cannot reach the
  minimum, the midpoint has strictly higher loss, which contradicts convexity.















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · cloze

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 40 ──
  ‹Midpoint› argument: Take an ‹optimum› in which two units differ and average ┃
  it with its ‹swapped› copy. The two units now have identical incoming        ┃
  weights, so the network behaves like one with a unit fewer. If that smaller  ┃
  network cannot reach the minimum, the midpoint has strictly higher loss,     ┃
  which contradicts convexity.                                                 ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    │
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  │
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         │
    λ ∈ [0,1]. A convex function may have several minimisers, but together     │
    they form a convex set; so finding two equally good optima proves nothing  │
    until you look at the midpoint.                                            │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 –
  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> 4
  Deep learning interview basics › Regularisat… 1 done · 20 cards left · cloze

  Why does dropout reduce overfitting?

  Together with […]: Dropout makes the variance of activations differ between
  training and […], while […] at inference uses […] from training, so the two
  no longer match. The safe choice is to put dropout after the last […], or to
  use only one of the two.















  Such an answer proves no more than “Good”.
> M
  Deep learning interview basics › Regularisation and … 1 done · 20 cards left

  Why does dropout reduce overfitting?




















  Asked by numbers from now on.
> u
  Deep learning interview basics › Optimisatio… 0 done · 20 cards left · cloze

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 40 ──
  ‹Midpoint› argument: Take an ‹optimum› in which two units differ and average ┃
  it with its ‹swapped› copy. The two units now have identical incoming        ┃
  weights, so the network behaves like one with a unit fewer. If that smaller  ┃
  network cannot reach the minimum, the midpoint has strictly higher loss,     ┃
  which contradicts convexity.                                                 ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    │
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  │
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         │
    λ ∈ [0,1]. A convex function may have several minimisers, but together     │
    they form a convex set; so finding two equally good optima proves nothing  │
    until you look at the midpoint.                                            │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 –
  Undone: Good · Why is the loss of a neural network non-convex?
