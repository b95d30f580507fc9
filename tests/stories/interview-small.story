size 40x12
lang en
> i
  Mock interview            2026-11-22
  3:00 for each question · 23 cards t…

  > Questions                   ← 10 → ┃
    Minutes                       30   ┃
    [x] Deep learning interview … 23 ▾ ┃
        [x] Optimisation and trai… 6   ┃
        [x] Regularisation and no… 2   ┃
        [x] Convolutional networks 7   ┃
        [x] Recurrent networks     5   │

  Enter start  Space choose  ? help
> Left x7 Up Down Down Down Space Right 
  Mock interview            2026-11-22
  10:00 for each question · 17 cards …

    Questions                      3   ┃
    Minutes                       30   ┃
    [-] Deep learning interview … 23 ▾ ┃
  >     [ ] Optimisation and trai… 6   ┃
        [x] Regularisation and no… 2   ┃
        [x] Convolutional networks 7   ┃
        [x] Recurrent networks     5   │

  Enter start  Space choose  ? help
> Home Enter
  1/3          0:00/10:00 · 30:00 left
  What are the advantages of CNNs?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.




  1 no idea 2 unsure 3 fairly … 4 sure
  ? help  u undo  Esc end the round
> +75s
  1/3          1:15/10:00 · 28:45 left
  What are the advantages of CNNs?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.




  1 no idea 2 unsure 3 fairly … 4 sure
  ? help  u undo  Esc end the round
> 4 +100s
  2/3 follow-… 1:40/10:00 · 27:03 left
  What are the common problems of
  CNNs, and how are they solved?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.



  1 no idea 2 unsure 3 fairly … 4 sure
  ? help  u undo  Esc end the round
> 4 u
  2/3 follow-… 1:42/10:00 · 26:59 left
  What are the common problems of
  CNNs, and how are they solved?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.



  1 no idea 2 unsure 3 fairly … 4 sure
  Taken back. How sure are you?
> 1 +1900s
  3/3         31:40/10:00 · time is up
  Why were RNNs introduced, and how do
  they work?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.



  1 no idea 2 unsure 3 fairly … 4 sure
  ? help  u undo  Esc end the round
> 2
  Grading 1 of 3           sure · 1:17
  What are the advantages of CNNs?
  ─────────────────── 0 of 7 points ──
  Local connections, weight sharing,   ┃
  downsampling and depth let a CNN     │
  exploit the spatial structure of     │
  images with far fewer parameters,    │
  learn features from low to high      │
  level end to end, and tolerate small │
  shifts well.                         │
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  Enter accept  ? help
> Space j Space
  Grading 1 of 3           sure · 1:17
  What are the advantages of CNNs?
  ── 2 of 7 points · suggests Again ──
  > [ ]  Hierarchical features:        │
         Shallow layers learn edges    │
         and colours, middle layers    │
         textures and parts, deep      ┃
         layers objects, matching the  │
         way images are built from     │
         parts.                        │
  1 Again*  2 Hard  3 Good  4 Easy
  Space tick  Enter accept  ? help
> a Enter
  Grading 2 of 3        no idea · 1:44
  What are the common problems of
  CNNs, and how are they solved?
  ─────────────────── 0 of 7 points ──
  Three kinds mainly: vanishing        ┃
  gradients and degradation in deep    │
  networks, met with ReLU, proper      │
  initialisation, normalisation and    │
  residual connections; overfitting,   │
  met with data and regularisation;    │
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  Enter accept  ? help
> 3
  Grading 3 of 3        unsure · 30:00
  Why were RNNs introduced, and how do
  they work?
  ─────────────────── 0 of 6 points ──
  A feed-forward network treats inputs ┃
  as independent samples of fixed      │
  length and cannot express their      │
  order. An RNN adds a hidden state    │
  that travels through time: at each   │
  step the new state is computed from  │
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  Enter accept  ? help
> u 1 4
  Mock interview · Report   2026-11-22
  Score 67 %      3 questions in 33:01 ┃
                                       ┃
  By topic                             ┃
    Convolutional networks             │
             2 questions   1:30   50 % │
    Recurrent networks                 │
              1 question  30:00  100 % │
                                       │
  Sure but wrong                       │
    none                               │
  e export  Enter study these  ? help
> PgDn PgDn
  Mock interview · Report   2026-11-22
    no idea          1 question    0 % │
    unsure           1 question  100 % │
    sure             1 question  100 % │
                                       │
  All answers                          │
    What are the advantages of CNNs?   │
        7/7  sure         Easy    1:17 ┃
    What are the common problems of C… ┃
             no idea      Again   1:44 ┃
    Why were RNNs introduced, and how… │
  e export  Enter study these  ? help
> e
  Mock interview · Report   2026-11-22
    no idea          1 question    0 % │
    unsure           1 question  100 % │
    sure             1 question  100 % │
                                       │
  All answers                          │
    What are the advantages of CNNs?   │
        7/7  sure         Easy    1:17 ┃
    What are the common problems of C… ┃
             no idea      Again   1:44 ┃
    Why were RNNs introduced, and how… │
  e export  Enter study these  ? help
asks: WriteReport { name: "interview-2026-11-22", text: "# Mock interview · 2026-11-22\n\n**Score 67 %** · 3 questions in 33:01\n\n## By topic\n\n| Topic | Questions | Score | Time |\n|---|--:|--:|--:|\n| Convolutional networks | 2 | 50 % | 1:30 |\n| Recurrent networks | 1 | 100 % | 30:00 |\n\n## Sure but wrong\n\nnone\n\n## Slow answers (over 10:00)\n\n- Why were RNNs introduced, and how do they work? (30:00)\n\n## Study now\n\n- What are the common problems of CNNs, and how are they solved? (Again)\n\n## How sure, how right\n\n| Confidence | Questions | Score |\n|---|--:|--:|\n| no idea | 1 | 0 % |\n| unsure | 1 | 100 % |\n| sure | 1 | 100 % |\n\n## All answers\n\n| | Question | Grade | Confidence | Points | Time |\n|--:|---|---|---|--:|--:|\n| 1 | What are the advantages of CNNs? | Easy | sure | 7/7 | 1:17 |\n| 2 | What are the common problems of CNNs, and how are they solved? | Again | no idea |  | 1:44 |\n| 3 | Why were RNNs introduced, and how do they work? | Easy | unsure |  | 30:00 |\n" }
