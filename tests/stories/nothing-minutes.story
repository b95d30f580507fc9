size 80x24
lang en
notes linked.md
> p d =+9d Enter Down d Ctrl-u =1 Enter Esc
  backprop                                Interview in 9 days · 2026-12-01 Tue

  Ready on the day        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%
  if you follow the plan  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today                   2 new   about 1 min

    deck                                   ready                  today  cards
  > linked.md                                                 0%      2      2









  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> Enter Space +75s 3 Esc
  backprop                                Interview in 9 days · 2026-12-01 Tue

  Ready on the day        ███████████████▊░░░░░░░░░░░░░░░░░░░░░░░░ 39%
  if you follow the plan  ███████████████▊░░░░░░░░░░░░░░░░░░░░░░░░ 39%

  Today                   All done for today.
                          Next card in 18h.   1-day streak
  Enter goes on all the same: study ahead, more new cards, or practise without
  a record.

    deck                                   ready                  today  cards
  > linked.md                              ━━━━━━╸           39%      –      2











  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> 40x12
  Interview in 9 days · 2026-12-01 Tue
  ███████████▊░░░░░░░░░░░░░░░░░░ 39%
  ███████████▊░░░░░░░░░░░░░░░░░░ 39%
  All done for today.
  Next card in 18h.   1-day streak
  Enter goes on all the same: study
  ahead, more new cards, or practise
  without a record.
    deck                  ready  today
  > linked.md               39%      –

  Enter study  a study all  ? help
> 120x40
   backprop                                                                      Interview in 9 days · 2026-12-01 Tue

   Ready on the day        ███████████████▊░░░░░░░░░░░░░░░░░░░░░░░░ 39%      │ Last 12 weeks             1-day streak
   if you follow the plan  ███████████████▊░░░░░░░░░░░░░░░░░░░░░░░░ 39%      │ Mon · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
   Today                   All done for today.   Next card in 18h.           │ Wed · · · · · · · · · · · ·
   Enter goes on all the same: study ahead, more new cards, or practise      │     · · · · · · · · · · · ·
   without a record.                                                         │ Fri · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
     deck                                ready                  today  cards │ Sun · · · · · · · · · · · ██
   > linked.md                           ━━━━━━╸           39%      –      2 │
                                                                             │ Weak lately
                                                                             │ Nothing failed in the last 14 days.


























   Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics
> 200x60
                                 backprop                                                                                         Interview in 9 days · 2026-12-01 Tue

                                 Ready on the day        ███████████████▊░░░░░░░░░░░░░░░░░░░░░░░░ 39%                         │ Last 12 weeks             1-day streak
                                 if you follow the plan  ███████████████▊░░░░░░░░░░░░░░░░░░░░░░░░ 39%                         │ Mon · · · · · · · · · · · ·
                                                                                                                              │     · · · · · · · · · · · ·
                                 Today                   All done for today.   Next card in 18h.                              │ Wed · · · · · · · · · · · ·
                                 Enter goes on all the same: study ahead, more new cards, or practise without a record.       │     · · · · · · · · · · · ·
                                                                                                                              │ Fri · · · · · · · · · · · ·
                                   deck                                                   ready                  today  cards │     · · · · · · · · · · · ·
                                 > linked.md                                              ━━━━━━╸           39%      –      2 │ Sun · · · · · · · · · · · ██
                                                                                                                              │
                                                                                                                              │ Weak lately
                                                                                                                              │ Nothing failed in the last 14 days.














































                                 Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on
