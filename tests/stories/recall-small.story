size 40x12
lang en
study
> Right Right
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ────── 1 of 5 points · 8–13 of 13 ──
  ›[ ] Definition of convexity: L is   │
       convex if L(λa + (1 − λ)b)      │
       ≤ λL(a) + (1 − λ)L(b) for all   │
       a, b and λ ∈ [0,1]; its         ┃
       minimisers then form a convex   ┃
       set.                            ┃
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  → next point  ? help
> Space
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ─────── 1 of 5 said · 14–19 of 19 ──
  ›[ ] Permutation symmetry: Swapping  │
       two hidden units with their     │
       incoming and outgoing weights   │
       leaves the function as it was,  │
       so a layer of n units has n!    ┃
       equivalent orderings.           ┃
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  → next point  ? help
> Right Space
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ─────── 2 of 5 said · 24–29 of 29 ──
       reach the minimum, the midpoint │
       has a strictly higher loss.     │
  ›[ ] Smallest example:               │
       L(u, v) = (1 − uv)² is 0 at     │
       (1,1) and at (−1, −1), but 1 at │
       their midpoint (0,0).           ┃
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  → next point  ? help
> Enter
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ─────── 2 of 5 said · 24–29 of 38 ──
       reach the minimum, the midpoint │
       has a strictly higher loss.     │
  ›[ ] Smallest example:               │
       L(u, v) = (1 − uv)² is 0 at     │
       (1,1) and at (−1, −1), but 1 at ┃
       their midpoint (0,0).           │
  ›1 Again  2 Hard  3 Good  4 Easy
  Space tick  t tick by digit  ? help
> Left Left x
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ─────── 3 of 5 said · 20–25 of 38 ──
  ›[x] Midpoint argument: Averaging    │
       an optimum with its swapped     │
       copy makes two units identical, │
       so where one unit fewer cannot  ┃
       reach the minimum, the midpoint │
       has a strictly higher loss.     │
  1 Again  ›2 Hard  3 Good  4 Easy
  Space untick  → next point  ? help
> Enter
  Deep lea… 1:20 · 19 new · 1 learning
  Why does dropout reduce overfitting?









  Space show answer  ? help  u undo
> u
  Deep learning interview basi… 20 new
  Why is the loss of a neural network
  non-convex?
  ───────── 3 of 5 said · 1–6 of 38 ──
  Successive layers multiply weights,  ┃
  and hidden units can be swapped      │
  without changing the function; the   │
  point midway between two such equal  │
  solutions is usually worse, which a  │
  convex function does not allow.      │
  Undone: Hard · Why is the loss of a
  neural network non-convex?
> Space 3
  Deep lea… 1:20 · 19 new · 1 learning
  Why does dropout reduce overfitting?









  Space show answer  ? help  u undo
> +10m
  Deep le… +3:40 · 19 new · 1 learning
  Why does dropout reduce overfitting?









  Space show answer  ? help  u undo
