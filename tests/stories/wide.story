size 120x40
lang zh
>
   backprop                                                                                           2026-11-22 周日

   今天掌握  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                     │ 最近 12 周
                                                                             │ 周一 · · · · · · · · · · · ·
   今天      20 新卡   约 37 分钟                                            │      · · · · · · · · · · · ·
                                                                             │ 周三 · · · · · · · · · · · ·
     卡组                                  掌握                   今天  卡片 │      · · · · · · · · · · · ·
   > 深度学习面试基础                                         0%    20    23 │ 周五 · · · · · · · · · · · ·
                                                                             │      · · · · · · · · · · · ·
                                                                             │ 周日 · · · · · · · · · · · ·
                                                                             │
                                                                             │ 近期薄弱
                                                                             │ 最近 14 天没有答错的卡片。





















   按 Enter 开始：说出答案，再看答案，给自己打分。打分即时保存，u 撤销。
   b 浏览与修改 · 按 L 切换英文 · : 全部操作 · ? 按键
   导入自己的笔记：按 : 输入 import · 直接学，无需导入：backprop study 笔
   记.md

   Enter 学习  a 全部学习  p 面试计划  ? 帮助  b 浏览  i 模拟面试  q 退出  L English  , 设置  s 统计  e 错题本
> Enter Space
              深度学习面试基础 › 优化与训练                                      ────────────────  20 新卡

              神经网络的损失函数为什么是非凸的？
              ────────────────────────────────────────────────────────────────────────────────────────────
              各层权重相乘，隐藏单元又可以互换而不改变函数；这样两组等价参数的中点一般更差，而凸函数不允许
              这种情况。

              ▪ 凸的定义：若对任意 a、b 和 λ ∈ [0,1] 都有 L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b)，则 L 是
                凸的；它的全体最优点构成凸集。

              ▪ 置换对称性：交换两个隐藏单元，连同输入、输出权重，函数不变；一层 n 个单元就有 n! 种等价排
                列。

              ▪ 中点论证：把最优解与互换后的解取平均，两个单元变得一模一样，若少一个单元达不到最小值，中点
                的损失严格更高。

              ▪ 最小的例子：L(u, v) = (1 − uv)² 在 (1,1) 和 (−1, −1) 处为 0，在中点 (0,0) 处却为 1。

              ▪ 凸在哪里：均方误差和交叉熵对网络输出（logits）是凸的，所以没有隐藏层的问题（如逻辑回归）是
                凸的。

              + 1 个加分项 · 2 个误区 · 1 个追问
















              1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 8 天
              Space 展开更多  t 按数字勾选  ? 帮助  q 返回  L English  s 暂停  b 明天再看  : 全部操作
> L
              Deep learning interview basics › Optimisation and training         ────────────────  20 新卡

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

              ▪ Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a,
                b and λ ∈ [0,1]; its minimisers then form a convex set.

              ▪ Permutation symmetry: Swapping two hidden units with their incoming and outgoing weights
                leaves the function as it was, so a layer of n units has n! equivalent orderings.

              ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two units identical,
                so where one unit fewer cannot reach the minimum, the midpoint has a strictly higher loss.

              ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                midpoint (0,0).

              ▪ Where convexity holds: Squared error and cross-entropy are convex in the network's outputs
                (the logits), so without hidden layers, as in logistic regression, the problem is convex.

              + 1 个加分项 · 2 个误区 · 1 个追问














              1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 8 天
              Space 展开更多  t 按数字勾选  ? 帮助  q 返回  L English  s 暂停  b 明天再看  : 全部操作
