size 80x24
lang en
notes linked.md
> : d o c t o r Enter
  Doctor: check files, settings, terminal                        running · 0 s
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q stop
> 40x12
  Doctor: check files, … running · 0 s
  ████████████░░░░░░░░░░░░░░░░░░ 40%
  First line.








  q stop
> 200x60
                                                      Doctor: check files, settings, terminal                                        running · 0 s
                                                      ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
                                                      First line.
























































                                                      q stop
> 80x24 &One_finding.|!_Another_one.
  Doctor: check files, settings, terminal                                 done

  First line.
  One finding.
  ! Another one.

  A problem has its way out below it.
















  q back  ? help  : all actions
> 40x12
  Doctor: check files, settings,… done

  First line.
  One finding.
  ! Another one.

  A problem has its way out below it.




  q back  ? help  : all actions
> 200x60
                                                      Doctor: check files, settings, terminal                                                 done

                                                      First line.
                                                      One finding.
                                                      ! Another one.

                                                      A problem has its way out below it.




















































                                                      q back  ? help  : all actions
> 80x24 Esc : t u n e Enter
  Tune the memory model to your answers                          running · 0 s
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q stop
> Esc
  Tune the memory model to your answers                                stopped

  First line.




















  q back  ? help  : all actions
> Esc : e x p o r t Enter
  Export what?

  > reviews · csv      comma-separated values with a header, for tables
    reviews · jsonl    JSON Lines, one object a review, for programs
    deck · markdown    Markdown with ids, which backprop reads back word for …
    deck · hashcards   Q: and A:, for hashcards and repeater
    deck · csv         comma-separated values: question, answer, topic, deck,…
    deck · jsonl       JSON Lines: each card in each language, with its points
    deck · apkg        a package for Anki, with memory, due dates, reviews an…
    errors · markdown  Markdown, the surest mistakes first
    stats · json       one JSON object with every figure, for programs; the s…
    stats · csv        comma-separated values, a line a figure: section, tabl…
    stats · markdown   tables in Markdown
    stats · html       one page with charts, light and dark, for a browser, a…









  Enter export statistics, reviews, decks  ? help  q back  : all actions
> 40x12
  Export what?

  > reviews · csv      comma-separate… ┃
    reviews · jsonl    JSON Lines, on… ┃
    deck · markdown    Markdown with … ┃
    deck · hashcards   Q: and A:, for… ┃
    deck · csv         comma-separate… ┃
    deck · jsonl       JSON Lines: ea… ┃
    deck · apkg        a package for … ┃
    errors · markdown  Markdown, the … │
    stats · json       one JSON objec… │
  ? help  q back  : all actions
> 200x60
                                                      Export what?

                                                      > reviews · csv      comma-separated values with a header, for tables
                                                        reviews · jsonl    JSON Lines, one object a review, for programs
                                                        deck · markdown    Markdown with ids, which backprop reads back word for word
                                                        deck · hashcards   Q: and A:, for hashcards and repeater
                                                        deck · csv         comma-separated values: question, answer, topic, deck, id
                                                        deck · jsonl       JSON Lines: each card in each language, with its points
                                                        deck · apkg        a package for Anki, with memory, due dates, reviews and images
                                                        errors · markdown  Markdown, the surest mistakes first
                                                        stats · json       one JSON object with every figure, for programs; the same as `backprop…
                                                        stats · csv        comma-separated values, a line a figure: section, table, row, column, …
                                                        stats · markdown   tables in Markdown
                                                        stats · html       one page with charts, light and dark, for a browser, a phone and paper













































                                                      Enter export statistics, reviews, decks  ? help  q back  : all actions
> 80x24 Enter &Written.
  Export statistics, reviews, decks                                       done

  First line.
  Written.

  It is in /home/anna/reviews.csv. Nothing was sent anywhere.

















  q back  ? help  : all actions
> Esc Esc : s y n c Enter =ssh://host/cards.git
  Sync with your other machines

  Address of a git repository; leave empty to use the one that is set, or only
  to commit here
  > ssh://host/cards.git


















  Enter sync with your other machines  Esc back
> 40x12
  Sync with your other machines

  Address of a git repository; leave
  empty to use the one that is set, or
  only to commit here
  > ssh://host/cards.git





  Enter sync with your other machines
> 200x60
                                                      Sync with your other machines

                                                      Address of a git repository; leave empty to use the one that is set, or only to commit here
                                                      > ssh://host/cards.git























































                                                      Enter sync with your other machines  Esc back
> 80x24 Enter &Sent.
  Sync with your other machines                                           done

  First line.
  Sent.

  Do the same on the other machine. To sync from then on: :sync.

















  q back  ? help  : all actions
> Esc : m e r g e Enter
  Merge: another progress.json, or its folder
  >
  > ..
    laptop                                                              folder
    progress.json                                                     progress


















  Enter choose  Esc back
> Down Enter
  Merge: another progress.json, or its folder
  > /home/anna/notes/laptop/
  > ..
    laptop                                                              folder
    progress.json                                                     progress


















  Enter choose  Esc back
> Esc : r e p o r t Enter
  What was asked? Type the questions, or choose a text
  >
  > type or paste the questions
    ..
    asked.txt                                                 read when chosen


















  Enter choose  Esc back
> Esc : r e m o v e Enter
  Remove which deck?

  > linked.md  2




















  Enter remove a deck  ? help  q back  : all actions
> 40x12
  Remove which deck?

  > linked.md  2








  Enter remove a deck  ? help  q back
> Enter
  Remove which deck?

  > linked.md  2







  Remove linked.md? Enter again does
  it; its progress stays.
> Enter
  Remove a deck          running · 0 s
  ████████████░░░░░░░░░░░░░░░░░░ 40%
  First line.








  q stop
