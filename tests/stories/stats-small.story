size 40x12
lang en
log reviews.json
> s
  Statistics          as of 2026-11-22
  [Overview] Calendar  Activity  ›

  Today and so far                     ┃
  figure                       value   ┃
  Answers today                    0   │
  Cards today                      0   │
  New cards today                  0   │
  Minutes today                  0.0   │
  Recall today                     –   │
  Cards waiting                   38   │
  → next  ? help  q back  ← before
> Right
  Statistics          as of 2026-11-22
   Overview [Calendar] Activity  ›

  A year of days                       ┃
        5    6   7   8    9   10  11   ┃
  Mo ····················░▒░▒░░░·░░·░· ┃
  Tu ····················▒▒░░░·▒░··░·· │
  We ····················▒▓▒░·░░░░░·░· │
  Th ····················▒▒·░░░░·░░░░· │
  Fr ·····················▓▓▒▒░░░▒░··░ │
  Sa ······················▒▒░░·░░··░· │
  → next  t table  ? help  q back
> Right
  Statistics          as of 2026-11-22
  ‹  Calendar [Activity] Forecast  ›

  Last 30 days                         ┃
  answers  ≤ 2                         │
  ███  ██         █ █                  │
  ███  ██         █ █                  │
  ███  ██         █ █                  │
  ███ ███ █ █ █   █ ██ ██    █         │
  ███ ███ █ █ █   █ ██ ██    █         │
  ███ ███ █ █ █   █ ██ ██    █         │
  → next  t table  ? help  q back
> PgDn
  Statistics          as of 2026-11-22
  ‹  Calendar [Activity] Forecast  ›

  ███ ███ █ █ █   █ ██ ██    █         │
  ███ ███ █ █ █   █ ██ ██    █         ┃
  2026-10-24          2026-11-22       │
  minutes  ≤ 0.7                       │
   █    ▅                              │
   █    █         ▆                    │
   █▃   █         █ ▅                  │
  ▂██  ▇█     ▂   █ █                  │
  → next  t table  ? help  q back
> Right
  Statistics          as of 2026-11-22
  ‹  Activity [Forecast] Retention  ›

  Sums                                 ┃
  days          due  answers  minutes  ┃
  today           6        6        1  │
  next 7 days     8        8        2  │
  next 30 days   11       17        4  │
  next 90 days   15       36        9  │
  What the coming days ask for, today  │
  included; new cards are not in it.   │
  → next  ? help  q back  ← before
> Right
  Statistics          as of 2026-11-22
  ‹  Forecast [Retention] Topics  ›

  True retention                       ┃
  young                  ├─┼┤    84.3% ┃
  mature                ├──┼─┤   86.7% │
  all                    ├─┼┤    84.7% │
         0%                100%        │
  The first answer of a day to a card  │
  in review, last answered on an       │
  earlier day. Recalled: not again.    │
  → next  t table  ? help  q back
> t
  Statistics          as of 2026-11-22
  ‹  Forecast [Retention] Topics  ›

  True retention                       ┃
  age     recalled   of  recall   from │
       to                              │
  young        107  127   84.3%  76.9% │
    89.6%                              │
  mature        26   30   86.7%  70.3% │
    94.7%                              │
  all          133  157   84.7%  78.3% │
  → next  t table  ? help  q back
> PgDn
  Statistics          as of 2026-11-22
  ‹  Forecast [Retention] Topics  ›

    94.7%                              ┃
  all          133  157   84.7%  78.3% │
    89.5%                              │
  The first answer of a day to a card  │
  in review, last answered on an       │
  earlier day. Recalled: not again.    │
  Young: stability below 21 days.      │
  Range: 95% (Wilson).                 │
  → next  t table  ? help  q back
> t Right Right Right PgDn
  Statistics          as of 2026-11-22
  ‹ [Hard cards] Calibration  ›

    Deep learning interview basics     │
  How does an LSTM …         9.8       ┃
         7       31       11.5  92.3%  │
    Deep learning interview basics     │
  What tricks are t…         9.8       │
         3       17        9.2  82.6%  │
    Deep learning interview basics     │
  How do DBN and CN…         9.7       │
  → next  ? help  q back  ← before
> Right
  Statistics          as of 2026-11-22
  ‹ [Calibration] Readiness

  Does the scheduler know you?         ┃
  figure                 value         ┃
  Predicted recall       88.0%         │
  Actual recall          82.7%         │
  Log loss              0.4891         │
  Log loss of the mean  0.4613         │
  RMSE (bins)           0.1477         │
  Every answer at least a day after    │
  → next  ? help  q back  ← before
> Right
  Statistics          as of 2026-11-22
  ‹  Calibration [Readiness]

  The interview                        ┃
  figure                  value        ┃
  Date                    2026-12-06   ┃
  Days left               14           │
  Expected recall, cards  20.8         │
  Cards in scope          48           │
  Expected: the sum of the             │
  probabilities of recall on that day, │
  → next  ? help  q back  ← before
> 20x5
   as of 2026-11-22
 ‹ [Readiness]
 The interview     ┃
 figure            │
 → next  ? help
> 40x12 Esc
  backprop        Interview in 14 days
  █████████████░░░░░░░░░░░░░░░░░ 43%
  █████████████░░░░░░░░░░░░░░░░░ 43%
  13 due · 25 new   about 10 min
    deck                  ready  today
  > Deep learning intervi…  43%     38





  Enter study  a study all  ? help
