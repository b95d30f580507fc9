size 120x40
lang en
notes hurried.md
preview
>
  Import hurried.md (1/2)                                                                           4 cards · 1 remark
  numbered: numbers that count through the whole file are questions, other numbered lines are points: 4 of 4 ask, 3 a…

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

























  Enter import all  x leave out  t card or text  ? help  s style  Esc cancel  n next file  : all actions
> Down x
  Import hurried.md (1/2)                                                              3 cards · 1 left out · 1 remark
  numbered: numbers that count through the whole file are questions, other numbered lines are points: 4 of 4 ask, 3 a…

         1  什么是卷积？                              7   第二步：计算便宜
    ✗    5  为什么用ReLU?                             8
  >      9  有哪些优化器                              9 ▌ 3.有哪些优化器
        10  What does dropout do?                    10   4.What does dropout do?
                                                     11   It drops units at random, so that no unit can rely on its n…































  Enter import all  x leave out  t card or text  ? help  u undo  s style  Esc cancel  n next file  : all actions
> n
  Import essay.md (2/2)                                                              0 cards · 1 remark · 2 lines left
  No questions found. s tries another style, t makes a card of a line.

  > ·    1  An essay about training.                  1   An essay about training.
    ·    3  It holds no questions.                    2
                                                      3   It holds no questions.

































  Enter import all  t card or text  ? help  s style  Esc cancel  p file before  : all actions
> p Enter
  Import hurried.md (1/2)                                                              3 cards · 1 left out · 1 remark
  numbered: numbers that count through the whole file are questions, other numbered lines are points: 4 of 4 ask, 3 a…

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

























  Enter import all  x leave out  t card or text  ? help  u undo  s style  Esc cancel  n next file  : all actions
asks: Accept([Chosen { style: None, out: [CardId("4ypcvqzqq3eak")], marks: LineMarks { asks: {}, text: {} } }, Chosen { style: None, out: [], marks: LineMarks { asks: {}, text: {} } }])
