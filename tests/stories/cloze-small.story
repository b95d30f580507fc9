size 40x12
lang en
set mode cloze
study
> Down Up
        0 done · 20 cards left · cloze
  Why is the loss of a neural network
  non-convex?

  Where convexity holds: Squared error
  and cross-entropy are convex in the
  […] (the logits), so without hidden
  layers, as in logistic regression,
  the problem is convex.


  Space show answer  → one point
> Space
        0 done · 20 cards left · cloze
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 1–6 of 66 ──
  Where convexity holds: Squared error ┃
  and cross-entropy are convex in the  │
  ‹network's outputs› (the logits), so │
  without hidden layers, as in         │
  logistic regression, the problem is  │
  convex.                              │
  1 Again 1m 2 Hard 6m 3 Good 10m 4 –
  ? help  u undo  q back  L 中文
> 4
        1 done · 20 cards left · cloze
  Why does dropout reduce overfitting?

  Where: Rates near 0.5 in wide dense
  layers, 0.1 to 0.3 elsewhere;
  convolutions drop […] or blocks,
  because neighbouring pixels tell the
  same.


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
  ─────────────────────── 1–6 of 66 ──
  Where convexity holds: Squared error ┃
  and cross-entropy are convex in the  │
  ‹network's outputs› (the logits), so │
  without hidden layers, as in         │
  logistic regression, the problem is  │
  convex.                              │
  Undone: Good · Why is the loss of a
  neural network non-convex?
