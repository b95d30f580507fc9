size 40x12
lang en
deck transformer
set mode choice
study
> Down
       0 done · 20 cards left · choice
  non-convex?                          ┃
                                       ┃
  Which of these belongs to the answer ┃
    1 A parameter used in several      ┃
      places, such as a kernel or a    ┃
      recurrent matrix, gets the sum   │
      of the gradients from all of     │
      them                             │
    2 Swapping two hidden units with   │
      their incoming and outgoing      │
  1 pick  ? help  u undo  q back
> 1
       0 done · 20 cards left · choice
  Why is the loss of a neural network
  non-convex?
  ─────────────────────── 2–7 of 78 ──
      places, such as a kernel or a    ┃
      recurrent matrix, gets the sum   │
      of the gradients from all of     │
      them                             │
  ✓ 2 Swapping two hidden units with   │
      their incoming and outgoing      │
  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo
> 3
       1 done · 20 cards left · choice
  Why does dropout reduce overfitting? ┃
                                       ┃
  Which of these belongs to the answer ┃
    1 Not in training: both depend on  ┃
      every example, so each input's   ┃
      gradient has terms through both  ┃
    2 Subtracting the mean cancels a   │
      bias of the layer just before,   │
      so it can be left out            │
  Such an answer proves no more than
  “Again”.
> 2
       1 done · 20 cards left · choice
  Why does dropout reduce overfitting?
  ─────────────────────── 1–7 of 71 ──
    1 Not in training: both depend on  ┃
      every example, so each input's   │
      gradient has terms through both  │
  ✗ 2 Subtracting the mean cancels a   │
      bias of the layer just before,   │
      so it can be left out            │
    3 Where each decision must be      │
  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo
> Enter
       2 done · 20 cards left · choice
  What is the idea of backpropagation? ┃
                                       ┃
  Which of these belongs to the answer ┃
    1 Whether sharp minima are the     ┃
      reason is debated                ┃
    2 Change one thing at a time and   ┃
      record every run                 ┃
    3 A batch adds or averages these   ┃
      outer products                   ┃
    4 Regularisation moves up once the │
  1 pick  ? help  u undo  q back
> u
       1 done · 20 cards left · choice
  Why does dropout reduce overfitting?
  ─────────────────────── 1–7 of 71 ──
    1 Not in training: both depend on  ┃
      every example, so each input's   │
      gradient has terms through both  │
  ✗ 2 Subtracting the mean cancels a   │
      bias of the layer just before,   │
      so it can be left out            │
    3 Where each decision must be      │
  Undone: Again · Why does dropout
  reduce overfitting?
> L
       1 done · 20 cards left · choice
  Dropout 为什么可以缓解过拟合？
  ─────────────────────── 1–7 of 53 ──
    1 Not in training: both depend on  ┃
      every example, so each input's   │
      gradient has terms through both  │
  ✗ 2 Subtracting the mean cancels a   │
      bias of the layer just before,   │
      so it can be left out            │
    3 Where each decision must be      │
  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo
