size 40x12
lang en
deck transformer
set mode cloze
study
> Up
  Transformer › Attent… 20 new · cloze
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V

  Weights: The softmax runs over the
  [k…], so each query has non-negative
  weights that sum to 1.
  ────────────────────────────────────


  Ctrl-S check  Ctrl-C quit  Tab mode
> =nonsense Enter
  Transformer › Attent… 20 new · cloze
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ─────────────────────── 1–5 of 39 ──
  Weights: The softmax runs over the   ┃
  ‹keys›, so each query has non-       │
  negative weights that sum to 1.      │
  Your answer                          │
  ✗ nonsense                           │
  ›1 Again 1m 2 Hard 6m 3 Good 10m 4 –
  Space tick  t tick by digit  ? help
> 4
  Transfo… 19 new · 1 learning · cloze
  positions: compare, and why does
  attention need positions at all?

  Relative: A learned bias or key for
  each distance enters the scores; T5
  shares [b…] of distances across
  layers.
  ────────────────────────────────────


  This mode counts as “Good” at most.
> =1 Enter
  Transfo… 19 new · 1 learning · cloze
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?
  ─────────────────────── 1–5 of 39 ──
  Relative: A learned bias or key for  ┃
  each distance enters the scores; T5  │
  shares ‹buckets› of distances across │
  layers.                              │
  Your answer                          │
  ›1 Again 1m 2 Hard 6m 3 Good 10m 4 –
  Space tick  t tick by digit  ? help
> 1
  Transfo… 18 new · 2 learning · cloze
  Why is the attention score divided
  by √d_k? Derive the variance

  Saturation: Scores of large spread
  push the softmax towards [o… h…],
  where its gradient is nearly zero.
  ────────────────────────────────────



  Ctrl-S check  Ctrl-R undo  Tab mode
> Enter
  Transfo… 18 new · 2 learning · cloze
  Why is the attention score divided
  by √d_k? Derive the variance
  ─────────────────────── 1–6 of 28 ──
  Saturation: Scores of large spread   ┃
  push the softmax towards ‹one-hot›,  │
  where its gradient is nearly zero.   │
  ──────────────────────────────────── │
  The dot product of two dₖ-           │
  dimensional vectors with independent │
  1 Again 1m 2 Hard 6m 3 Good 10m 4 –
  Space page  t tick by digit  ? help
> u
  Transfo… 19 new · 1 learning · cloze
  Absolute, relative, ALiBi and rotary
  positions: compare, and why does
  attention need positions at all?
  ─────────────────────── 1–5 of 39 ──
  Relative: A learned bias or key for  ┃
  each distance enters the scores; T5  │
  shares ‹buckets› of distances across │
  Undone: Again · Absolute, relative,
  ALiBi and rotary positions: compare,
  and why does attention need
  positions at all?
