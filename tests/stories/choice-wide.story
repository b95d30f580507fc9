size 120x40
lang en
deck transformer
set mode choice
study
> Down
              Deep learning interview basics › Optimisation and training   0 done · 20 cards left · choice

              Why is the loss of a neural network non-convex?

              Which of these belongs to the answer?
                1 Weight decay, dropout rate, strength of data augmentation, label smoothing, patience of
                  early stopping
                2 The whole data set at once and one sample at a time are the two extremes, and neither
                  usually pays
                3 The error signal is a product of many Jacobians, so it tends to vanish or explode in
                  deep networks
                4 Over-parameterisation, good initialisation, momentum and the noise of SGD usually lead
                  to a good enough solution


























              1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit  : all actions
> 1
              Deep learning interview basics › Optimisation and training   0 done · 20 cards left · choice

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 37 ──
              ✗ 1 Weight decay, dropout rate, strength of data augmentation, label smoothing, patience of              ┃
                  early stopping                                                                                       ┃
                2 The whole data set at once and one sample at a time are the two extremes, and neither                ┃
                  usually pays                                                                                         ┃
                3 The error signal is a product of many Jacobians, so it tends to vanish or explode in                 ┃
                  deep networks                                                                                        ┃
              ✓ 4 Over-parameterisation, good initialisation, momentum and the noise of SGD usually lead               ┃
                  to a good enough solution                                                                            ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              Because the weights of successive layers are multiplied together and passed through                      ┃
              nonlinearities, and because hidden units can be swapped: swapping gives a different                      ┃
              parameter vector with exactly the same loss, yet the midpoint between the two is usually                 ┃
              worse. A convex function does not allow that, so the loss is non-convex in the parameters.               ┃
                                                                                                                       ┃
              ▪ Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all                 ┃
                points a, b and all λ ∈ [0,1]. A convex function may have several minimisers, but together             ┃
                they form a convex set; so finding two equally good optima proves nothing until you look               ┃
                at the midpoint.                                                                                       ┃
              ▪ Permutation symmetry: Swap two units of a hidden layer together with their incoming and                ┃
                outgoing weights, and the network computes the same function. A layer of n units has n!                ┃
                equivalent orderings; with tanh, each unit can also flip the sign of its incoming weights,             ┃
                bias and outgoing weights together.                                                                    ┃
              ▪ Midpoint argument: Take an optimum in which two units differ and average it with its                   ┃
                swapped copy. The two units now have identical incoming weights, so the network behaves                ┃
                like one with a unit fewer. If that smaller network cannot reach the minimum, the midpoint             ┃
                has strictly higher loss, which contradicts convexity.                                                 ┃
              ▪ Smallest example: A linear network with two weights fitting x = 1, y = 1 has the loss                  ┃
                L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1 at their midpoint (0,0):                  ┃
                multiplying weights is enough to destroy convexity.                                                    ┃
              ▪ Where convexity does hold: Squared error and cross-entropy (as a function of the logits)               │
                are convex in the network's output, so linear and logistic regression, which have no                   │
                hidden layer, are convex problems. The non-convexity comes from the map from parameters to             │
                output.                                                                                                │

              ›1 Again 1m    2 –    3 –    4 –
              Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> 3
              Deep learning interview basics › Regularisation and normali… 1 done · 20 cards left · choice

              Why does dropout reduce overfitting?

              Which of these belongs to the answer?
                1 Fragile combinations that memorise training samples become rarer
                2 Change one thing at a time and record every experiment
                3 If a suitable pre-trained model exists, take its weights
                4 A sigmoid layer followed by element-wise multiplication






























              Such an answer proves no more than “Again”.
> 2
              Deep learning interview basics › Regularisation and normali… 1 done · 20 cards left · choice

              Why does dropout reduce overfitting?
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 45 ──
              ✓ 1 Fragile combinations that memorise training samples become rarer                                     ┃
              ✗ 2 Change one thing at a time and record every experiment                                               ┃
                3 If a suitable pre-trained model exists, take its weights                                             ┃
                4 A sigmoid layer followed by element-wise multiplication                                              ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              In every training step a random part of the units is switched off, so the network cannot                 ┃
              rely on a fixed team of units and must learn more distributed, robust features. It amounts               ┃
              to training a huge number of weight-sharing sub-networks and approximately averaging them at             ┃
              test time, and can also be seen as regularisation by noise.                                              ┃
                                                                                                                       ┃
              ▪ How it works: Each forward pass draws an independent mask m for every unit, 0 (dropped)                ┃
                with probability p and 1 with probability 1 − p; a dropped unit gives no output in that                ┃
                step and passes no gradient.                                                                           ┃
              ▪ Breaking co-adaptation: Since its partners may vanish at any time, a unit cannot                       ┃
                specialise in correcting the mistakes of others and has to be useful on its own; fragile               ┃
                combinations that memorise training samples become rarer.                                              ┃
              ▪ Ensemble view: n units give 2ⁿ sub-networks with shared weights, and every step trains a               ┃
                random one of them for each sample. At test time one forward pass of the full network                  ┃
                approximates their average prediction, and averaging lowers the variance. For deep                     ┃
                nonlinear networks this is only an approximation.                                                      ┃
              ▪ Noise view: Multiplicative noise acts like data augmentation on the features; in linear                ┃
                regression its expected effect is exactly an L2 penalty scaled by the data.                            ┃
              ▪ Inverted scaling: Divide the kept units by 1 − p during training so that the expectation               ┃
                stays the same, 𝔼[h′] = h, and do nothing at test time; the early form did not rescale in              ┃
                training and multiplied the weights by 1 − p at test time. If you forget to switch to                  │
                evaluation mode, predictions are random.                                                               │
              ▪ How to use it: Often p = 0.5 in fully connected layers and 0.1 to 0.3 elsewhere.                       │
                Neighbouring pixels of a convolutional feature are correlated, so drop whole channels or               │
                blocks instead (SpatialDropout, DropBlock); in RNNs, apply it to non-recurrent connections             │
                or use one mask for all time steps. It slows convergence and does not help against                     │
                underfitting.                                                                                          │
              ▪ Together with BN: Dropout makes the variance of activations differ between training and                │
                test, while BN at inference uses running statistics from training, so the two no longer                │

              ›1 Again 1m    2 –    3 –    4 –
              Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> Enter
              Deep learning interview basics › Optimisation and training   2 done · 20 cards left · choice

              What is the idea of backpropagation?

              Which of these belongs to the answer?
                1 Define δˡ = ∂L/∂zˡ
                2 The last two make inference more expensive
                3 A layer of n units has n! equivalent orderings
                4 Too large and training oscillates or diverges






























              1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit  : all actions
> u
              Deep learning interview basics › Regularisation and normali… 1 done · 20 cards left · choice

              Why does dropout reduce overfitting?
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 45 ──
              ✓ 1 Fragile combinations that memorise training samples become rarer                                     ┃
              ✗ 2 Change one thing at a time and record every experiment                                               ┃
                3 If a suitable pre-trained model exists, take its weights                                             ┃
                4 A sigmoid layer followed by element-wise multiplication                                              ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              In every training step a random part of the units is switched off, so the network cannot                 ┃
              rely on a fixed team of units and must learn more distributed, robust features. It amounts               ┃
              to training a huge number of weight-sharing sub-networks and approximately averaging them at             ┃
              test time, and can also be seen as regularisation by noise.                                              ┃
                                                                                                                       ┃
              ▪ How it works: Each forward pass draws an independent mask m for every unit, 0 (dropped)                ┃
                with probability p and 1 with probability 1 − p; a dropped unit gives no output in that                ┃
                step and passes no gradient.                                                                           ┃
              ▪ Breaking co-adaptation: Since its partners may vanish at any time, a unit cannot                       ┃
                specialise in correcting the mistakes of others and has to be useful on its own; fragile               ┃
                combinations that memorise training samples become rarer.                                              ┃
              ▪ Ensemble view: n units give 2ⁿ sub-networks with shared weights, and every step trains a               ┃
                random one of them for each sample. At test time one forward pass of the full network                  ┃
                approximates their average prediction, and averaging lowers the variance. For deep                     ┃
                nonlinear networks this is only an approximation.                                                      ┃
              ▪ Noise view: Multiplicative noise acts like data augmentation on the features; in linear                ┃
                regression its expected effect is exactly an L2 penalty scaled by the data.                            ┃
              ▪ Inverted scaling: Divide the kept units by 1 − p during training so that the expectation               ┃
                stays the same, 𝔼[h′] = h, and do nothing at test time; the early form did not rescale in              ┃
                training and multiplied the weights by 1 − p at test time. If you forget to switch to                  │
                evaluation mode, predictions are random.                                                               │
              ▪ How to use it: Often p = 0.5 in fully connected layers and 0.1 to 0.3 elsewhere.                       │
                Neighbouring pixels of a convolutional feature are correlated, so drop whole channels or               │
                blocks instead (SpatialDropout, DropBlock); in RNNs, apply it to non-recurrent connections             │
                or use one mask for all time steps. It slows convergence and does not help against                     │
                underfitting.                                                                                          │
              ▪ Together with BN: Dropout makes the variance of activations differ between training and                │
                test, while BN at inference uses running statistics from training, so the two no longer                │

              ›1 Again 1m    2 –    3 –    4 –
              Undone: Again · Why does dropout reduce overfitting?
> L
              深度学习面试基础 › 正则化与归一化                            1 done · 20 cards left · choice

              Dropout 为什么可以缓解过拟合？
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 36 ──
              ✓ 1 Fragile combinations that memorise training samples become rarer                                     ┃
              ✗ 2 Change one thing at a time and record every experiment                                               ┃
                3 If a suitable pre-trained model exists, take its weights                                             ┃
                4 A sigmoid layer followed by element-wise multiplication                                              ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              训练时每一步都随机关掉一部分单元，网络无法依赖某几个单元的固定搭配，只能学出更分散、更稳健的             ┃
              特征。这相当于同时训练大量共享权重的子网络，测试时再近似地取平均，也可以看作注入噪声的正则               ┃
              化。                                                                                                     ┃
                                                                                                                       ┃
              ▪ 做法：每次前向都为每个单元独立抽一个掩码 m，以概率 p 取 0（丢弃）、以概率 1 − p 取 1；被丢             ┃
                弃的单元这一步不输出，也没有梯度流过。                                                                 ┃
              ▪ 打破共适应：一个单元的搭档随时可能消失，它就不能专门去修补别人的错误，必须自己提供有用的信             ┃
                息，死记训练样本的脆弱组合因此变少。                                                                   ┃
              ▪ 集成视角：n 个单元对应 2ⁿ 个共享权重的子网络，每个样本每一步随机训练其中一个；测试时用完整             ┃
                网络一次前向，近似这些子网络的平均预测，而平均会降低方差。对深层非线性网络这只是近似。                 ┃
              ▪ 噪声视角：乘性噪声相当于在特征上做数据增强；在线性回归中，它的期望效果恰好是一个随数据缩放             ┃
                的 L2 惩罚。                                                                                           ┃
              ▪ 倒置缩放：训练时把保留的单元除以 1 − p，使期望不变，即 𝔼[h′] = h，测试时什么都不用做；早期             ┃
                的写法是训练时不缩放，测试时把权重乘以 1 − p。测试时忘记切换到评估模式，预测就会带随机噪               ┃
                声。                                                                                                   ┃
              ▪ 怎么用：全连接层常取 p = 0.5，其他位置多用 0.1 到 0.3；卷积特征的邻近像素相关，改为整通道              ┃
                或整块丢弃（SpatialDropout、DropBlock）；RNN 用在非循环连接上，或各时刻共用同一个掩码。它              ┃
                会放慢收敛，对欠拟合没有帮助。                                                                         ┃
              ▪ 与 BN 同用：Dropout 使激活的方差在训练和测试时不同，而 BN 推理时沿用训练期的滑动统计量，二             ┃
                者会错位。稳妥的做法是把 Dropout 放在最后一个 BN 之后，或者只用其一。                                  ┃
                                                                                                                       ┃
                      m ⊙ h                                                                                            ┃
                h′ = ───────                                                                                           ┃
                      1 − p                                                                                            ┃
                                                                                                                       ┃
              ┊ python                                                                                                 │
              ┊ def dropout(h, p, training):                                                                           │
              ┊     if not training:                                                                                   │

              ›1 Again 1m    2 –    3 –    4 –
              Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
