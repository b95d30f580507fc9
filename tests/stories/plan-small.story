size 40x12
lang en
> p
  Interview plan            2026-11-22
  → sets the day. Until then cards
  come by spaced repetition alone.
  > Interview day          ← not set → ┃
    Minutes a day              30      ┃
                      weight           ┃
    Deep learning i…      ×1           ┃
      › Optimisatio…      ×1           ┃
      › Regularisat…      ×1           ┃
      › Convolution…      ×1           ┃
      › Recurrent n…      ×1           │
  d type it  → next value  ? help
> Right Right
  Interview plan          15 days left
  If you follow it  97% (96–100%)
  If you stop now   0% (0–10%)
  Today             23 new
  23 cards never seen
  > Interview day   ← 2026-12-07 Mon → ┃
    Minutes a day              30      ┃
                      weight    follow ┃
    Deep learning i…      ×1       97% ┃
      › Optimisatio…      ×1       98% │
      › Regularisat…      ×1       97% │
  d type it  → next value  ? help
> Down Right Right
  Interview plan          15 days left
  If you follow it  97% (96–100%)
  If you stop now   0% (0–10%)
  Today             23 new
  23 cards never seen
    Interview day     2026-12-07 Mon   ┃
  > Minutes a day            ← 40 →    ┃
                      weight    follow ┃
    Deep learning i…      ×1       97% ┃
      › Optimisatio…      ×1       98% │
      › Regularisat…      ×1       97% │
  d type it  → next value  ? help
> Down Down Left Left
  Interview plan          15 days left
  If you follow it  96% (94–100%)
  If you stop now   0% (0–10%)
  Today             17 new
  17 cards never seen
    Interview day     2026-12-07 Mon   ┃
    Minutes a day              40      ┃
                      weight    follow ┃
    Deep learning i…      ×1       96% ┃
  >   › Optimisatio…     ← ✗ →       – │
      › Regularisat…      ×1       96% │
  → next value  ? help  u undo  q back
> u x
  Interview plan          15 days left
  If you follow it  97% (96–100%)
  If you stop now   0% (0–10%)
  Today             23 new
  23 cards never seen
    Interview day     2026-12-07 Mon   ┃
    Minutes a day              40      ┃
                      weight    follow ┃
    Deep learning i…      ×1       97% ┃
  >   › Optimisatio…    ← ×1 →     98% │
      › Regularisat…      ×1       97% │
  → next value  ← lower  ? help
> Esc
  backprop        Interview in 15 days
  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%
  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%
  23 new   about 25 min
    deck                  ready  today
  > Deep learning intervi…   0%     23





  Enter study  a study all  ? help
> a Space 3 Space 1
  Deep lea… 1:20 · 24 new · 1 learning
  How should parameters be
  initialised?








  Space show answer  ? help  u undo
