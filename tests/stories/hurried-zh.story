size 80x24
lang zh
notes hurried.md
study
>
  hurried.md                                                已答 0 · 剩余 3 张
                                                                          1:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> Right
  hurried.md                                                已答 0 · 剩余 3 张

  什么是卷积？
  ──────────────────────────────────────────────────────────────── 要点 1/2 ──
  （1）›[ ] 局部连接：每个神经元只看一个小窗口

















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  Space 说到了  → 下一点  Enter 显示答案  ? 帮助  u 撤销  q 返回  L English
> Right
  hurried.md                                                已答 0 · 剩余 3 张

  什么是卷积？
  ────────────────────────────────────────────────────────────────────────────
  （1）局部连接：每个神经元只看一个小窗口
  （2）共享权值，见 https://example.org/conv [1]
















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  t 按数字勾选  + 展开更多  ? 帮助  u 撤销  q 返回  L English  s 暂停  e 编辑
> Right
  hurried.md                                                已答 0 · 剩余 3 张

  什么是卷积？
  ────────────────────────────────────────────────────────────────────────────
  （1）局部连接：每个神经元只看一个小窗口
  （2）共享权值，见 https://example.org/conv [1]
















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  t 按数字勾选  + 展开更多  ? 帮助  u 撤销  q 返回  L English  s 暂停  e 编辑
> o
  hurried.md                                                已答 0 · 剩余 3 张

  什么是卷积？
  ────────────────────────────────────────────────────────────────────────────
  （1）局部连接：每个神经元只看一个小窗口
  （2）共享权值，见 https://example.org/conv [1]
















  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 8天
  t 按数字勾选  + 展开更多  ? 帮助  u 撤销  q 返回  L English  s 暂停  e 编辑
asks: OpenLink("https://example.org/conv")
> 1
  hurried.md                                                已答 1 · 剩余 3 张
                                                                          1:00
  为什么用ReLU?




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> Space 4
  hurried.md                                                已答 2 · 剩余 2 张
                                                                          1:00
  What does dropout do?




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> Space 3
  hurried.md                                                已答 3 · 剩余 2 张
                                                                          1:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> +10m
  hurried.md                                                已答 3 · 剩余 2 张
                                                                         +4:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> Space 3
  hurried.md                                                已答 4 · 剩余 2 张
                                                                          1:00
  What does dropout do?




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> Space 3
  hurried.md                                                已答 5 · 剩余 1 张
                                                                          1:00
  什么是卷积？




















  Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停
> u
  hurried.md                                                已答 4 · 剩余 2 张

  What does dropout do?
  ────────────────────────────────────────────────────────────────────────────
  It drops units at random, so that no unit can rely on its neighbours.

















  1 重来 1分    2 困难 10分    3 良好 2天    4 简单 4天
  已撤销：良好 · What does dropout do?
> q
  hurried.md                                                已答 4 · 剩余 2 张

  What does dropout do?
  ────────────────────────────────────────────────────────────────────────────
  It drops units at random, so that no unit can rely on its neighbours.

















  1 重来 1分    2 困难 10分    3 良好 2天    4 简单 4天
  t 按数字勾选  + 展开更多  ? 帮助  u 撤销  q 返回  L English  s 暂停  e 编辑
asks: Quit
