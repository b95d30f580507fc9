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










  → next value  ← value before  ? help  u undo  s sheet to read  q back
> Right Right
  Interview plan                                                  15 days left

  If you follow it  98 % (93–100 %) · 22 of 23 cards
  If you stop now   0 % (0–0 %) · 0 of 23 cards
  Today             23 new · 0 min done · 9 min to go
                    23 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              30
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23     0 %    98 %
      › Optimisation and training          ×1        6     0 %    97 %
      › Regularisation and normalisa…      ×1        2     0 %    99 %
      › Convolutional networks             ×1        7     0 %    97 %
      › Recurrent networks                 ×1        5     0 %    99 %
      › Deep belief networks and whe…      ×1        3     0 %    97 %







  → next value  ← value before  ? help  u undo  s sheet to read  q back
> Down Right Right
  Interview plan                                                  15 days left

  If you follow it  98 % (93–100 %) · 22 of 23 cards
  If you stop now   0 % (0–0 %) · 0 of 23 cards
  Today             23 new · 0 min done · 9 min to go
                    23 cards never seen · Every card fits into the time.

    Interview day              2026-12-07 Mon
  > Minutes a day            ← 40 →
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23     0 %    98 %
      › Optimisation and training          ×1        6     0 %    97 %
      › Regularisation and normalisa…      ×1        2     0 %    99 %
      › Convolutional networks             ×1        7     0 %    97 %
      › Recurrent networks                 ×1        5     0 %    99 %
      › Deep belief networks and whe…      ×1        3     0 %    97 %







  → next value  ← value before  ? help  u undo  s sheet to read  q back
> Down Down Left Left
  Interview plan                                                  15 days left

  If you follow it  98 % (93–100 %) · 17 of 17 cards
  If you stop now   0 % (0–0 %) · 0 of 17 cards
  Today             17 new · 0 min done · 7 min to go
                    17 cards never seen · Every card fits into the time.

    Interview day              2026-12-07 Mon
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23     0 %    98 %
  >   › Optimisation and training         ← ✗ →      6       –       –
      › Regularisation and normalisa…      ×1        2     0 %    99 %
      › Convolutional networks             ×1        7     0 %    98 %
      › Recurrent networks                 ×1        5     0 %    98 %
      › Deep belief networks and whe…      ×1        3     0 %    98 %







  → next value  ← value before  ? help  u undo  s sheet to read  q back
> u x
  Interview plan                                                  15 days left

  If you follow it  98 % (93–100 %) · 22 of 23 cards
  If you stop now   0 % (0–0 %) · 0 of 23 cards
  Today             23 new · 0 min done · 9 min to go
                    23 cards never seen · Every card fits into the time.

    Interview day              2026-12-07 Mon
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23     0 %    98 %
  >   › Optimisation and training        ← ×1 →      6     0 %    97 %
      › Regularisation and normalisa…      ×1        2     0 %    99 %
      › Convolutional networks             ×1        7     0 %    97 %
      › Recurrent networks                 ×1        5     0 %    99 %
      › Deep belief networks and whe…      ×1        3     0 %    97 %







  → next value  ← value before  ? help  u undo  s sheet to read  q back
> Esc
  backprop                                                          2026-11-22
  flashcards for deep-learning interviews

  Today  23 new   about 10 min
  Interview: 15 days left · 98 % (93–100 %) expected

    deck                                            new  learning   due  cards
  > Deep learning interview basics                   23         0     0     23








  Enter studies: read, answer aloud, show the answer, grade yourself. Saved at
  once; u takes it back.
  b finds any card, to change it, suspend it or set when it comes back. L is
  中文, : lists everything that can be done, ? the keys.
  Your own notes: backprop import NOTES.md keeps them, backprop study NOTES.md
  just reads them.

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> a Space 3 Space 1
  Deep learning interview basics › Optimisation and tr… 2 done · 22 cards left

  What is the idea of backpropagation?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space 3 x2 q p
  Interview plan                                                  15 days left

  If you follow it  98 % (92–100 %) · 22 of 23 cards
  If you stop now   9 % (4–13 %) · 2 of 23 cards
  Today             20 new · 1 learning · 0 min done · 9 min to go
                    20 cards never seen · Every card fits into the time.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              40
                                       weight    cards    stop  follow  missed
    Deep learning interview basics         ×1       23     9 %    98 %
      › Optimisation and training          ×1        6    24 %    98 %
      › Regularisation and normalisa…      ×1        2    26 %    99 %
      › Convolutional networks             ×1        7     0 %    98 %
      › Recurrent networks                 ×1        5     0 %    98 %
      › Deep belief networks and whe…      ×1        3     0 %    96 %







  → next value  ← value before  ? help  u undo  s sheet to read  q back
> s Left PgDn
  Most likely to fail: 23 cards, 25 min                 practice, not recorded

    computation grows as B, so larger batches bring diminishing returns;       │
    parallel matrix arithmetic nevertheless makes a batch far faster than one  ┃
    sample after another.                                                      │
  ▪ Coupling with the learning rate: With SGD, a batch k times larger often    │
    goes with a learning rate about k times larger plus warm-up; with Adam-    │
    like optimisers, √k is common. Both are rules of thumb that break down     │
    beyond some critical batch size.                                           │
  ▪ Effect on generalisation: Very large batches often generalise worse if     │
    nothing else is retuned, possibly because there are fewer updates, or      │
    because less noise leads into sharper minima (the latter is still          │
    debated); the noise of small batches regularises slightly.                 │
  ▪ In practice: Shuffle every epoch; use multiples of 8 or powers of 2, which │
    suit the hardware. If memory is short, accumulate gradients, but note that │
    this does not change BN statistics, which are still computed on each small │
    batch.                                                                     │
                                                                               │
  2. How should parameters be initialised?                                     │
  Draw the weights at random to break symmetry, and scale their variance by    │
  the layer's numbers of inputs and outputs so that activations and gradients  │
  keep about the same magnitude from layer to layer: Xavier for tanh-like      │
  activations, He for ReLU, biases usually 0.                                  │
  → 5 min more  ← 5 min less  ? help  q back
> Esc +3d Down Left x7 Esc
  backprop                                                          2026-11-25
  flashcards for deep-learning interviews

  Today  12 new   about 5 min
  Interview: 12 days left · 97 % (91–100 %) expected

    deck                                            new  learning   due  cards
  > Deep learning interview basics                   12         0     0     23















  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> a Space 3 Space 3 Space 3
  Deep learning interview basics › Optimisation and tr… 3 done · 11 cards left

  How should parameters be initialised?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> q +20d p
  Interview plan                                            It was 8 days ago.

  Predicted on the eve  19 % (12–25 %) · 4 of 23 cards

  b lists the cards; there A notes what was asked and how it went. Noted cards
  and their topics weigh more in the next plan.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              5














  → next value  ← value before  ? help  u undo  s sheet to read  q back
> b A
  Asked in a real interview

  · Why is the loss of a neural network non-convex?

  How did it go?
  1 [ ] Again
  2 [ ] Hard
  3 [ ] Good
  4 [ ] Easy














  ? help  u undo  q back
> 2 Esc
  Cards                                              all · best fit · 23 of 23
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        due ┃
    What is the idea of backpropagation?                                   due ┃
    How do you choose the batch size?                                      due ┃
    How should parameters be initialised?                                  new ┃
    What are the hyper-parameters in deep learning, and which matter most? new ┃
    What tricks are there for training and tuning?                         new ┃
    Why does dropout reduce overfitting?                                   due ┃
    What is the idea of batch normalisation?                               due ┃
    Why were CNNs introduced?                                              due ┃
    What are the advantages of CNNs?                                       new ┃
    What is pooling for?                                                   new ┃
    When do you use local-conv (locally connected, weights not shared), a… new ┃
    What are the common problems of CNNs, and how are they solved?         new ┃
    CNNs are most successful in computer vision. Why can many NLP and spe… new ┃
    Which CNNs are commonly used, and what is the innovation of each clas… new ┃
    Why were RNNs introduced, and how do they work?                        new ┃
    What are the weaknesses of RNNs, and what helps?                       new │
    What is the core idea of an LSTM, and what are its steps?              new │
    How does an LSTM deal with vanishing and exploding gradients?          new │

  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> c
  Cards                                              all · best fit · 23 of 23
  / words in question or answer, deck:name topic:word is:due

  > Why is the loss of a neural network non-convex?                        due ┃
    What is the idea of backpropagation?                                   due ┃
    How do you choose the batch size?                                      due ┃
    How should parameters be initialised?                                  new ┃
    What are the hyper-parameters in deep learning, and which matter most? new ┃
    What tricks are there for training and tuning?                         new ┃
    Why does dropout reduce overfitting?                                   due ┃
    What is the idea of batch normalisation?                               due ┃
    Why were CNNs introduced?                                              due ┃
    What are the advantages of CNNs?                                       new ┃
    What is pooling for?                                                   new ┃
    When do you use local-conv (locally connected, weights not shared), a… new ┃
    What are the common problems of CNNs, and how are they solved?         new ┃
    CNNs are most successful in computer vision. Why can many NLP and spe… new ┃
    Which CNNs are commonly used, and what is the innovation of each clas… new ┃
    Why were RNNs introduced, and how do they work?                        new ┃
    What are the weaknesses of RNNs, and what helps?                       new │
    What is the core idea of an LSTM, and what are its steps?              new │
    How does an LSTM deal with vanishing and exploding gradients?          new │

  / search  Tab filter  ? help  Enter study these  u undo  q back  o order
> u Esc
  Interview plan                                            It was 8 days ago.

  Predicted on the eve  19 % (12–25 %) · 4 of 23 cards
  Asked in interviews   0 of 1 went well, 0.7 were expected

  b lists the cards; there A notes what was asked and how it went. Noted cards
  and their topics weigh more in the next plan.

  > Interview day            ← 2026-12-07 Mon →
    Minutes a day              5













  → next value  ← value before  ? help  u undo  s sheet to read  q back
