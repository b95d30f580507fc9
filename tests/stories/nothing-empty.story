size 80x24
lang en
notes essay.md
> +1s
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        No cards yet.

    deck                                   ready                  today  cards
  > essay.md                                                  0%      –      0










  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings
> 40x12
  backprop              2026-11-22 Sun
  Ready today  ░░░░░░░░░░░░░░░░░ 0%
  Today        No cards yet.
    deck                  ready  today
  > essay.md                 0%      –






  p plan  ? help  b browse  q quit
> 120x40
   backprop                                                                                            2026-11-22 Sun

   Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                  │ Last 12 weeks
                                                                             │ Mon · · · · · · · · · · · ·
   Today        No cards yet.                                                │     · · · · · · · · · · · ·
                                                                             │ Wed · · · · · · · · · · · ·
     deck                                ready                  today  cards │     · · · · · · · · · · · ·
   > essay.md                                               0%      –      0 │ Fri · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
                                                                             │ Sun · · · · · · · · · · · ·
                                                                             │
                                                                             │ Weak lately
                                                                             │ Nothing failed in the last 14 days.




















   Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
   instantly; u undoes.
   b browse & edit · L 中文 · : all actions · ? keys
   Add notes: press : and type import · try them first: backprop study
   NOTES.md

   p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on
> 200x60
                                 backprop                                                                                                               2026-11-22 Sun

                                 Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                                     │ Last 12 weeks
                                                                                                                              │ Mon · · · · · · · · · · · ·
                                 Today        No cards yet.                                                                   │     · · · · · · · · · · · ·
                                                                                                                              │ Wed · · · · · · · · · · · ·
                                   deck                                                   ready                  today  cards │     · · · · · · · · · · · ·
                                 > essay.md                                                                  0%      –      0 │ Fri · · · · · · · · · · · ·
                                                                                                                              │     · · · · · · · · · · · ·
                                                                                                                              │ Sun · · · · · · · · · · · ·
                                                                                                                              │
                                                                                                                              │ Weak lately
                                                                                                                              │ Nothing failed in the last 14 days.










































                                 Press Enter to start. Answer aloud, reveal, grade yourself. Grades save instantly; u undoes.
                                 b browse & edit · L 中文 · : all actions · ? keys
                                 Add notes: press : and type import · try them first: backprop study NOTES.md

                                 p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on  e error notebook
