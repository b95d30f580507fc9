size 80x24
lang en
notes hurried.md
preview
>
  Import hurried.md (1/2)                                   4 cards · 1 remark
  numbered: numbers that count through the whole file are questions, other nu…

  >      1  什么是卷积？
         5  为什么用ReLU?
         9  有哪些优化器
        10  What does dropout do?







     1 ▌ 1.什么是卷积？
     2 ▌ （1）局部连接：每个神经元只看一个小窗口
     3 ▌ （2）共享权值，见 https://example.org/conv
     4
     5   2.为什么用ReLU?
     6   第一步：正区间导数为1，缓解梯度消失
     7   第二步：计算便宜
     8
     9   3.有哪些优化器
  Enter import all  x leave out  t card or text  ? help  s style  Esc cancel
> Down x
  Import hurried.md (1/2)                      3 cards · 1 left out · 1 remark
  numbered: numbers that count through the whole file are questions, other nu…

         1  什么是卷积？
    ✗    5  为什么用ReLU?
  >      9  有哪些优化器
        10  What does dropout do?







     7   第二步：计算便宜
     8
     9 ▌ 3.有哪些优化器
    10   4.What does dropout do?
    11   It drops units at random, so that no unit can rely on its neighbours.




  Enter import all  x leave out  t card or text  ? help  u undo  s style
> s
  Import hurried.md (1/2)                                  9 cards · 8 remarks
  csv: comma-separated values: a question and its answer in each record, as a…

  >      1  1.什么是卷积？
         2  （1）局部连接：每个神经元只看一个小窗口
         3  （2）共享权值，见 https://example.org/conv
         5  2.为什么用ReLU?
         6  第一步：正区间导数为1，缓解梯度消失
         7  第二步：计算便宜
         9  3.有哪些优化器
        10  4.What does dropout do?
        11  It drops units at random


     1 ▌ 1.什么是卷积？
     2   （1）局部连接：每个神经元只看一个小窗口
     3   （2）共享权值，见 https://example.org/conv
     4
     5   2.为什么用ReLU?
     6   第一步：正区间导数为1，缓解梯度消失
     7   第二步：计算便宜
     8
     9   3.有哪些优化器
  Enter import all  x leave out  t card or text  ? help  u undo  s style
> Left n
  Import essay.md (2/2)                      0 cards · 1 remark · 2 lines left
  No questions found. s tries another style, t makes a card of a line.

  > ·    1  An essay about training.
    ·    3  It holds no questions.









     1   An essay about training.
     2
     3   It holds no questions.






  Enter import all  t card or text  ? help  s style  Esc cancel  p file before
> t
  Import essay.md (2/2)                                                 1 card
  paragraphs: 1 taken as questions by hand

  >      1  An essay about training.
    │    3  It holds no questions.









     1 ▌ An essay about training.
     2 ▌
     3 ▌ It holds no questions.






  Enter import all  x leave out  t card or text  ? help  u undo  s style
> u
  Import essay.md (2/2)                      0 cards · 1 remark · 2 lines left
  No questions found. s tries another style, t makes a card of a line.

  > ·    1  An essay about training.
    ·    3  It holds no questions.









     1   An essay about training.
     2
     3   It holds no questions.






  Enter import all  t card or text  ? help  s style  Esc cancel  p file before
> p Enter
  Import hurried.md (1/2)                      3 cards · 1 left out · 1 remark
  numbered: numbers that count through the whole file are questions, other nu…

  >      1  什么是卷积？
    ✗    5  为什么用ReLU?
         9  有哪些优化器
        10  What does dropout do?







     1 ▌ 1.什么是卷积？
     2 ▌ （1）局部连接：每个神经元只看一个小窗口
     3 ▌ （2）共享权值，见 https://example.org/conv
     4
     5   2.为什么用ReLU?
     6   第一步：正区间导数为1，缓解梯度消失
     7   第二步：计算便宜
     8
     9   3.有哪些优化器
  Enter import all  x leave out  t card or text  ? help  u undo  s style
asks: Accept([Chosen { style: Some("numbered"), out: [CardId("4ypcvqzqq3eak")], marks: LineMarks { asks: {}, text: {} } }, Chosen { style: None, out: [], marks: LineMarks { asks: {}, text: {} } }])
