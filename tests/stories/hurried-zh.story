size 80x24
lang zh
notes hurried.md
study
>
  hurried.md                                          ────────────────  3 新卡
                                                                          1:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  q 退出  s 暂停  M 提问方式  b 明天再看
> Right
  hurried.md                                          ────────────────  3 新卡

  什么是卷积？
  ──────────────────────────────────────────────────────────────── 要点 1/2 ──
  （1）›[ ] 局部连接：每个神经元只看一个小窗口

















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  Space 已答到  → 下一点  Enter 显示答案  ? 帮助  q 退出  s 暂停  b 明天再看
> Right
  hurried.md                                          ────────────────  3 新卡

  什么是卷积？
  ────────────────────────────────────────────────────────────────────────────
  （1）局部连接：每个神经元只看一个小窗口
  （2）共享权值，见 https://example.org/conv [1]
















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  Space 良好  t 按数字勾选  ? 帮助  q 退出  s 暂停  b 明天再看  o 打开链接
> Right
  hurried.md                                          ────────────────  3 新卡

  什么是卷积？
  ────────────────────────────────────────────────────────────────────────────
  （1）局部连接：每个神经元只看一个小窗口
  （2）共享权值，见 https://example.org/conv [1]
















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  Space 良好  t 按数字勾选  ? 帮助  q 退出  s 暂停  b 明天再看  o 打开链接
> o
  hurried.md                                          ────────────────  3 新卡

  什么是卷积？
  ────────────────────────────────────────────────────────────────────────────
  （1）局部连接：每个神经元只看一个小窗口
  （2）共享权值，见 https://example.org/conv [1]
















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  Space 良好  t 按数字勾选  ? 帮助  q 退出  s 暂停  b 明天再看  o 打开链接
asks: OpenLink("https://example.org/conv")
> 1
  hurried.md                               ━━━━────────────  2 新卡 · 1 学习中
                                                                          1:00
  为什么用ReLU?




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式
> Space 4
  hurried.md                               ━━━━━━━━────────  1 新卡 · 1 学习中
                                                                          1:00
  What does dropout do?




















  Space 显示答案  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式  b 明天再看
> Space 3
  hurried.md                                        ━━━━━━━━━━──────  2 学习中
                                                                          1:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式
> +10m
  hurried.md                                        ━━━━━━━━━━──────  2 学习中
                                                                         +4:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式
> Space 3
  hurried.md                                        ━━━━━━━━━━━─────  2 学习中
                                                                          1:00
  What does dropout do?




















  Space 显示答案  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式  b 明天再看
> Space 3
  hurried.md                                        ━━━━━━━━━━━━━───  1 学习中
                                                                          1:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式
> u
  hurried.md                                        ━━━━━━━━━━━─────  2 学习中

  What does dropout do?
  ────────────────────────────────────────────────────────────────────────────
  It drops units at random, so that no unit can rely on its neighbours.

















  1 重来 1分    2 困难 10分    3 良好 2天    4 简单 4天
  已撤销：良好 · What does dropout do?
> q
  hurried.md                                        ━━━━━━━━━━━─────  2 学习中

  What does dropout do?
  ────────────────────────────────────────────────────────────────────────────
  It drops units at random, so that no unit can rely on its neighbours.

















  1 重来 1分    2 困难 10分    3 良好 2天    4 简单 4天
  Space 良好  ? 帮助  u 撤销  q 退出  s 暂停  b 明天再看  e 编辑  : 全部操作
asks: Quit
