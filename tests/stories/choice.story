size 80x24
lang en
deck transformer
set mode choice
study
> Down
  Deep learning interview basics › Optimisati… 0 done · 20 cards left · choice

  Why is the loss of a neural network non-convex?

  Which of these belongs to the answer?
    1 A parameter used in several places, such as a kernel or a recurrent
      matrix, gets the sum of the gradients from all of them
    2 Swapping two hidden units with their incoming and outgoing weights
      leaves the function as it was, so a layer of n units has n! equivalent
      orderings
    3 Mostly not in pre-training: most data are seen about once, so there is
      little to overfit, and capacity is what is short
    4 Convolutions run as large matrix products, and without dense layers, or
      with global pooling, inputs of any size can be read









  1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit
> 1
  Deep learning interview basics › Optimisati… 0 done · 20 cards left · choice

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 43 ──
  ✗ 1 A parameter used in several places, such as a kernel or a recurrent      ┃
      matrix, gets the sum of the gradients from all of them                   ┃
  ✓ 2 Swapping two hidden units with their incoming and outgoing weights       ┃
      leaves the function as it was, so a layer of n units has n! equivalent   ┃
      orderings                                                                ┃
    3 Mostly not in pre-training: most data are seen about once, so there is   ┃
      little to overfit, and capacity is what is short                         ┃
    4 Convolutions run as large matrix products, and without dense layers, or  │
      with global pooling, inputs of any size can be read                      │
  ──────────────────────────────────────────────────────────────────────────── │
  Successive layers multiply weights, and hidden units can be swapped without  │
  changing the function; the point midway between two such equal solutions is  │
  usually worse, which a convex function does not allow.                       │
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its     │
    minimisers then form a convex set.                                         │

  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury
> 3
  Deep learning interview basics › Regularisa… 1 done · 20 cards left · choice

  Why does dropout reduce overfitting?

  Which of these belongs to the answer?
    1 Not in training: both depend on every example, so each input's gradient
      has terms through both
    2 Subtracting the mean cancels a bias of the layer just before, so it can
      be left out
    3 Where each decision must be justified, as in credit, linear models,
      scorecards and small trees fit better
    4 Random masks act like augmentation of the features: the same example
      never looks quite the same










  Such an answer proves no more than “Again”.
> 2
  Deep learning interview basics › Regularisa… 1 done · 20 cards left · choice

  Why does dropout reduce overfitting?
  ────────────────────────────────────────────────────────────── 1–17 of 42 ──
    1 Not in training: both depend on every example, so each input's gradient  ┃
      has terms through both                                                   ┃
  ✗ 2 Subtracting the mean cancels a bias of the layer just before, so it can  ┃
      be left out                                                              ┃
    3 Where each decision must be justified, as in credit, linear models,      ┃
      scorecards and small trees fit better                                    ┃
  ✓ 4 Random masks act like augmentation of the features: the same example     ┃
      never looks quite the same                                               │
  ──────────────────────────────────────────────────────────────────────────── │
  In every training step random units are switched off, so none can rely on    │
  certain partners and features become more robust. It resembles training many │
  sub-networks with shared weights and averaging them at test time.            │
                                                                               │
  ▪ Co-adaptation: Since its partners may vanish at any time, a unit cannot    │
    specialise in correcting others and must be useful by itself.              │
  ▪ Ensemble: n units have 2ⁿ sub-networks; each step trains one of them for   │
    every example, and averaging lowers variance.                              │

  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury
> Enter
  Deep learning interview basics › Optimisati… 2 done · 20 cards left · choice

  What is the idea of backpropagation?

  Which of these belongs to the answer?
    1 Whether sharp minima are the reason is debated
    2 Change one thing at a time and record every run
    3 A batch adds or averages these outer products
    4 Regularisation moves up once the model overfits














  1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit
> u
  Deep learning interview basics › Regularisa… 1 done · 20 cards left · choice

  Why does dropout reduce overfitting?
  ────────────────────────────────────────────────────────────── 1–17 of 42 ──
    1 Not in training: both depend on every example, so each input's gradient  ┃
      has terms through both                                                   ┃
  ✗ 2 Subtracting the mean cancels a bias of the layer just before, so it can  ┃
      be left out                                                              ┃
    3 Where each decision must be justified, as in credit, linear models,      ┃
      scorecards and small trees fit better                                    ┃
  ✓ 4 Random masks act like augmentation of the features: the same example     ┃
      never looks quite the same                                               │
  ──────────────────────────────────────────────────────────────────────────── │
  In every training step random units are switched off, so none can rely on    │
  certain partners and features become more robust. It resembles training many │
  sub-networks with shared weights and averaging them at test time.            │
                                                                               │
  ▪ Co-adaptation: Since its partners may vanish at any time, a unit cannot    │
    specialise in correcting others and must be useful by itself.              │
  ▪ Ensemble: n units have 2ⁿ sub-networks; each step trains one of them for   │
    every example, and averaging lowers variance.                              │

  ›1 Again 1m    2 –    3 –    4 –
  Undone: Again · Why does dropout reduce overfitting?
> L
  深度学习面试基础 › 正则化与归一化            1 done · 20 cards left · choice

  Dropout 为什么可以缓解过拟合？
  ────────────────────────────────────────────────────────────── 1–17 of 33 ──
    1 Not in training: both depend on every example, so each input's gradient  ┃
      has terms through both                                                   ┃
  ✗ 2 Subtracting the mean cancels a bias of the layer just before, so it can  ┃
      be left out                                                              ┃
    3 Where each decision must be justified, as in credit, linear models,      ┃
      scorecards and small trees fit better                                    ┃
  ✓ 4 Random masks act like augmentation of the features: the same example     ┃
      never looks quite the same                                               ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  训练时每一步随机关掉一部分单元，谁也不能依赖固定的搭档，特征因此更稳健；相当 │
  于训练许多共享权重的子网络，测试时取平均。                                   │
                                                                               │
  ▪ 共适应：搭档随时可能消失，单元就不能专门修补别人，自己必须有用。           │
  ▪ 集成：n 个单元有 2ⁿ 个子网络，每个样本每一步训练其中一个，平均能降低方差。 │
  ▪ 噪声：随机掩码相当于对特征做增强：同一个样本每次看上去都不一样。           │
  ▪ 模式：掩码只属于训练；忘了切到评估模式，预测就是随机的。                   │
  ▪ 用在哪里：宽的全连接层常取 0.5，别处取 0.1 到 0.3；卷积改丢整个通道或整    │

  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury
