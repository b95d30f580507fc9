size 40x12
lang en
set confidence on
study
> Space
  How sure are you? · 0 done · 20 car…
  Why is the loss of a neural network
  non-convex?







  1 2 3 4
  1 No idea  2 Unsure  3 Fairly sure
> Esc
         1:16 · 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?








  Space show answer  → one point
> Space 3
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 1–6 of 36 ──
  Successive layers multiply weights,  ┃
  and hidden units can be swapped      │
  without changing the function; the   │
  point midway between two such equal  │
  solutions is usually worse, which a  │
  convex function does not allow.      │
  1 1m 2 6m 3 10m 4 8d
  t tick by digit  + more  ? help
> 3
         1:20 · 1 done · 20 cards left
  Why does dropout reduce overfitting?









  Space show answer  → one point
> u
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 1–6 of 36 ──
  Successive layers multiply weights,  ┃
  and hidden units can be swapped      │
  without changing the function; the   │
  point midway between two such equal  │
  solutions is usually worse, which a  │
  convex function does not allow.      │
  Undone: Good · Why is the loss of a
  neural network non-convex?
