size 40x12
lang en
deck transformer
set mode choice
study
> Down
  Transformer › Atten… 20 new · choice
  attention: shapes, formula, meaning  │
  of Q, K and V                        ┃
                                       ┃
  Which claim is right?                ┃
    1 Each row of the output is the    ┃
      value of the token with the      ┃
      largest weight                   ┃
    2 Keys and values come from the    ┃
      same input, so both must have    ┃
      the same width                   │
  1 pick  ? help  q quit  L 中文
> 1
  Transformer › Atten… 20 new · choice
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 2–6 of 45 ──
      value of the token with the      ┃
      largest weight                   │
      → It is a weighted mean of all   │
        values.                        │
    2 Keys and values come from the    │
  ›1 Again 1m    2 –    3 –    4 –
  Space page  + more  ? help  q quit
> 3
          19 new · 1 learning · choice
  Absolute, relative, ALiBi and rotary ┃
  positions: compare, and why does     ┃
  attention need positions at all?     ┃
                                       ┃
  Which claim is right?                ┃
    1 Unmasked attention is            ┃
      permutation-equivariant          ┃
    2 RoPE is added to the token       ┃
      embeddings before the first      │
      layer, as sinusoidal encodings   │
  This mode counts as “Again” at most.
> 2
          19 new · 1 learning · choice
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?
  ─────────────────────── 1–5 of 46 ──
  ✓ 1 Unmasked attention is            ┃
      permutation-equivariant          │
      → Right: core point 1.           │
  ✗ 2 RoPE is added to the token       │
      embeddings before the first      │
  ›1 Again 1m    2 –    3 –    4 –
  Space page  + more  ? help  u undo
> Enter
          18 new · 2 learning · choice
  Why is the attention score divided   ┃
  by √d_k? Derive the variance         ┃
                                       ┃
  Which claim is right?                ┃
    1 Dividing by √dₖ is there to keep ┃
      the exponentials of the softmax  ┃
      from overflowing in 16-bit       ┃
      numbers                          │
    2 The dot product has variance dₖ, │
      so the right divisor is dₖ       │
  1 pick  ? help  u undo  q quit
> u
          19 new · 1 learning · choice
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?
  ─────────────────────── 1–5 of 46 ──
  ✓ 1 Unmasked attention is            ┃
      permutation-equivariant          │
      → Right: core point 1.           │
  Undone: Again · Absolute, relative,
  ALiBi and rotary positions: compare,
  and why does attention need
  positions at all?
> L
          19 new · 1 learning · choice
  绝对、相对、ALiBi、旋转位置编码对
  比；注意力为什么需要位置信息
  ─────────────────────── 1–6 of 33 ──
  ✓ 1 不加掩码的注意力对排列等变，词序 ┃
      会丢失                           │
      → Right: core point 1.           │
  ✗ 2 RoPE 和正弦编码一样，在第一层之  │
      前加到词嵌入上                   │
      → 它在每一层乘到查询和键上，值不 │
  ›1 Again 1m    2 –    3 –    4 –
  Space page  + more  ? help  u undo
