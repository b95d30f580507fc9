size 80x30
lang en
deck transformer
set mode typed
set confidence on
> Enter =the_dot_product_grows_with_the_dimension Ctrl-s 4
  Transformer › Attention                     ────────────────  20 new · typed

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ──────────────────────────────────────────────── 0 of 5 said · 1–22 of 23 ──
  Your answer                                                                  ┃
  the dot product grows with the dimension                                     ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Every query is compared with every key; a softmax turns the scaled scores    ┃
  into weights, and the output is the weighted mean of the values:             ┃
  softmax(QKᵀ/√dₖ)V.                                                           ┃
                                                                               ┃
  ›[ ] Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape   ┃
       n × dₖ, and V = X W_V of shape n × dᵥ.                                  ┃
   [ ] Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well     ┃
       query i matches key j.                                                  ┃
   [ ] Weights: The softmax runs over the keys, so each query has non-         ┃
       negative weights that sum to 1.                                         ┃
   [ ] Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of    ┃
       the values, with weights that depend on the input.                      ┃
   [ ] Roles: A query says what a token looks for, a key what it is found by,  ┃
       and a value what it hands over.                                         ┃
                                                                               ┃
  ┊ X ─┬─ W_Q ─ Q ─┐                                                           ┃
  ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐                             ┃
  ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V                ┃
                                                                               │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 9d
  Space tick  t tick by digit  → next point  + more  ? help  q back  L 中文
> Space 1
  Transformer › Positions        ━───────────────  19 new · 1 learning · typed

  Absolute, relative, ALiBi and rotary positions: compare, and why does
  attention need positions at all?
  ────────────────────────────────────────────────────────────────────────────
























  Ctrl-S compare  Ctrl-R undo  Esc back  Tab mode  Ctrl-P all actions
> =x Ctrl-s 1 1
  Transformer › Attention        ━───────────────  18 new · 2 learning · typed

  Why is the attention score divided by √d_k? Derive the variance
  ────────────────────────────────────────────────────────────────────────────

























  Ctrl-S compare  Ctrl-R undo  Esc back  Tab mode  Ctrl-P all actions
> Esc e
  Error notebook                                                       2 cards

  1. Walk through scaled dot-product attention: shapes, formula, meaning of Q, ┃
     K and V                                                                   ┃
  failed on 2026-11-22 · you were: Sure                                        ┃
                                                                               ┃
  You wrote                                                                    ┃
                                                                               ┃
  ┊ the dot product grows with the dimension                                   ┃
                                                                               ┃
  Missed points                                                                ┃
                                                                               ┃
  ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query  ┃
    i matches key j.                                                           ┃
  ▪ Weights: The softmax runs over the keys, so each query has non-negative    ┃
    weights that sum to 1.                                                     ┃
  ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the   ┃
    values, with weights that depend on the input.                             ┃
  ▪ Roles: A query says what a token looks for, a key what it is found by, and ┃
    a value what it hands over.                                                ┃
                                                                               │
  2. Absolute, relative, ALiBi and rotary positions: compare, and why does     │
     attention need positions at all?                                          │
  failed on 2026-11-22 · you were: No idea                                     │
                                                                               │
  You wrote                                                                    │
                                                                               │
  ┊ x                                                                          │
                                                                               │
  Enter study these  x write file  ? help  q back  : all actions
> x
  Error notebook                                                       2 cards

  1. Walk through scaled dot-product attention: shapes, formula, meaning of Q, ┃
     K and V                                                                   ┃
  failed on 2026-11-22 · you were: Sure                                        ┃
                                                                               ┃
  You wrote                                                                    ┃
                                                                               ┃
  ┊ the dot product grows with the dimension                                   ┃
                                                                               ┃
  Missed points                                                                ┃
                                                                               ┃
  ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query  ┃
    i matches key j.                                                           ┃
  ▪ Weights: The softmax runs over the keys, so each query has non-negative    ┃
    weights that sum to 1.                                                     ┃
  ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the   ┃
    values, with weights that depend on the input.                             ┃
  ▪ Roles: A query says what a token looks for, a key what it is found by, and ┃
    a value what it hands over.                                                ┃
                                                                               │
  2. Absolute, relative, ALiBi and rotary positions: compare, and why does     │
     attention need positions at all?                                          │
  failed on 2026-11-22 · you were: No idea                                     │
                                                                               │
  You wrote                                                                    │
                                                                               │
  ┊ x                                                                          │
                                                                               │
  Enter study these  x write file  ? help  q back  : all actions
asks: WriteReport { name: "errors-2026-11-22", text: "# Error notebook\n\n## 1. Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V\n\nfailed on 2026-11-22 · you were: Sure\n\n**You wrote**\n\n```\nthe dot product grows with the dimension\n```\n\n**Missed points**\n\n- **Scores**: $S = QK^\\top/\\sqrt{d_k}$ has shape $n \\times n$; its entry $(i, j)$ says how well query $i$ matches key $j$.\n- **Weights**: The softmax runs over the ==keys==, so each query has non-negative weights that sum to 1.\n- **Output**: $\\mathrm{softmax}(S)V$ has shape $n \\times d_v$; each row is a ==weighted mean== of the values, with weights that depend on the input.\n- **Roles**: A query says what a token looks for, a key what it is found by, and a value what it hands over.\n\n## 2. Absolute, relative, ALiBi and rotary positions: compare, and why does attention need positions at all?\n\nfailed on 2026-11-22 · you were: No idea\n\n**You wrote**\n\n```\nx\n```\n\n**Points**\n\n- **Word order**: Unmasked attention is permutation-equivariant, so word order would be lost.\n- **Absolute**: Sinusoids $\\sin(p\\,\\theta_i)$ and $\\cos(p\\,\\theta_i)$ of the position $p$, or learned vectors, are added to the ==embeddings==; learned ones have no value beyond the trained length.\n- **Relative**: A learned bias or key for each distance enters the scores; T5 shares ==buckets== of distances across layers.\n- **ALiBi**: In ALiBi head $h$ of $H$ subtracts $m_h$ times the distance, with the fixed slope $m_h = 2^{-8h/H}$; nothing is learned, and it extrapolates well.\n- **RoPE**: With RoPE queries and keys are rotated by position-dependent angles, so positions enter the scores only as distances; most large language models use it.\n" }
> Enter
  Transformer › Attention                 ────────────────  2 learning · typed

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ────────────────────────────────────────────────────────────────────────────
























  Ctrl-S compare  Ctrl-R undo  Esc back  Tab mode  Ctrl-P all actions
