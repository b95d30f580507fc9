size 120x40
lang en
> p
              Interview plan                                                                    2026-11-22

              → sets the day. Until then cards come by spaced repetition alone.

              > Interview day            ← not set →
                Minutes a day              30
                                                                   weight    cards
                Deep learning interview basics                         ×1       23
                  › Optimisation and training                          ×1        6
                  › Regularisation and normalisation                   ×1        2
                  › Convolutional networks                             ×1        7
                  › Recurrent networks                                 ×1        5
                  › Deep belief networks and where deep learning…      ×1        3


























              d type it  → next value  ? help  s cram sheet  q back  b browse  : all actions
> Right Right
              Interview plan                                                                  15 days left

              If you follow it  97% (96–100%) · 22 of 23 cards · with 30 min on the day
              If you stop now   0% (0–10%) · 0 of 23 cards
              Today             23 new · 0 min done · 25 min to go
                                23 cards never seen · Every card fits into the time.

              > Interview day            ← 2026-12-07 Mon →
                Minutes a day              30
                                                                   weight    cards    stop  follow  missed
                Deep learning interview basics                         ×1       23      0%     97%
                  › Optimisation and training                          ×1        6      0%     98%
                  › Regularisation and normalisation                   ×1        2      0%     97%
                  › Convolutional networks                             ×1        7      0%     98%
                  › Recurrent networks                                 ×1        5      0%     98%
                  › Deep belief networks and where deep learning…      ×1        3      0%     97%























              d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back  c clear plan
> Down Right Right
              Interview plan                                                                  15 days left

              If you follow it  97% (96–100%) · 22 of 23 cards · with 40 min on the day
              If you stop now   0% (0–10%) · 0 of 23 cards
              Today             23 new · 0 min done · 25 min to go
                                23 cards never seen · Every card fits into the time.

                Interview day              2026-12-07 Mon
              > Minutes a day            ← 40 →
                                                                   weight    cards    stop  follow  missed
                Deep learning interview basics                         ×1       23      0%     97%
                  › Optimisation and training                          ×1        6      0%     98%
                  › Regularisation and normalisation                   ×1        2      0%     97%
                  › Convolutional networks                             ×1        7      0%     98%
                  › Recurrent networks                                 ×1        5      0%     98%
                  › Deep belief networks and where deep learning…      ×1        3      0%     97%























              d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back  c clear plan
> Down Down Left Left
              Interview plan                                                                  15 days left

              If you follow it  96% (94–100%) · 16 of 17 cards · with 40 min on the day
              If you stop now   0% (0–10%) · 0 of 17 cards
              Today             17 new · 0 min done · 18 min to go
                                17 cards never seen · Every card fits into the time.

                Interview day              2026-12-07 Mon
                Minutes a day              40
                                                                   weight    cards    stop  follow  missed
                Deep learning interview basics                         ×1       23      0%     96%
              >   › Optimisation and training                         ← ✗ →      6       –       –
                  › Regularisation and normalisation                   ×1        2      0%     96%
                  › Convolutional networks                             ×1        7      0%     96%
                  › Recurrent networks                                 ×1        5      0%     98%
                  › Deep belief networks and where deep learning…      ×1        3      0%     96%























              → next value  ? help  u undo  s cram sheet  q back  c clear plan  b browse  : all actions
> u x
              Interview plan                                                                  15 days left

              If you follow it  97% (96–100%) · 22 of 23 cards · with 40 min on the day
              If you stop now   0% (0–10%) · 0 of 23 cards
              Today             23 new · 0 min done · 25 min to go
                                23 cards never seen · Every card fits into the time.

                Interview day              2026-12-07 Mon
                Minutes a day              40
                                                                   weight    cards    stop  follow  missed
                Deep learning interview basics                         ×1       23      0%     97%
              >   › Optimisation and training                        ← ×1 →      6      0%     98%
                  › Regularisation and normalisation                   ×1        2      0%     97%
                  › Convolutional networks                             ×1        7      0%     98%
                  › Recurrent networks                                 ×1        5      0%     98%
                  › Deep belief networks and where deep learning…      ×1        3      0%     97%























              → next value  ← lower  ? help  u undo  s cram sheet  q back  c clear plan  b browse
> Esc
   backprop                                                                     Interview in 15 days · 2026-12-07 Mon

   Ready on the day        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%       │ Last 12 weeks
   if you follow the plan  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%       │ Mon · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
   Today                   23 new   about 25 min                             │ Wed · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
     deck                                ready                  today  cards │ Fri · · · · · · · · · · · ·
   > Deep learning interview basics                         0%     23     23 │     · · · · · · · · · · · ·
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
> a Space 3 Space 1
              Deep learning interview basics › Optimisation and tra… ━───────────────  24 new · 1 learning
                                                                                                      1:20
              How should parameters be initialised?




































              Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend  M mode  b bury
