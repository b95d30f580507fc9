size 80x24
lang en
> b A
  Asked in a real interview

  · Why is the loss of a neural network non-convex?

  How did it go?
  1 [ ] Again
  2 [ ] Hard
  3 [ ] Good
  4 [ ] Easy














  ? help  q back  : all actions
> 1
  Asked in a real interview

  · Why is the loss of a neural network non-convex?

  How did it go?
  1 [x] Again
  2 [ ] Hard
  3 [ ] Good
  4 [ ] Easy














  Noted: Again.
> 2
  Asked in a real interview

  · Why is the loss of a neural network non-convex?

  How did it go?
  1 [ ] Again
  2 [x] Hard
  3 [ ] Good
  4 [ ] Easy














  Noted: Hard.
> Esc i
  Details                                                      non-convex-loss

  Why is the loss of a neural network non-convex?                              ┃
  Optimisation and training                                                    ┃
                                                                               ┃
  Never reviewed.                                                              ┃
                                                                               ┃
  History                                                                      ┃
  2026-11-22  asked in an interview  Hard                                      ┃
                                                                               ┃
  ──────────────────────────────────────────────────────────────────────────── ┃
  Successive layers multiply weights, and hidden units can be swapped without  ┃
  changing the function; the point midway between two such equal solutions is  ┃
  usually worse, which a convex function does not allow.                       │
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all a, b and λ ∈ [0,1]; its     │
    minimisers then form a convex set.                                         │
  ▪ Permutation symmetry: Swapping two hidden units with their incoming and    │
    outgoing weights leaves the function as it was, so a layer of n units has  │
    n! equivalent orderings.                                                   │
  ▪ Midpoint argument: Averaging an optimum with its swapped copy makes two    │
    units identical, so where one unit fewer cannot reach the minimum, the     │
  ? help  q back  : all actions  A asked in an interview  N your note
> A u Esc Esc Esc
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
> Enter Space A 4 Esc
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
  Space page  t tick by digit  + more  ? help  u undo  q back  L 中文  b bury
