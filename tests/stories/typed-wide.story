size 120x40
lang en
set mode typed
study
> =Swapping_two_hidden_units_gives_the_same_function,_so_there_are_n!_copies._At_the_midpoint_the_loss_is_higher.
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.

































              Ctrl-S compare  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Enter =SGD
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
































              Ctrl-S compare  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Esc
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
































              Esc again leaves and gives up what you wrote.
> Ctrl-s
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 0 of 5 said ──
              Your answer
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
              ────────────────────────────────────────────────────────────────────────────────────────────
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

              ›[ ] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.
               [ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).
               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up








              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  t tick by digit  → next point  + more  ? help  q quit  L 中文  s suspend  b bury
> x
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 1 of 5 said ──
              Your answer
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
              ────────────────────────────────────────────────────────────────────────────────────────────
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.
              ›[ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).
               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up








              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  t tick by digit  → next point  + more  Enter accept grade  ? help  q quit
> Down Down Down
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 1 of 5 said ──
              Your answer
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
              ────────────────────────────────────────────────────────────────────────────────────────────
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.
              ›[ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).
               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up








              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space tick  t tick by digit  → next point  + more  Enter accept grade  ? help  q quit
> Enter
              Deep learning interview basics › Regularisati… ━───────────────  19 new · 1 learning · typed

              Why does dropout reduce overfitting?
              ────────────────────────────────────────────────────────────────────────────────────────────



































              Ctrl-S compare  Ctrl-R undo  Ctrl-C quit  Tab mode  Ctrl-P all actions
> Ctrl-r
              Deep learning interview basics › Optimisation and training  ────────────────  20 new · typed

              Why is the loss of a neural network non-convex?
              ───────────────────────────────────────────────────────────────────────────── 1 of 5 said ──
              Your answer
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
              ────────────────────────────────────────────────────────────────────────────────────────────
              Successive layers multiply weights, and hidden units can be swapped without changing the
              function; the point midway between two such equal solutions is usually worse, which a convex
              function does not allow.

               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all
                   a, b and λ ∈ [0,1]; its minimisers then form a convex set.
              ›[ ] Permutation symmetry: Swapping two hidden units with their incoming and outgoing
                   weights leaves the function as it was, so a layer of n units has n! equivalent
                   orderings.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Midpoint argument: Averaging an optimum with its swapped copy makes two units
                   identical, so where one unit fewer cannot reach the minimum, the midpoint has a
                   strictly higher loss.
                   you wrote: Swapping two hidden units gives the same function, so there are n!
               [ ] Smallest example: L(u, v) = (1 − uv)² is 0 at (1,1) and at (−1, −1), but 1 at their
                   midpoint (0,0).
               [ ] Where convexity holds: Squared error and cross-entropy are convex in the network's
                   outputs (the logits), so without hidden layers, as in logistic regression, the problem
                   is convex.

              + 1 bonus · 2 mistakes · 1 follow-up








              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Undone: Again · Why is the loss of a neural network non-convex?
