size 80x24
lang en
notes hurried.md
study
> Space 4 s
  hurried.md                                           ━━━━━━━━────────  1 new
                                                                          1:00
  What does dropout do?




















  Suspended. Undo with u.
> Space 1 Space 3 Space 3
  backprop                                                    ━━━━━━━━━━━━━━━━

  Done for now

  4 answers, 2 new · in 16s
  Ready today  █████████████▍░░░░░░  0.0% → 66.7%
  Next card in 18h.
  Tomorrow: 1 due, about 1 min.

  To look at again
  · What does dropout do?












  r read these again  a study ahead  p practise  ? help  u undo  q quit
> +2d
  hurried.md                                           ━━━━━━━━━━━━━───  1 due
                                                                          1:00
  What does dropout do?




















  Space show answer  ? help  u undo  q quit  s suspend  M mode  b bury  e edit
> Space 3
  backprop                                                    ━━━━━━━━━━━━━━━━

  Done for now

  5 answers, 2 new · in 20s · 1 of 1 reviews recalled (100%)
  Ready today  █████████████▏░░░░░░  0.0% → 65.6%
  Next card in 2d.

  To look at again
  · What does dropout do?













  r read these again  a study ahead  p practise  ? help  u undo  q quit
> p
  hurried.md     ━━━━━━━━━━━─────  1 learning · 1 due · practice, not recorded
                                                                          1:00
  什么是卷积？




















  Space show answer  → one point  ? help  u undo  q quit  s suspend  M mode
> Space 1
  hurried.md     ━━━━━━━━━━━━────  1 learning · 1 due · practice, not recorded
                                                                          1:00
  What does dropout do?




















  Space show answer  ? help  u undo  q quit  s suspend  M mode  b bury  e edit
> Space 3 Space 3 Space 3
  backprop                           ━━━━━━━━━━━━━━━━ · practice, not recorded

  Practice done

  8 answers, 2 new · in 32s · 1 of 1 reviews recalled (100%)

  To look at again
  · What does dropout do?
  · 什么是卷积？














  r read these again  a study ahead  p practise  ? help  u undo  q quit
> Space 3 Space 3
  backprop                           ━━━━━━━━━━━━━━━━ · practice, not recorded

  Practice done

  8 answers, 2 new · in 32s · 1 of 1 reviews recalled (100%)

  To look at again
  · What does dropout do?
  · 什么是卷积？














  r read these again  a study ahead  p practise  ? help  u undo  q quit
> 200x60
                                                      backprop                                           ━━━━━━━━━━━━━━━━ · practice, not recorded

                                                      Practice done

                                                      8 answers, 2 new · in 32s · 1 of 1 reviews recalled (100%)

                                                      To look at again
                                                      · What does dropout do?
                                                      · 什么是卷积？


















































                                                      r read these again  a study ahead  p practise  ? help  u undo  q quit  M mode  : all actions
