size 80x24
lang en
notes linked.md
> Enter Space 4 Space 4
  backprop                                                    ━━━━━━━━━━━━━━━━

  Done for now

  2 answers, 2 new · in 8s
  Ready today  ████████████████████  0.0% → 100.0%
  Next card in 5d.
















  a study ahead  p practise  ? help  u undo  q back  M mode  e error notebook
> 40x12
  backprop
  Done for now

  2 answers, 2 new · in 8s
  Ready today  ████████  0.0% → 100.0%
  Next card in 5d.





  a study ahead  p practise  ? help
> 120x40
              backprop                                                                    ━━━━━━━━━━━━━━━━

              Done for now

              2 answers, 2 new · in 8s
              Ready today  ████████████████████  0.0% → 100.0%
              Next card in 5d.
































              a study ahead  p practise  ? help  u undo  q back  M mode  e error notebook  : all actions
> 200x60
                                                      backprop                                                                    ━━━━━━━━━━━━━━━━

                                                      Done for now

                                                      2 answers, 2 new · in 8s
                                                      Ready today  ████████████████████  0.0% → 100.0%
                                                      Next card in 5d.




















































                                                      a study ahead  p practise  ? help  u undo  q back  M mode  e error notebook  : all actions
> 80x24 q
  backprop                                                      2026-11-22 Sun

  Ready today  ████████████████████████████████████████ 100%

  Today        All done for today.   Next card in 5d.   1-day streak
  Enter goes on all the same: study ahead, more new cards, or practise without
  a record.

    deck                                   ready                  today  cards
  > linked.md                              ━━━━━━━━━━━━━━━━ 100%      –      2













  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> 40x12
  backprop              2026-11-22 Sun
  Ready today  █████████████████ 100%
  Today        All done for today.
               Next card in 5d.
  Enter goes on all the same: study
  ahead, more new cards, or practise
  without a record.
    deck                  ready  today
  > linked.md              100%      –


  Enter study  a study all  ? help
> 120x40
   backprop                                                                                            2026-11-22 Sun

   Ready today  ████████████████████████████████████████ 100%                │ Last 12 weeks             1-day streak
                                                                             │ Mon · · · · · · · · · · · ·
   Today        All done for today.   Next card in 5d.                       │     · · · · · · · · · · · ·
   Enter goes on all the same: study ahead, more new cards, or practise      │ Wed · · · · · · · · · · · ·
   without a record.                                                         │     · · · · · · · · · · · ·
                                                                             │ Fri · · · · · · · · · · · ·
     deck                                ready                  today  cards │     · · · · · · · · · · · ·
   > linked.md                           ━━━━━━━━━━━━━━━━ 100%      –      2 │ Sun · · · · · · · · · · · ██
                                                                             │
                                                                             │ Weak lately
                                                                             │ Nothing failed in the last 14 days.


























   Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics
> 200x60
                                 backprop                                                                                                               2026-11-22 Sun

                                 Ready today  ████████████████████████████████████████ 100%                                   │ Last 12 weeks             1-day streak
                                                                                                                              │ Mon · · · · · · · · · · · ·
                                 Today        All done for today.   Next card in 5d.                                          │     · · · · · · · · · · · ·
                                 Enter goes on all the same: study ahead, more new cards, or practise without a record.       │ Wed · · · · · · · · · · · ·
                                                                                                                              │     · · · · · · · · · · · ·
                                   deck                                                   ready                  today  cards │ Fri · · · · · · · · · · · ·
                                 > linked.md                                              ━━━━━━━━━━━━━━━━ 100%      –      2 │     · · · · · · · · · · · ·
                                                                                                                              │ Sun · · · · · · · · · · · ██
                                                                                                                              │
                                                                                                                              │ Weak lately
                                                                                                                              │ Nothing failed in the last 14 days.














































                                 Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on
> 80x24 Enter
  backprop                                                    ────────────────

  Done for now

  Ready today  ████████████████████  100.0% → 100.0%
  Next card in 5d.

















  a study ahead  p practise  ? help  u undo  q back  M mode  e error notebook
> a
  linked.md                                       ────────────────  2 learning
                                                                          1:10
  Why do residual connections help, and what is x + F(x)?




















  Space show answer  → one point  ? help  u undo  q back  s suspend  M mode
> 200x60
                                                      linked.md                                                       ────────────────  2 learning
                                                                                                                                              1:10
                                                      Why do residual connections help, and what is x + F(x)?
























































                                                      Space show answer  → one point  ? help  u undo  q back  s suspend  M mode  b bury  e edit
