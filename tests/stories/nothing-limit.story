size 80x24
lang en
set new_cards 0
set reviews 0
log reviews.json
> +1s
  backprop                               Interview in 14 days · 2026-12-06 Sun

  Ready on the day        ████████████████▊░░░░░░░░░░░░░░░░░░░░░░░ 42%
  if you follow the plan  ██████████████████████████████████████▎░ 96%

  Today                   13 due · 25 new   about 10 min

    deck                                   ready                  today  cards
  > Deep learning interview basics         ━━━━━━╸           42%     38     48














  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> 40x12
  backprop        Interview in 14 days
  ████████████▋░░░░░░░░░░░░░░░░░ 42%
  ████████████████████████████▊░ 96%
  13 due · 25 new   about 10 min
    deck                  ready  today
  > Deep learning intervi…  42%     38





  Enter study  a study all  ? help
> 120x40
   backprop                                                                     Interview in 14 days · 2026-12-06 Sun

   Ready on the day        ████████████████▊░░░░░░░░░░░░░░░░░░░░░░░ 42%      │ Last 12 weeks
   if you follow the plan  ██████████████████████████████████████▎░ 96%      │ Mon ▒▒░░▒▒░░░░░░· ░░░░· ░░·
                                                                             │     ▒▒░░░░░░· ▒▒░░· · ░░· ·
   Today                   13 due · 25 new   about 10 min                    │ Wed ▓▓▒▒░░· ░░░░░░░░░░· ░░·
                                                                             │     ▒▒· ░░░░░░░░· ░░░░░░░░·
     deck                                ready                  today  cards │ Fri ▓▓▓▓▒▒▒▒░░░░░░▒▒░░· · ░░
   > Deep learning interview basics      ━━━━━━╸           42%     38     48 │     · ▒▒▒▒░░░░· ░░░░· · ░░·
                                                                             │ Sun ██░░░░░░░░▒▒· ░░░░· ░░·
                                                                             │
                                                                             │ Weak lately
                                                                             │ How does an LSTM deal with vanishi… 7×
                                                                             │ How do DBN and CNN compare?         3×
                                                                             │ Why were RNNs introduced, and how … 2×
                                                                             │ What are the hyper-parameters in d… 1×
                                                                             │ How is a DBN (deep belief network)… 1×






















   Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics
> 200x60
                                 backprop                                                                                        Interview in 14 days · 2026-12-06 Sun

                                 Ready on the day        ████████████████▊░░░░░░░░░░░░░░░░░░░░░░░ 42%                         │ Last 12 weeks
                                 if you follow the plan  ██████████████████████████████████████▎░ 96%                         │ Mon ▒▒░░▒▒░░░░░░· ░░░░· ░░·
                                                                                                                              │     ▒▒░░░░░░· ▒▒░░· · ░░· ·
                                 Today                   13 due · 25 new   about 10 min                                       │ Wed ▓▓▒▒░░· ░░░░░░░░░░· ░░·
                                                                                                                              │     ▒▒· ░░░░░░░░· ░░░░░░░░·
                                   deck                                                   ready                  today  cards │ Fri ▓▓▓▓▒▒▒▒░░░░░░▒▒░░· · ░░
                                 > Deep learning interview basics                         ━━━━━━╸           42%     38     48 │     · ▒▒▒▒░░░░· ░░░░· · ░░·
                                                                                                                              │ Sun ██░░░░░░░░▒▒· ░░░░· ░░·
                                                                                                                              │
                                                                                                                              │ Weak lately
                                                                                                                              │ How does an LSTM deal with vanishi… 7×
                                                                                                                              │ How do DBN and CNN compare?         3×
                                                                                                                              │ Why were RNNs introduced, and how … 2×
                                                                                                                              │ What are the hyper-parameters in d… 1×
                                                                                                                              │ How is a DBN (deep belief network)… 1×










































                                 Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit  L 中文  , settings  s statistics  x switch deck off, on
> Enter
                                                      Deep learning interview basics › Optimisation and training ────────────────  25 new · 13 due
                                                                                                                                              1:05
                                                      Follow-up to: What is the idea of backpropagation?
                                                      Why twice the forward pass?























































                                                      Space show answer  ? help  u undo  q back  L 中文  s suspend  M mode  b bury  : all actions
