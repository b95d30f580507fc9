size 80x24
lang en
log reviews.json
> p d =12-8
  Interview plan                                                  14 days left

  If you follow it  96% (94–100%) · 46 of 48 cards · with 40 min on the day
  If you stop now   42% (40–51%) · 20 of 48 cards
  Today             25 new · 13 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  interview on (12-8, +10d, none): 12-8
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     42%     96%
      › Optimisation and training          ×1       13     39%     96%
      › Regularisation and normalisa…      ×1        5     38%     95%
      › Convolutional networks             ×1       14     45%     96%
      › Recurrent networks                 ×1       10     44%     96%
      › Deep belief networks and whe…      ×1        6     41%     95%







  Enter accept  Esc back  Ctrl-P all actions
> Enter
  Interview plan                                                  16 days left

  If you follow it  96% (94–100%) · 46 of 48 cards · with 40 min on the day
  If you stop now   42% (40–51%) · 20 of 48 cards
  Today             25 new · 13 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-08 Tue →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     42%     96%
      › Optimisation and training          ×1       13     39%     96%
      › Regularisation and normalisa…      ×1        5     37%     96%
      › Convolutional networks             ×1       14     45%     96%
      › Recurrent networks                 ×1       10     44%     96%
      › Deep belief networks and whe…      ×1        6     41%     95%







  d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back
> 40x12
  Interview plan          16 days left
  If you follow it  96% (94–100%)
  If you stop now   42% (40–51%)
  Today             25 new · 13 due
  25 cards never seen
  > Interview day   ← 2026-12-08 Tue → ┃
    Minutes a day              40      ┃
                      weight    follow ┃
    Deep learning i…      ×1       96% ┃
      › Optimisatio…      ×1       96% │
      › Regularisat…      ×1       96% │
  d type it  → next value  ? help
> 120x40
              Interview plan                                                                  16 days left

              If you follow it  96% (94–100%) · 46 of 48 cards · with 40 min on the day
              If you stop now   42% (40–51%) · 20 of 48 cards
              Today             25 new · 13 due · 0 min done · 10 min to go
                                25 cards never seen · Every card fits into the time.

              > Interview day            ← 2026-12-08 Tue →
                Minutes a day              40
                                                                   weight    cards    stop  follow  missed
                Deep learning interview basics                         ×1       48     42%     96%
                  › Optimisation and training                          ×1       13     39%     96%
                  › Regularisation and normalisation                   ×1        5     37%     96%
                  › Convolutional networks                             ×1       14     45%     96%
                  › Recurrent networks                                 ×1       10     44%     96%
                  › Deep belief networks and where deep learning…      ×1        6     41%     95%























              d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back  c clear plan
> 200x60
                                                      Interview plan                                                                  16 days left

                                                      If you follow it  96% (94–100%) · 46 of 48 cards · with 40 min on the day
                                                      If you stop now   42% (40–51%) · 20 of 48 cards
                                                      Today             25 new · 13 due · 0 min done · 10 min to go
                                                                        25 cards never seen · Every card fits into the time.

                                                      > Interview day            ← 2026-12-08 Tue →
                                                        Minutes a day              40
                                                                                                           weight    cards    stop  follow  missed
                                                        Deep learning interview basics                         ×1       48     42%     96%
                                                          › Optimisation and training                          ×1       13     39%     96%
                                                          › Regularisation and normalisation                   ×1        5     37%     96%
                                                          › Convolutional networks                             ×1       14     45%     96%
                                                          › Recurrent networks                                 ×1       10     44%     96%
                                                          › Deep belief networks and where deep learning…      ×1        6     41%     95%











































                                                      d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back  c clear plan
> 80x24
  Interview plan                                                  16 days left

  If you follow it  96% (94–100%) · 46 of 48 cards · with 40 min on the day
  If you stop now   42% (40–51%) · 20 of 48 cards
  Today             25 new · 13 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-08 Tue →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     42%     96%
      › Optimisation and training          ×1       13     39%     96%
      › Regularisation and normalisa…      ×1        5     37%     96%
      › Convolutional networks             ×1       14     45%     96%
      › Recurrent networks                 ×1       10     44%     96%
      › Deep belief networks and whe…      ×1        6     41%     95%







  d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back
> d Ctrl-u =yesterday Enter
  Interview plan                                                  16 days left

  If you follow it  96% (94–100%) · 46 of 48 cards · with 40 min on the day
  If you stop now   42% (40–51%) · 20 of 48 cards
  Today             25 new · 13 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  interview on (12-8, +10d, none): yesterday
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     42%     96%
      › Optimisation and training          ×1       13     39%     96%
      › Regularisation and normalisa…      ×1        5     37%     96%
      › Convolutional networks             ×1       14     45%     96%
      › Recurrent networks                 ×1       10     44%     96%
      › Deep belief networks and whe…      ×1        6     41%     95%






  “yesterday” is no day ahead. Like: 2026-12-08, 12-8, 8 Dec, +10d, 2w,
  tomorrow, none.
> Ctrl-u =mid-December Enter
  Interview plan                                                  23 days left

  If you follow it  97% (96–100%) · 46 of 48 cards · with 40 min on the day
  If you stop now   41% (38–51%) · 20 of 48 cards
  Today             25 new · 13 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-15 Tue →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     41%     97%
      › Optimisation and training          ×1       13     38%     96%
      › Regularisation and normalisa…      ×1        5     37%     97%
      › Convolutional networks             ×1       14     44%     97%
      › Recurrent networks                 ×1       10     44%     96%
      › Deep belief networks and whe…      ×1        6     40%     97%







  Taken as 2026-12-15 Tue; type the day once it is fixed.
> d Ctrl-u =11-20 Enter
  Interview plan                                                 363 days left

  If you follow it  97% (96–100%) · 47 of 48 cards · with 40 min on the day
  If you stop now   33% (27–43%) · 16 of 48 cards
  Today             25 new · 13 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  > Interview day            ← 2027-11-20 Sat →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     33%     97%
      › Optimisation and training          ×1       13     30%     97%
      › Regularisation and normalisa…      ×1        5     31%     97%
      › Convolutional networks             ×1       14     36%     97%
      › Recurrent networks                 ×1       10     34%     97%
      › Deep belief networks and whe…      ×1        6     30%     97%







  2026-11-20 is past: taken as 2027-11-20 Sat.
> d Ctrl-u =tonight Enter
  Interview plan                                                         today

  If you follow it  94% (90–98%) · 45 of 48 cards
  If you stop now   43% (40–51%) · 21 of 48 cards
  Today             25 new · 23 due · 0 min done · 12 min to go
                    25 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-11-22 Sun 19:00 →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     43%     94%
      › Optimisation and training          ×1       13     40%     93%
      › Regularisation and normalisa…      ×1        5     38%     92%
      › Convolutional networks             ×1       14     46%     94%
      › Recurrent networks                 ×1       10     46%     94%
      › Deep belief networks and whe…      ×1        6     44%     94%







  No hour was given: taken as 19:00.
