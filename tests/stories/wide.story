size 120x40
lang zh
>
              backprop                                                                          2026-11-22
              深度学习面试抽认卡

              今天  20 新卡   约 15 分钟

                卡组                                                              新卡  学习中  到期  卡片
              > 深度学习面试基础                                                    20       0     0    23

























              Enter 学习：看问题，说出答案，再显示答案并给自己打分；立即保存，u 撤销。
              b 查找卡片：修改、暂停、设定日期。L 是 English，: 列出全部操作，? 列出按键。
              自己的笔记：backprop import 笔记.md 加入卡组，backprop study 笔记.md 只看一次。




              Enter 学习  a 全部学习  p 面试计划  ? 帮助  b 浏览  i 模拟面试  q 退出  L English  , 设置
> Enter Space
              深度学习面试基础 › 优化与训练                                            已答 0 · 剩余 20 张

              神经网络的损失函数为什么是非凸的？
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















              1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
              ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑  : 全部操作
> L
              Deep learning interview basics › Optimisation and training               已答 0 · 剩余 20 张

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Because the weights of successive layers are multiplied together and passed through
              nonlinearities, and because hidden units can be swapped: swapping gives a different
              parameter vector with exactly the same loss, yet the midpoint between the two is usually
              worse. A convex function does not allow that, so the loss is non-convex in the parameters.

              ▪ Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                points a, b and all λ ∈ [0,1]. A convex function may have several minimisers, but together
                they form a convex set; so finding two equally good optima proves nothing until you look
                at the midpoint.
              ▪ Permutation symmetry: Swap two units of a hidden layer together with their incoming and
                outgoing weights, and the network computes the same function. A layer of n units has n!
                equivalent orderings; with tanh, each unit can also flip the sign of its incoming weights,
                bias and outgoing weights together.
              ▪ Midpoint argument: Take an optimum in which two units differ and average it with its
                swapped copy. The two units now have identical incoming weights, so the network behaves
                like one with a unit fewer. If that smaller network cannot reach the minimum, the midpoint
                has strictly higher loss, which contradicts convexity.
              ▪ Smallest example: A linear network with two weights fitting x = 1, y = 1 has the loss
                L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1 at their midpoint (0,0):
                multiplying weights is enough to destroy convexity.
              ▪ Where convexity does hold: Squared error and cross-entropy (as a function of the logits)
                are convex in the network's output, so linear and logistic regression, which have no
                hidden layer, are convex problems. The non-convexity comes from the map from parameters to
                output.
              ▪ What it means in practice: Gradient descent has no guarantee of a global optimum. In high
                dimensions, saddle points and plateaus are usually more common than poor local minima, and
                the copies created by symmetry do no harm. Over-parameterisation, good initialisation,
                momentum and the noise of SGD usually lead to a good enough solution.






              1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
              ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑  : 全部操作
