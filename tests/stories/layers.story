size 80x30
lang en
deck transformer
study
> +20s
  Transformer › Attention                             ────────────────  20 new
                                                                          1:00
  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V

























  Space show answer  → one point  ? help  q quit  L 中文  s suspend  M mode
> +55s
  Transformer › Attention                             ────────────────  20 new
                                                                          0:05
  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V

























  Space show answer  → one point  ? help  q quit  L 中文  s suspend  M mode
> +6m
  Transformer › Attention                             ────────────────  20 new
                                                                         +3:40
  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V

























  Space show answer  → one point  ? help  q quit  L 中文  s suspend  M mode
> Down +1s
  Transformer › Attention                             ────────────────  20 new
                                                                         +5:58
  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V

























  Space show answer  → one point  ? help  q quit  L 中文  s suspend  M mode
> Space
  Transformer › Attention                             ────────────────  20 new

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ────────────────────────────────────────────────────────────────────────────
  Every query is compared with every key; a softmax turns the scaled scores
  into weights, and the output is the weighted mean of the values:
  softmax(QKᵀ/√dₖ)V.

  ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape
    n × dₖ, and V = X W_V of shape n × dᵥ.
  ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query
    i matches key j.
  ▪ Weights: The softmax runs over the keys, so each query has non-negative
    weights that sum to 1.
  ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the
    values, with weights that depend on the input.
  ▪ Roles: A query says what a token looks for, a key what it is found by, and
    a value what it hands over.

  ┊ X ─┬─ W_Q ─ Q ─┐
  ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
  ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

  + 1 bonus · 3 mistakes · 2 follow-ups



  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 9d
  Space more  t tick by digit  ? help  q quit  L 中文  s suspend  b bury
> Space
  Transformer › Attention                             ────────────────  20 new

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ────────────────────────────────────────────────────────────── 1–22 of 39 ──
  Every query is compared with every key; a softmax turns the scaled scores    ┃
  into weights, and the output is the weighted mean of the values:             ┃
  softmax(QKᵀ/√dₖ)V.                                                           ┃
                                                                               ┃
  ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape      ┃
    n × dₖ, and V = X W_V of shape n × dᵥ.                                     ┃
  ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query  ┃
    i matches key j.                                                           ┃
  ▪ Weights: The softmax runs over the keys, so each query has non-negative    ┃
    weights that sum to 1.                                                     ┃
  ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the   ┃
    values, with weights that depend on the input.                             ┃
  ▪ Roles: A query says what a token looks for, a key what it is found by, and │
    a value what it hands over.                                                │
                                                                               │
  ┊ X ─┬─ W_Q ─ Q ─┐                                                           │
  ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐                             │
  ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V                │
                                                                               │
  Bonus:                                                                       │
                                                                               │
  ▪ Equivariance: Without positions and masks, permuting the tokens permutes   │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 9d
  Space page  t tick by digit  + more  ? help  q quit  L 中文  s suspend
> +
  Transformer › Attention                             ────────────────  20 new

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ────────────────────────────────────────────────────────────────────────────
  Every query is compared with every key; a softmax turns the scaled scores
  into weights, and the output is the weighted mean of the values:
  softmax(QKᵀ/√dₖ)V.

  ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape
    n × dₖ, and V = X W_V of shape n × dᵥ.
  ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query
    i matches key j.
  ▪ Weights: The softmax runs over the keys, so each query has non-negative
    weights that sum to 1.
  ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the
    values, with weights that depend on the input.
  ▪ Roles: A query says what a token looks for, a key what it is found by, and
    a value what it hands over.

  ┊ X ─┬─ W_Q ─ Q ─┐
  ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
  ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

  + 1 bonus · 3 mistakes · 2 follow-ups



  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 9d
  Space more  t tick by digit  ? help  q quit  L 中文  s suspend  b bury
> t 1 3
  Transformer › Attention                             ────────────────  20 new

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ───────────────────────────────────────────────────────────── 2 of 5 said ──
  Every query is compared with every key; a softmax turns the scaled scores
  into weights, and the output is the weighted mean of the values:
  softmax(QKᵀ/√dₖ)V.

  1[x] Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape
       n × dₖ, and V = X W_V of shape n × dᵥ.
  2[ ] Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well
       query i matches key j.
  3[x] Weights: The softmax runs over the keys, so each query has non-
       negative weights that sum to 1.
  4[ ] Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of
       the values, with weights that depend on the input.
  5[ ] Roles: A query says what a token looks for, a key what it is found by,
       and a value what it hands over.

  ┊ X ─┬─ W_Q ─ Q ─┐
  ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
  ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

  + 1 bonus · 3 mistakes · 2 follow-ups



  › Again 1m     Hard 6m     Good 10m     Easy 9d
  t done ticking  Enter accept grade  ? help  q back  : all actions
> 1 2
  Transformer › Attention                             ────────────────  20 new

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ───────────────────────────────────────────────────────────── 2 of 5 said ──
  Every query is compared with every key; a softmax turns the scaled scores
  into weights, and the output is the weighted mean of the values:
  softmax(QKᵀ/√dₖ)V.

  1[ ] Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape
       n × dₖ, and V = X W_V of shape n × dᵥ.
  2[x] Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well
       query i matches key j.
  3[x] Weights: The softmax runs over the keys, so each query has non-
       negative weights that sum to 1.
  4[ ] Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of
       the values, with weights that depend on the input.
  5[ ] Roles: A query says what a token looks for, a key what it is found by,
       and a value what it hands over.

  ┊ X ─┬─ W_Q ─ Q ─┐
  ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
  ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

  + 1 bonus · 3 mistakes · 2 follow-ups



  › Again 1m     Hard 6m     Good 10m     Easy 9d
  t done ticking  Enter accept grade  ? help  q back  : all actions
> Enter
  Transformer › Positions                ━───────────────  19 new · 1 learning
                                                                          1:20
  Absolute, relative, ALiBi and rotary positions: compare, and why does
  attention need positions at all?

























  Space show answer  → one point  ? help  u undo  q quit  L 中文  s suspend
