size 80x24
lang zh
notes linked.md
> : i m p o r t Enter
  导入笔记：选择文件或文件夹
  >
  > 整个文件夹 · 6 个文件，101 道题
    ..
    old notes                                                           文件夹
    cnn.md                                                             12 道题
    面试 Transformer.md                                                84 道题
    essay.txt                                                         没有题目
    all my cards.apkg                                               选中后读取














  Enter 选择  Esc 返回
> 40x12
  导入笔记：选择文件或文件夹
  >
  > 整个文件夹 · 6 个文件，101 道题
    ..
    old notes                   文件夹
    cnn.md                     12 道题
    面试 Transformer.md        84 道题
    essay.txt                 没有题目
    all my cards.apkg       选中后读取


  Enter 选择  Esc 返回
> 120x40
              导入笔记：选择文件或文件夹
              >
              > 整个文件夹 · 6 个文件，101 道题
                ..
                old notes                                                                           文件夹
                cnn.md                                                                             12 道题
                面试 Transformer.md                                                                84 道题
                essay.txt                                                                         没有题目
                all my cards.apkg                                                               选中后读取






























              Enter 选择  Esc 返回
> 200x60
                                                      导入笔记：选择文件或文件夹
                                                      >
                                                      > 整个文件夹 · 6 个文件，101 道题
                                                        ..
                                                        old notes                                                                           文件夹
                                                        cnn.md                                                                             12 道题
                                                        面试 Transformer.md                                                                84 道题
                                                        essay.txt                                                                         没有题目
                                                        all my cards.apkg                                                               选中后读取


















































                                                      Enter 选择  Esc 返回
> 80x24 c n n
  导入笔记：选择文件或文件夹
  > cnn
  > cnn.md                                                             12 道题




















  Enter 选择  Esc 返回
> q q
  导入笔记：选择文件或文件夹
  > cnnqq
  这里没有可用的文件。可输入或粘贴路径，或选 .. 返回上级。




















  Enter 选择  Esc 返回
> Ctrl-u Down Enter
  导入笔记：选择文件或文件夹
  > /home/anna/
  > 整个文件夹 · 6 个文件，101 道题
    ..
    old notes                                                           文件夹
    cnn.md                                                             12 道题
    面试 Transformer.md                                                84 道题
    essay.txt                                                         没有题目
    all my cards.apkg                                               选中后读取














  Enter 选择  Esc 返回
> Down Down Enter
  导入笔记：选择文件或文件夹
  > /home/anna/notes/old notes/
  > 整个文件夹 · 6 个文件，101 道题
    ..
    old notes                                                           文件夹
    cnn.md                                                             12 道题
    面试 Transformer.md                                                84 道题
    essay.txt                                                         没有题目
    all my cards.apkg                                               选中后读取














  Enter 选择  Esc 返回
> 40x12
  导入笔记：选择文件或文件夹
  > /home/anna/notes/old notes/
  > 整个文件夹 · 6 个文件，101 道题
    ..
    old notes                   文件夹
    cnn.md                     12 道题
    面试 Transformer.md        84 道题
    essay.txt                 没有题目
    all my cards.apkg       选中后读取


  Enter 选择  Esc 返回
> 200x60
                                                      导入笔记：选择文件或文件夹
                                                      > /home/anna/notes/old notes/
                                                      > 整个文件夹 · 6 个文件，101 道题
                                                        ..
                                                        old notes                                                                           文件夹
                                                        cnn.md                                                                             12 道题
                                                        面试 Transformer.md                                                                84 道题
                                                        essay.txt                                                                         没有题目
                                                        all my cards.apkg                                                               选中后读取


















































                                                      Enter 选择  Esc 返回
> 80x24 Enter
  导入笔记                                                                完成

  added     cnn.md → cnn: 12 cards (numbered)

  按 Enter 学习这些题目。文件仍是你的：修改后卡片随之更新。


















  Enter 开始学习  q 返回  ? 帮助  : 全部操作
> Esc q
  backprop                                                     2026-11-22 周日

  今天掌握  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  今天      2 新卡   约 2 分钟

    卡组                                     掌握                   今天  卡片
  > linked.md                                                   0%     2     2











  按 Enter 开始：说出答案，再看答案，给自己打分。打分即时保存，u 撤销。
  b 浏览与修改 · 按 L 切换英文 · : 全部操作 · ? 按键
  导入自己的笔记：按 : 输入 import · 直接学，无需导入：backprop study 笔记.md

  Enter 学习  a 全部学习  p 面试计划  ? 帮助  b 浏览  i 模拟面试  q 退出
asks: Quit
> 200x60
                                 backprop                                                                                                              2026-11-22 周日

                                 今天掌握  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                                        │ 最近 12 周
                                                                                                                              │ 周一 · · · · · · · · · · · ·
                                 今天      2 新卡   约 2 分钟                                                                 │      · · · · · · · · · · · ·
                                                                                                                              │ 周三 · · · · · · · · · · · ·
                                   卡组                                                     掌握                   今天  卡片 │      · · · · · · · · · · · ·
                                 > linked.md                                                                   0%     2     2 │ 周五 · · · · · · · · · · · ·
                                                                                                                              │      · · · · · · · · · · · ·
                                                                                                                              │ 周日 · · · · · · · · · · · ·
                                                                                                                              │
                                                                                                                              │ 近期薄弱
                                                                                                                              │ 最近 14 天没有答错的卡片。










































                                 按 Enter 开始：说出答案，再看答案，给自己打分。打分即时保存，u 撤销。
                                 b 浏览与修改 · 按 L 切换英文 · : 全部操作 · ? 按键
                                 导入自己的笔记：按 : 输入 import · 直接学，无需导入：backprop study 笔记.md

                                 Enter 学习  a 全部学习  p 面试计划  ? 帮助  b 浏览  i 模拟面试  q 退出  L English  , 设置  s 统计  x 停用、启用卡组  e 错题本
asks: Quit
