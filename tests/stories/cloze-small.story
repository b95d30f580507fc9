size 40x12
lang en
set mode cloze
study
> Down Up
        0 done · 20 cards left · cloze
  Why is the loss of a neural network  ┃
  non-convex?                          ┃
                                       ┃
  […] argument: Take an […] in which   ┃
  two units differ and average it with ┃
  its […] copy. The two units now have ┃
  identical incoming weights, so the   ┃
  network behaves like one with a unit ┃
  fewer. If that smaller network       │
  cannot reach the minimum, the        │
  Space show answer  → one point
> Space
        0 done · 20 cards left · cloze
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 1–6 of 79 ──
  ‹Midpoint› argument: Take an         ┃
  ‹optimum› in which two units differ  │
  and average it with its ‹swapped›    │
  copy. The two units now have         │
  identical incoming weights, so the   │
  network behaves like one with a unit │
  1 Again 1m 2 Hard 6m 3 Good 10m 4 –
  ? help  u undo  q back  L 中文
> 4
        1 done · 20 cards left · cloze
  Why does dropout reduce overfitting?

  Together with […]: Dropout makes the
  variance of activations differ
  between training and […], while […]
  at inference uses […] from training,
  so the two no longer match. The safe
  choice is to put dropout after the
  last […], or to use only one of the
  Such an answer proves no more than
  “Good”.
> M
  Deep learnin… 1 done · 20 cards left
  Why does dropout reduce overfitting?









  Asked by numbers from now on.
> u
        0 done · 20 cards left · cloze
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 1–6 of 79 ──
  ‹Midpoint› argument: Take an         ┃
  ‹optimum› in which two units differ  │
  and average it with its ‹swapped›    │
  copy. The two units now have         │
  identical incoming weights, so the   │
  network behaves like one with a unit │
  Undone: Good · Why is the loss of a
  neural network non-convex?
