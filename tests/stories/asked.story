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














  ? help  u undo  q back
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
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    │
  gives a different parameter vector with exactly the same loss, yet the       │
  midpoint between the two is usually worse. A convex function does not allow  │
  that, so the loss is non-convex in the parameters.                           │
                                                                               │
  ▪ Definition of convexity: L is convex if                                    │
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         │
    λ ∈ [0,1]. A convex function may have several minimisers, but together     │
    they form a convex set; so finding two equally good optima proves nothing  │
    until you look at the midpoint.                                            │
  ▪ Permutation symmetry: Swap two units of a hidden layer together with their │
  ? help  q back  : all actions  A asked in an interview
> A u Esc Esc Esc
  backprop                                                          2026-11-22
  flashcards for deep-learning interviews

  Today  20 new   about 15 min

    deck                                            new  learning   due  cards
  > Deep learning interview basics                   20         0     0     23









  Enter studies: read, answer aloud, show the answer, grade yourself. Saved at
  once; u takes it back.
  b finds any card, to change it, suspend it or set when it comes back. L is
  中文, : lists everything that can be done, ? the keys.
  Your own notes: backprop import NOTES.md keeps them, backprop study NOTES.md
  just reads them.

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
> Enter Space A 4 Esc
  Deep learning interview basics › Optimisation and tr… 0 done · 20 cards left

  Why is the loss of a neural network non-convex?
  ────────────────────────────────────────────────────────────── 1–17 of 34 ──
  Because the weights of successive layers are multiplied together and passed  ┃
  through nonlinearities, and because hidden units can be swapped: swapping    ┃
  gives a different parameter vector with exactly the same loss, yet the       ┃
  midpoint between the two is usually worse. A convex function does not allow  ┃
  that, so the loss is non-convex in the parameters.                           ┃
                                                                               ┃
  ▪ Definition of convexity: L is convex if                                    ┃
    L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all points a, b and all         ┃
    λ ∈ [0,1]. A convex function may have several minimisers, but together     ┃
    they form a convex set; so finding two equally good optima proves nothing  │
    until you look at the midpoint.                                            │
  ▪ Permutation symmetry: Swap two units of a hidden layer together with their │
    incoming and outgoing weights, and the network computes the same function. │
    A layer of n units has n! equivalent orderings; with tanh, each unit can   │
    also flip the sign of its incoming weights, bias and outgoing weights      │
    together.                                                                  │
  ▪ Midpoint argument: Take an optimum in which two units differ and average   │

  1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
  ? help  u undo  q back  L 中文  s suspend  b bury  o open link  e edit
