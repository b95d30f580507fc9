size 40x12
lang en
> i
  Mock interview            2026-11-22
  3:00 for each question · from 48 ca…

  > Questions                   ← 10 → ┃
    Minutes                       30   ┃
    [x] Deep learning interview … 48 ▾ ┃
        [x] Optimisation and tra… 13   ┃
        [x] Regularisation and no… 5   ┃
        [x] Convolutional networ… 14   ┃
        [x] Recurrent networks    10   │

  Enter start  ? help  → more, open
> Left x7 Up Down Down Down Space Right 
  Mock interview            2026-11-22
  10:00 for each question · from 35 c…

    Questions                      3   ┃
    Minutes                       30   ┃
    [-] Deep learning interview … 48 ▾ ┃
  >     [ ] Optimisation and tra… 13   ┃
        [x] Regularisation and no… 5   ┃
        [x] Convolutional networ… 14   ┃
        [x] Recurrent networks    10   │

  Enter start  Space choose  ? help
> Home Enter
  1/3          0:00/10:00 · 30:00 left
  Why were CNNs introduced?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.




  1 No idea 2 Unsure 3 Likely 4 Sure
  ? help  Esc end the round  L 中文
> +75s
  1/3          1:15/10:00 · 28:45 left
  Why were CNNs introduced?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.




  1 No idea 2 Unsure 3 Likely 4 Sure
  ? help  Esc end the round  L 中文
> 4 +100s
  2/3 follow-… 1:40/10:00 · 27:03 left
  Follow-up to: Why were CNNs…
  When is the assumption wrong?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.



  1 No idea 2 Unsure 3 Likely 4 Sure
  ? help  u undo  Esc end the round
> 4 u
  2/3 follow-… 1:42/10:00 · 26:59 left
  Follow-up to: Why were CNNs…
  When is the assumption wrong?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.



  1 No idea 2 Unsure 3 Likely 4 Sure
  Undone. How sure are you?
> 1 +1900s
  3/3         31:40/10:00 · time is up
  What are the common problems of
  CNNs, and how are they solved?

  Answer aloud, then say how sure you
  are. The answers come after the last
  question.



  1 No idea 2 Unsure 3 Likely 4 Sure
  ? help  u undo  Esc end the round
> 2
  Grading 1 of 3           Sure · 1:17
  Why were CNNs introduced?
  ─────────────────── 0 of 5 points ──
  On images fully connected layers     ┃
  need far too many weights and do not │
  know which pixels are neighbours. A  │
  CNN builds in that patterns are      │
  local and may occur anywhere: small  │
  kernels, shared by all positions.    │
  > [ ]  Explosion: A dense layer on   │
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  ? help  u undo  L 中文
> Space j Space
  Grading 1 of 3           Sure · 1:17
  Why were CNNs introduced?
  ── 2 of 5 points · suggests Again ──
         a dense layer faces the same  │
         problem.                      │
  > [ ]  Windows: Edges, textures and  │
         corners lie in small          ┃
         neighbourhoods, so a unit     │
         needs to see only a small     │
         window.                       │
  1 Again*  2 Hard  3 Good  4 Easy
  Space tick  Enter accept  ? help
> a Enter
  Grading 2 of 3        No idea · 1:44
  Follow-up to: Why were CNNs…
  When is the assumption wrong?
  ──────── Deep learning interview… ──
  Where neighbours say nothing about
  each other, as the columns of a
  table, or where the place itself
  carries the meaning, as in aligned
  faces.

  1 Again  2 Hard  3 Good  4 Easy
  ? help  u undo  Esc grade later
> 3
  Grading 3 of 3        Unsure · 30:00
  What are the common problems of
  CNNs, and how are they solved?
  ─────────────────── 0 of 5 points ──
  Deep ones are hard to optimise, all  ┃
  overfit small data, and none is      │
  robust to changes it has not seen.   │
  The answers are residuals and        │
  normalisation, data and              │
  regularisation, augmentation and     │
  1 Again  2 Hard  3 Good  4 Easy
  Space tick  ? help  u undo  L 中文
> u 1 4
  Mock interview · Report   2026-11-22
  Score 67%       3 questions in 33:01 ┃
                                       ┃
  By topic                             ┃
    Convolutional networks             ┃
             3 questions  11:00    67% │
                                       │
  Sure but wrong                       │
    none                               │
                                       │
  Slow answers (over 10:00)            │
  e export  Enter study these  ? help
> PgDn PgDn
  Mock interview · Report   2026-11-22
    No idea          1 question     0% │
    Unsure           1 question   100% │
    Sure             1 question   100% │
                                       │
  All answers                          │
    Why were CNNs introduced?          │
            5/5  Sure     Easy    1:17 ┃
    When is the assumption wrong?      ┃
                 No idea  Again   1:44 ┃
    What are the common problems of C… ┃
  e export  Enter study these  ? help
> e
  Mock interview · Report   2026-11-22
    No idea          1 question     0% │
    Unsure           1 question   100% │
    Sure             1 question   100% │
                                       │
  All answers                          │
    Why were CNNs introduced?          │
            5/5  Sure     Easy    1:17 ┃
    When is the assumption wrong?      ┃
                 No idea  Again   1:44 ┃
    What are the common problems of C… ┃
  e export  Enter study these  ? help
asks: WriteReport { name: "interview-2026-11-22", text: "# Mock interview · 2026-11-22\n\n**Score 67%** · 3 questions in 33:01\n\n## By topic\n\n| Topic | Questions | Score | Time |\n|---|--:|--:|--:|\n| Convolutional networks | 3 | 67% | 11:00 |\n\n## Sure but wrong\n\nnone\n\n## Slow answers (over 10:00)\n\n- What are the common problems of CNNs, and how are they solved? (30:00)\n\n## Study now\n\n- When is the assumption wrong? (Again)\n\n## How sure, how right\n\n| Confidence | Questions | Score |\n|---|--:|--:|\n| No idea | 1 | 0% |\n| Unsure | 1 | 100% |\n| Sure | 1 | 100% |\n\n## All answers\n\n| | Question | Grade | Confidence | Points | Time |\n|--:|---|---|---|--:|--:|\n| 1 | Why were CNNs introduced? | Easy | Sure | 5/5 | 1:17 |\n| 2 | When is the assumption wrong? | Again | No idea |  | 1:44 |\n| 3 | What are the common problems of CNNs, and how are they solved? | Easy | Unsure |  | 30:00 |\n" }
