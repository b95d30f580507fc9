size 100x24
lang en
notes linked.md
> b N =say_max_first,_then_mean
    Your note                                                                      68zj317r9c4d5
    Why do residual connections help, and what is x + F(x)?

    say max first, then mean



















    Ctrl-S save  Esc back  Ctrl-P all actions
> Esc
    Your note                                                                      68zj317r9c4d5
    Why do residual connections help, and what is x + F(x)?

    say max first, then mean



















    Not saved. Esc again gives up the changes, Ctrl-S saves.
> Ctrl-s
  Cards                                                                    all · best fit · 2 of 2
  / to search question and answer, deck:name topic:word is:due

  > Why do residual connections help, an… new   linked.md
    什么是批归一化？                      new   Why do residual connections help, and what is
                                                x + F(x)?
                                                ──────────────────────────────────────────────────
                                                │ TIP
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

    Note saved; u takes it back.
> / t h e n Space m e a n Enter
  Cards                                                                    all · best fit · 1 of 2
  / then mean

  > Why do residual connections help, an… new   linked.md
                                                Why do residual connections help, and what is
                                                x + F(x)?
                                                ──────────────────────────────────────────────────
                                                │ TIP
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

  / search  Tab filter  ? help  Enter study this one  u undo  q back  o order  i details  f flag
> Esc i End
    Details                                                                        68zj317r9c4d5

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
    ── Your note ───────────────────────────────────────────────────────────────────────────────   ┃
    say max first, then mean                                                                       ┃
    ? help  q back  : all actions  A asked in an interview  N your note
> N Enter =and_never_the_sum Ctrl-s End
    Details                                                                        68zj317r9c4d5

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
    ── Your note ───────────────────────────────────────────────────────────────────────────────   ┃
    say max first, then mean                                                                       ┃
    and never the sum                                                                              ┃
    ? help  u undo  q back  : all actions  A asked in an interview  N your note
> u
    Details                                                                        68zj317r9c4d5

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
    ── Your note ───────────────────────────────────────────────────────────────────────────────   ┃
    say max first, then mean                                                                       ┃
    Undone: Your note · Why do residual connections help, and what is x + F(x)?
> Esc u
  Cards                                                                    all · best fit · 2 of 2
  / to search question and answer, deck:name topic:word is:due

  > Why do residual connections help, an… new   linked.md
    什么是批归一化？                      new   Why do residual connections help, and what is
                                                x + F(x)?
                                                ──────────────────────────────────────────────────
                                                │ TIP
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

    Undone: Your note · Why do residual connections help, and what is x + F(x)?
> Esc Enter Space
    linked.md                                                            ────────────────  2 new

    Why do residual connections help, and what is x + F(x)?
    ────────────────────────────────────────────────────────────────────────────── 1–17 of 30 ──
    │ TIP                                                                                          ┃
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

    1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 6d
    Space page  t tick by digit  ? help  q back  s suspend  b bury  o open link  e edit
> N =先说_max Ctrl-s End
    linked.md                                                            ────────────────  2 new

    Why do residual connections help, and what is x + F(x)?
    ───────────────────────────────────────────────────────────────────────────── 17–33 of 33 ──
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
    ── Your note ───────────────────────────────────────────────────────────────────────────────   ┃
    先说 max                                                                                       ┃

    1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 6d
    Space Good  t tick by digit  ? help  u undo  q back  s suspend  b bury  o open link  e edit
> N Home Ctrl-k Esc Esc
    linked.md                                                            ────────────────  2 new

    Why do residual connections help, and what is x + F(x)?
    ───────────────────────────────────────────────────────────────────────────── 17–33 of 33 ──
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
    ── Your note ───────────────────────────────────────────────────────────────────────────────   ┃
    先说 max                                                                                       ┃

    1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 6d
    Space Good  t tick by digit  ? help  u undo  q back  s suspend  b bury  o open link  e edit
> 3 u
    linked.md                                                            ────────────────  2 new

    Why do residual connections help, and what is x + F(x)?
    ────────────────────────────────────────────────────────────────────────────── 1–17 of 33 ──
    │ TIP                                                                                          ┃
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

    1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 6d
    Undone: Good · Why do residual connections help, and what is x + F(x)?
> u
    linked.md                                                            ────────────────  2 new

    Why do residual connections help, and what is x + F(x)?
    ────────────────────────────────────────────────────────────────────────────── 1–17 of 30 ──
    │ TIP                                                                                          ┃
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

    1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 6d
    Undone: Your note · Why do residual connections help, and what is x + F(x)?
