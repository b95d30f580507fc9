size 120x40
lang en
set confidence on
study
> Space
              Deep learning interview basics › Optimisation … How sure are you? · ────────────────  20 new

              Why is the loss of a neural network non-convex?



































              1 No idea    2 Unsure    3 Likely    4 Sure
              1 No idea  2 Unsure  3 Likely  4 Sure  ? help  q back  : all actions
> Esc
              Deep learning interview basics › Optimisation and training          ────────────────  20 new
                                                                                                      1:16
              Why is the loss of a neural network non-convex?




































              Space show answer  → one point  ? help  q quit  L 中文  s suspend  M mode  b bury
> Space 3
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
              Space more  t tick by digit  ? help  q quit  L 中文  s suspend  b bury  : all actions
> 3
              Deep learning interview basics › Regularisation and n… ━───────────────  19 new · 1 learning
                                                                                                      1:20
              Why does dropout reduce overfitting?




































              Space show answer  → one point  ? help  u undo  q quit  L 中文  s suspend  M mode  b bury
> u
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
