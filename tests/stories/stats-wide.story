size 120x40
lang en
log reviews.json
> s
  Statistics                                                                                          as of 2026-11-22
  [Overview] Calendar  Activity  Forecast  Retention  Topics  Memory  Hard cards  Calibration  Readiness

  Today and so far                                                                                                     ┃
  Today = current study day. Recall = true retention.                                                                  ┃
                                                                                                                       ┃
  0 █▁█▅▁▅▅▁▁▁▁▅▁▁              0                             0                                                        ┃
  Answers today                 Cards today                   New cards today                                          ┃
                                                                                                                       ┃
  0.0 █▁▆▃▁▂▄▁▁▁▁▂▁▁            after reviews                 38 █▁▁▁▁▃▁▁▂▂▂▁▂▁                                        ┃
  Minutes today                 Recall today                  Cards waiting                                            ┃
                                                                                                                       ┃
  10 █▁▁▁▁▃▁▁▂▂▂▁▂▁             0                             12                                                       ┃
  Minutes waiting               Streak, days                  Longest streak, days                                     ┃
                                                                                                                       ┃
  65                            249                           0.9                                                      ┃
  Days studied                  Answers in all                Hours in all                                             ┃
                                                                                                                       ┃
  21.4                                                                                                                 ┃
  Cards recalled if asked now                                                                                          ┃
                                                                                                                       ┃
  Cards                                                                                                                ┃
  Each card of the decks once; a follow-up opens once the question above it is recalled. Young                         ┃
  and mature: in review, stability below or from 21 days.                                                              ┃
                                                                                                                       ┃
  no answer                                                                                                          0 ┃
  new                      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 25 ┃
  follow-ups, not open yet                                                                                           0 ┃
  learning                                                                                                           0 ┃
  young                    ━━━━━━━━━━━━━━━━━━━━━                                                                     6 ┃
  mature                   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━                             17 ┃
  relearning                                                                                                         0 ┃
  suspended                                                                                                          0 ┃
  flagged                                                                                                            0 ┃
                                                                                                                       ┃
  Grades                                                                                                               ┃
  All answers, by grade.                                                                                               │
                                                                                                                       │
  Again ━━━━━━━━━━━━━━━━━━━━━━━━                                                                                    38 │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                                                          as of 2026-11-22
   Overview [Calendar] Activity  Forecast  Retention  Topics  Memory  Hard cards  Calibration  Readiness

  A year of days
  Answers on each study day of the last 53 weeks.

       12  1   2   3    4   5    6   7   8    9   10  11
  Mo ········································░▒░▒░░░·░░·░·
  Tu ········································▒▒░░░·▒░··░··
  We ········································▒▓▒░·░░░░░·░·
  Th ········································▒▒·░░░░·░░░░·
  Fr ·········································▓▓▒▒░░░▒░··░
  Sa ··········································▒▒░░·░░··░·
  Su ········································██░░░░▒·░░·░·
  · 0  ░ ≤ 4  ▒ ≤ 8  ▓ ≤ 12  █ ≤ 17

  Time of day
  All answers by the hour of this machine's clock; recall is the true retention of that hour.

  answers  ≤ 75
                                      ███
                                      ███
                                  ███ ███                                             ▄▄▄
                                  ███ ███                                         ▄▄▄ ███
                                  ███ ███             ▆▆▆                         ███ ███ ███
                                  ███ ███             ███                         ███ ███ ███
  00                                                                                           23












  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar [Activity] Forecast  Retention  Topics  Memory  Hard cards  Calibration  Readiness

  Last 30 days                                                                                                         ┃
  Answers, new cards and time from question to grade, by study day.                                                    ┃
                                                                                                                       ┃
  answers  ≤ 2                                                                                                         ┃
  ██ ██ ██       ██ ██                            ██    ██                                                             ┃
  ██ ██ ██       ██ ██                            ██    ██                                                             ┃
  ██ ██ ██       ██ ██                            ██    ██                                                             ┃
  ██ ██ ██    ██ ██ ██    ██    ██    ██          ██    ██ ██    ██ ██             ██                                  ┃
  ██ ██ ██    ██ ██ ██    ██    ██    ██          ██    ██ ██    ██ ██             ██                                  ┃
  ██ ██ ██    ██ ██ ██    ██    ██    ██          ██    ██ ██    ██ ██             ██                                  ┃
  2026-10-24                                                                     2026-11-22                            ┃
                                                                                                                       ┃
  minutes  ≤ 0.7                                                                                                       ┃
     ██             ▅▅                                                                                                 ┃
     ██             ██                            ▆▆                                                                   ┃
     ██ ▃▃          ██                            ██    ▅▅                                                             ┃
  ▂▂ ██ ██       ▇▇ ██                ▂▂          ██    ██                                                             ┃
  ██ ██ ██    ▂▂ ██ ██    ▆▆    ▅▅    ██          ██    ██ ▂▂       ▇▇                                                 ┃
  ██ ██ ██    ██ ██ ██    ██    ██    ██          ██    ██ ██    ▇▇ ██             ▅▅                                  ┃
  2026-10-24                                                                     2026-11-22                            ┃
                                                                                                                       ┃
  Last 26 weeks                                                                                                        ┃
  The same by week; a week begins on Monday.                                                                           ┃
                                                                                                                       │
  answers  ≤ 63                                                                                                        │
      ███                                                                                                              │
      ███                                                                                                              │
  ▄▄▄ ███                                                                                                              │
  ███ ███ ▄▄▄ ▁▁▁                                                                                                      │
  ███ ███ ███ ███ ▄▄▄ ▁▁▁ ███ ▁▁▁ ▄▄▄                                                                                  │
  ███ ███ ███ ███ ███ ███ ███ ███ ███ ▆▆▆ ▁▁▁ ▅▅▅                                                                      │
  2026-08-24                               2026-11-16                                                                  │
                                                                                                                       │
  minutes  ≤ 11.8                                                                                                      │
      ███                                                                                                              │
      ███                                                                                                              │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar  Activity [Forecast] Retention  Topics  Memory  Hard cards  Calibration  Readiness

  Sums
  What the coming days ask for, today included; new cards are not in it.

  days          due  answers  minutes
  today           6        6        1
  next 7 days     8        8        2
  next 30 days   11       17        4
  next 90 days   15       36        9

  Next 90 days
  Due: cards due that day as of now, overdue ones today. Answers: when each card is answered
  good on its day. Minutes: at your own pace, 1.2 answers a card.

  due  ≤ 6
  █
  █
  █
  █
  █    █
  █    █  █ █     █                    █         █ █                           █
  2026-11-22                                                                      2027-02-19

  minutes  ≤ 1.4
  █
  █
  █
  █
  █    █                               █   █
  █    █  ███ █  ██    ██   █    █  █  █  ██ █   █ █       █     █ █           ████       ██
  2026-11-22                                                                      2027-02-19






  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar  Activity  Forecast [Retention] Topics  Memory  Hard cards  Calibration  Readiness

  True retention                                                                                                       ┃
  The first answer of a day to a card in review, last answered on an earlier day. Recalled:                            ┃
  not again. Young: stability below 21 days. Range: 95% (Wilson).                                                      ┃
                                                                                                                       ┃
  young                                                                                ├──────┼────┤             84.3% ┃
  mature                                                                        ├────────────────┼───────┤       86.7% ┃
  all                                                                                   ├──────┼───┤             84.7% ┃
         0%                                                                                                100%        ┃
                                                                                                                       ┃
  True retention by day                                                                                                ┃
  The last 30 study days.                                                                                              ┃
                                                                                                                       ┃
  100%     │•⠉⠉⠹•         •⠉⠉⠉•⠉⠉⠉•⠉⠉⠉⠉⠉⠉•⠉⠉⠉⠉⠉⠉•⠉⠉⠉⠉⠉⠉•⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉•⠉⠉⠉⠉⠉⠉•⠉⠉⠉•⠉⠉⠉⠉⠉⠉•⠉⠉⠉•⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉•        ┃
           │    ⡇        ⡰⠁                                                                                            ┃
           │    ⢸       ⢠⠃                                                                                             ┃
           │    ⠈⡆      ⡎                                                                                              ┃
           │     ⢣     ⡸                                                                                               ┃
  50%      │     ⠘⡄   ⢰⠁                                                                                               ┃
           │      ⢇  ⢀⠇                                                                                                ┃
           │      ⢸  ⡜                                                                                                 ┃
           │       ⡇⡰⠁                                                                                                 ┃
  0%       │       •⠃                                                                                                  ┃
           └────────────────────────────────────────────────────────────────────────────────────────────────────────── ┃
  2026-10-24                                                                                                2026-11-22 │
                                                                                                                       │
  True retention by week                                                                                               │
  The last 26 weeks, from Monday.                                                                                      │
                                                                                                                       │
  100%     │                                                                                      ⡠⠔•⠉⠉⠉⠉⠉⠉⠉•⠉⠉⠉⠉⠉⠉⠉⠉• │
           │         ⣀⣀⣀⣀⡠⠤⠤⠤⠤•⡀                                                               ⢀⠔⠊                     │
           │       ⢀⠜•         ⠈⠑⠢⢄⡀                                    ⢀•⠒⢄                 ⡠⠒⠁                       │
           │      ⡠⠊               ⠈⠑⠢•⣀⣀⠤⠤⠤⠤⠒⠒•⠤⢄⣀                    ⢀⠎   ⠉⠢⢄          ⢀⡠•⠉                          │
           │     ⡔⠁                                ⠉⠑⠒⠤⢄•             ⢀⠎       ⠑⠢⡀  ⢀⣀⠤⠒⠉⠁                             │
  80%      │   ⢀⠎                                       ⠈⠢⡀          ⢠⠃          ⠈•⠊⠁                                  │
           │  ⡠⠃                                          ⠑⢄        ⢠⠃                                                 │
           │⢀⠜                                              ⠑⢄     ⡰⠁                                                  │
  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar  Activity  Forecast  Retention [Topics] Memory  Hard cards  Calibration  Readiness

  Decks
  Recall: true retention over the whole log, with the range it lies in with 95% confidence.
  Now: expected recall of the seen cards today.

  Deep learning interview basics                                                             ├────┼───┤          84.7%
                                 0%                                                                        100%

  Topics
  The same for each heading above the cards.

  Optimisation and training                                                                 ├───────┼────┤       83.7%
  Regularisation and normalisation                                                          ├─────────────────┼ 100.0%
  Convolutional networks                                                                        ├───────┼───┤    90.0%
  Recurrent networks                                                                     ├────────┼────┤         79.5%
  Deep belief networks and where deep learning …                                      ├───────────┼──────┤       81.0%
                                                 0%                                                        100%




















  → next  t table  ? help  q back  ← before  : all actions
> Right
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar  Activity  Forecast  Retention  Topics [Memory] Hard cards  Calibration  Readiness

  Stability                                                                                                            ┃
  Seen cards by the days until recall falls to 90%.                                                                    ┃
                                                                                                                       ┃
  0–1                                                                                                                0 ┃
  1–3                                                                                                                0 ┃
  3–7     ━━━━━━━━━━━━━╸                                                                                             1 ┃
  7–14    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━                                                                   3 ┃
  14–21   ━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                2 ┃
  21–30   ━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                2 ┃
  30–60   ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━                                                                   3 ┃
  60–90   ━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                2 ┃
  90–180  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 8 ┃
  180–365 ━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                2 ┃
  ≥ 365                                                                                                              0 ┃
                                                                                                                       ┃
  Difficulty                                                                                                           ┃
  Seen cards by difficulty, from 1 to 10.                                                                              ┃
                                                                                                                       ┃
  1–2  ━━━━━━━━━━━━━╸                                                                                                1 ┃
  2–3  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                  2 ┃
  3–4  ━━━━━━━━━━━━━╸                                                                                                1 ┃
  4–5  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                       4 ┃
  5–6  ━━━━━━━━━━━━━╸                                                                                                1 ┃
  6–7  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                  2 ┃
  7–8  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                  2 ┃
  8–9  ━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                                                                  2 ┃
  9–10 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 8 ┃
                                                                                                                       ┃
  Recall now                                                                                                           ┃
  Seen cards by the probability of recall today.                                                                       ┃
                                                                                                                       ┃
  0%–10%                                                                                                             0 ┃
  10%–20%                                                                                                            0 │
  20%–30%                                                                                                            0 │
  30%–40%                                                                                                            0 │
  40%–50%                                                                                                            0 │
  → next  t table  ? help  q back  ← before  : all actions
> Left Left Left t
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar  Activity [Forecast] Retention  Topics  Memory  Hard cards  Calibration  Readiness

  Sums                                                                                                                 ┃
  What the coming days ask for, today included; new cards are not in it.                                               ┃
                                                                                                                       ┃
  days          due  answers  minutes                                                                                  ┃
  today           6        6        1                                                                                  ┃
  next 7 days     8        8        2                                                                                  ┃
  next 30 days   11       17        4                                                                                  ┃
  next 90 days   15       36        9                                                                                  ┃
                                                                                                                       ┃
  Next 90 days                                                                                                         ┃
  Due: cards due that day as of now, overdue ones today. Answers: when each card is answered                           ┃
  good on its day. Minutes: at your own pace, 1.2 answers a card.                                                      ┃
                                                                                                                       │
  day         due  answers  minutes                                                                                    │
  2026-11-22    6        6      1.4                                                                                    │
  2026-11-23    0        0      0.0                                                                                    │
  2026-11-24    0        0      0.0                                                                                    │
  2026-11-25    0        0      0.0                                                                                    │
  2026-11-26    0        0      0.0                                                                                    │
  2026-11-27    2        2      0.5                                                                                    │
  2026-11-28    0        0      0.0                                                                                    │
  2026-11-29    0        0      0.0                                                                                    │
  2026-11-30    1        1      0.2                                                                                    │
  2026-12-01    0        1      0.2                                                                                    │
  2026-12-02    1        1      0.2                                                                                    │
  2026-12-03    0        0      0.0                                                                                    │
  2026-12-04    0        1      0.2                                                                                    │
  2026-12-05    0        0      0.0                                                                                    │
  2026-12-06    0        0      0.0                                                                                    │
  2026-12-07    0        1      0.2                                                                                    │
  2026-12-08    1        1      0.2                                                                                    │
  2026-12-09    0        0      0.0                                                                                    │
  2026-12-10    0        0      0.0                                                                                    │
  2026-12-11    0        0      0.0                                                                                    │
  2026-12-12    0        0      0.0                                                                                    │
  2026-12-13    0        1      0.2                                                                                    │
  → next  t table  ? help  q back  ← before  : all actions
> Right Right Right Right
  Statistics                                                                                          as of 2026-11-22
   Overview  Calendar  Activity  Forecast  Retention  Topics  Memory [Hard cards] Calibration  Readiness

  Hardest cards
  The 20 seen cards of the highest difficulty; equals by lapses.

  question                                      difficulty  lapses  answers  stability    now  deck
  How is a DBN (deep belief network) trained?          9.9       1       18        6.1  86.2%  Deep learning intervie…
  How does an LSTM deal with vanishing and ex…         9.8       7       31       11.5  92.3%  Deep learning intervie…
  What tricks are there for training and tuni…         9.8       3       17        9.2  82.6%  Deep learning intervie…
  How do DBN and CNN compare?                          9.7       3       15        7.9  86.2%  Deep learning intervie…
  Why is the loss of a neural network non-con…         9.6       1       13       21.7  87.6%  Deep learning intervie…
  Why were RNNs introduced, and how do they w…         9.6       2       15       16.2  91.4%  Deep learning intervie…
  What is pooling for?                                 9.4       2       13       20.6  86.2%  Deep learning intervie…
  What are the common problems of CNNs, and h…         9.2       1       13       22.6  87.0%  Deep learning intervie…
  How do you choose the batch size?                    8.8       0       11       40.5  92.1%  Deep learning intervie…
  How should parameters be initialised?                8.4       1        9       46.5  91.2%  Deep learning intervie…
  What are the hyper-parameters in deep learn…         7.6       1       10       90.6  98.3%  Deep learning intervie…
  When do you use local-conv (locally connect…         7.1       1       11       64.9  95.5%  Deep learning intervie…
  What is the idea of backpropagation?                 7.0       1        9       33.6  92.1%  Deep learning intervie…
  What are the weaknesses of RNNs, and what h…         6.5       0        6       86.4  94.7%  Deep learning intervie…
  Which CNNs are commonly used, and what is t…         5.1       0        7       93.8  94.5%  Deep learning intervie…
  How do RNN, LSTM and GRU differ?                     4.7       0        6      142.5  98.9%  Deep learning intervie…
  Why were CNNs introduced?                            4.7       0        7      168.3  99.4%  Deep learning intervie…
  What is the idea of batch normalisation?             4.7       0        7      153.1  98.4%  Deep learning intervie…
  Why does dropout reduce overfitting?                 4.0       0        6      141.3  95.9%  Deep learning intervie…
  What is the core idea of an LSTM, and what …         3.5       0        7      142.6  97.1%  Deep learning intervie…

  Leeches
  Cards forgotten at least 8 times after they had left the learning steps.

  No card is hard for you yet: cards that are forgotten again and again stand here.







  → next  ? help  q back  ← before  : all actions
