size 80x24
lang en
> p
  Interview plan                                                    2026-11-22

  → sets the day. Until then cards come by spaced repetition alone.

  > Interview day            ← not set →
    Minutes a day              30
                                       weight    cards
    Deep learning interview basics         ×1       23
      › Optimisation and training          ×1        6
      › Regularisation and normalisa…      ×1        2
      › Convolutional networks             ×1        7
      › Recurrent networks                 ×1        5
      › Deep belief networks and whe…      ×1        3










  d type it  → next value  ? help  s cram sheet  q back  b browse
> Right Right
  Interview plan                                                  15 days left

  If you follow it  97% (96–100%) · 22 of 23 cards · with 30 min on the day
  If you stop now   0% (0–10%) · 0 of 23 cards
  Today             23 new · 0 min done · 25 min to go
                    23 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              30
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23      0%     97%
      › Optimisation and training          ×1        6      0%     98%
      › Regularisation and normalisa…      ×1        2      0%     97%
      › Convolutional networks             ×1        7      0%     98%
      › Recurrent networks                 ×1        5      0%     98%
      › Deep belief networks and whe…      ×1        3      0%     97%







  d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back
> Down Right Right
  Interview plan                                                  15 days left

  If you follow it  97% (96–100%) · 22 of 23 cards · with 40 min on the day
  If you stop now   0% (0–10%) · 0 of 23 cards
  Today             23 new · 0 min done · 25 min to go
                    23 cards never seen · Every card fits into the time.

    Interview day              2026-12-07 Mon
  > Minutes a day            ← 40 →
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23      0%     97%
      › Optimisation and training          ×1        6      0%     98%
      › Regularisation and normalisa…      ×1        2      0%     97%
      › Convolutional networks             ×1        7      0%     98%
      › Recurrent networks                 ×1        5      0%     98%
      › Deep belief networks and whe…      ×1        3      0%     97%







  d type it  → next value  ← lower  ? help  u undo  s cram sheet  q back
> Down Down Left Left
  Interview plan                                                  15 days left

  If you follow it  96% (94–100%) · 16 of 17 cards · with 40 min on the day
  If you stop now   0% (0–10%) · 0 of 17 cards
  Today             17 new · 0 min done · 18 min to go
                    17 cards never seen · Every card fits into the time.

    Interview day              2026-12-07 Mon
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23      0%     96%
  >   › Optimisation and training         ← ✗ →      6       –       –
      › Regularisation and normalisa…      ×1        2      0%     96%
      › Convolutional networks             ×1        7      0%     96%
      › Recurrent networks                 ×1        5      0%     98%
      › Deep belief networks and whe…      ×1        3      0%     96%







  → next value  ? help  u undo  s cram sheet  q back  c clear plan  b browse
> u x
  Interview plan                                                  15 days left

  If you follow it  97% (96–100%) · 22 of 23 cards · with 40 min on the day
  If you stop now   0% (0–10%) · 0 of 23 cards
  Today             23 new · 0 min done · 25 min to go
                    23 cards never seen · Every card fits into the time.

    Interview day              2026-12-07 Mon
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23      0%     97%
  >   › Optimisation and training        ← ×1 →      6      0%     98%
      › Regularisation and normalisa…      ×1        2      0%     97%
      › Convolutional networks             ×1        7      0%     98%
      › Recurrent networks                 ×1        5      0%     98%
      › Deep belief networks and whe…      ×1        3      0%     97%







  → next value  ← lower  ? help  u undo  s cram sheet  q back  c clear plan
> Esc
  backprop                               Interview in 15 days · 2026-12-07 Mon

  Ready on the day        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%
  if you follow the plan  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today                   23 new   about 25 min

    deck                                   ready                  today  cards
  > Deep learning interview basics                            0%     23     23









  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> a Space 3 Space 1
  Deep learning interview basics › Opti… ━───────────────  24 new · 1 learning
                                                                          1:20
  How should parameters be initialised?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space 3 x2 q p
  Interview plan                                                  15 days left

  If you follow it  97% (96–100%) · 26 of 27 cards · with 40 min on the day
  If you stop now   7% (4–20%) · 2 of 27 cards
  Today             24 new · 1 learning · 0 min done · 25 min to go
                    24 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       27      7%     97%
      › Optimisation and training          ×1        9     16%     97%
      › Regularisation and normalisa…      ×1        3     17%     97%
      › Convolutional networks             ×1        7      0%     96%
      › Recurrent networks                 ×1        5      0%     97%
      › Deep belief networks and whe…      ×1        3      0%     97%







  d type it  → next value  ← lower  ? help  s cram sheet  q back  c clear plan
> s Left PgDn
  Most likely to fail: 27 cards, 25 min                 practice, not recorded

  ▪ In depth: Activations keep their scale from layer to layer, so gradients   ┃
    vanish or explode less.                                                    │
                                                                               │
  Mistakes:                                                                    │
                                                                               │
  ▪ Batch normalisation makes every feature normally distributed, and that     │
    speeds up training. → It sets mean and variance; the shape of the          │
    distribution stays.                                                        │
  ▪ Batch normalisation helps because it removes internal covariate shift,     │
    which experiments have settled since the paper of 2015. → That was the     │
    paper's view; later experiments contradict it and see a smoother loss,     │
    which is not the last word either.                                         │
  ▪ The layer just before needs a bias, or the shift is lost. → Subtracting    │
    the mean cancels such a bias; β is the shift.                              │
                                                                               │
  2. What is the core idea of an LSTM, and what are its steps?                 │
  An LSTM keeps long-term content in a cell state that only element-wise       │
  multiplication and addition touch; a forget, an input and an output gate     │
  decide what is kept, written and shown.                                      │
                                                                               │
  ▪ Gate: A gate is a sigmoid of hₜ₋₁ and xₜ, multiplied in element by         │
  → 5 min more  ← 5 min less  ? help  q back  : all actions
> Esc +3d Down Left x7 Esc
  backprop                               Interview in 12 days · 2026-12-07 Mon

  Ready on the day        ███░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 7%
  if you follow the plan  ███░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 7%

  Today                   6 new   about 5 min

    deck                                   ready                  today  cards
  > Deep learning interview basics         ━                  7%      6     27














  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> a Space 3 Space 3 Space 3
  Deep learning interview basics › Recurrent networks  ━━━━━───────────  6 new
                                                                          1:15
  What is the core idea of an LSTM, and what are its steps?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> q +20d p
  Interview plan                                            It was 8 days ago.

  Predicted on the eve  14% (10–24%) · 4 of 31 cards

  b lists the cards; there A notes what was asked and how it went. Noted cards
  and their topics weigh more in the next plan.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              5














  d type it  → next value  ? help  s cram sheet  q back  c clear plan
> b A
  Asked in a real interview

  · Why is the loss of a neural network non-convex?

  How did it go?
  1 [ ] Again
  2 [ ] Hard
  3 [ ] Good
  4 [ ] Easy














  ? help  q back  : all actions
> 2 Esc
  Cards                         all · best fit · all 48, 25 of them follow-ups
  / to search question and answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What kind of point is the origin of (1 − uv)²?                         new ┃
    What is the idea of backpropagation?                                   due ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
    How do you choose the batch size?                                      new ┃
    Which figure says that a batch is too large?                           new ┃
    How should parameters be initialised?                                  due ┃
    How is a Transformer initialised?                                      new │
    What are the hyper-parameters in deep learning, and which matter most? new │
    Why does random search beat a grid at the same budget?                 new │
    What tricks are there for training and tuning?                         new │
    With 10 classes the first loss is 23. What is wrong?                   new │
    Why does dropout reduce overfitting?                                   due │
    Do large language models use dropout?                                  new │
    What is the idea of batch normalisation?                               due │
    What takes the place of batch normalisation in Transformers?           new │
    May mean and variance be treated as constants in the backward pass?    new │
    Why were CNNs introduced?                                              new │

  / search  Tab filter  ? help  Enter study this one  u undo  q back  o order
> c
  Cards                         all · best fit · all 48, 25 of them follow-ups
  / to search question and answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        new ┃
    What kind of point is the origin of (1 − uv)²?                         new ┃
    What is the idea of backpropagation?                                   due ┃
    Why twice the forward pass?                                            new ┃
    How can the memory for activations be reduced?                         new ┃
    How do you choose the batch size?                                      new ┃
    Which figure says that a batch is too large?                           new ┃
    How should parameters be initialised?                                  due ┃
    How is a Transformer initialised?                                      new │
    What are the hyper-parameters in deep learning, and which matter most? new │
    Why does random search beat a grid at the same budget?                 new │
    What tricks are there for training and tuning?                         new │
    With 10 classes the first loss is 23. What is wrong?                   new │
    Why does dropout reduce overfitting?                                   due │
    Do large language models use dropout?                                  new │
    What is the idea of batch normalisation?                               due │
    What takes the place of batch normalisation in Transformers?           new │
    May mean and variance be treated as constants in the backward pass?    new │
    Why were CNNs introduced?                                              new │

  / search  Tab filter  ? help  Enter study this one  u undo  q back  o order
> Esc
  Interview plan                                            It was 8 days ago.

  Predicted on the eve  14% (10–24%) · 4 of 31 cards
  Asked in interviews   0 of 1 went well, 0.0 were expected

  b lists the cards; there A notes what was asked and how it went. Noted cards
  and their topics weigh more in the next plan.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              5













  d type it  → next value  ? help  u undo  s cram sheet  q back  c clear plan
