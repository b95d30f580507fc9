size 80x24
lang en
notes linked.md
> : i m p o r t Enter
  Import notes: a file or a folder
  >
  > this folder · 6 files, 101 questions
    ..
    old notes                                                           folder
    cnn.md                                                        12 questions
    面试 Transformer.md                                           84 questions
    essay.txt                                                     no questions
    all my cards.apkg                                         read when chosen














  Enter choose  Esc back
> 40x12
  Import notes: a file or a folder
  >
  > this folder · 6 files, 101 quest…
    ..
    old notes                   folder
    cnn.md                12 questions
    面试 Transformer.md   84 questions
    essay.txt             no questions
    all my cards.apkg read when chosen


  Enter choose  Esc back
> 120x40
              Import notes: a file or a folder
              >
              > this folder · 6 files, 101 questions
                ..
                old notes                                                                           folder
                cnn.md                                                                        12 questions
                面试 Transformer.md                                                           84 questions
                essay.txt                                                                     no questions
                all my cards.apkg                                                         read when chosen






























              Enter choose  Esc back
> 200x60
                                                      Import notes: a file or a folder
                                                      >
                                                      > this folder · 6 files, 101 questions
                                                        ..
                                                        old notes                                                                           folder
                                                        cnn.md                                                                        12 questions
                                                        面试 Transformer.md                                                           84 questions
                                                        essay.txt                                                                     no questions
                                                        all my cards.apkg                                                         read when chosen


















































                                                      Enter choose  Esc back
> 80x24 c n n
  Import notes: a file or a folder
  > cnn
  > cnn.md                                                        12 questions




















  Enter choose  Esc back
> q q
  Import notes: a file or a folder
  > cnnqq
  Nothing to take here. Type or paste a path, or go up with ..




















  Enter choose  Esc back
> Ctrl-u Down Enter
  Import notes: a file or a folder
  > /home/anna/
  > this folder · 6 files, 101 questions
    ..
    old notes                                                           folder
    cnn.md                                                        12 questions
    面试 Transformer.md                                           84 questions
    essay.txt                                                     no questions
    all my cards.apkg                                         read when chosen














  Enter choose  Esc back
> Down Down Enter
  Import notes: a file or a folder
  > /home/anna/notes/old notes/
  > this folder · 6 files, 101 questions
    ..
    old notes                                                           folder
    cnn.md                                                        12 questions
    面试 Transformer.md                                           84 questions
    essay.txt                                                     no questions
    all my cards.apkg                                         read when chosen














  Enter choose  Esc back
> 40x12
  Import notes: a file or a folder
  > /home/anna/notes/old notes/
  > this folder · 6 files, 101 quest…
    ..
    old notes                   folder
    cnn.md                12 questions
    面试 Transformer.md   84 questions
    essay.txt             no questions
    all my cards.apkg read when chosen


  Enter choose  Esc back
> 200x60
                                                      Import notes: a file or a folder
                                                      > /home/anna/notes/old notes/
                                                      > this folder · 6 files, 101 questions
                                                        ..
                                                        old notes                                                                           folder
                                                        cnn.md                                                                        12 questions
                                                        面试 Transformer.md                                                           84 questions
                                                        essay.txt                                                                     no questions
                                                        all my cards.apkg                                                         read when chosen


















































                                                      Enter choose  Esc back
> 80x24 Enter
  Import notes                                                            done

  added     cnn.md → cnn: 12 cards (numbered)

  Enter studies these questions. Your file stays yours: edit it, and the cards
  follow.

















  Enter study them  q back  ? help  : all actions
> Esc q
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        2 new   about 2 min

    deck                                   ready                  today  cards
  > linked.md                                                 0%      2      2










  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
asks: Quit
> 200x60
                                 backprop                                                                                                               2026-11-22 Sun

                                 Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                                     │ Last 12 weeks
                                                                                                                              │ Mon · · · · · · · · · · · ·
                                 Today        2 new   about 2 min                                                             │     · · · · · · · · · · · ·
                                                                                                                              │ Wed · · · · · · · · · · · ·
                                   deck                                                   ready                  today  cards │     · · · · · · · · · · · ·
                                 > linked.md                                                                 0%      2      2 │ Fri · · · · · · · · · · · ·
                                                                                                                              │     · · · · · · · · · · · ·
                                                                                                                              │ Sun · · · · · · · · · · · ·
                                                                                                                              │
                                                                                                                              │ Weak lately
                                                                                                                              │ Nothing failed in the last 14 days.










































                                 Press Enter to start. Answer aloud, reveal, grade yourself. Grades save instantly; u undoes.
                                 b browse & edit · L 中文 · : all actions · ? keys
                                 Add notes: press : and type import · try them first: backprop study NOTES.md

                                 Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on
asks: Quit
