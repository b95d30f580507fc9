size 40x12
lang en
deck transformer
set mode choice
study
> Down
       0 done · 20 cards left · choice
  non-convex?                          │
                                       ┃
  Which of these belongs to the answer ┃
    1 Weight decay, dropout rate,      ┃
      strength of data augmentation,   ┃
      label smoothing, patience of     ┃
      early stopping                   │
    2 The whole data set at once and   │
      one sample at a time are the two │
      extremes, and neither usually    │
  1 pick  ? help  u undo  q back
> 1
       0 done · 20 cards left · choice
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 2–7 of 85 ──
      strength of data augmentation,   ┃
      label smoothing, patience of     │
      early stopping                   │
    2 The whole data set at once and   │
      one sample at a time are the two │
      extremes, and neither usually    │
  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo
> 3
       1 done · 20 cards left · choice
  Why does dropout reduce overfitting? ┃
                                       ┃
  Which of these belongs to the answer ┃
    1 Fragile combinations that        ┃
      memorise training samples become ┃
      rarer                            ┃
    2 Change one thing at a time and   ┃
      record every experiment          ┃
    3 If a suitable pre-trained model  │
  Such an answer proves no more than
  “Again”.
> 2
       1 done · 20 cards left · choice
  Why does dropout reduce overfitting?
  ─────────────────────── 1–7 of 94 ──
  ✓ 1 Fragile combinations that        ┃
      memorise training samples become │
      rarer                            │
  ✗ 2 Change one thing at a time and   │
      record every experiment          │
    3 If a suitable pre-trained model  │
      exists, take its weights         │
  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo
> Enter
       2 done · 20 cards left · choice
  What is the idea of backpropagation?

  Which of these belongs to the answer
    1 Define δˡ = ∂L/∂zˡ
    2 The last two make inference more
      expensive
    3 A layer of n units has n!
      equivalent orderings
    4 Too large and training
      oscillates or diverges
  1 pick  ? help  u undo  q back
> u
       1 done · 20 cards left · choice
  Why does dropout reduce overfitting?
  ─────────────────────── 1–7 of 94 ──
  ✓ 1 Fragile combinations that        ┃
      memorise training samples become │
      rarer                            │
  ✗ 2 Change one thing at a time and   │
      record every experiment          │
    3 If a suitable pre-trained model  │
      exists, take its weights         │
  Undone: Again · Why does dropout
  reduce overfitting?
> L
       1 done · 20 cards left · choice
  Dropout 为什么可以缓解过拟合？
  ─────────────────────── 1–7 of 65 ──
  ✓ 1 Fragile combinations that        ┃
      memorise training samples become │
      rarer                            │
  ✗ 2 Change one thing at a time and   │
      record every experiment          │
    3 If a suitable pre-trained model  │
      exists, take its weights         │
  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo
