size 120x40
lang zh
deck transformer
set mode choice
study
> Down
              深度学习面试基础 › 优化与训练                                     已答 0 · 剩余 20 张 · 选择

              神经网络的损失函数为什么是非凸的？

              下面哪一条属于答案？
                1 标准差取 1、输入几百维时，tanh 会饱和，ReLU 的激活会爆炸
                2 B 个样本的平均梯度，标准差按 1/√B 下降，计算量却按 B 增长
                3 L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1
                4 动量 0.9 和 Adam 的 β₁ = 0.9、ϵ = 10⁻⁸ 多半不动






























              1 选择  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑  : 全部操作
> 1
              深度学习面试基础 › 优化与训练                                     已答 0 · 剩余 20 张 · 选择

              神经网络的损失函数为什么是非凸的？
              ────────────────────────────────────────────────────────────────────────────────────────────
              ✗ 1 标准差取 1、输入几百维时，tanh 会饱和，ReLU 的激活会爆炸
                2 B 个样本的平均梯度，标准差按 1/√B 下降，计算量却按 B 增长
              ✓ 3 L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1
                4 动量 0.9 和 Adam 的 β₁ = 0.9、ϵ = 10⁻⁸ 多半不动
              ────────────────────────────────────────────────────────────────────────────────────────────
              各层权重相乘，隐藏单元又可以互换而不改变函数；这样两组等价参数的中点一般更差，而凸函数不允许
              这种情况。

              ▪ 凸的定义：若对任意 a、b 和 λ ∈ [0,1] 都有 L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b)，则 L 是
                凸的；它的全体最优点构成凸集。
              ▪ 置换对称性：交换两个隐藏单元，连同输入、输出权重，函数不变；一层 n 个单元就有 n! 种等价排
                列。
              ▪ 中点论证：把最优解与互换后的解取平均，两个单元变得相同；若少一个单元达不到最小值，中点的损
                失便严格更高。
              ▪ 最小的例子：L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1。
              ▪ 凸在哪里：均方误差和交叉熵对网络输出（logits）是凸的，所以没有隐藏层的问题（如逻辑回归）是
                凸的。

              加分：

              ▪ 符号对称：激活为 tanh 时，单元的输入权重、偏置和输出权重可以一起变号，等价的解再多 2ⁿ 倍。

              误区：

              ▪ 两个损失相等的不同最优点就证明了非凸。→ 凸函数可以有许多最优点；只有两点之间存在更差的点才
                算证明。
              ▪ 是交叉熵让损失变得非凸。→ 交叉熵对 logits 是凸的；非凸来自它前面从权重到 logits 的映射。

              来源：Boyd and Vandenberghe 2004，§3.1；Goodfellow et al. 2016，§8.2.2。





              ›1 重来 1分    2 –    3 –    4 –
              Enter 采纳建议  ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑
> 3
              深度学习面试基础 › 正则化与归一化                                 已答 1 · 剩余 20 张 · 选择

              Dropout 为什么可以缓解过拟合？

              下面哪一条属于答案？
                1 取 γ = √(σ_B^2+ϵ)、β = μ_B 时，这一层就是恒等映射
                2 n 个单元有 2ⁿ 个子网络，每个样本每一步训练其中一个，平均能降低方差
                3 L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1
                4 训练时不能：二者都依赖批内每个样本，所以每个输入的梯度都有经过它们的项






























              这样作答最多只能算“重来”。
> 2
              深度学习面试基础 › 正则化与归一化                                 已答 1 · 剩余 20 张 · 选择

              Dropout 为什么可以缓解过拟合？
              ────────────────────────────────────────────────────────────────────────────────────────────
                1 取 γ = √(σ_B^2+ϵ)、β = μ_B 时，这一层就是恒等映射
              ✓ 2 n 个单元有 2ⁿ 个子网络，每个样本每一步训练其中一个，平均能降低方差
                3 L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1
                4 训练时不能：二者都依赖批内每个样本，所以每个输入的梯度都有经过它们的项
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







              1 重来 1分    ›2 困难 6分    3 –    4 –
              Enter 采纳建议  ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑
> Enter
              深度学习面试基础 › 优化与训练                                     已答 2 · 剩余 20 张 · 选择

              反向传播的思想是什么？

              下面哪一条属于答案？
                1 β₂ 默认 0.999，语言模型大多用 0.95
                2 K 类均衡、softmax 交叉熵时应约为 ln K
                3 一批样本则把这些外积相加或取平均
                4 残差分支的输出矩阵还要除以分支数的平方根






























              1 选择  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑  : 全部操作
> u
              深度学习面试基础 › 正则化与归一化                                 已答 1 · 剩余 20 张 · 选择

              Dropout 为什么可以缓解过拟合？
              ────────────────────────────────────────────────────────────────────────────────────────────
                1 取 γ = √(σ_B^2+ϵ)、β = μ_B 时，这一层就是恒等映射
              ✓ 2 n 个单元有 2ⁿ 个子网络，每个样本每一步训练其中一个，平均能降低方差
                3 L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1
                4 训练时不能：二者都依赖批内每个样本，所以每个输入的梯度都有经过它们的项
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







              1 重来 1分    ›2 困难 6分    3 –    4 –
              已撤销：困难 · Dropout 为什么可以缓解过拟合？
> L
              Deep learning interview basics › Regularisation and normalisation 已答 1 · 剩余 20 张 · 选择

              Why does dropout reduce overfitting?
              ──────────────────────────────────────────────────────────────────── 第 1–33 行，共 37 行 ──
                1 取 γ = √(σ_B^2+ϵ)、β = μ_B 时，这一层就是恒等映射                                                    ┃
              ✓ 2 n 个单元有 2ⁿ 个子网络，每个样本每一步训练其中一个，平均能降低方差                                   ┃
                3 L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1                               ┃
                4 训练时不能：二者都依赖批内每个样本，所以每个输入的梯度都有经过它们的项                               ┃
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
              ▪ With BN: Dropout before BN gives other variances in training than at test, so it belongs               ┃
                behind the last BN.                                                                                    ┃
                                                                                                                       ┃
              Mistakes:                                                                                                ┃
                                                                                                                       ┃
              ▪ More dropout is safer. → It takes capacity away; at too high a rate even the training                  │
                error rises.                                                                                           │
              ▪ It switches itself off at test time. → Only evaluation mode does that in the usual                     │
                frameworks.                                                                                            │

              1 重来 1分    ›2 困难 6分    3 –    4 –
              Enter 采纳建议  ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑
