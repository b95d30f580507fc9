size 80x24
lang en
notes unanswered.md
> +1s
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        All done for today.
  2 questions have no answer yet and are not asked: f fills them in.

    deck                                   ready                  today  cards
  > unanswered.md                                             0%      –      2









  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> 40x12
  backprop              2026-11-22 Sun
  Ready today  ░░░░░░░░░░░░░░░░░ 0%
  Today        All done for today.
  2 questions have no answer yet and
  are not asked: f fills them in.
    deck                  ready  today
  > unanswered.md            0%      –




  Enter study  a study all  ? help
> 120x40
   backprop                                                                                            2026-11-22 Sun

   Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                  │ Last 12 weeks
                                                                             │ Mon · · · · · · · · · · · ·
   Today        All done for today.                                          │     · · · · · · · · · · · ·
   2 questions have no answer yet and are not asked: f fills them in.        │ Wed · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
     deck                                ready                  today  cards │ Fri · · · · · · · · · · · ·
   > unanswered.md                                          0%      –      2 │     · · · · · · · · · · · ·
                                                                             │ Sun · · · · · · · · · · · ·
                                                                             │
                                                                             │ Weak lately
                                                                             │ Nothing failed in the last 14 days.




















   Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
   instantly; u undoes.
   b browse & edit · L 中文 · : all actions · ? keys
   Add notes: press : and type import · try them first: backprop study
   NOTES.md

   Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics
> 200x60
                                 backprop                                                                                                               2026-11-22 Sun

                                 Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                                     │ Last 12 weeks
                                                                                                                              │ Mon · · · · · · · · · · · ·
                                 Today        All done for today.                                                             │     · · · · · · · · · · · ·
                                 2 questions have no answer yet and are not asked: f fills them in.                           │ Wed · · · · · · · · · · · ·
                                                                                                                              │     · · · · · · · · · · · ·
                                   deck                                                   ready                  today  cards │ Fri · · · · · · · · · · · ·
                                 > unanswered.md                                                             0%      –      2 │     · · · · · · · · · · · ·
                                                                                                                              │ Sun · · · · · · · · · · · ·
                                                                                                                              │
                                                                                                                              │ Weak lately
                                                                                                                              │ Nothing failed in the last 14 days.










































                                 Press Enter to start. Answer aloud, reveal, grade yourself. Grades save instantly; u undoes.
                                 b browse & edit · L 中文 · : all actions · ? keys
                                 Add notes: press : and type import · try them first: backprop study NOTES.md

                                 Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on
> 80x24 f
  Cards                                         unanswered · best fit · 2 of 2
  / to search question and answer, deck:name topic:word is:due

  > What does a stride of 2 do?                                     unanswered
    Why do residual connections help?                               unanswered


















  / search  Tab filter  ? help  Enter write the answer  q back  o order
> Esc Enter
  Edit card
  Question
  What does a stride of 2 do?


  Answer

















  Ctrl-S save  Tab other field  Esc back  Ctrl-P all actions
> 200x60
                                                      Edit card
                                                      Question
                                                      What does a stride of 2 do?


                                                      Answer





















































                                                      Ctrl-S save  Tab other field  Esc back  Ctrl-P all actions
> 40x12
  Edit card
  Question
  What does a stride of 2 do?


  Answer





  Ctrl-S save  Tab other field
> 200x60
                                                      Edit card
                                                      Question
                                                      What does a stride of 2 do?


                                                      Answer





















































                                                      Ctrl-S save  Tab other field  Esc back  Ctrl-P all actions
