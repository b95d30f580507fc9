size 120x40
lang en
deck transformer
set mode choice
study
> Down
              Deep learning interview basics › Optimisation and training   0 done · 20 cards left · choice

              Why is the loss of a neural network non-convex?

              Which of these belongs to the answer?
                1 A parameter used in several places, such as a kernel or a recurrent matrix, gets the sum
                  of the gradients from all of them
                2 Swapping two hidden units with their incoming and outgoing weights leaves the function
                  as it was, so a layer of n units has n! equivalent orderings
                3 Mostly not in pre-training: most data are seen about once, so there is little to
                  overfit, and capacity is what is short
                4 Convolutions run as large matrix products, and without dense layers, or with global
                  pooling, inputs of any size can be read


























              1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit  : all actions
> 1
              Deep learning interview basics › Optimisation and training   0 done · 20 cards left · choice

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 37 ──
              ✗ 1 A parameter used in several places, such as a kernel or a recurrent matrix, gets the sum             ┃
                  of the gradients from all of them                                                                    ┃
              ✓ 2 Swapping two hidden units with their incoming and outgoing weights leaves the function               ┃
                  as it was, so a layer of n units has n! equivalent orderings                                         ┃
                3 Mostly not in pre-training: most data are seen about once, so there is little to                     ┃
                  overfit, and capacity is what is short                                                               ┃
                4 Convolutions run as large matrix products, and without dense layers, or with global                  ┃
                  pooling, inputs of any size can be read                                                              ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              Successive layers multiply weights, and hidden units can be swapped without changing the                 ┃
              function; the point midway between two such equal solutions is usually worse, which a convex             ┃
              function does not allow.                                                                                 ┃
                                                                                                                       ┃
              ▪ Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a,              ┃
                b and λ ∈ [0,1]; its minimisers then form a convex set.                                                ┃
              ▪ Permutation symmetry: Swapping two hidden units with their incoming and outgoing weights               ┃
                leaves the function as it was, so a layer of n units has n! equivalent orderings.                      ┃
              ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two units identical;               ┃
                if one unit fewer cannot reach the minimum, the midpoint has a strictly higher loss.                   ┃
              ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their                    ┃
                midpoint (0,0).                                                                                        ┃
              ▪ Where convexity holds: Squared error and cross-entropy are convex in the network's outputs             ┃
                (the logits), so without hidden layers, as in logistic regression, the problem is convex.              ┃
                                                                                                                       ┃
              Bonus:                                                                                                   ┃
                                                                                                                       ┃
              ▪ Sign symmetry: With tanh, a unit's incoming weights, bias and outgoing weights can change              ┃
                sign together, which gives 2ⁿ times as many copies.                                                    ┃
                                                                                                                       ┃
              Mistakes:                                                                                                │
                                                                                                                       │
              ▪ Two different optima of equal loss prove that it is non-convex. → A convex function may                │
                have many minimisers; only a worse point between two of them is a proof.                               │

              ›1 Again 1m    2 –    3 –    4 –
              Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> 3
              Deep learning interview basics › Regularisation and normali… 1 done · 20 cards left · choice

              Why does dropout reduce overfitting?

              Which of these belongs to the answer?
                1 Not in training: both depend on every example, so each input's gradient has terms
                  through both
                2 Subtracting the mean cancels a bias of the layer just before, so it can be left out
                3 Where each decision must be justified, as in credit, linear models, scorecards and small
                  trees fit better
                4 Random masks act like augmentation of the features: the same example never looks quite
                  the same



























              Such an answer proves no more than “Again”.
> 2
              Deep learning interview basics › Regularisation and normali… 1 done · 20 cards left · choice

              Why does dropout reduce overfitting?
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 40 ──
                1 Not in training: both depend on every example, so each input's gradient has terms                    ┃
                  through both                                                                                         ┃
              ✗ 2 Subtracting the mean cancels a bias of the layer just before, so it can be left out                  ┃
                3 Where each decision must be justified, as in credit, linear models, scorecards and small             ┃
                  trees fit better                                                                                     ┃
              ✓ 4 Random masks act like augmentation of the features: the same example never looks quite               ┃
                  the same                                                                                             ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              In every training step random units are switched off, so none can rely on certain partners               ┃
              and features become more robust. It resembles training many sub-networks with shared weights             ┃
              and averaging them at test time.                                                                         ┃
                                                                                                                       ┃
              ▪ Co-adaptation: Since its partners may vanish at any time, a unit cannot specialise in                  ┃
                correcting others and must be useful by itself.                                                        ┃
              ▪ Ensemble: n units have 2ⁿ sub-networks; each step trains one of them for every example,                ┃
                and averaging lowers variance.                                                                         ┃
              ▪ Noise: Random masks act like augmentation of the features: the same example never looks                ┃
                quite the same.                                                                                        ┃
              ▪ Mode: Masks belong to training only; a model left in training mode gives random                        ┃
                predictions.                                                                                           ┃
              ▪ Where: Rates near 0.5 in wide dense layers, 0.1 to 0.3 elsewhere; convolutions drop whole              ┃
                channels or blocks, because neighbouring pixels tell the same.                                         ┃
                                                                                                                       ┃
              Bonus:                                                                                                   ┃
                                                                                                                       ┃
              ▪ Recurrent layers: The mask stands on non-recurrent connections or stays the same for all               ┃
                steps, or it would erase the memory.                                                                   ┃
              ▪ With BN: Dropout before BN gives other variances in training than at test, so it belongs               │
                behind the last BN.                                                                                    │
                                                                                                                       │
              Mistakes:                                                                                                │
                                                                                                                       │
              ▪ More dropout is safer. → It takes capacity away; at too high a rate even the training                  │

              ›1 Again 1m    2 –    3 –    4 –
              Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
> Enter
              Deep learning interview basics › Optimisation and training   2 done · 20 cards left · choice

              What is the idea of backpropagation?

              Which of these belongs to the answer?
                1 Whether sharp minima are the reason is debated
                2 Change one thing at a time and record every run
                3 A batch adds or averages these outer products
                4 Regularisation moves up once the model overfits






























              1 pick  ? help  u undo  q back  L 中文  s suspend  M mode  e edit  : all actions
> u
              Deep learning interview basics › Regularisation and normali… 1 done · 20 cards left · choice

              Why does dropout reduce overfitting?
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 40 ──
                1 Not in training: both depend on every example, so each input's gradient has terms                    ┃
                  through both                                                                                         ┃
              ✗ 2 Subtracting the mean cancels a bias of the layer just before, so it can be left out                  ┃
                3 Where each decision must be justified, as in credit, linear models, scorecards and small             ┃
                  trees fit better                                                                                     ┃
              ✓ 4 Random masks act like augmentation of the features: the same example never looks quite               ┃
                  the same                                                                                             ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              In every training step random units are switched off, so none can rely on certain partners               ┃
              and features become more robust. It resembles training many sub-networks with shared weights             ┃
              and averaging them at test time.                                                                         ┃
                                                                                                                       ┃
              ▪ Co-adaptation: Since its partners may vanish at any time, a unit cannot specialise in                  ┃
                correcting others and must be useful by itself.                                                        ┃
              ▪ Ensemble: n units have 2ⁿ sub-networks; each step trains one of them for every example,                ┃
                and averaging lowers variance.                                                                         ┃
              ▪ Noise: Random masks act like augmentation of the features: the same example never looks                ┃
                quite the same.                                                                                        ┃
              ▪ Mode: Masks belong to training only; a model left in training mode gives random                        ┃
                predictions.                                                                                           ┃
              ▪ Where: Rates near 0.5 in wide dense layers, 0.1 to 0.3 elsewhere; convolutions drop whole              ┃
                channels or blocks, because neighbouring pixels tell the same.                                         ┃
                                                                                                                       ┃
              Bonus:                                                                                                   ┃
                                                                                                                       ┃
              ▪ Recurrent layers: The mask stands on non-recurrent connections or stays the same for all               ┃
                steps, or it would erase the memory.                                                                   ┃
              ▪ With BN: Dropout before BN gives other variances in training than at test, so it belongs               │
                behind the last BN.                                                                                    │
                                                                                                                       │
              Mistakes:                                                                                                │
                                                                                                                       │
              ▪ More dropout is safer. → It takes capacity away; at too high a rate even the training                  │

              ›1 Again 1m    2 –    3 –    4 –
              Undone: Again · Why does dropout reduce overfitting?
> L
              深度学习面试基础 › 正则化与归一化                            1 done · 20 cards left · choice

              Dropout 为什么可以缓解过拟合？
              ────────────────────────────────────────────────────────────────────────────────────────────
                1 Not in training: both depend on every example, so each input's gradient has terms
                  through both
              ✗ 2 Subtracting the mean cancels a bias of the layer just before, so it can be left out
                3 Where each decision must be justified, as in credit, linear models, scorecards and small
                  trees fit better
              ✓ 4 Random masks act like augmentation of the features: the same example never looks quite
                  the same
              ────────────────────────────────────────────────────────────────────────────────────────────
              训练时每一步随机关掉一部分单元，谁也不能依赖固定的搭档，特征因此更稳健；相当于训练许多共享权
              重的子网络，测试时取平均。

              ▪ 共适应：搭档随时可能消失，单元就不能专门修补别人，自己必须有用。
              ▪ 集成：n 个单元有 2ⁿ 个子网络，每个样本每一步训练其中一个，平均能降低方差。
              ▪ 噪声：随机掩码相当于对特征做增强：同一个样本每次看上去都不一样。
              ▪ 模式：掩码只属于训练；忘了切到评估模式，预测就是随机的。
              ▪ 用在哪里：宽的全连接层常取 0.5，别处取 0.1 到 0.3；卷积改丢整个通道或整块，因为相邻像素信
                息相近。

              加分：

              ▪ 循环层：掩码放在非循环连接上，或各时刻共用一个，否则会抹掉记忆。
              ▪ 与 BN 同用：Dropout 放在 BN 之前会使训练和测试的方差不一致，应放在最后一个 BN 之后。

              误区：

              ▪ Dropout 越多越安全。→ 它减少容量，比例太高时训练误差也会上升。
              ▪ 测试时它会自动关闭。→ 在常用框架里，只有切到评估模式才会关闭。

              来源：Srivastava et al. 2014；Tompson et al. 2015（通道）；Ghiasi et al. 2018（块）；Gal and
              Ghahramani 2016（循环网络）；Li et al. 2019（与批归一化同用）。




              ›1 Again 1m    2 –    3 –    4 –
              Enter as suggested  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
