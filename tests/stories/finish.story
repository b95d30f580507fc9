size 80x24
lang en
notes hurried.md
study
> Space 4 s
  hurried.md                                              1 done · 1 card left
                                                                          1:00
  What does dropout do?




















  Suspended. Undo with u.
> Space 1 Space 3 Space 3
  backprop                                               4 done · 0 cards left

  Done for now

  4 answers, 2 new
  Next card in 18h.

  To look at again
  · What does dropout do?














  a study ahead  n 10 more new  p practise  ? help  u undo  q back  L 中文
> +2d
  hurried.md                                              4 done · 1 card left
                                                                          1:00
  What does dropout do?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space 3
  backprop                                               5 done · 0 cards left

  Done for now

  5 answers, 2 new
  1 of 1 reviews recalled (100 %)
  Next card in 2d.

  To look at again
  · What does dropout do?













  a study ahead  n 10 more new  p practise  ? help  u undo  q back  L 中文
> p
  hurried.md                    5 done · 2 cards left · practice, not recorded
                                                                          1:00
  什么是卷积？




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space 1
  hurried.md                    6 done · 2 cards left · practice, not recorded
                                                                          1:00
  What does dropout do?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> Space 3 Space 3 Space 3
  backprop                      8 done · 0 cards left · practice, not recorded

  Practice done

  8 answers, 2 new
  1 of 1 reviews recalled (100 %)

  To look at again
  · What does dropout do?
  · 什么是卷积？













  a study ahead  n 10 more new  p practise  ? help  u undo  q back  L 中文
> Space 3 Space 3
  backprop                      8 done · 0 cards left · practice, not recorded

  Practice done

  8 answers, 2 new
  1 of 1 reviews recalled (100 %)

  To look at again
  · What does dropout do?
  · 什么是卷积？













  a study ahead  n 10 more new  p practise  ? help  u undo  q back  L 中文
