size 40x12
lang zh
notes hurried.md
> Enter Space 1 Space 4 q
  backprop             2026-11-22 周日
  今天掌握  █████████████▍░░░░░░ 67%
  今天      1 学习中 · 1 新卡
            约 1 分钟   连续 1 天
    卡组                    掌握  今天
  > hurried.md               67%     2





  Enter 学习  a 全部学习  ? 帮助
> b
  卡片             全部 · 匹配度 · 4/4
  / 键搜索问题或答案，deck:卡组 topi…
  > 什么是卷积？               52 秒后
    为什么用ReLU?               8 天后
    有哪些优化器                无答案
    What does dropout do?         新卡





  / 搜索  Tab 筛选  ? 帮助  q 返回
> / x y z z y
  卡片             全部 · 匹配度 · 0/4
  / xyzzy
  没有符合的卡片。








  Enter 确定  Esc 返回
> Esc Esc
  卡片             全部 · 匹配度 · 4/4
  / 键搜索问题或答案，deck:卡组 topi…
  > 什么是卷积？               36 秒后
    为什么用ReLU?               8 天后
    有哪些优化器                无答案
    What does dropout do?         新卡





  / 搜索  Tab 筛选  ? 帮助  q 返回
> i
  详情                   ej4c8jz5taf3q

  什么是卷积？                         ┃
                                       ┃
                                       ┃
  稳定度        0.2 天                 │
  难度          6.4/10                 │
  当前保持率    100%                   │
  再次出现      34 秒后                │
  复习次数      1                      │
  遗忘次数      0                      │
  ? 帮助  q 返回  : 全部操作  N 写笔记
> PgDn
  详情                   ej4c8jz5taf3q

  复习次数      1                      │
  遗忘次数      0                      │
                                       ┃
  遗忘曲线                             ┃
  100% ◆                               ┃
       ╎···                            │
       ╎   ···                         │
   87% ╎      ·····                    │
       ╎           ·······             │
  ? 帮助  q 返回  : 全部操作  N 写笔记
> q
  卡片             全部 · 匹配度 · 4/4
  / 键搜索问题或答案，deck:卡组 topi…
  > 什么是卷积？               30 秒后
    为什么用ReLU?               8 天后
    有哪些优化器                无答案
    What does dropout do?         新卡





  / 搜索  Tab 筛选  ? 帮助  q 返回
> Enter
  hurried.md           1:00 · 1 学习中
  什么是卷积？









  Space 显示答案  → 逐点显示  ? 帮助
> 20x5
    1:00 · 1 学习中
 什么是卷积？


 → 逐点显示  ? 帮助
