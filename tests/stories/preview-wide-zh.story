size 120x40
lang zh
notes hurried.md
preview
>
  导入 hurried.md（1/2）                                                                           4 张卡片 · 1 条提示
  编号：全文连续的编号是问题，其他编号是要点

  >      1  什么是卷积？                              1 ▌ 1.什么是卷积？
         5  为什么用ReLU?                             2 ▌ （1）局部连接：每个神经元只看一个小窗口
         9  有哪些优化器                              3 ▌ （2）共享权值，见 https://example.org/conv
        10  What does dropout do?                     4
                                                      5   2.为什么用ReLU?
                                                      6   第一步：正区间导数为1，缓解梯度消失
                                                      7   第二步：计算便宜
                                                      8
                                                      9   3.有哪些优化器
                                                     10   4.What does dropout do?
                                                     11   It drops units at random, so that no unit can rely on its n…

























  Enter 全部导入  x 排除  t 卡片/正文  ? 帮助  s 换一种解析方式  Esc 取消  n 下个文件  : 全部操作
> Down x
  导入 hurried.md（1/2）                                                               3 张卡片 · 排除 1 张 · 1 条提示
  编号：全文连续的编号是问题，其他编号是要点

         1  什么是卷积？                              7   第二步：计算便宜
    ✗    5  为什么用ReLU?                             8
  >      9  有哪些优化器                              9 ▌ 3.有哪些优化器
        10  What does dropout do?                    10   4.What does dropout do?
                                                     11   It drops units at random, so that no unit can rely on its n…































  Enter 全部导入  x 排除  t 卡片/正文  ? 帮助  u 撤销  s 换一种解析方式  Esc 取消  n 下个文件  : 全部操作
> n
  导入 essay.md（2/2）                                                           0 张卡片 · 1 条提示 · 未归入卡片 2 行
  没有找到问题。按 s 换一种解析方式，按 t 把一行变成卡片。

  > ·    1  An essay about training.                  1   An essay about training.
    ·    3  It holds no questions.                    2
                                                      3   It holds no questions.

































  Enter 全部导入  t 卡片/正文  ? 帮助  s 换一种解析方式  Esc 取消  p 上个文件  : 全部操作
> p Enter
  导入 hurried.md（1/2）                                                               3 张卡片 · 排除 1 张 · 1 条提示
  编号：全文连续的编号是问题，其他编号是要点

  >      1  什么是卷积？                              1 ▌ 1.什么是卷积？
    ✗    5  为什么用ReLU?                             2 ▌ （1）局部连接：每个神经元只看一个小窗口
         9  有哪些优化器                              3 ▌ （2）共享权值，见 https://example.org/conv
        10  What does dropout do?                     4
                                                      5   2.为什么用ReLU?
                                                      6   第一步：正区间导数为1，缓解梯度消失
                                                      7   第二步：计算便宜
                                                      8
                                                      9   3.有哪些优化器
                                                     10   4.What does dropout do?
                                                     11   It drops units at random, so that no unit can rely on its n…

























  Enter 全部导入  x 排除  t 卡片/正文  ? 帮助  u 撤销  s 换一种解析方式  Esc 取消  n 下个文件  : 全部操作
asks: Accept([Chosen { style: None, out: [CardId("4ypcvqzqq3eak")], marks: LineMarks { asks: {}, text: {} } }, Chosen { style: None, out: [], marks: LineMarks { asks: {}, text: {} } }])
