size 40x12
lang zh
notes hurried.md
study
> Space 4 Space 4 Space 4
  backprop          已答 3 · 剩余 0 张
  暂时完成

  回答 3 次，新卡 3 张
  下一张卡片：7天后。






  a 提前学习  n 再学 10 张新卡  p 练习
> u
  hurried.md        已答 2 · 剩余 1 张
  What does dropout do?
  ────────────────────────────────────
  It drops units at random, so that no
  unit can rely on its neighbours.





  1 1分 2 6分 3 10分 4 9天
  已撤销：简单 · What does dropout do?
> 1 Space 2 Space 4
  backprop          已答 5 · 剩余 0 张
  暂时完成

  回答 5 次，新卡 3 张
  下一张卡片：1天后。

  需要再看的卡片
  · What does dropout do?



  a 提前学习  n 再学 10 张新卡  p 练习
> +6d
  hurried.md 1:00 · 已答 5 · 剩余 1 张
  What does dropout do?









  Space 显示答案  → 逐点显示  ? 帮助
> Space 1
  hurried.md 1:00 · 已答 6 · 剩余 1 张
  What does dropout do?









  Space 显示答案  → 逐点显示  ? 帮助
> Space 3
  backprop          已答 7 · 剩余 0 张
  暂时完成

  回答 7 次，新卡 3 张
  复习 1 张，记住 0 张 (0 %)
  下一张卡片：18小时后。

  需要再看的卡片
  · What does dropout do?


  a 提前学习  n 再学 10 张新卡  p 练习
