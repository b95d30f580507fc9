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
              Transformer › Positions                       ━───────────────  19 new · 1 learning · choice

              Absolute, relative, ALiBi and rotary positions: compare, and why does attention need
              positions at all?

              Which claim is right?
                1 Unmasked attention is permutation-equivariant
                2 RoPE is added to the token embeddings before the first layer, as sinusoidal encodings
                  are
                3 The slopes of ALiBi are learned, one for each head





























              This mode counts as “Again” at most.
> 2
              Transformer › Positions                       ━───────────────  19 new · 1 learning · choice

              Absolute, relative, ALiBi and rotary positions: compare, and why does attention need
              positions at all?
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✓ 1 Unmasked attention is permutation-equivariant
                  → Right: core point 1.
              ✗ 2 RoPE is added to the token embeddings before the first layer, as sinusoidal encodings
                  are
                  → It multiplies queries and keys in every layer and leaves values alone.
                3 The slopes of ALiBi are learned, one for each head
                  → They are fixed by a formula; nothing is learned.
              ────────────────────────────────────────────────────────────────────────────────────────────
              Attention alone sees a set, not a sequence; positions are added to the inputs (absolute), to
              the scores (relative, ALiBi) or turned into rotations of queries and keys (RoPE).

              ▪ Word order: Unmasked attention is permutation-equivariant, so word order would be lost.

              ▪ Absolute: Sinusoids sin(p θᵢ) and cos(p θᵢ) of the position p, or learned vectors, are
                added to the embeddings; learned ones have no value beyond the trained length.

              ▪ Relative: A learned bias or key for each distance enters the scores; T5 shares buckets of
                distances across layers.

              ▪ ALiBi: In ALiBi head h of H subtracts mₕ times the distance, with the fixed slope
                mₕ = 2^(−8h/H); nothing is learned, and it extrapolates well.

              ▪ RoPE: With RoPE queries and keys are rotated by position-dependent angles, so positions
                enter the scores only as distances; most large language models use it.

              + 1 bonus · 3 mistakes · 1 follow-up







              ›1 Again 1m    2 –    3 –    4 –
              Space more  Enter accept grade  ? help  u undo  q quit  L 中文  s suspend  b bury
> Enter
              Transformer › Attention                       ━───────────────  18 new · 2 learning · choice

              Why is the attention score divided by √d_k? Derive the variance

              Which claim is right?
                1 Dividing by √dₖ is there to keep the exponentials of the softmax from overflowing in 16-
                  bit numbers
                2 The dot product has variance dₖ, so the right divisor is dₖ
                3 Division by √dₖ keeps the standard deviation of the scores at 1 at initialisation,
                  whatever the head size





























              1 pick  ? help  u undo  q quit  L 中文  s suspend  M mode  : all actions  N your note
> u
              Transformer › Positions                       ━───────────────  19 new · 1 learning · choice

              Absolute, relative, ALiBi and rotary positions: compare, and why does attention need
              positions at all?
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✓ 1 Unmasked attention is permutation-equivariant
                  → Right: core point 1.
              ✗ 2 RoPE is added to the token embeddings before the first layer, as sinusoidal encodings
                  are
                  → It multiplies queries and keys in every layer and leaves values alone.
                3 The slopes of ALiBi are learned, one for each head
                  → They are fixed by a formula; nothing is learned.
              ────────────────────────────────────────────────────────────────────────────────────────────
              Attention alone sees a set, not a sequence; positions are added to the inputs (absolute), to
              the scores (relative, ALiBi) or turned into rotations of queries and keys (RoPE).

              ▪ Word order: Unmasked attention is permutation-equivariant, so word order would be lost.

              ▪ Absolute: Sinusoids sin(p θᵢ) and cos(p θᵢ) of the position p, or learned vectors, are
                added to the embeddings; learned ones have no value beyond the trained length.

              ▪ Relative: A learned bias or key for each distance enters the scores; T5 shares buckets of
                distances across layers.

              ▪ ALiBi: In ALiBi head h of H subtracts mₕ times the distance, with the fixed slope
                mₕ = 2^(−8h/H); nothing is learned, and it extrapolates well.

              ▪ RoPE: With RoPE queries and keys are rotated by position-dependent angles, so positions
                enter the scores only as distances; most large language models use it.

              + 1 bonus · 3 mistakes · 1 follow-up







              Undone: Again · Absolute, relative, ALiBi and rotary positions: compare, and why does
              attention need positions at all?
> L
              Transformer 基础 › 位置                       ━───────────────  19 new · 1 learning · choice

              绝对、相对、ALiBi、旋转位置编码对比；注意力为什么需要位置信息
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✓ 1 不加掩码的注意力对排列等变，词序会丢失
                  → Right: core point 1.
              ✗ 2 RoPE 和正弦编码一样，在第一层之前加到词嵌入上
                  → 它在每一层乘到查询和键上，值不动。
                3 ALiBi 的斜率是每个头各自学出来的
                  → 由公式定死，没有要学的。
              ────────────────────────────────────────────────────────────────────────────────────────────
              注意力本身看到的是集合而不是序列；位置可以加在输入上（绝对）、加在分数上（相对、ALiBi），或
              变成查询和键的旋转（RoPE）。

              ▪ 缘由：不加掩码的注意力对排列等变，词序会丢失。

              ▪ 绝对：位置 p 的正弦 sin(p θᵢ)、cos(p θᵢ) 或可学习的向量加到词嵌入上；可学习的超出训练长度
                就没有定义。

              ▪ 相对：每个距离有可学习的偏置或键，加进分数；T5 把距离分桶，各层共用。

              ▪ ALiBi：H 个头中的第 h 个，分数减去 mₕ 乘距离，斜率固定为 mₕ = 2^(−8h/H)；没有参数，外推较
                好。

              ▪ RoPE：查询和键按位置旋转，位置只以相对距离进入分数；多数大语言模型用它。

              + 1 bonus · 3 mistakes · 1 follow-up











              ›1 Again 1m    2 –    3 –    4 –
              Space more  Enter accept grade  ? help  u undo  q quit  L 中文  s suspend  b bury  U redo
