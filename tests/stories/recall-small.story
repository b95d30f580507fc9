size 40x12
lang en
study
> Right Right
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ───── 1 of 6 points · 12–17 of 21 ──
  ›[ ] Definition of convexity: L is   │
       convex if L(λa + (1 − λ)b)      │
       ≤ λL(a) + (1 − λ)L(b) for all   │
       points a, b and all λ ∈ [0,1].  ┃
       A convex function may have      ┃
       several minimisers, but         │
  1 1m 2 6m 3 10m 4 8d
  Space said it  → next point  ? help
> Space
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ─────── 1 of 6 said · 22–27 of 32 ──
  ›[ ] Permutation symmetry: Swap two  │
       units of a hidden layer         │
       together with their incoming    │
       and outgoing weights, and the   │
       network computes the same       ┃
       function. A layer of n units    │
  1 1m 2 6m 3 10m 4 8d
  Space said it  → next point  ? help
> Right Space
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ─────── 2 of 6 said · 44–49 of 51 ──
  ›[ ] Smallest example: A linear      │
       network with two weights        │
       fitting x = 1, y = 1 has the    │
       loss L(u, v) = (1 − uv)². It is │
       0 at (1,1) and at (−1, −1), but │
       1 at their midpoint (0,0):      ┃
  1 1m 2 6m 3 10m 4 8d
  Space said it  → next point  ? help
> Enter
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ─────── 2 of 6 said · 44–49 of 73 ──
  ›[ ] Smallest example: A linear      │
       network with two weights        │
       fitting x = 1, y = 1 has the    │
       loss L(u, v) = (1 − uv)². It is │
       0 at (1,1) and at (−1, −1), but ┃
       1 at their midpoint (0,0):      │
  ›1 1m 2 6m 3 10m 4 8d
  Space said it  → next point  ? help
> Left Left x
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ─────── 3 of 6 said · 33–38 of 73 ──
  ›[x] Midpoint argument: Take an      │
       optimum in which two units      │
       differ and average it with its  │
       swapped copy. The two units now ┃
       have identical incoming         │
       weights, so the network behaves │
  ›1 1m 2 6m 3 10m 4 8d
  Space said it  → next point  ? help
> Enter
  Deep learnin… 1 done · 20 cards left
  Why does dropout reduce overfitting?









  Space show answer  → one point
> u
  Deep learnin… 0 done · 20 cards left
  Why is the loss of a neural network
  non-convex?
  ───────── 3 of 6 said · 1–6 of 73 ──
  Because the weights of successive    ┃
  layers are multiplied together and   │
  passed through nonlinearities, and   │
  because hidden units can be swapped: │
  swapping gives a different parameter │
  vector with exactly the same loss,   │
  ›1 1m 2 6m 3 10m 4 8d
  Undone: Again · Why is the loss of …
> Space 3
  Deep learnin… 1 done · 20 cards left
  Why does dropout reduce overfitting?









  Space show answer  → one point
> +10m
  Deep learnin… 1 done · 20 cards left
  Why does dropout reduce overfitting?









  Space show answer  → one point
