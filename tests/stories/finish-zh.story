size 40x12
lang zh
notes hurried.md
study
> Space 4 Space 4 Space 4
  backprop
  这一轮学完了

  回答 3 次，新卡 3 张 · 用时 12 秒
  今天掌握  ███████████  0.0% → 100.0%
  下一张卡片：7 天后。





  a 提前学习  p 练习  ? 帮助  u 撤销
> u
  hurried.md                    1 新卡
  What does dropout do?
  ────────────────────────────────────
  It drops units at random, so that no
  unit can rely on its neighbours.





  1 重来  2 困难  3 良好  4 简单
  已撤销：简单 · What does dropout do?
> 1 Space 2 Space 4
  backprop
  这一轮学完了

  回答 5 次，新卡 3 张 · 用时 18 秒
  今天掌握  ███████████  0.0% → 100.0%
  下一张卡片：1 天后。

  需要再看的卡片
  · What does dropout do?


  r 再看一遍  a 提前学习  ? 帮助
> +6d
  hurried.md             1:00 · 1 到期
  What does dropout do?









  Space 显示答案  ? 帮助  u 撤销
> Space 1
  hurried.md           1:00 · 1 学习中
  What does dropout do?









  Space 显示答案  ? 帮助  u 撤销
> Space 3
  backprop
  这一轮学完了

  回答 7 次，新卡 3 张 · 用时 26 秒 ·
  复习 1 张，记住 0 张 (0%)
  今天掌握  ███████████▍  0.0% → 94.7%
  下一张卡片：18 小时后。
  明天：到期 1 张，约 1 分钟。

  需要再看的卡片
  · What does dropout do?
  r 再看一遍  a 提前学习  ? 帮助
> 200x60
                                                      backprop                                                                    ━━━━━━━━━━━━━━━━

                                                      这一轮学完了

                                                      回答 7 次，新卡 3 张 · 用时 26 秒 · 复习 1 张，记住 0 张 (0%)
                                                      今天掌握  ███████████████████░  0.0% → 94.7%
                                                      下一张卡片：18 小时后。
                                                      明天：到期 1 张，约 1 分钟。

                                                      需要再看的卡片
                                                      · What does dropout do?
















































                                                      r 再看一遍  a 提前学习  p 练习  ? 帮助  u 撤销  q 退出  M 提问方式  e 错题本  : 全部操作
