size 80x24
lang en
deck transformer
set mode cloze
study
> Up
  Transformer › Attention                     ────────────────  20 new · cloze

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V

  Weights: The softmax runs over the [k…], so each query has non-negative
  weights that sum to 1.
  ────────────────────────────────────────────────────────────────────────────















  Ctrl-S check  Ctrl-C quit  Tab mode  Ctrl-P all actions
> =nonsense Enter
  Transformer › Attention                     ────────────────  20 new · cloze

  Walk through scaled dot-product attention: shapes, formula, meaning of Q, K
  and V
  ────────────────────────────────────────────────────────────── 1–16 of 26 ──
  Weights: The softmax runs over the ‹keys›, so each query has non-negative    ┃
  weights that sum to 1.                                                       ┃
  Your answer                                                                  ┃
  ✗ nonsense                                                                   ┃
  The gap: keys                                                                ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Every query is compared with every key; a softmax turns the scaled scores    ┃
  into weights, and the output is the weighted mean of the values:             ┃
  softmax(QKᵀ/√dₖ)V.                                                           ┃
                                                                               ┃
  ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape      │
    n × dₖ, and V = X W_V of shape n × dᵥ.                                     │
  ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query  │
    i matches key j.                                                           │
  ▪ Weights: The softmax runs over the keys, so each query has non-negative    │
    weights that sum to 1.                                                     │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 –
  Space tick  t tick by digit  + more  Enter accept grade  ? help  q quit
> 4
  Transformer › Positions        ━───────────────  19 new · 1 learning · cloze

  Absolute, relative, ALiBi and rotary positions: compare, and why does
  attention need positions at all?

  Relative: A learned bias or key for each distance enters the scores; T5
  shares [b…] of distances across layers.
  ────────────────────────────────────────────────────────────────────────────















  This mode counts as “Good” at most.
> =1 Enter
  Transformer › Positions        ━───────────────  19 new · 1 learning · cloze

  Absolute, relative, ALiBi and rotary positions: compare, and why does
  attention need positions at all?
  ────────────────────────────────────────────────────────────── 1–16 of 24 ──
  Relative: A learned bias or key for each distance enters the scores; T5      ┃
  shares ‹buckets› of distances across layers.                                 ┃
  Your answer                                                                  ┃
  ✗ 1                                                                          ┃
  The gap: buckets                                                             ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Attention alone sees a set, not a sequence; positions are added to the       ┃
  inputs (absolute), to the scores (relative, ALiBi) or turned into rotations  ┃
  of queries and keys (RoPE).                                                  ┃
                                                                               ┃
  ▪ Word order: Unmasked attention is permutation-equivariant, so word order   ┃
    would be lost.                                                             │
  ▪ Absolute: Sinusoids sin(p θᵢ) and cos(p θᵢ) of the position p, or learned  │
    vectors, are added to the embeddings; learned ones have no value beyond    │
    the trained length.                                                        │
  ▪ Relative: A learned bias or key for each distance enters the scores; T5    │

  ›1 Again 1m    2 Hard 6m    3 Good 10m    4 –
  Space tick  t tick by digit  + more  Enter accept grade  ? help  u undo
> 1
  Transformer › Attention        ━───────────────  18 new · 2 learning · cloze

  Why is the attention score divided by √d_k? Derive the variance

  Saturation: Scores of large spread push the softmax towards [o… h…], where
  its gradient is nearly zero.
  ────────────────────────────────────────────────────────────────────────────
















  Ctrl-S check  Ctrl-R undo  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Enter
  Transformer › Attention        ━───────────────  18 new · 2 learning · cloze

  Why is the attention score divided by √d_k? Derive the variance
  ────────────────────────────────────────────────────────────────────────────
  Saturation: Scores of large spread push the softmax towards ‹one-hot›, where
  its gradient is nearly zero.
  ────────────────────────────────────────────────────────────────────────────
  The dot product of two dₖ-dimensional vectors with independent entries of
  mean 0 and variance 1 has variance dₖ; dividing by √dₖ brings it back to 1,
  so that the softmax does not saturate.

  ▪ One term: If qᵢ and kᵢ are independent with mean 0 and variance 1, their
    product has mean 0 and variance 1.
  ▪ The sum: q ⋅ k adds dₖ uncorrelated terms, so its variance is dₖ and its
    standard deviation √dₖ.
  ▪ Saturation: Scores of large spread push the softmax towards one-hot, where
    its gradient is nearly zero.
  ▪ Scaling: Division by √dₖ keeps the standard deviation of the scores at 1
    at initialisation, whatever the head size.

  + 1 bonus · 3 mistakes · 2 follow-ups

  1 Again 1m    2 Hard 6m    3 Good 10m    4 –
  Space more  t tick by digit  ? help  u undo  q quit  L 中文  s suspend
> u
  Transformer › Positions        ━───────────────  19 new · 1 learning · cloze

  Absolute, relative, ALiBi and rotary positions: compare, and why does
  attention need positions at all?
  ────────────────────────────────────────────────────────────── 1–16 of 24 ──
  Relative: A learned bias or key for each distance enters the scores; T5      ┃
  shares ‹buckets› of distances across layers.                                 ┃
  Your answer                                                                  ┃
  ✗ 1                                                                          ┃
  The gap: buckets                                                             ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Attention alone sees a set, not a sequence; positions are added to the       ┃
  inputs (absolute), to the scores (relative, ALiBi) or turned into rotations  ┃
  of queries and keys (RoPE).                                                  ┃
                                                                               ┃
  ▪ Word order: Unmasked attention is permutation-equivariant, so word order   ┃
    would be lost.                                                             │
  ▪ Absolute: Sinusoids sin(p θᵢ) and cos(p θᵢ) of the position p, or learned  │
    vectors, are added to the embeddings; learned ones have no value beyond    │
    the trained length.                                                        │
  ▪ Relative: A learned bias or key for each distance enters the scores; T5    │

  Undone: Again · Absolute, relative, ALiBi and rotary positions: compare, and
  why does attention need positions at all?
