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
  ─────────────────────── 1–5 of 32 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  1 Again  2 Hard  3 Good  4 Easy
  Space page  t tick by digit  ? help
> Space
  Transformer › Attention       20 new
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 4–8 of 32 ──
  is the weighted mean of the values:  ┃
  softmax(QKᵀ/√dₖ)V.                   │
                                       │
  ▪ Projections: Inputs X ∈ ℝ^(n×d)    │
    give Q = X W_Q and K = X W_K of    │
  1 Again  2 Hard  3 Good  4 Easy
  Space page  t tick by digit  ? help
> t 1
  Transformer › Attention       20 new
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ───────── 1 of 5 said · 4–8 of 34 ──
  is the weighted mean of the values:  ┃
  softmax(QKᵀ/√dₖ)V.                   │
                                       │
  1[x] Projections: Inputs             │
       X ∈ ℝ^(n×d) give Q = X W_Q and  │
  › Again   Hard   Good   Easy
  t done ticking  ? help  q back
