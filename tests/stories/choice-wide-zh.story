size 120x40
lang zh
deck transformer
set mode choice
study
> Down
              深度学习面试基础 › 优化与训练                                     已答 0 · 剩余 20 张 · 选择

              神经网络的损失函数为什么是非凸的？

              下面哪一条属于答案？
                1 高维空间里鞍点和平坦区通常比很差的局部极小更常见，由对称性产生的等价极小则无害
                2 取 Var(w) = 2/(nᵢₙ+nₒᵤₜ)，兼顾前向激活和反向梯度的方差
                3 ∂L/∂Wˡ = δˡ(aˡ⁻¹)ᵀ，∂L/∂bˡ = δˡ
                4 像素组成边缘再组成物体，音素组成音节再组成单词，字词组成短语再组成句子，相邻元素的关系最
                  密切





























              1 选择  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑  : 全部操作
> 1
              深度学习面试基础 › 优化与训练                                     已答 0 · 剩余 20 张 · 选择

              神经网络的损失函数为什么是非凸的？
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✓ 1 高维空间里鞍点和平坦区通常比很差的局部极小更常见，由对称性产生的等价极小则无害
                2 取 Var(w) = 2/(nᵢₙ+nₒᵤₜ)，兼顾前向激活和反向梯度的方差
                3 ∂L/∂Wˡ = δˡ(aˡ⁻¹)ᵀ，∂L/∂bˡ = δˡ
                4 像素组成边缘再组成物体，音素组成音节再组成单词，字词组成短语再组成句子，相邻元素的关系最
                  密切
              ────────────────────────────────────────────────────────────────────────────────────────────
              因为各层参数在网络里相乘再经过非线性，而且隐藏单元可以互换：互换后得到另一组损失完全相同的参
              数，可这两组参数的中点一般更差。凸函数不允许出现这种情况，所以损失关于参数是非凸的。

              ▪ 凸的定义：若对任意两点 a、b 和 λ ∈ [0,1] 都有 L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b)，则 L
                是凸的。凸函数的最优点不一定唯一，但全体最优点构成凸集，所以仅凭“存在两个等值的最优点”还不
                能证明非凸，必须再看中点。
              ▪ 置换对称性：交换同一隐藏层的两个单元，连同它们的输入、输出权重，网络表示的函数不变。一层有
                n 个单元，就有 n! 种等价排列；激活为 tanh 时，每个单元的输入、输出权重（连同偏置）还可以一
                起变号。
              ▪ 中点论证：设最优解中的两个单元不同，把它和互换后的解取平均，这两个单元的输入权重变得相同，
                网络退化成少一个单元的网络。如果少一个单元就达不到原来的最小损失，中点的损失便严格更高，与
                凸性矛盾。
              ▪ 最小的例子：只有两个权重的线性网络拟合 x = 1、y = 1，损失为 L(u, v) = (1 − uv)²。点 (1,1)
                与 (−1, −1) 的损失都是 0，中点 (0,0) 的损失却是 1，可见仅仅是权重相乘就足以破坏凸性。
              ▪ 凸在哪里：均方误差和交叉熵（取 logits 为自变量）对网络输出是凸的，所以没有隐藏层的线性回
                归、逻辑回归是凸问题；非凸来自“参数到输出”的那一段映射。
              ▪ 实际影响：梯度下降没有全局最优的保证；高维空间里鞍点和平坦区通常比很差的局部极小更常见，由
                对称性产生的等价极小则无害。过参数化、好的初始化、动量和 SGD 的噪声使训练在实践中通常能找
                到足够好的解。









              1 重来 1分    ›2 困难 6分    3 –    4 –
              Enter 采纳建议  ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑
> 3
              深度学习面试基础 › 正则化与归一化                                 已答 1 · 剩余 20 张 · 选择

              Dropout 为什么可以缓解过拟合？

              下面哪一条属于答案？
                1 内存和计算开销大，优化也更困难
                2 矩阵并行又让它比逐个样本快得多
                3 标注少时用迁移学习或自监督预训练
                4 对深层非线性网络这只是近似






























              这样作答最多只能算“困难”。
> 2
              深度学习面试基础 › 正则化与归一化                                 已答 1 · 剩余 20 张 · 选择

              Dropout 为什么可以缓解过拟合？
              ──────────────────────────────────────────────────────────────────── 第 1–33 行，共 36 行 ──
                1 内存和计算开销大，优化也更困难                                                                       ┃
              ✗ 2 矩阵并行又让它比逐个样本快得多                                                                       ┃
                3 标注少时用迁移学习或自监督预训练                                                                     ┃
              ✓ 4 对深层非线性网络这只是近似                                                                           ┃
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

              ›1 重来 1分    2 –    3 –    4 –
              Enter 采纳建议  ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑
> Enter
              深度学习面试基础 › 优化与训练                                     已答 2 · 剩余 20 张 · 选择

              反向传播的思想是什么？

              下面哪一条属于答案？
                1 定义 δˡ = ∂L/∂zˡ
                2 整个数据集一批和一次一个样本是两个极端，通常都不划算
                3 固定随机种子便于复现，差距很小时换几个种子比较
                4 太大会震荡甚至发散，太小则收敛慢、在有限的步数里欠拟合






























              1 选择  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑  : 全部操作
> u
              深度学习面试基础 › 正则化与归一化                                 已答 1 · 剩余 20 张 · 选择

              Dropout 为什么可以缓解过拟合？
              ──────────────────────────────────────────────────────────────────── 第 1–33 行，共 36 行 ──
                1 内存和计算开销大，优化也更困难                                                                       ┃
              ✗ 2 矩阵并行又让它比逐个样本快得多                                                                       ┃
                3 标注少时用迁移学习或自监督预训练                                                                     ┃
              ✓ 4 对深层非线性网络这只是近似                                                                           ┃
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

              ›1 重来 1分    2 –    3 –    4 –
              已撤销：重来 · Dropout 为什么可以缓解过拟合？
> L
              Deep learning interview basics › Regularisation and normalisation 已答 1 · 剩余 20 张 · 选择

              Why does dropout reduce overfitting?
              ──────────────────────────────────────────────────────────────────── 第 1–33 行，共 45 行 ──
                1 内存和计算开销大，优化也更困难                                                                       ┃
              ✗ 2 矩阵并行又让它比逐个样本快得多                                                                       ┃
                3 标注少时用迁移学习或自监督预训练                                                                     ┃
              ✓ 4 对深层非线性网络这只是近似                                                                           ┃
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

              ›1 重来 1分    2 –    3 –    4 –
              Enter 采纳建议  ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑
