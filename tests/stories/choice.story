size 80x24
lang en
deck transformer
set mode choice
study
> Down
  Deep learning interview basics › Optimisati… 0 done · 20 cards left · choice

  Why is the loss of a neural network non-convex?

  Which of these belongs to the answer?
    1 Weight decay, dropout rate, strength of data augmentation, label
      smoothing, patience of early stopping
    2 The whole data set at once and one sample at a time are the two
      extremes, and neither usually pays
    3 The error signal is a product of many Jacobians, so it tends to vanish
      or explode in deep networks
    4 Over-parameterisation, good initialisation, momentum and the noise of
      SGD usually lead to a good enough solution










  1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit
> 1
  Deep learning interview basics › Optimisati… 0 done · 20 cards left · choice

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 43 ──
  ✗ 1 Weight decay, dropout rate, strength of data augmentation, label         ┃
      smoothing, patience of early stopping                                    ┃
    2 The whole data set at once and one sample at a time are the two          ┃
      extremes, and neither usually pays                                       ┃
    3 The error signal is a product of many Jacobians, so it tends to vanish   ┃
      or explode in deep networks                                              ┃
  ✓ 4 Over-parameterisation, good initialisation, momentum and the noise of    ┃
      SGD usually lead to a good enough solution                               │
  ──────────────────────────────────────────────────────────────────────────── │
  Because the weights of successive layers are multiplied together and passed  │
  through nonlinearities, and because hidden units can be swapped: swapping    │
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  │
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         │

  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury
> 3
  Deep learning interview basics › Regularisa… 1 done · 20 cards left · choice

  Why does dropout reduce overfitting?

  Which of these belongs to the answer?
    1 Fragile combinations that memorise training samples become rarer
    2 Change one thing at a time and record every experiment
    3 If a suitable pre-trained model exists, take its weights
    4 A sigmoid layer followed by element-wise multiplication














  Such an answer proves no more than “Again”.
> 2
  Deep learning interview basics › Regularisa… 1 done · 20 cards left · choice

  Why does dropout reduce overfitting?
  ────────────────────────────────────────────────────────────── 1–17 of 51 ──
  ✓ 1 Fragile combinations that memorise training samples become rarer         ┃
  ✗ 2 Change one thing at a time and record every experiment                   ┃
    3 If a suitable pre-trained model exists, take its weights                 ┃
    4 A sigmoid layer followed by element-wise multiplication                  ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  In every training step a random part of the units is switched off, so the    ┃
  network cannot rely on a fixed team of units and must learn more             │
  distributed, robust features. It amounts to training a huge number of        │
  weight-sharing sub-networks and approximately averaging them at test time,   │
  and can also be seen as regularisation by noise.                             │
                                                                               │
  ▪ How it works: Each forward pass draws an independent mask m for every      │
    unit, 0 (dropped) with probability p and 1 with probability 1 − p; a       │
    dropped unit gives no output in that step and passes no gradient.          │
  ▪ Breaking co-adaptation: Since its partners may vanish at any time, a unit  │
    cannot specialise in correcting the mistakes of others and has to be       │
    useful on its own; fragile combinations that memorise training samples     │

  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury
> Enter
  Deep learning interview basics › Optimisati… 2 done · 20 cards left · choice

  What is the idea of backpropagation?

  Which of these belongs to the answer?
    1 Define δˡ = ∂L/∂zˡ
    2 The last two make inference more expensive
    3 A layer of n units has n! equivalent orderings
    4 Too large and training oscillates or diverges














  1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit
> u
  Deep learning interview basics › Regularisa… 1 done · 20 cards left · choice

  Why does dropout reduce overfitting?
  ────────────────────────────────────────────────────────────── 1–17 of 51 ──
  ✓ 1 Fragile combinations that memorise training samples become rarer         ┃
  ✗ 2 Change one thing at a time and record every experiment                   ┃
    3 If a suitable pre-trained model exists, take its weights                 ┃
    4 A sigmoid layer followed by element-wise multiplication                  ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  In every training step a random part of the units is switched off, so the    ┃
  network cannot rely on a fixed team of units and must learn more             │
  distributed, robust features. It amounts to training a huge number of        │
  weight-sharing sub-networks and approximately averaging them at test time,   │
  and can also be seen as regularisation by noise.                             │
                                                                               │
  ▪ How it works: Each forward pass draws an independent mask m for every      │
    unit, 0 (dropped) with probability p and 1 with probability 1 − p; a       │
    dropped unit gives no output in that step and passes no gradient.          │
  ▪ Breaking co-adaptation: Since its partners may vanish at any time, a unit  │
    cannot specialise in correcting the mistakes of others and has to be       │
    useful on its own; fragile combinations that memorise training samples     │

  ›1 Again 1m    2 –    3 –    4 –
  Undone: Again · Why does dropout reduce overfitting?
> L
  深度学习面试基础 › 正则化与归一化            1 done · 20 cards left · choice

  Dropout 为什么可以缓解过拟合？
  ────────────────────────────────────────────────────────────── 1–17 of 38 ──
  ✓ 1 Fragile combinations that memorise training samples become rarer         ┃
  ✗ 2 Change one thing at a time and record every experiment                   ┃
    3 If a suitable pre-trained model exists, take its weights                 ┃
    4 A sigmoid layer followed by element-wise multiplication                  ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  训练时每一步都随机关掉一部分单元，网络无法依赖某几个单元的固定搭配，只能学出 ┃
  更分散、更稳健的特征。这相当于同时训练大量共享权重的子网络，测试时再近似地取 ┃
  平均，也可以看作注入噪声的正则化。                                           ┃
                                                                               │
  ▪ 做法：每次前向都为每个单元独立抽一个掩码 m，以概率 p 取 0（丢弃）、以概率  │
    1 − p 取 1；被丢弃的单元这一步不输出，也没有梯度流过。                     │
  ▪ 打破共适应：一个单元的搭档随时可能消失，它就不能专门去修补别人的错误，必须 │
    自己提供有用的信息，死记训练样本的脆弱组合因此变少。                       │
  ▪ 集成视角：n 个单元对应 2ⁿ 个共享权重的子网络，每个样本每一步随机训练其中一 │
    个；测试时用完整网络一次前向，近似这些子网络的平均预测，而平均会降低方差。 │
    对深层非线性网络这只是近似。                                               │
  ▪ 噪声视角：乘性噪声相当于在特征上做数据增强；在线性回归中，它的期望效果恰好 │

  ›1 Again 1m    2 –    3 –    4 –
  Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury
