size 40x12
lang en
set confidence on
study
> Space
  Deep lea… How sure are you? · 20 new
  Why is the loss of a neural network
  non-convex?







  1 No idea 2 Unsure 3 Likely 4 Sure
  1 No idea  2 Unsure  4 Sure  ? help
> Esc
  Deep learning intervi… 1:16 · 20 new
  Why is the loss of a neural network
  non-convex?








  Space show answer  ? help  q quit
> Space 3
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 1–6 of 36 ──
  Successive layers multiply weights,  ┃
  and hidden units can be swapped      │
  without changing the function; the   │
  point midway between two such equal  │
  solutions is usually worse, which a  │
  convex function does not allow.      │
  1 Again  2 Hard  3 Good  4 Easy
  Space page  t tick by digit  ? help
> 3
  Deep lea… 1:20 · 19 new · 1 learning
  Why does dropout reduce overfitting?









  Space show answer  ? help  u undo
> u
  Deep learning interview basi… 20 new
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
