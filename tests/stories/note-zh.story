size 100x24
lang zh
notes linked.md
> b N =say_max_first,_then_mean
    我的笔记                                                                       68zj317r9c4d5
    Why do residual connections help, and what is x + F(x)?

    say max first, then mean



















    Ctrl-S 保存  Esc 返回  Ctrl-P 全部操作
> Esc
    我的笔记                                                                       68zj317r9c4d5
    Why do residual connections help, and what is x + F(x)?

    say max first, then mean



















    尚未保存。再按 Esc 放弃修改，Ctrl-S 保存。
> Ctrl-s
  卡片                                                                         全部 · 匹配度 · 2/2
  / 键搜索问题或答案，卡组:名称 主题:词 状态:到期

  > Why do residual connections help, a… 新卡   linked.md
    什么是批归一化？                     新卡   Why do residual connections help, and what is
                                                x + F(x)?
                                                ──────────────────────────────────────────────────
                                                │ 提示
                                                │ Say first what vanishes, then why the shortcut
                                                │ keeps it.

                                                The gradient has a path of its own; see the
                                                paper[1] and
                                                a survey[2].

                                                ┌────────┬───────┬───────────────────────────────┐
                                                │ model  │ depth │ error                         │
                                                ├────────┼───────┼───────────────────────────────┤
                                                │ VGG    │    19 │ 反向传播逐层衰减              │
                                                ├────────┼───────┼───────────────────────────────┤
                                                │ ResNet │   152 │ the shortcut carries the      │
                                                │        │       │ gradient past every block     │

    笔记已保存，按 u 撤销。
> / t h e n Space m e a n Enter
  卡片                                                                         全部 · 匹配度 · 1/2
  / then mean

  > Why do residual connections help, a… 新卡   linked.md
                                                Why do residual connections help, and what is
                                                x + F(x)?
                                                ──────────────────────────────────────────────────
                                                │ 提示
                                                │ Say first what vanishes, then why the shortcut
                                                │ keeps it.

                                                The gradient has a path of its own; see the
                                                paper[1] and
                                                a survey[2].

                                                ┌────────┬───────┬───────────────────────────────┐
                                                │ model  │ depth │ error                         │
                                                ├────────┼───────┼───────────────────────────────┤
                                                │ VGG    │    19 │ 反向传播逐层衰减              │
                                                ├────────┼───────┼───────────────────────────────┤
                                                │ ResNet │   152 │ the shortcut carries the      │
                                                │        │       │ gradient past every block     │

  / 搜索  Tab 筛选  ? 帮助  Enter 学习这张  u 撤销  q 返回  o 排序  i 详情  Space 选择  f 标记
> Esc i End
    详情                                                                           68zj317r9c4d5

                                                                                                   │
       ∂L     ∂L  ⎛      ∂F  ⎞                                                                     │
      ──── = ──── ⎜ 1 + ──── ⎟                                                                     │
       ∂x     ∂y  ⎝      ∂x  ⎠                                                                     │
                                                                                                   │
    ▭ a residual block: x goes around two layers (img/block.png)                                   │
                                                                                                   │
    ┊ python                                                                                       │
    ┊ def forward(self, x):                                                                        │
    ┊     return x + self.block(x)  # 残差                                                         │
                                                                                                   ┃
    [x] know the formula                                                                           ┃
    [ ] know who said it first¹                                                                    ┃
                                                                                                   ┃
    ¹ In 2015.                                                                                     ┃
                                                                                                   ┃
    [1] https://example.org/resnet                                                                 ┃
    [2] https://example.org/survey                                                                 ┃
                                                                                                   ┃
    ── 我的笔记 ────────────────────────────────────────────────────────────────────────────────   ┃
    say max first, then mean                                                                       ┃
    ? 帮助  q 返回  : 全部操作  A 面试中被问到  N 写笔记
> N Enter =and_never_the_sum Ctrl-s End
    详情                                                                           68zj317r9c4d5

       ∂L     ∂L  ⎛      ∂F  ⎞                                                                     │
      ──── = ──── ⎜ 1 + ──── ⎟                                                                     │
       ∂x     ∂y  ⎝      ∂x  ⎠                                                                     │
                                                                                                   │
    ▭ a residual block: x goes around two layers (img/block.png)                                   │
                                                                                                   │
    ┊ python                                                                                       │
    ┊ def forward(self, x):                                                                        │
    ┊     return x + self.block(x)  # 残差                                                         │
                                                                                                   │
    [x] know the formula                                                                           │
    [ ] know who said it first¹                                                                    ┃
                                                                                                   ┃
    ¹ In 2015.                                                                                     ┃
                                                                                                   ┃
    [1] https://example.org/resnet                                                                 ┃
    [2] https://example.org/survey                                                                 ┃
                                                                                                   ┃
    ── 我的笔记 ────────────────────────────────────────────────────────────────────────────────   ┃
    say max first, then mean                                                                       ┃
    and never the sum                                                                              ┃
    ? 帮助  u 撤销  q 返回  : 全部操作  A 面试中被问到  N 写笔记
> u
    详情                                                                           68zj317r9c4d5

                                                                                                   │
       ∂L     ∂L  ⎛      ∂F  ⎞                                                                     │
      ──── = ──── ⎜ 1 + ──── ⎟                                                                     │
       ∂x     ∂y  ⎝      ∂x  ⎠                                                                     │
                                                                                                   │
    ▭ a residual block: x goes around two layers (img/block.png)                                   │
                                                                                                   │
    ┊ python                                                                                       │
    ┊ def forward(self, x):                                                                        │
    ┊     return x + self.block(x)  # 残差                                                         │
                                                                                                   ┃
    [x] know the formula                                                                           ┃
    [ ] know who said it first¹                                                                    ┃
                                                                                                   ┃
    ¹ In 2015.                                                                                     ┃
                                                                                                   ┃
    [1] https://example.org/resnet                                                                 ┃
    [2] https://example.org/survey                                                                 ┃
                                                                                                   ┃
    ── 我的笔记 ────────────────────────────────────────────────────────────────────────────────   ┃
    say max first, then mean                                                                       ┃
    已撤销：我的笔记 · Why do residual connections help, and what is x + F(x)?
> Esc u
  卡片                                                                         全部 · 匹配度 · 2/2
  / 键搜索问题或答案，卡组:名称 主题:词 状态:到期

  > Why do residual connections help, a… 新卡   linked.md
    什么是批归一化？                     新卡   Why do residual connections help, and what is
                                                x + F(x)?
                                                ──────────────────────────────────────────────────
                                                │ 提示
                                                │ Say first what vanishes, then why the shortcut
                                                │ keeps it.

                                                The gradient has a path of its own; see the
                                                paper[1] and
                                                a survey[2].

                                                ┌────────┬───────┬───────────────────────────────┐
                                                │ model  │ depth │ error                         │
                                                ├────────┼───────┼───────────────────────────────┤
                                                │ VGG    │    19 │ 反向传播逐层衰减              │
                                                ├────────┼───────┼───────────────────────────────┤
                                                │ ResNet │   152 │ the shortcut carries the      │
                                                │        │       │ gradient past every block     │

    已撤销：我的笔记 · Why do residual connections help, and what is x + F(x)?
> Esc Enter Space
    linked.md                                                           ────────────────  2 新卡

    Why do residual connections help, and what is x + F(x)?
    ──────────────────────────────────────────────────────────────────── 第 1–17 行，共 30 行 ──
    │ 提示                                                                                         ┃
    │ Say first what vanishes, then why the shortcut keeps it.                                     ┃
                                                                                                   ┃
    The gradient has a path of its own; see the paper[1] and                                       ┃
    a survey[2].                                                                                   ┃
                                                                                                   ┃
    ┌────────┬───────┬────────────────────────────────────────────────────┐                        ┃
    │ model  │ depth │ error                                              │                        ┃
    ├────────┼───────┼────────────────────────────────────────────────────┤                        ┃
    │ VGG    │    19 │ 反向传播逐层衰减                                   │                        ┃
    │ ResNet │   152 │ the shortcut carries the gradient past every block │                        │
    └────────┴───────┴────────────────────────────────────────────────────┘                        │
                                                                                                   │
       ∂L     ∂L  ⎛      ∂F  ⎞                                                                     │
      ──── = ──── ⎜ 1 + ──── ⎟                                                                     │
       ∂x     ∂y  ⎝      ∂x  ⎠                                                                     │
                                                                                                   │

    1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 6 天
    Space 翻页  t 按数字勾选  ? 帮助  q 返回  s 暂停  b 明天再看  o 打开链接  e 编辑  : 全部操作
> N =先说_max Ctrl-s End
    linked.md                                                           ────────────────  2 新卡

    Why do residual connections help, and what is x + F(x)?
    ─────────────────────────────────────────────────────────────────── 第 17–33 行，共 33 行 ──
                                                                                                   │
    ▭ a residual block: x goes around two layers (img/block.png)                                   │
                                                                                                   │
    ┊ python                                                                                       │
    ┊ def forward(self, x):                                                                        │
    ┊     return x + self.block(x)  # 残差                                                         │
                                                                                                   │
    ▪ know the formula                                                                             │
    ▪ know who said it first¹                                                                      ┃
                                                                                                   ┃
    ¹ In 2015.                                                                                     ┃
                                                                                                   ┃
    [1] https://example.org/resnet                                                                 ┃
    [2] https://example.org/survey                                                                 ┃
                                                                                                   ┃
    ── 我的笔记 ────────────────────────────────────────────────────────────────────────────────   ┃
    先说 max                                                                                       ┃

    1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 6 天
    Space 良好  t 按数字勾选  ? 帮助  u 撤销  q 返回  s 暂停  b 明天再看  o 打开链接  e 编辑
> N Home Ctrl-k Esc Esc
    linked.md                                                           ────────────────  2 新卡

    Why do residual connections help, and what is x + F(x)?
    ─────────────────────────────────────────────────────────────────── 第 17–33 行，共 33 行 ──
                                                                                                   │
    ▭ a residual block: x goes around two layers (img/block.png)                                   │
                                                                                                   │
    ┊ python                                                                                       │
    ┊ def forward(self, x):                                                                        │
    ┊     return x + self.block(x)  # 残差                                                         │
                                                                                                   │
    ▪ know the formula                                                                             │
    ▪ know who said it first¹                                                                      ┃
                                                                                                   ┃
    ¹ In 2015.                                                                                     ┃
                                                                                                   ┃
    [1] https://example.org/resnet                                                                 ┃
    [2] https://example.org/survey                                                                 ┃
                                                                                                   ┃
    ── 我的笔记 ────────────────────────────────────────────────────────────────────────────────   ┃
    先说 max                                                                                       ┃

    1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 6 天
    Space 良好  t 按数字勾选  ? 帮助  u 撤销  q 返回  s 暂停  b 明天再看  o 打开链接  e 编辑
> 3 u
    linked.md                                                           ────────────────  2 新卡

    Why do residual connections help, and what is x + F(x)?
    ──────────────────────────────────────────────────────────────────── 第 1–17 行，共 33 行 ──
    │ 提示                                                                                         ┃
    │ Say first what vanishes, then why the shortcut keeps it.                                     ┃
                                                                                                   ┃
    The gradient has a path of its own; see the paper[1] and                                       ┃
    a survey[2].                                                                                   ┃
                                                                                                   ┃
    ┌────────┬───────┬────────────────────────────────────────────────────┐                        ┃
    │ model  │ depth │ error                                              │                        ┃
    ├────────┼───────┼────────────────────────────────────────────────────┤                        ┃
    │ VGG    │    19 │ 反向传播逐层衰减                                   │                        │
    │ ResNet │   152 │ the shortcut carries the gradient past every block │                        │
    └────────┴───────┴────────────────────────────────────────────────────┘                        │
                                                                                                   │
       ∂L     ∂L  ⎛      ∂F  ⎞                                                                     │
      ──── = ──── ⎜ 1 + ──── ⎟                                                                     │
       ∂x     ∂y  ⎝      ∂x  ⎠                                                                     │
                                                                                                   │

    1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 6 天
    已撤销：良好 · Why do residual connections help, and what is x + F(x)?
> u
    linked.md                                                           ────────────────  2 新卡

    Why do residual connections help, and what is x + F(x)?
    ──────────────────────────────────────────────────────────────────── 第 1–17 行，共 30 行 ──
    │ 提示                                                                                         ┃
    │ Say first what vanishes, then why the shortcut keeps it.                                     ┃
                                                                                                   ┃
    The gradient has a path of its own; see the paper[1] and                                       ┃
    a survey[2].                                                                                   ┃
                                                                                                   ┃
    ┌────────┬───────┬────────────────────────────────────────────────────┐                        ┃
    │ model  │ depth │ error                                              │                        ┃
    ├────────┼───────┼────────────────────────────────────────────────────┤                        ┃
    │ VGG    │    19 │ 反向传播逐层衰减                                   │                        ┃
    │ ResNet │   152 │ the shortcut carries the gradient past every block │                        │
    └────────┴───────┴────────────────────────────────────────────────────┘                        │
                                                                                                   │
       ∂L     ∂L  ⎛      ∂F  ⎞                                                                     │
      ──── = ──── ⎜ 1 + ──── ⎟                                                                     │
       ∂x     ∂y  ⎝      ∂x  ⎠                                                                     │
                                                                                                   │

    1 重来 1 分钟    2 困难 6 分钟    3 良好 10 分钟    4 简单 6 天
    已撤销：我的笔记 · Why do residual connections help, and what is x + F(x)?
