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
  → next value  ← value before  ? help
> Right Right
  Interview plan          15 days left
  If you follow it  95 % (82–100 %) ·…
  If you stop now   0 % (0–10 %) · 0 …
  Today             23 new · 0 min do…
                    23 cards never se…
  > Interview day   ← 2026-12-07 Mon → ┃
    Minutes a day              30      ┃
                      weight    follow ┃
    Deep learning i…      ×1      95 % ┃
      › Optimisatio…      ×1      95 % │
      › Regularisat…      ×1      95 % │
  → next value  ← value before  ? help
> Down Right Right
  Interview plan          15 days left
  If you follow it  95 % (82–100 %) ·…
  If you stop now   0 % (0–10 %) · 0 …
  Today             23 new · 0 min do…
                    23 cards never se…
    Interview day     2026-12-07 Mon   ┃
  > Minutes a day            ← 40 →    ┃
                      weight    follow ┃
    Deep learning i…      ×1      95 % ┃
      › Optimisatio…      ×1      95 % │
      › Regularisat…      ×1      95 % │
  → next value  ← value before  ? help
> Down Down Left Left
  Interview plan          15 days left
  If you follow it  93 % (78–100 %) ·…
  If you stop now   0 % (0–10 %) · 0 …
  Today             17 new · 0 min do…
                    17 cards never se…
    Interview day     2026-12-07 Mon   ┃
    Minutes a day              40      ┃
                      weight    follow ┃
    Deep learning i…      ×1      93 % ┃
  >   › Optimisatio…     ← ✗ →       – │
      › Regularisat…      ×1      94 % │
  → next value  ← value before  ? help
> u x
  Interview plan          15 days left
  If you follow it  95 % (82–100 %) ·…
  If you stop now   0 % (0–10 %) · 0 …
  Today             23 new · 0 min do…
                    23 cards never se…
    Interview day     2026-12-07 Mon   ┃
    Minutes a day              40      ┃
                      weight    follow ┃
    Deep learning i…      ×1      95 % ┃
  >   › Optimisatio…    ← ×1 →    95 % │
      › Regularisat…      ×1      95 % │
  → next value  ← value before  ? help
> Esc
  backprop                  2026-11-22
  Today  23 new   about 10 min
  Interview: 15 days left · 95 % (82–…
    deck                     new   due
  > Deep learning intervi…    23     0


  Enter studies: read, answer aloud,
  show the answer, grade yourself.
  Saved at once; u takes it back.

  Enter study  a study all  p plan
> a Space 3 Space 1
         1:20 · 2 done · 25 cards left
  How should parameters be
  initialised?








  Space show answer  → one point
