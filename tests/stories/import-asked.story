size 80x24
lang en
notes linked.md
> : i m p o r t Enter c n n Enter
  Import notes                                                            done

  added     cnn.md → cnn: 12 cards (numbered)

  Enter studies these questions. Your file stays yours: edit it, and the cards
  follow.

















  Enter study them  q back  ? help  : all actions
> 40x12
  Import notes                    done

  added     cnn.md → cnn: 12 cards
            (numbered)

  Enter studies these questions. Your
  file stays yours: edit it, and the
  cards follow.



  Enter study them  q back  ? help
> 120x40
              Import notes                                                                            done

              added     cnn.md → cnn: 12 cards (numbered)

              Enter studies these questions. Your file stays yours: edit it, and the cards follow.


































              Enter study them  q back  ? help  : all actions
> 200x60
                                                      Import notes                                                                            done

                                                      added     cnn.md → cnn: 12 cards (numbered)

                                                      Enter studies these questions. Your file stays yours: edit it, and the cards follow.






















































                                                      Enter study them  q back  ? help  : all actions
> 80x24 Enter
  linked.md                                            ────────────────  2 new
                                                                          1:10
  Why do residual connections help, and what is x + F(x)?




















  Space show answer  → one point  ? help  q back  s suspend  M mode  b bury
> 40x12
  linked.md               1:10 · 2 new
  Why do residual connections help,
  and what is x + F(x)?








  Space show answer  ? help  q back
> 120x40
              linked.md                                                            ────────────────  2 new
                                                                                                      1:10
              Why do residual connections help, and what is x + F(x)?




































              Space show answer  → one point  ? help  q back  s suspend  M mode  b bury  e edit
> 200x60
                                                      linked.md                                                            ────────────────  2 new
                                                                                                                                              1:10
                                                      Why do residual connections help, and what is x + F(x)?
























































                                                      Space show answer  → one point  ? help  q back  s suspend  M mode  b bury  e edit
