size 80x24
lang en
log reviews.json
> s
  Statistics                                                  as of 2026-11-22
  [Overview] Calendar  Activity  Forecast  Retention  Topics  Memory  ›

  Today and so far                                                             ┃
  Today = current study day. Recall = true retention.                          ┃
                                                                               ┃
  figure                       value                                           ┃
  Answers today                    0                                           ┃
  Cards today                      0                                           ┃
  New cards today                  0                                           ┃
  Minutes today                  0.0                                           ┃
  Recall today                     –                                           ┃
  Cards waiting                   38                                           ┃
  Minutes waiting                 10                                           │
  Streak, days                     0                                           │
  Longest streak, days            12                                           │
  Days studied                    65                                           │
  Answers in all                 249                                           │
  Hours in all                   0.9                                           │
  Cards recalled if asked now   21.4                                           │
                                                                               │
  Cards                                                                        │
  Each card of the decks once; a follow-up opens once the question above it is │
  → next  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
   Overview [Calendar] Activity  Forecast  Retention  Topics  Memory  ›

  A year of days                                                               ┃
  Answers on each study day of the last 53 weeks.                              ┃
                                                                               ┃
       12  1   2   3    4   5    6   7   8    9   10  11                       ┃
  Mo ········································░▒░▒░░░·░░·░·                     ┃
  Tu ········································▒▒░░░·▒░··░··                     ┃
  We ········································▒▓▒░·░░░░░·░·                     ┃
  Th ········································▒▒·░░░░·░░░░·                     ┃
  Fr ·········································▓▓▒▒░░░▒░··░                     ┃
  Sa ··········································▒▒░░·░░··░·                     ┃
  Su ········································██░░░░▒·░░·░·                     ┃
  · 0  ░ ≤ 4  ▒ ≤ 8  ▓ ≤ 12  █ ≤ 17                                            ┃
                                                                               ┃
  Time of day                                                                  ┃
  All answers by the hour of this machine's clock; recall is the true          ┃
  retention of that hour.                                                      ┃
                                                                               │
  answers  ≤ 75                                                                │
                             ██                                                │
                             ██                                                │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
   Overview  Calendar [Activity] Forecast  Retention  Topics  Memory  ›

  Last 30 days                                                                 ┃
  Answers, new cards and time from question to grade, by study day.            ┃
                                                                               ┃
  answers  ≤ 2                                                                 ┃
  █ █ █     █ █                   █   █                                        ┃
  █ █ █     █ █                   █   █                                        ┃
  █ █ █     █ █                   █   █                                        ┃
  █ █ █   █ █ █   █   █   █       █   █ █   █ █         █                      │
  █ █ █   █ █ █   █   █   █       █   █ █   █ █         █                      │
  █ █ █   █ █ █   █   █   █       █   █ █   █ █         █                      │
  2026-10-24                                       2026-11-22                  │
                                                                               │
  minutes  ≤ 0.7                                                               │
    █         ▅                                                                │
    █         █                   ▆                                            │
    █ ▃       █                   █   ▅                                        │
  ▂ █ █     ▇ █           ▂       █   █                                        │
  █ █ █   ▂ █ █   ▆   ▅   █       █   █ ▂     ▇                                │
  █ █ █   █ █ █   █   █   █       █   █ █   ▇ █         ▅                      │
  2026-10-24                                       2026-11-22                  │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
   Overview  Calendar  Activity [Forecast] Retention  Topics  Memory  ›

  Sums                                                                         ┃
  What the coming days ask for, today included; new cards are not in it.       ┃
                                                                               ┃
  days          due  answers  minutes                                          ┃
  today           6        6        1                                          ┃
  next 7 days     8        8        2                                          ┃
  next 30 days   11       17        4                                          ┃
  next 90 days   15       36        9                                          ┃
                                                                               ┃
  Next 90 days                                                                 ┃
  Due: cards due that day as of now, overdue ones today. Answers: when each    ┃
  card is answered good on its day. Minutes: at your own pace, 1.2 answers a   ┃
  card.                                                                        ┃
                                                                               │
  due  ≤ 6                                                                     │
  █                                                                            │
  █                                                                            │
  █                                                                            │
  █                                                                            │
  █    █                                                                       │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
   Overview  Calendar  Activity  Forecast [Retention] Topics  Memory  ›

  True retention                                                               ┃
  The first answer of a day to a card in review, last answered on an earlier   ┃
  day. Recalled: not again. Young: stability below 21 days. Range: 95%         ┃
  (Wilson).                                                                    ┃
                                                                               ┃
  young                                                 ├───┼───┤        84.3% ┃
  mature                                            ├─────────┼────┤     86.7% ┃
  all                                                    ├───┼──┤        84.7% │
         0%                                                        100%        │
                                                                               │
  True retention by day                                                        │
  The last 30 study days.                                                      │
                                                                               │
  100%     │•⠉•     ⢀•⠉•⠉•⠉⠉⠉⠉•⠉⠉⠉•⠉⠉⠉⠉•⠉⠉⠉⠉⠉⠉⠉⠉•⠉⠉⠉•⠉⠉•⠉⠉⠉•⠉•⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉•     │
           │  ⠈⡆    ⡸                                                          │
           │   ⡇   ⢀⠇                                                          │
           │   ⢇   ⢸                                                           │
           │   ⢸   ⡇                                                           │
  50%      │   ⢸  ⢸                                                            │
           │   ⠈⡆ ⡇                                                            │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
   Overview  Calendar  Activity  Forecast  Retention [Topics] Memory  ›

  Decks
  Recall: true retention over the whole log, with the range it lies in with
  95% confidence. Now: expected recall of the seen cards today.

  Deep learning interview basics                              ├─┼─┤      84.7%
                                 0%                                100%

  Topics
  The same for each heading above the cards.

  Optimisation and training                                ├────┼──┤     83.7%
  Regularisation and normalisat…                           ├──────────┼ 100.0%
  Convolutional networks                                     ├────┼──┤   90.0%
  Recurrent networks                                     ├────┼───┤      79.5%
  Deep belief networks and wher…                       ├───────┼───┤     81.0%
                                 0%                                100%




  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
  ‹  Calendar  Activity  Forecast  Retention  Topics [Memory] Hard cards  ›

  Stability                                                                    ┃
  Seen cards by the days until recall falls to 90%.                            ┃
                                                                               ┃
  0–1                                                                        0 ┃
  1–3                                                                        0 ┃
  3–7     ━━━━━━━━╸                                                          1 ┃
  7–14    ━━━━━━━━━━━━━━━━━━━━━━━━━                                          3 ┃
  14–21   ━━━━━━━━━━━━━━━━╸                                                  2 ┃
  21–30   ━━━━━━━━━━━━━━━━╸                                                  2 ┃
  30–60   ━━━━━━━━━━━━━━━━━━━━━━━━━                                          3 ┃
  60–90   ━━━━━━━━━━━━━━━━╸                                                  2 │
  90–180  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 8 │
  180–365 ━━━━━━━━━━━━━━━━╸                                                  2 │
  ≥ 365                                                                      0 │
                                                                               │
  Difficulty                                                                   │
  Seen cards by difficulty, from 1 to 10.                                      │
                                                                               │
  1–2  ━━━━━━━━╸                                                             1 │
  2–3  ━━━━━━━━━━━━━━━━━╸                                                    2 │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
  ‹  Activity  Forecast  Retention  Topics  Memory [Hard cards] Calibration  ›

  Hardest cards                                                                ┃
  The 20 seen cards of the highest difficulty; equals by lapses.               ┃
                                                                               ┃
  question                  difficulty  lapses  answers  stability    now      ┃
    deck                                                                       ┃
  How is a DBN (deep beli…         9.9       1       18        6.1  86.2%      ┃
    Deep learning interview basics                                             ┃
  How does an LSTM deal w…         9.8       7       31       11.5  92.3%      ┃
    Deep learning interview basics                                             │
  What tricks are there f…         9.8       3       17        9.2  82.6%      │
    Deep learning interview basics                                             │
  How do DBN and CNN comp…         9.7       3       15        7.9  86.2%      │
    Deep learning interview basics                                             │
  Why is the loss of a ne…         9.6       1       13       21.7  87.6%      │
    Deep learning interview basics                                             │
  Why were RNNs introduce…         9.6       2       15       16.2  91.4%      │
    Deep learning interview basics                                             │
  What is pooling for?             9.4       2       13       20.6  86.2%      │
    Deep learning interview basics                                             │
  What are the common pro…         9.2       1       13       22.6  87.0%      │
  → next  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
  ‹  Retention  Topics  Memory  Hard cards [Calibration] Readiness

  Does the scheduler know you?                                                 ┃
  Every answer at least a day after the card's last. Lower log loss and RMSE   ┃
  are better; the log loss should be below that of always predicting the mean. ┃
                                                                               ┃
  88.0% ██████████▌░     82.7% █████████▉░░     0.4891                         ┃
  Predicted recall       Actual recall          Log loss                       ┃
                                                                               ┃
  0.4613                 0.1477                                                ┃
  Log loss of the mean   RMSE (bins)                                           ┃
                                                                               ┃
  Predicted and actual recall                                                  ┃
  The same answers by the recall that was predicted for them. On the diagonal, │
  prediction and outcome agree.                                                │
                                                                               │
  100%│recall                                                ⢀⡠⠤⠒⠉             │
      │                                                 ⢀⡠⠤⠒⠉⠁                 │
      │                                            ⢀⡠⠤⠒⠉⠁                      │
      │                                       ⢀⡠⠤⠒⠉⠁                           │
      │                         •        ⢀⡠⠤⠒⠉⠁                                │
      │                             ⢀⡠⠤⠒⠉⠁                                     │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                  as of 2026-11-22
  ‹  Retention  Topics  Memory  Hard cards  Calibration [Readiness]

  The interview                                                                ┃
  Expected: the sum of the probabilities of recall on that day, if nothing     ┃
  more were studied, over the cards with an answer that the plan gives a       ┃
  weight above 0. A card never seen counts as not recalled.                    ┃
                                                                               ┃
  figure                  value                                                ┃
  Date                    2026-12-06                                           ┃
  Days left               14                                                   ┃
  Expected recall, cards  20.8                                                 ┃
  Cards in scope          48                                                   ┃
                                                                               ┃
  How it moved                                                                 ┃
  Readiness as it stood at the end of each study day; of the cards in scope    ┃
  now.                                                                         ┃
                                                                               ┃
  21       │                                        ⣀⣀⣀⣀⣀⣀⠤⣀⠤•⠤••⠒•⠒⠒•••⠉•⠉⠉⠉• │
           │             ⣀⣀⡠••••••⠒•••••••••••••⠊••••• ••••••                  │
           │         ⢀••••••                                                   │
           │        ⡠⠃                                                         │
           │       ••                                                          │
  → next  t table  ? help  q back  ← before  : all actions
> t
  Statistics                                                  as of 2026-11-22
  ‹  Retention  Topics  Memory  Hard cards  Calibration [Readiness]

  The interview                                                                ┃
  Expected: the sum of the probabilities of recall on that day, if nothing     ┃
  more were studied, over the cards with an answer that the plan gives a       ┃
  weight above 0. A card never seen counts as not recalled.                    ┃
                                                                               ┃
  figure                  value                                                │
  Date                    2026-12-06                                           │
  Days left               14                                                   │
  Expected recall, cards  20.8                                                 │
  Cards in scope          48                                                   │
                                                                               │
  How it moved                                                                 │
  Readiness as it stood at the end of each study day; of the cards in scope    │
  now.                                                                         │
                                                                               │
  day         expected                                                         │
  2026-08-24       1.0                                                         │
  2026-08-25       1.9                                                         │
  2026-08-26       3.2                                                         │
  2026-08-27       4.5                                                         │
  → next  t table  ? help  q back  ← before  : all actions
> Left
  Statistics                                                  as of 2026-11-22
  ‹  Retention  Topics  Memory  Hard cards [Calibration] Readiness

  Does the scheduler know you?                                                 ┃
  Every answer at least a day after the card's last. Lower log loss and RMSE   ┃
  are better; the log loss should be below that of always predicting the mean. ┃
                                                                               ┃
  figure                 value                                                 ┃
  Predicted recall       88.0%                                                 ┃
  Actual recall          82.7%                                                 ┃
  Log loss              0.4891                                                 ┃
  Log loss of the mean  0.4613                                                 ┃
  RMSE (bins)           0.1477                                                 ┃
                                                                               ┃
  Predicted and actual recall                                                  ┃
  The same answers by the recall that was predicted for them. On the diagonal, ┃
  prediction and outcome agree.                                                │
                                                                               │
  from    to  predicted  recalled  of  recall   from      to                   │
  70%    75%      72.1%         3   3  100.0%  43.9%  100.0%                   │
  75%    80%      77.8%        14  20   70.0%  48.1%   85.5%                   │
  80%    85%      83.1%        22  25   88.0%  70.0%   95.8%                   │
  85%    90%      87.1%        42  50   84.0%  71.5%   91.7%                   │
  → next  t table  ? help  q back  ← before  : all actions
> Left
  Statistics                                                  as of 2026-11-22
  ‹  Activity  Forecast  Retention  Topics  Memory [Hard cards] Calibration  ›

  Hardest cards                                                                ┃
  The 20 seen cards of the highest difficulty; equals by lapses.               ┃
                                                                               ┃
  question                  difficulty  lapses  answers  stability    now      ┃
    deck                                                                       ┃
  How is a DBN (deep beli…         9.9       1       18        6.1  86.2%      ┃
    Deep learning interview basics                                             ┃
  How does an LSTM deal w…         9.8       7       31       11.5  92.3%      ┃
    Deep learning interview basics                                             │
  What tricks are there f…         9.8       3       17        9.2  82.6%      │
    Deep learning interview basics                                             │
  How do DBN and CNN comp…         9.7       3       15        7.9  86.2%      │
    Deep learning interview basics                                             │
  Why is the loss of a ne…         9.6       1       13       21.7  87.6%      │
    Deep learning interview basics                                             │
  Why were RNNs introduce…         9.6       2       15       16.2  91.4%      │
    Deep learning interview basics                                             │
  What is pooling for?             9.4       2       13       20.6  86.2%      │
    Deep learning interview basics                                             │
  What are the common pro…         9.2       1       13       22.6  87.0%      │
  → next  ? help  q back  ← before  : all actions
> Left
  Statistics                                                  as of 2026-11-22
  ‹  Calendar  Activity  Forecast  Retention  Topics [Memory] Hard cards  ›

  Stability                                                                    ┃
  Seen cards by the days until recall falls to 90%.                            ┃
                                                                               ┃
  from   to  cards                                                             ┃
  0       1      0                                                             ┃
  1       3      0                                                             ┃
  3       7      1                                                             ┃
  7      14      3                                                             ┃
  14     21      2                                                             ┃
  21     30      2                                                             │
  30     60      3                                                             │
  60     90      2                                                             │
  90    180      8                                                             │
  180   365      2                                                             │
  365     –      0                                                             │
                                                                               │
  Difficulty                                                                   │
  Seen cards by difficulty, from 1 to 10.                                      │
                                                                               │
  from  to  cards                                                              │
  → next  t table  ? help  q back  ← before  : all actions
> Left
  Statistics                                                  as of 2026-11-22
   Overview  Calendar  Activity  Forecast  Retention [Topics] Memory  ›

  Decks                                                                        ┃
  Recall: true retention over the whole log, with the range it lies in with    ┃
  95% confidence. Now: expected recall of the seen cards today.                ┃
                                                                               ┃
  deck                      recalled   of  recall   from     to  cards  seen   ┃
      now                                                                      ┃
  Deep learning interview…       133  157   84.7%  78.3%  89.5%     48    23   ┃
    93.1%                                                                      ┃
                                                                               ┃
  Topics                                                                       ┃
  The same for each heading above the cards.                                   ┃
                                                                               ┃
  topic                     recalled  of  recall   from      to  cards  seen   ┃
      now  deck                                                                ┃
  Optimisation and traini…        36  43   83.7%  70.0%   91.9%     13     6   ┃
    90.7%  Deep learning …                                                     ┃
  Regularisation and norm…         9   9  100.0%  70.1%  100.0%      5     2   ┃
    97.2%  Deep learning …                                                     │
  Convolutional networks          36  40   90.0%  76.9%   96.0%     14     7   │
    94.1%  Deep learning …                                                     │
  → next  t table  ? help  q back  ← before  : all actions
> t PgDn
  Statistics                                                  as of 2026-11-22
   Overview  Calendar  Activity  Forecast  Retention [Topics] Memory  ›

  Decks
  Recall: true retention over the whole log, with the range it lies in with
  95% confidence. Now: expected recall of the seen cards today.

  Deep learning interview basics                              ├─┼─┤      84.7%
                                 0%                                100%

  Topics
  The same for each heading above the cards.

  Optimisation and training                                ├────┼──┤     83.7%
  Regularisation and normalisat…                           ├──────────┼ 100.0%
  Convolutional networks                                     ├────┼──┤   90.0%
  Recurrent networks                                     ├────┼───┤      79.5%
  Deep belief networks and wher…                       ├───────┼───┤     81.0%
                                 0%                                100%




  → next  t table  ? help  q back  ← before  : all actions
> Esc
  backprop                               Interview in 14 days · 2026-12-06 Sun

  Ready on the day        █████████████████▍░░░░░░░░░░░░░░░░░░░░░░ 43%
  if you follow the plan  █████████████████▍░░░░░░░░░░░░░░░░░░░░░░ 43%

  Today                   13 due · 25 new   about 10 min

    deck                                   ready                  today  cards
  > Deep learning interview basics         ━━━━━━━           43%     38     48














  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
