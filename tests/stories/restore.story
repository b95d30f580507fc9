size 80x24
lang en
notes linked.md
> : r e s t o r e Enter
  Restore a backup: its ZIP file
  > ~/
  > ..
    old                                                                 folder
    backprop-2026-11-20.zip                                   read when chosen


















  Enter choose  Esc back
> 40x12
  Restore a backup: its ZIP file
  > ~/
  > ..
    old                         folder
    backprop-2026-11… read when chosen






  Enter choose  Esc back
> 120x40
              Restore a backup: its ZIP file
              > ~/
              > ..
                old                                                                                 folder
                backprop-2026-11-20.zip                                                   read when chosen


































              Enter choose  Esc back
> 200x60
                                                      Restore a backup: its ZIP file
                                                      > ~/
                                                      > ..
                                                        old                                                                                 folder
                                                        backprop-2026-11-20.zip                                                   read when chosen






















































                                                      Enter choose  Esc back
> 80x24 Down Down Enter
  Restore a backup                                               running · 0 s
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q stop
> &backup_of_2026-11-20_10:00_·_7_files_·_2_decks_·_412_answers|replaced:_config.toml,_progress.json_(2_files)
  Restore a backup

  First line.
  backup of 2026-11-20 10:00 · 7 files · 2 decks · 412 answers
  replaced: config.toml, progress.json (2 files)

  Nothing has been changed yet. Enter restores it; what is replaced is moved
  aside, not deleted. Esc leaves everything as it is.















  Enter restore  q back  ? help  : all actions
> 40x12
  Restore a backup

  First line.                          ┃
  backup of 2026-11-20 10:00 · 7       ┃
  files · 2 decks · 412 answers        ┃
  replaced: config.toml, progress.json ┃
  (2 files)                            ┃
                                       ┃
  Nothing has been changed yet. Enter  ┃
  restores it; what is replaced is     ┃
  moved aside, not deleted. Esc leaves │
  Enter restore  q back  ? help
> 120x40
              Restore a backup

              First line.
              backup of 2026-11-20 10:00 · 7 files · 2 decks · 412 answers
              replaced: config.toml, progress.json (2 files)

              Nothing has been changed yet. Enter restores it; what is replaced is moved aside, not
              deleted. Esc leaves everything as it is.































              Enter restore  q back  ? help  : all actions
> 200x60
                                                      Restore a backup

                                                      First line.
                                                      backup of 2026-11-20 10:00 · 7 files · 2 decks · 412 answers
                                                      replaced: config.toml, progress.json (2 files)

                                                      Nothing has been changed yet. Enter restores it; what is replaced is moved aside, not
                                                      deleted. Esc leaves everything as it is.



















































                                                      Enter restore  q back  ? help  : all actions
> 80x24 Enter
  Restore a backup                                               running · 0 s
  ████████████████░░░░░░░░░░░░░░░░░░░░░░░░ 40%
  First line.




















  q stop
> &2_files_came_back
  Restore a backup                                                        done

  First line.
  2 files came back

  Decks, progress and settings were read again. Esc goes back to your day.

















  q back  ? help  : all actions
> 40x12
  Restore a backup                done

  First line.
  2 files came back

  Decks, progress and settings were
  read again. Esc goes back to your
  day.



  q back  ? help  : all actions
> 200x60
                                                      Restore a backup                                                                        done

                                                      First line.
                                                      2 files came back

                                                      Decks, progress and settings were read again. Esc goes back to your day.





















































                                                      q back  ? help  : all actions
> 80x24 Esc
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
