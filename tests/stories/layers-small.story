size 40x12
lang en
deck transformer
study
> +20s
         1:00 · 0 done · 20 cards left
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V







  Space show answer  → one point
> Space
  Transformer … 0 done · 20 cards left
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 33 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  1 1m 2 6m 3 10m 4 9d
  t tick by digit  + more  ? help
> Space
  Transformer … 0 done · 20 cards left
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 58 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  1 1m 2 6m 3 10m 4 9d
  t tick by digit  + more  ? help
> t 1
  Transformer … 0 done · 20 cards left
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ───────── 1 of 5 said · 1–5 of 60 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  › 1m  6m  10m  9d
  t done ticking  Enter as suggested
