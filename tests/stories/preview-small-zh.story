size 40x12
lang zh
notes hurried.md
preview
>
  导入 hurried.md… 4 张卡片 · 1 条提示
  编号：全文连续的编号是问题，其他编…

  >      1  什么是卷积？
         5  为什么用ReLU?
         9  有哪些优化器
        10  What does dropout do?




  Enter 全部导入  x 排除  ? 帮助
> Down x
       3 张卡片 · 排除 1 张 · 1 条提示
  编号：全文连续的编号是问题，其他编…

         1  什么是卷积？
    ✗    5  为什么用ReLU?
  >      9  有哪些优化器
        10  What does dropout do?




  Enter 全部导入  x 排除  ? 帮助
> n
  0 张卡片 · 1 条提示 · 未归入卡片 2 …
  没有找到问题。按 s 换一种解析方式，…

  > ·    1  An essay about training.
    ·    3  It holds no questions.






  Enter 全部导入  t 卡片/正文  ? 帮助
> p Enter
       3 张卡片 · 排除 1 张 · 1 条提示
  编号：全文连续的编号是问题，其他编…

  >      1  什么是卷积？
    ✗    5  为什么用ReLU?
         9  有哪些优化器
        10  What does dropout do?




  Enter 全部导入  x 排除  ? 帮助
asks: Accept([Chosen { style: None, out: [CardId("4ypcvqzqq3eak")], marks: LineMarks { asks: {}, text: {} } }, Chosen { style: None, out: [], marks: LineMarks { asks: {}, text: {} } }])
