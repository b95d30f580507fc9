size 80x24
lang en
set decks_off deep-learning
> +1s
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        All decks are off.
  Choose a deck and press x to switch it on again.

    deck                                   ready                  today  cards
  > Deep learning interview basics         off









  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> 40x12
  backprop              2026-11-22 Sun
  Ready today  ░░░░░░░░░░░░░░░░░ 0%
  Today        All decks are off.
  Choose a deck and press x to switch
  it on again.
    deck                  ready  today
  > Deep learning intervi… off




  Enter study  a study all  ? help
> 120x40
   backprop                                                                                            2026-11-22 Sun

   Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%                  │ Last 12 weeks
                                                                             │ Mon · · · · · · · · · · · ·
   Today        All decks are off.                                           │     · · · · · · · · · · · ·
   Choose a deck and press x to switch it on again.                          │ Wed · · · · · · · · · · · ·
                                                                             │     · · · · · · · · · · · ·
     deck                                ready                  today  cards │ Fri · · · · · · · · · · · ·
   > Deep learning interview basics      off                                 │     · · · · · · · · · · · ·
                                                                             │ Sun · · · · · · · · · · · ·
                                                                             │
                                                                             │ Weak lately
                                                                             │ Nothing failed in the last 14 days.




















   Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
   instantly; u undoes.
   b browse & edit · L 中文 · : all actions · ? keys
   Add notes: press : and type import · try them first: backprop study
   NOTES.md

   Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics
> 80x24 Enter
  Deep learning interview basics › Optimisation and … ────────────────  20 new
                                                                          1:20
  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode
