size 80x24
lang zh
notes linked.md
> : r e s t o r e Enter
  恢复备份：选择 ZIP 文件
  > ~/
  > ..
    old                                                                 文件夹
    backprop-2026-11-20.zip                                         选中后读取


















  Enter 选择  Esc 返回
> 40x12
  恢复备份：选择 ZIP 文件
  > ~/
  > ..
    old                         文件夹
    backprop-2026-11-20.zip 选中后读取






  Enter 选择  Esc 返回
> 120x40
              恢复备份：选择 ZIP 文件
              > ~/
              > ..
                old                                                                                 文件夹
                backprop-2026-11-20.zip                                                         选中后读取


































              Enter 选择  Esc 返回
> 200x60
                                                      恢复备份：选择 ZIP 文件
                                                      > ~/
                                                      > ..
                                                        old                                                                                 文件夹
                                                        backprop-2026-11-20.zip                                                         选中后读取






















































                                                      Enter 选择  Esc 返回
> 80x24 Down Down Enter
  恢复备份                                                       进行中 · 0 秒
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q 停止
> &backup_of_2026-11-20_10:00_·_7_files_·_2_decks_·_412_answers|replaced:_config.toml,_progress.json_(2_files)
  恢复备份

  First line.
  backup of 2026-11-20 10:00 · 7 files · 2 decks · 412 answers
  replaced: config.toml, progress.json (2 files)

  目前还没有任何改动。按 Enter 恢复；被替换的内容会移到一旁，不会删除。按 Esc
  保持原样。















  Enter 恢复  q 返回  ? 帮助  : 全部操作
> 40x12
  恢复备份

  First line.
  backup of 2026-11-20 10:00 · 7
  files · 2 decks · 412 answers
  replaced: config.toml, progress.json
  (2 files)

  目前还没有任何改动。按 Enter 恢复；
  被替换的内容会移到一旁，不会删除。按
  Esc 保持原样。
  Enter 恢复  q 返回  ? 帮助
> 120x40
              恢复备份

              First line.
              backup of 2026-11-20 10:00 · 7 files · 2 decks · 412 answers
              replaced: config.toml, progress.json (2 files)

              目前还没有任何改动。按 Enter 恢复；被替换的内容会移到一旁，不会删除。按 Esc 保持原样。
































              Enter 恢复  q 返回  ? 帮助  : 全部操作
> 200x60
                                                      恢复备份

                                                      First line.
                                                      backup of 2026-11-20 10:00 · 7 files · 2 decks · 412 answers
                                                      replaced: config.toml, progress.json (2 files)

                                                      目前还没有任何改动。按 Enter 恢复；被替换的内容会移到一旁，不会删除。按 Esc 保持原样。




















































                                                      Enter 恢复  q 返回  ? 帮助  : 全部操作
> 80x24 Enter
  恢复备份                                                       进行中 · 0 秒
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q 停止
> &2_files_came_back
  恢复备份                                                                完成

  First line.
  2 files came back

  卡组、进度和设置已重新读取。按 Esc 返回，继续学习。

















  q 返回  ? 帮助  : 全部操作
> 40x12
  恢复备份                        完成

  First line.
  2 files came back

  卡组、进度和设置已重新读取。按 Esc
  返回，继续学习。




  q 返回  ? 帮助  : 全部操作
> 200x60
                                                      恢复备份                                                                                完成

                                                      First line.
                                                      2 files came back

                                                      卡组、进度和设置已重新读取。按 Esc 返回，继续学习。





















































                                                      q 返回  ? 帮助  : 全部操作
> 80x24 Esc
  backprop                                                     2026-11-22 周日

  今天掌握  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  今天      2 新卡   约 2 分钟

    卡组                                     掌握                   今天  卡片
  > linked.md                                                   0%     2     2











  按 Enter 开始：说出答案，再看答案，给自己打分。打分即时保存，u 撤销。
  b 浏览与修改 · 按 L 切换英文 · : 全部操作 · ? 按键
  导入自己的笔记：按 : 输入 import · 直接学，无需导入：backprop study 笔记.md

  Enter 学习  a 全部学习  p 面试计划  ? 帮助  b 浏览  i 模拟面试  q 退出
