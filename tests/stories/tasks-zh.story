size 80x24
lang zh
notes linked.md
> : d o c t o r Enter
  自检：文件、设置、终端                                         进行中 · 0 秒
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q 停止
> 40x12
  自检：文件、设置、终端 进行中 · 0 秒
  ████████████░░░░░░░░░░░░░░░░░░ 40%
  First line.








  q 停止
> 200x60
                                                      自检：文件、设置、终端                                                         进行中 · 0 秒
                                                      ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
                                                      First line.
























































                                                      q 停止
> 80x24 &One_finding.|!_Another_one.
  自检：文件、设置、终端                                                  完成

  First line.
  One finding.
  ! Another one.

  每个问题下面写着解决办法。
















  q 返回  ? 帮助  : 全部操作
> 40x12
  自检：文件、设置、终端          完成

  First line.
  One finding.
  ! Another one.

  每个问题下面写着解决办法。




  q 返回  ? 帮助  : 全部操作
> 200x60
                                                      自检：文件、设置、终端                                                                  完成

                                                      First line.
                                                      One finding.
                                                      ! Another one.

                                                      每个问题下面写着解决办法。




















































                                                      q 返回  ? 帮助  : 全部操作
> 80x24 Esc : t u n e Enter
  按你的回答调整记忆模型                                         进行中 · 0 秒
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q 停止
> Esc
  按你的回答调整记忆模型                                                已停止

  First line.




















  q 返回  ? 帮助  : 全部操作
> Esc : e x p o r t Enter
  导出什么？

  > reviews · csv      带表头的 CSV，用于表格
    reviews · jsonl    JSON Lines，每次复习一个对象，供程序使用
    deck · markdown    带 ID 的 Markdown，backprop 可原样读回
    deck · hashcards   Q: 和 A: 格式，用于 hashcards 和 repeater
    deck · csv         CSV：问题、答案、主题、卡组、ID
    deck · jsonl       JSON Lines：每张卡片的每种语言各一行，含要点
    deck · apkg        Anki 牌组包，含记忆状态、到期日、复习记录和图片
    errors · markdown  Markdown，越有把握的错误越靠前
    stats · json       包含全部数据的 JSON 对象，供程序使用，与 `backprop sta…
    stats · csv        CSV，每行一个数据：分区、表、行、列、值
    stats · markdown   Markdown 表格
    stats · html       带图表的网页，支持深浅配色，适合浏览器、手机和打印









  Enter 导出统计、记录、卡组  ? 帮助  q 返回  : 全部操作
> 40x12
  导出什么？

  > reviews · csv      带表头的 CSV，… ┃
    reviews · jsonl    JSON Lines，每… ┃
    deck · markdown    带 ID 的 Markd… ┃
    deck · hashcards   Q: 和 A: 格式…  ┃
    deck · csv         CSV：问题、答…  ┃
    deck · jsonl       JSON Lines：每… ┃
    deck · apkg        Anki 牌组包，…  ┃
    errors · markdown  Markdown，越有… │
    stats · json       包含全部数据的… │
  Enter 导出统计、记录、卡组  ? 帮助
> 200x60
                                                      导出什么？

                                                      > reviews · csv      带表头的 CSV，用于表格
                                                        reviews · jsonl    JSON Lines，每次复习一个对象，供程序使用
                                                        deck · markdown    带 ID 的 Markdown，backprop 可原样读回
                                                        deck · hashcards   Q: 和 A: 格式，用于 hashcards 和 repeater
                                                        deck · csv         CSV：问题、答案、主题、卡组、ID
                                                        deck · jsonl       JSON Lines：每张卡片的每种语言各一行，含要点
                                                        deck · apkg        Anki 牌组包，含记忆状态、到期日、复习记录和图片
                                                        errors · markdown  Markdown，越有把握的错误越靠前
                                                        stats · json       包含全部数据的 JSON 对象，供程序使用，与 `backprop stats --json` 相同
                                                        stats · csv        CSV，每行一个数据：分区、表、行、列、值
                                                        stats · markdown   Markdown 表格
                                                        stats · html       带图表的网页，支持深浅配色，适合浏览器、手机和打印













































                                                      Enter 导出统计、记录、卡组  ? 帮助  q 返回  : 全部操作
> 80x24 Enter &Written.
  导出统计、记录、卡组                                                    完成

  First line.
  Written.

  已写入 /home/anna/reviews.csv，只保存在本机。

















  q 返回  ? 帮助  : 全部操作
> Esc Esc : s y n c Enter =ssh://host/cards.git
  与其他电脑同步

  git 仓库地址；留空则用已设定的仓库，或只在本机提交
  > ssh://host/cards.git



















  Enter 与其他电脑同步  Esc 返回
> 40x12
  与其他电脑同步

  git 仓库地址；留空则用已设定的仓库，
  或只在本机提交
  > ssh://host/cards.git






  Enter 与其他电脑同步  Esc 返回
> 200x60
                                                      与其他电脑同步

                                                      git 仓库地址；留空则用已设定的仓库，或只在本机提交
                                                      > ssh://host/cards.git























































                                                      Enter 与其他电脑同步  Esc 返回
> 80x24 Enter &Sent.
  与其他电脑同步                                                          完成

  First line.
  Sent.

  在另一台电脑上也同步一次；以后按 : 输入 sync 即可。

















  q 返回  ? 帮助  : 全部操作
> Esc : m e r g e Enter
  合并：另一份 progress.json 或它的文件夹
  >
  > ..
    laptop                                                              文件夹
    progress.json                                                         进度


















  Enter 选择  Esc 返回
> Down Enter
  合并：另一份 progress.json 或它的文件夹
  > /home/anna/notes/laptop/
  > ..
    laptop                                                              文件夹
    progress.json                                                         进度


















  Enter 选择  Esc 返回
> Esc : r e p o r t Enter
  被问到了什么？直接输入题目，或选择一个文本
  >
  > 直接输入或粘贴题目
    ..
    asked.txt                                                       选中后读取


















  Enter 选择  Esc 返回
> Esc : r e m o v e Enter
  移除哪个卡组？

  > linked.md  2




















  Enter 移除卡组  ? 帮助  q 返回  : 全部操作
> 40x12
  移除哪个卡组？

  > linked.md  2








  Enter 移除卡组  ? 帮助  q 返回
> Enter
  移除哪个卡组？

  > linked.md  2







  移除linked.md？再按 Enter 确认，学习
  进度会保留。
> Enter
  移除卡组               进行中 · 0 秒
  ████████████░░░░░░░░░░░░░░░░░░ 40%
  First line.








  q 停止
