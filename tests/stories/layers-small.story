size 40x12
lang en
deck transformer
study
> +20s
  Transformer › Attenti… 1:00 · 20 new
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V







  Space show answer  ? help  q quit
> Space
  Transformer › Attention       20 new
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 33 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  1 Again  2 Hard  3 Good  4 Easy
  Space more  t tick by digit  ? help
> Space
  Transformer › Attention       20 new
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 65 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  1 Again  2 Hard  3 Good  4 Easy
  Space page  t tick by digit  ? help
> t 1
  Transformer › Attention       20 new
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ───────── 1 of 5 said · 1–5 of 67 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  › Again   Hard   Good   Easy
  t done ticking  ? help  q back
