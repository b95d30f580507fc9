size 80x24
lang en
>
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
> ?
  Keys                                                                / search

  Enter Space              study                                               ┃
  a                        study all                                           ┃
  b                        browse                                              ┃
  w                        after the interview                                 ┃
  f                        answer open questions                               ┃
  x                        switch deck off, on                                 ┃
  p                        plan                                                ┃
  /                        search                                              ┃
  n                        new card                                            ┃
  u Ctrl-R                 undo                                                ┃
  U Ctrl-Y                 redo                                                ┃
  ↓ j ↑ k                  move                                                ┃
  i                        mock interview                                      ┃
  PgDn Ctrl-D PgUp Ctrl-U  page                                                ┃
  Home g End G             first, last                                         ┃
  L                        中文                                                ┃
  m                        mouse on, off                                       │
  s                        statistics                                          │
  ,                        settings                                            │
  e                        error notebook                                      │
  : Ctrl-P                 all actions                                         │
  q back  : all actions
> Esc Enter
  Deep learning interview basics › Optimisation and … ────────────────  20 new
                                                                          1:20
  Why is the loss of a neural network non-convex?




















  Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode
> Space
  Deep learning interview basics › Optimisation and … ────────────────  20 new

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 20 ──
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
  ▪ Definition of convexity: L is convex if                                    ┃
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its     ┃
    minimisers then form a convex set.                                         ┃
  ▪ Permutation symmetry: Swapping two hidden units with their incoming and    ┃
    outgoing weights leaves the function as it was, so a layer of n units has  ┃
    n! equivalent orderings.                                                   ┃
  ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two    ┃
    units identical, so where one unit fewer cannot reach the minimum, the     ┃
    midpoint has a strictly higher loss.                                       ┃
  ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 ┃
    at their midpoint (0,0).                                                   │
  ▪ Where convexity holds: Squared error and cross-entropy are convex in the   │
    network's outputs (the logits), so without hidden layers, as in logistic   │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space page  t tick by digit  + more  ? help  q back  L 中文  s suspend
> PgDn
  Deep learning interview basics › Optimisation and … ────────────────  20 new

  Why is the loss of a neural network non-convex?
  ───────────────────────────────────────────────────────────── 16–20 of 20 ──
  ▪ Where convexity holds: Squared error and cross-entropy are convex in the   │
    network's outputs (the logits), so without hidden layers, as in logistic   │
    regression, the problem is convex.                                         │
                                                                               ┃
  + 1 bonus · 2 mistakes · 1 follow-up                                         ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃
                                                                               ┃

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Space more  t tick by digit  ? help  q back  L 中文  s suspend  b bury
> 3
  Deep learning interview basics › Regu… ━───────────────  19 new · 1 learning
                                                                          1:20
  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> u
  Deep learning interview basics › Optimisation and … ────────────────  20 new

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 20 ──
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       ┃
                                                                               ┃
  ▪ Definition of convexity: L is convex if                                    ┃
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its     ┃
    minimisers then form a convex set.                                         ┃
  ▪ Permutation symmetry: Swapping two hidden units with their incoming and    ┃
    outgoing weights leaves the function as it was, so a layer of n units has  ┃
    n! equivalent orderings.                                                   ┃
  ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two    ┃
    units identical, so where one unit fewer cannot reach the minimum, the     ┃
    midpoint has a strictly higher loss.                                       ┃
  ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 ┃
    at their midpoint (0,0).                                                   │
  ▪ Where convexity holds: Squared error and cross-entropy are convex in the   │
    network's outputs (the logits), so without hidden layers, as in logistic   │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  Undone: Good · Why is the loss of a neural network non-convex?
> 200x60
                                                      Deep learning interview basics › Optimisation and training          ────────────────  20 new

                                                      Why is the loss of a neural network non-convex?
                                                      ────────────────────────────────────────────────────────────────────────────────────────────
                                                      Successive layers multiply weights, and hidden units can be swapped without changing the
                                                      function; the point midway between two such equal solutions is usually worse, which a convex
                                                      function does not allow.

                                                      ▪ Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a,
                                                        b and λ ∈ [0,1]; its minimisers then form a convex set.

                                                      ▪ Permutation symmetry: Swapping two hidden units with their incoming and outgoing weights
                                                        leaves the function as it was, so a layer of n units has n! equivalent orderings.

                                                      ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two units identical,
                                                        so where one unit fewer cannot reach the minimum, the midpoint has a strictly higher loss.

                                                      ▪ Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                                                        midpoint (0,0).

                                                      ▪ Where convexity holds: Squared error and cross-entropy are convex in the network's outputs
                                                        (the logits), so without hidden layers, as in logistic regression, the problem is convex.

                                                      + 1 bonus · 2 mistakes · 1 follow-up


































                                                      1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
                                                      Undone: Good · Why is the loss of a neural network non-convex?
