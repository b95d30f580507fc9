size 40x12
lang en
deck transformer
set mode choice
study
> Down
       0 done · 20 cards left · choice
  attention: shapes, formula, meaning  │
  of Q, K and V                        ┃
                                       ┃
  Which claim is right?                ┃
    1 The softmax normalises over the  ┃
      queries                          ┃
    2 Keys and values must have the    ┃
      same width                       ┃
    3 The softmax runs over the keys   ┃
    4 A soft cap is a clip             ┃
  1 pick  ? help  u undo  q back
> 1
       0 done · 20 cards left · choice
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 2–6 of 52 ──
      queries                          ┃
      → It normalises over the keys;   │
        otherwise the weights of a     │
        query would not sum to 1.      │
    2 Keys and values must have the    │
  ›1 Again 1m    2 –    3 –    4 –
  + more  Enter as suggested  ? help
> 3
         1:20 · 1 done · 20 cards left
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?






  Such an answer proves no more than
  “Again”.
> 2
         1:18 · 1 done · 20 cards left
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?







  Space show answer  → one point
> Enter
  Transformer … 1 done · 20 cards left
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?
  ─────────────────────── 1–5 of 30 ──
  Attention alone sees a set, not a    ┃
  sequence; positions are added to the │
  inputs (absolute), to the scores     │
  (relative, ALiBi) or turned into     │
  rotations of queries and keys        │
  1 1m 2 6m 3 10m 4 6d
  t tick by digit  + more  ? help
> u
       0 done · 20 cards left · choice
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 52 ──
  ✗ 1 The softmax normalises over the  ┃
      queries                          │
      → It normalises over the keys;   │
        otherwise the weights of a     │
  Undone: Again · Walk through scaled
  dot-product attention: shapes,
  formula, meaning of Q, K and V
> L
       0 done · 20 cards left · choice
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么
  ─────────────────────── 1–6 of 47 ──
  ✗ 1 The softmax normalises over the  ┃
      queries                          │
      → It normalises over the keys;   │
        otherwise the weights of a     │
        query would not sum to 1.      │
    2 Keys and values must have the    │
  ›1 Again 1m    2 –    3 –    4 –
  + more  Enter as suggested  ? help
