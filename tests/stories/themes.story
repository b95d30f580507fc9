size 80x24
lang en
> : t h e m e Enter
  Theme: Enter takes it, Esc leaves all as it was

  > auto       Again Hard Good Easy
    dark       Again Hard Good Easy
    light      Again Hard Good Easy
    contrast   Again Hard Good Easy
    sixteen    Again Hard Good Easy
    none       Again Hard Good Easy

  Why is the attention score divided by √d_k?
  Its variance grows with d_k: softmax saturates
    scores / math.sqrt(d_k)  σ² = d_k
  ██████████████████░░░░░░░░░░░░










  Enter choose  ? help  q back  : all actions
> Down x2
  Theme: Enter takes it, Esc leaves all as it was

    auto       Again Hard Good Easy
    dark       Again Hard Good Easy
  > light      Again Hard Good Easy
    contrast   Again Hard Good Easy
    sixteen    Again Hard Good Easy
    none       Again Hard Good Easy

  Why is the attention score divided by √d_k?
  Its variance grows with d_k: softmax saturates
    scores / math.sqrt(d_k)  σ² = d_k
  ██████████████████░░░░░░░░░░░░










  Enter choose  ? help  q back  : all actions
> 40x12
  Theme: Enter takes it, Esc leaves …

    auto       Again Hard Good Easy    ┃
    dark       Again Hard Good Easy    ┃
  > light      Again Hard Good Easy    ┃
    contrast   Again Hard Good Easy    │

  Why is the attention score divided b
  Its variance grows with d_k: softmax
    scores / math.sqrt(d_k)  σ² = d_k
  ██████████████████░░░░░░░░░░░░
  Enter choose  ? help  q back
> 120x40
              Theme: Enter takes it, Esc leaves all as it was

                auto       Again Hard Good Easy
                dark       Again Hard Good Easy
              > light      Again Hard Good Easy
                contrast   Again Hard Good Easy
                sixteen    Again Hard Good Easy
                none       Again Hard Good Easy

              Why is the attention score divided by √d_k?
              Its variance grows with d_k: softmax saturates
                scores / math.sqrt(d_k)  σ² = d_k
              ██████████████████░░░░░░░░░░░░


























              Enter choose  ? help  q back  : all actions
> 200x60
                                                      Theme: Enter takes it, Esc leaves all as it was

                                                        auto       Again Hard Good Easy
                                                        dark       Again Hard Good Easy
                                                      > light      Again Hard Good Easy
                                                        contrast   Again Hard Good Easy
                                                        sixteen    Again Hard Good Easy
                                                        none       Again Hard Good Easy

                                                      Why is the attention score divided by √d_k?
                                                      Its variance grows with d_k: softmax saturates
                                                        scores / math.sqrt(d_k)  σ² = d_k
                                                      ██████████████████░░░░░░░░░░░░














































                                                      Enter choose  ? help  q back  : all actions
> 80x24
  Theme: Enter takes it, Esc leaves all as it was

    auto       Again Hard Good Easy
    dark       Again Hard Good Easy
  > light      Again Hard Good Easy
    contrast   Again Hard Good Easy
    sixteen    Again Hard Good Easy
    none       Again Hard Good Easy

  Why is the attention score divided by √d_k?
  Its variance grows with d_k: softmax saturates
    scores / math.sqrt(d_k)  σ² = d_k
  ██████████████████░░░░░░░░░░░░










  Enter choose  ? help  q back  : all actions
> Esc
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        20 new   about 37 min

    deck                                   ready                  today  cards
  > Deep learning interview basics                            0%     20     23










  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
