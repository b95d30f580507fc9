size 120x40
lang en
study
> Right Right
              Deep learning interview basics › Optimisation and training          ────────────────  20 new

              Why is the loss of a neural network non-convex?
              ─────────────────────────────────────────────────────────────────────────── 1 of 5 points ──
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

              ›[ ] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.




























              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  → next point  Enter show answer  ? help  q quit  L 中文  s suspend  b bury
> Space
              Deep learning interview basics › Optimisation and training          ────────────────  20 new

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 1 of 5 said ──
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.

              ›[ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.
























              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  → next point  Enter show answer  ? help  q quit  L 中文  s suspend  b bury
> Right Space
              Deep learning interview basics › Optimisation and training          ────────────────  20 new

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 2 of 5 said ──
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.

               [ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.

               [x] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.

              ›[ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).

















              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  → next point  Enter show answer  ? help  q quit  L 中文  s suspend  b bury
> Enter
              Deep learning interview basics › Optimisation and training          ────────────────  20 new

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 2 of 5 said ──
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.

               [ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.

               [x] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.

              ›[ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).

               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up











              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  t tick by digit  → next point  + more  Enter accept grade  ? help  q quit
> Left Left x
              Deep learning interview basics › Optimisation and training          ────────────────  20 new

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 3 of 5 said ──
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.

               [x] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.

              ›[x] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.

               [ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).

               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up











              1 Again 1m    ›2 Hard 6m    3 Good 10m    4 Easy 8d
              Space untick  t tick by digit  → next point  + more  Enter accept grade  ? help  q quit
> Enter
              Deep learning interview basics › Regularisation and n… ━───────────────  19 new · 1 learning
                                                                                                      1:20
              Why does dropout reduce overfitting?




































              Space show answer  → one point  ? help  u undo  q quit  L 中文  s suspend  M mode  b bury
> u
              Deep learning interview basics › Optimisation and training          ────────────────  20 new

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 3 of 5 said ──
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.

               [x] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.

              ›[x] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.

               [ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).

               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up











              1 Again 1m    ›2 Hard 6m    3 Good 10m    4 Easy 8d
              Undone: Hard · Why is the loss of a neural network non-convex?
> Space 3
              Deep learning interview basics › Regularisation and n… ━───────────────  19 new · 1 learning
                                                                                                      1:20
              Why does dropout reduce overfitting?




































              Space show answer  → one point  ? help  u undo  q quit  L 中文  s suspend  M mode  b bury
> +10m
              Deep learning interview basics › Regularisation and n… ━───────────────  19 new · 1 learning
                                                                                                     +3:40
              Why does dropout reduce overfitting?




































              Space show answer  → one point  ? help  u undo  q quit  L 中文  s suspend  M mode  b bury
