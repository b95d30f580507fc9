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
  Transfor… 1:20 · 19 new · 1 learning
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?







  This mode counts as “Again” at most.
> 2
  Transfor… 1:18 · 19 new · 1 learning
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?







  Space show answer  ? help  u undo
> Enter
  Transformer › P… 19 new · 1 learning
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?
  ─────────────────────── 1–5 of 30 ──
  Attention alone sees a set, not a    ┃
  sequence; positions are added to the │
  inputs (absolute), to the scores     │
  (relative, ALiBi) or turned into     │
  rotations of queries and keys        │
  1 Again  2 Hard  3 Good  4 Easy
  Space page  t tick by digit  ? help
> u
  Transformer › Atten… 20 new · choice
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 45 ──
  ✗ 1 Each row of the output is the    ┃
      value of the token with the      │
      largest weight                   │
      → It is a weighted mean of all   │
  Undone: Again · Walk through scaled
  dot-product attention: shapes,
  formula, meaning of Q, K and V
> L
  Transformer 基础 › … 20 new · choice
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么
  ─────────────────────── 1–6 of 40 ──
  ✗ 1 Each row of the output is the    ┃
      value of the token with the      │
      largest weight                   │
      → It is a weighted mean of all   │
        values.                        │
    2 Keys and values come from the    │
  ›1 Again 1m    2 –    3 –    4 –
  Space page  + more  ? help  q quit
