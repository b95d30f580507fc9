size 120x40
lang en
deck transformer
set mode choice
study
> Down
              Transformer › Attention                                    ────────────────  20 new · choice

              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V

              Which claim is right?
                1 Each row of the output is the value of the token with the largest weight
                2 Keys and values come from the same input, so both must have the same width
                3 The softmax runs over the keys































              1 pick  ? help  q quit  L 中文  s suspend  M mode  : all actions  N your note
> 1
              Transformer › Attention                                    ────────────────  20 new · choice

              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✗ 1 Each row of the output is the value of the token with the largest weight
                  → It is a weighted mean of all values.
                2 Keys and values come from the same input, so both must have the same width
                  → Only queries and keys must match; dᵥ is free.
              ✓ 3 The softmax runs over the keys
                  → Right: core point 3.
              ────────────────────────────────────────────────────────────────────────────────────────────
              Every query is compared with every key; a softmax turns the scaled scores into weights, and
              the output is the weighted mean of the values: softmax(QKᵀ/√dₖ)V.

              ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape n × dₖ, and
                V = X W_V of shape n × dᵥ.

              ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query i matches key j.

              ▪ Weights: The softmax runs over the keys, so each query has non-negative weights that sum
                to 1.

              ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the values, with
                weights that depend on the input.

              ▪ Roles: A query says what a token looks for, a key what it is found by, and a value what it
                hands over.

              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

              + 1 bonus · 3 mistakes · 2 follow-ups





              ›1 Again 1m    2 –    3 –    4 –
              Space more  Enter accept grade  ? help  q quit  L 中文  s suspend  b bury  : all actions
> 3
              Transformer › Positions                                ━───────────────  19 new · 1 learning
                                                                                                      1:20
              Absolute, relative, ALiBi and rotary positions: compare, and why does attention need
              positions at all?



































              This mode counts as “Again” at most.
> 2
              Transformer › Positions                                ━───────────────  19 new · 1 learning
                                                                                                      1:18
              Absolute, relative, ALiBi and rotary positions: compare, and why does attention need
              positions at all?



































              Space show answer  → one point  ? help  u undo  q quit  L 中文  s suspend  M mode  b bury
> Enter
              Transformer › Positions                                ━───────────────  19 new · 1 learning

              Absolute, relative, ALiBi and rotary positions: compare, and why does attention need
              positions at all?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Attention alone sees a set, not a sequence; positions are added to the inputs (absolute), to
              the scores (relative, ALiBi) or turned into rotations of queries and keys (RoPE).

              ▪ Need: Unmasked attention is permutation-equivariant, so word order would be lost.

              ▪ Absolute: Sinusoids sin(p θᵢ) and cos(p θᵢ) of the position p, or learned vectors, are
                added to the embeddings; learned ones have no value beyond the trained length.

              ▪ Relative: A learned bias or key for each distance enters the scores; T5 shares buckets of
                distances across layers.

              ▪ ALiBi: Head h of H subtracts mₕ times the distance, with the fixed slope mₕ = 2^(−8h/H);
                nothing is learned, and it extrapolates well.

              ▪ RoPE: Queries and keys are rotated by position-dependent angles, so positions enter the
                scores only as distances; most large language models use it.

              + 1 bonus · 3 mistakes · 1 follow-up















              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 6d
              Space more  t tick by digit  ? help  u undo  q quit  L 中文  s suspend  b bury  N your note
> u
              Transformer › Attention                                    ────────────────  20 new · choice

              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✗ 1 Each row of the output is the value of the token with the largest weight
                  → It is a weighted mean of all values.
                2 Keys and values come from the same input, so both must have the same width
                  → Only queries and keys must match; dᵥ is free.
              ✓ 3 The softmax runs over the keys
                  → Right: core point 3.
              ────────────────────────────────────────────────────────────────────────────────────────────
              Every query is compared with every key; a softmax turns the scaled scores into weights, and
              the output is the weighted mean of the values: softmax(QKᵀ/√dₖ)V.

              ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape n × dₖ, and
                V = X W_V of shape n × dᵥ.

              ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query i matches key j.

              ▪ Weights: The softmax runs over the keys, so each query has non-negative weights that sum
                to 1.

              ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the values, with
                weights that depend on the input.

              ▪ Roles: A query says what a token looks for, a key what it is found by, and a value what it
                hands over.

              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

              + 1 bonus · 3 mistakes · 2 follow-ups





              Undone: Again · Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
              and V
> L
              Transformer 基础 › 注意力                                  ────────────────  20 new · choice

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✗ 1 Each row of the output is the value of the token with the largest weight
                  → It is a weighted mean of all values.
                2 Keys and values come from the same input, so both must have the same width
                  → Only queries and keys must match; dᵥ is free.
              ✓ 3 The softmax runs over the keys
                  → Right: core point 3.
              ────────────────────────────────────────────────────────────────────────────────────────────
              每个查询与所有键比较，缩放后的分数经 softmax 变成权重，输出是值的加权平均：
              softmax(QKᵀ/√dₖ)V。

              ▪ 投影：输入 X ∈ ℝ^(n×d) 得到 Q = X W_Q、K = X W_K，形状 n × dₖ，以及 V = X W_V，形状
                n × dᵥ。

              ▪ 分数：S = QKᵀ/√dₖ 的形状是 n × n，元素 (i, j) 表示查询 i 与键 j 的匹配程度。

              ▪ 权重：softmax 沿键的方向做，所以每个查询的权重非负、和为 1。

              ▪ 输出：softmax(S)V 的形状是 n × dᵥ，每一行是值的加权平均，权重由输入算出。

              ▪ 含义：查询表示这个词元在找什么，键表示凭什么被找到，值是被找到后交出的内容。

              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ 掩码 ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ 权重 · V

              + 1 bonus · 3 mistakes · 2 follow-ups








              ›1 Again 1m    2 –    3 –    4 –
              Space more  Enter accept grade  ? help  q quit  L 中文  s suspend  b bury  : all actions
