size 80x24
lang en
> ,
  settings                                                         config.toml

  > New cards a day                                                     ← 20 →
    Reviews a day                                                        200
    Desired retention                                                   0.90
    Learning steps                                                    1m 10m
    Relearning steps                                                     10m
    Longest interval                                                   36500
    Day starts at                                                          4
    Language                                                            auto
    Theme                                                               auto










  How many cards may be seen for the first time on one day.

  → next value  ← value before  ? help  q back
> Right Right
  settings                                                         config.toml

  > New cards a day                                                     ← 30 →
    Reviews a day                                                        200
    Desired retention                                                   0.90
    Learning steps                                                    1m 10m
    Relearning steps                                                     10m
    Longest interval                                                   36500
    Day starts at                                                          4
    Language                                                            auto
    Theme                                                               auto










  How many cards may be seen for the first time on one day.

  → next value  ← value before  ? help  q back
> Down Down Right Right
  settings                                                         config.toml

    New cards a day                                                       30
    Reviews a day                                                        200
  > Desired retention                                                 ← 0.92 →
    Learning steps                                                    1m 10m
    Relearning steps                                                     10m
    Longest interval                                                   36500
    Day starts at                                                          4
    Language                                                            auto
    Theme                                                               auto










  A card comes back when the probability of recall falls to this. Higher means
  more work.
  → next value  ← value before  ? help  q back
> End Right Right
  settings                                                         config.toml

    New cards a day                                                       30
    Reviews a day                                                        200
    Desired retention                                                   0.92
    Learning steps                                                    1m 10m
    Relearning steps                                                     10m
    Longest interval                                                   36500
    Day starts at                                                          4
    Language                                                            auto
  > Theme                                                            ← light →










  Colours. Auto picks by the terminal; none uses bold and reverse only.

  → next value  ← value before  ? help  q back
> Up Right Right
  设置                                                             config.toml

    每天新卡                                                              30
    每天复习                                                             200
    目标记忆率                                                          0.92
    学习步骤                                                          1m 10m
    重学步骤                                                             10m
    最长间隔                                                           36500
    一天从几点开始                                                         4
  > 语言                                                                ← zh →
    主题                                                               light










  程序的语言。

  → 下一个值  ← 上一个值  ? 帮助  q 返回
> Esc
  backprop                                                          2026-11-22
  深度学习面试抽认卡

  今天  23 新卡   约 18 分钟

    卡组                                              新卡  学习中  到期  卡片
  > 深度学习面试基础                                    23       0     0    23











  按 Enter 开始：先看问题，说出答案，再显示答案并给自己打分。
  每次打分立即保存，按 u 可撤销。用自己的笔记：backprop study 文件.md



  Enter 学习  a 全部学习  p 面试计划  ? 帮助  b 浏览  q 退出  L English
> :
  全部操作
  :
  > 学习                                                           Enter Space
    全部学习                                                                 a
    浏览                                                                   b /
    面试计划                                                                 p
    English                                                                  L
    设置                                                                     ,
    帮助                                                                     ?
    退出                                                                 q Esc
    重画                                                                Ctrl-L
    回到 shell（fg 返回）                                               Ctrl-Z
    退出                                                                Ctrl-C










  Enter 确定  Esc 返回
> b r o
  全部操作
  : bro
  > 浏览                                                                   b /




















  Enter 确定  Esc 返回
> Enter
  卡片                                                   全部 · 匹配度 · 23/23
  / 搜索问题或答案，deck:卡组 topic:主题 is:due

  > 神经网络的损失函数为什么是非凸的？                                    新卡 ┃
    反向传播的思想是什么？                                                新卡 ┃
    批大小（batch size）怎么选？                                          新卡 ┃
    如何初始化参数？                                                      新卡 ┃
    深度学习有哪些超参数，哪些最重要？                                    新卡 ┃
    有哪些训练和调参技巧？                                                新卡 ┃
    Dropout 为什么可以缓解过拟合？                                        新卡 ┃
    批归一化（Batch Normalization）的思想是什么？                         新卡 ┃
    为什么提出 CNN？                                                      新卡 ┃
    CNN 有哪些优点？                                                      新卡 ┃
    池化的作用是什么？                                                    新卡 ┃
    什么时候用 local-conv（局部连接、不共享权重），什么时候用普通卷积（…  新卡 ┃
    CNN 有哪些常见问题，怎样解决？                                        新卡 ┃
    CNN 在计算机视觉上最成功，为什么 NLP 和语音的很多问题也能用 CNN 解决… 新卡 ┃
    常用的 CNN 有哪些？每个经典模型的创新点是什么？                       新卡 ┃
    RNN 是怎么提出的，原理是什么？                                        新卡 ┃
    RNN 有哪些缺点，怎样解决？                                            新卡 │
    LSTM 的核心思想和计算步骤是什么？                                     新卡 │
    LSTM 怎样应对梯度消失和梯度爆炸？                                     新卡 │

  / 搜索  Tab 筛选  ? 帮助  Enter 学习这些  u 撤销  q 返回  o 排序  i 详情
