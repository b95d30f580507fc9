size 80x24
lang en
log reviews.json
> p Right Esc +17d
  backprop                                                      2026-12-09 Wed

  Ready today  █████████████████▎░░░░░░░░░░░░░░░░░░░░░░ 43%

  Today        11 due · 12 new   about 10 min
  Your interview was 2 days ago. How did it go? w notes what was asked and
  sets the next date.

    deck                                   ready                  today  cards
  > Deep learning interview basics         ━━━━━━━           43%     23     48













  w after the interview  Enter study  a study all  p plan  ? help  b browse
> w
  How did it go?                                   2 days ago · 2026-12-07 Mon

  Predicted on the eve 42% (40–51%) · 20 of 48 cards

  > Note the questions from a text

    Choose the cards that were asked

    Next interview

    That was all

  One question a line. Cards that it asks are noted; questions that no card
  asks go to your own deck.









  Enter choose  Esc back
> Down
  How did it go?                                   2 days ago · 2026-12-07 Mon

  Predicted on the eve 42% (40–51%) · 20 of 48 cards

    Note the questions from a text

  > Choose the cards that were asked

    Next interview

    That was all

  Space marks cards, A notes how they went. What was asked weighs more from
  now on.









  Enter choose  Esc back
> Down =+9d
  How did it go?                                   2 days ago · 2026-12-07 Mon

  Predicted on the eve 42% (40–51%) · 20 of 48 cards

    Note the questions from a text

    Choose the cards that were asked

  > Next interview    +9d

    That was all

  Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.










  Enter choose  Esc back
> Ctrl-u =mid-December
  How did it go?                                   2 days ago · 2026-12-07 Mon

  Predicted on the eve 42% (40–51%) · 20 of 48 cards

    Note the questions from a text

    Choose the cards that were asked

  > Next interview    mid-December

    That was all

  Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.
  Taken as 2026-12-15 Tue; type the day once it is fixed.









  Enter choose  Esc back
> Ctrl-u =+9d
  How did it go?                                   2 days ago · 2026-12-07 Mon

  Predicted on the eve 42% (40–51%) · 20 of 48 cards

    Note the questions from a text

    Choose the cards that were asked

  > Next interview    +9d

    That was all

  Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.










  Enter choose  Esc back
> 40x12
  How did it go?            2 days ago

    Note the questions from a text
    Choose the cards that were asked
  > Next interview    +9d
    That was all

  Type a day: 12-8, 8 Dec, +10d.
  Minutes and weights stay as they
  were.

  Enter choose  Esc back
> 120x40
              How did it go?                                                   2 days ago · 2026-12-07 Mon

              Predicted on the eve 42% (40–51%) · 20 of 48 cards

                Note the questions from a text

                Choose the cards that were asked

              > Next interview    +9d

                That was all

              Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.


























              Enter choose  Esc back
> 200x60
                                                      How did it go?                                                   2 days ago · 2026-12-07 Mon

                                                      Predicted on the eve 42% (40–51%) · 20 of 48 cards

                                                        Note the questions from a text

                                                        Choose the cards that were asked

                                                      > Next interview    +9d

                                                        That was all

                                                      Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.














































                                                      Enter choose  Esc back
> 80x24
  How did it go?                                   2 days ago · 2026-12-07 Mon

  Predicted on the eve 42% (40–51%) · 20 of 48 cards

    Note the questions from a text

    Choose the cards that were asked

  > Next interview    +9d

    That was all

  Type a day: 12-8, 8 Dec, +10d. Minutes and weights stay as they were.










  Enter choose  Esc back
> Enter
  backprop                                Interview in 9 days · 2026-12-18 Fri

  Ready on the day        █████████████████░░░░░░░░░░░░░░░░░░░░░░░ 42%
  if you follow the plan  █████████████████░░░░░░░░░░░░░░░░░░░░░░░ 42%

  Today                   15 due · 25 new   about 11 min

    deck                                   ready                  today  cards
  > Deep learning interview basics         ━━━━━━━           42%     40     48














  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> p
  Interview plan                                                   9 days left

  If you follow it  98% (96–100%) · 47 of 48 cards · with 40 min on the day
  If you stop now   41% (38–51%) · 20 of 48 cards
  Today             25 new · 15 due · 0 min done · 10 min to go
                    25 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-18 Fri →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       48     41%     98%
      › Optimisation and training          ×1       13     38%     97%
      › Regularisation and normalisa…      ×1        5     37%     98%
      › Convolutional networks             ×1       14     44%     98%
      › Recurrent networks                 ×1       10     43%     98%
      › Deep belief networks and whe…      ×1        6     39%     96%







  d type it  → next value  ← lower  ? help  s cram sheet  q back  c clear plan
