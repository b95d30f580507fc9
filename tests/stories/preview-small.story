size 40x12
lang en
notes hurried.md
preview
>
  Import hurried.m… 4 cards · 1 remark
  numbered: numbers that count throug…

  >      1  什么是卷积？
         5  为什么用ReLU?
         9  有哪些优化器
        10  What does dropout do?




  Enter import all  ? help  s style
> Down x
       3 cards · 1 left out · 1 remark
  numbered: numbers that count throug…

         1  什么是卷积？
    ✗    5  为什么用ReLU?
  >      9  有哪些优化器
        10  What does dropout do?




  Enter import all  ? help  u undo
> n
     0 cards · 1 remark · 2 lines left
  No questions found. s tries another…

  > ·    1  An essay about training.
    ·    3  It holds no questions.






  Enter import all  ? help  s style
> p Enter
       3 cards · 1 left out · 1 remark
  numbered: numbers that count throug…

  >      1  什么是卷积？
    ✗    5  为什么用ReLU?
         9  有哪些优化器
        10  What does dropout do?




  Enter import all  ? help  u undo
asks: Accept([Chosen { style: None, out: [CardId("4ypcvqzqq3eak")], marks: LineMarks { asks: {}, text: {} } }, Chosen { style: None, out: [], marks: LineMarks { asks: {}, text: {} } }])
