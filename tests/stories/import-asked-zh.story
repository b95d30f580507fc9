size 80x24
lang zh
notes linked.md
> : i m p o r t Enter c n n Enter
  导入笔记                                                                完成

  added     cnn.md → cnn: 12 cards (numbered)

  按 Enter 学习这些题目。文件仍是你的：修改后卡片随之更新。


















  Enter 开始学习  q 返回  ? 帮助  : 全部操作
> 40x12
  导入笔记                        完成

  added     cnn.md → cnn: 12 cards
            (numbered)

  按 Enter 学习这些题目。文件仍是你
  的：修改后卡片随之更新。




  Enter 开始学习  q 返回  ? 帮助
> 120x40
              导入笔记                                                                                完成

              added     cnn.md → cnn: 12 cards (numbered)

              按 Enter 学习这些题目。文件仍是你的：修改后卡片随之更新。


































              Enter 开始学习  q 返回  ? 帮助  : 全部操作
> 200x60
                                                      导入笔记                                                                                完成

                                                      added     cnn.md → cnn: 12 cards (numbered)

                                                      按 Enter 学习这些题目。文件仍是你的：修改后卡片随之更新。






















































                                                      Enter 开始学习  q 返回  ? 帮助  : 全部操作
> 80x24 Enter
  linked.md                                           ────────────────  2 新卡
                                                                          1:10
  Why do residual connections help, and what is x + F(x)?




















  Space 显示答案  → 逐点显示  ? 帮助  q 返回  s 暂停  M 提问方式  b 明天再看
> 40x12
  linked.md              1:10 · 2 新卡
  Why do residual connections help,
  and what is x + F(x)?








  Space 显示答案  → 逐点显示  ? 帮助
> 120x40
              linked.md                                                           ────────────────  2 新卡
                                                                                                      1:10
              Why do residual connections help, and what is x + F(x)?




































              Space 显示答案  → 逐点显示  ? 帮助  q 返回  s 暂停  M 提问方式  b 明天再看  e 编辑  N 写笔记
> 200x60
                                                      linked.md                                                           ────────────────  2 新卡
                                                                                                                                              1:10
                                                      Why do residual connections help, and what is x + F(x)?
























































                                                      Space 显示答案  → 逐点显示  ? 帮助  q 返回  s 暂停  M 提问方式  b 明天再看  e 编辑  N 写笔记
