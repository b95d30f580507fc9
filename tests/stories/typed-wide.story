size 120x40
lang en
set mode typed
study
> =Swapping_two_hidden_units_gives_the_same_function,_so_there_are_n!_copies._At_the_midpoint_the_loss_is_higher.
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.

































              Ctrl-S compare  Tab mode  Ctrl-R undo  Esc back  Ctrl-P all actions
> Enter =SGD
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
































              Ctrl-S compare  Tab mode  Ctrl-R undo  Esc back  Ctrl-P all actions
> Esc
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ────────────────────────────────────────────────────────────────────────────────────────────
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint
              the loss is higher.
              SGD
































              Esc again leaves and gives up what you wrote.
> Ctrl-s
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ──────────────────────────────────────────────────────────────── 0 of 6 said · 1–33 of 35 ──
              Your answer                                                                                              ┃
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint               ┃
              the loss is higher.                                                                                      ┃
              SGD                                                                                                      ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              Because the weights of successive layers are multiplied together and passed through                      ┃
              nonlinearities, and because hidden units can be swapped: swapping gives a different                      ┃
              parameter vector with exactly the same loss, yet the midpoint between the two is usually                 ┃
              worse. A convex function does not allow that, so the loss is non-convex in the parameters.               ┃
                                                                                                                       ┃
              ›[ ] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all              ┃
                   points a, b and all λ ∈ [0,1]. A convex function may have several minimisers, but                   ┃
                   together they form a convex set; so finding two equally good optima proves nothing                  ┃
                   until you look at the midpoint.                                                                     ┃
               [ ] Permutation symmetry: Swap two units of a hidden layer together with their incoming                 ┃
                   and outgoing weights, and the network computes the same function. A layer of n units                ┃
                   has n! equivalent orderings; with tanh, each unit can also flip the sign of its                     ┃
                   incoming weights, bias and outgoing weights together.                                               ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Midpoint argument: Take an optimum in which two units differ and average it with its                ┃
                   swapped copy. The two units now have identical incoming weights, so the network behaves             ┃
                   like one with a unit fewer. If that smaller network cannot reach the minimum, the                   ┃
                   midpoint has strictly higher loss, which contradicts convexity.                                     ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Smallest example: A linear network with two weights fitting x = 1, y = 1 has the loss               ┃
                   L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1 at their midpoint (0,0):               ┃
                   multiplying weights is enough to destroy convexity.                                                 ┃
               [ ] Where convexity does hold: Squared error and cross-entropy (as a function of the                    ┃
                   logits) are convex in the network's output, so linear and logistic regression, which                ┃
                   have no hidden layer, are convex problems. The non-convexity comes from the map from                ┃
                   parameters to output.                                                                               ┃
               [ ] What it means in practice: Gradient descent has no guarantee of a global optimum. In                │
                   high dimensions, saddle points and plateaus are usually more common than poor local                 │

              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space said it  → next point  Enter as suggested  ? help  u undo  q back  L 中文  s suspend
> x
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ──────────────────────────────────────────────────────────────── 1 of 6 said · 1–33 of 35 ──
              Your answer                                                                                              ┃
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint               ┃
              the loss is higher.                                                                                      ┃
              SGD                                                                                                      ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              Because the weights of successive layers are multiplied together and passed through                      ┃
              nonlinearities, and because hidden units can be swapped: swapping gives a different                      ┃
              parameter vector with exactly the same loss, yet the midpoint between the two is usually                 ┃
              worse. A convex function does not allow that, so the loss is non-convex in the parameters.               ┃
                                                                                                                       ┃
               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all              ┃
                   points a, b and all λ ∈ [0,1]. A convex function may have several minimisers, but                   ┃
                   together they form a convex set; so finding two equally good optima proves nothing                  ┃
                   until you look at the midpoint.                                                                     ┃
              ›[ ] Permutation symmetry: Swap two units of a hidden layer together with their incoming                 ┃
                   and outgoing weights, and the network computes the same function. A layer of n units                ┃
                   has n! equivalent orderings; with tanh, each unit can also flip the sign of its                     ┃
                   incoming weights, bias and outgoing weights together.                                               ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Midpoint argument: Take an optimum in which two units differ and average it with its                ┃
                   swapped copy. The two units now have identical incoming weights, so the network behaves             ┃
                   like one with a unit fewer. If that smaller network cannot reach the minimum, the                   ┃
                   midpoint has strictly higher loss, which contradicts convexity.                                     ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Smallest example: A linear network with two weights fitting x = 1, y = 1 has the loss               ┃
                   L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1 at their midpoint (0,0):               ┃
                   multiplying weights is enough to destroy convexity.                                                 ┃
               [ ] Where convexity does hold: Squared error and cross-entropy (as a function of the                    ┃
                   logits) are convex in the network's output, so linear and logistic regression, which                ┃
                   have no hidden layer, are convex problems. The non-convexity comes from the map from                ┃
                   parameters to output.                                                                               ┃
               [ ] What it means in practice: Gradient descent has no guarantee of a global optimum. In                │
                   high dimensions, saddle points and plateaus are usually more common than poor local                 │

              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space said it  → next point  Enter as suggested  ? help  u undo  q back  L 中文  s suspend
> Down Down Down
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ──────────────────────────────────────────────────────────────── 1 of 6 said · 3–35 of 35 ──
              the loss is higher.                                                                                      │
              SGD                                                                                                      │
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              Because the weights of successive layers are multiplied together and passed through                      ┃
              nonlinearities, and because hidden units can be swapped: swapping gives a different                      ┃
              parameter vector with exactly the same loss, yet the midpoint between the two is usually                 ┃
              worse. A convex function does not allow that, so the loss is non-convex in the parameters.               ┃
                                                                                                                       ┃
               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all              ┃
                   points a, b and all λ ∈ [0,1]. A convex function may have several minimisers, but                   ┃
                   together they form a convex set; so finding two equally good optima proves nothing                  ┃
                   until you look at the midpoint.                                                                     ┃
              ›[ ] Permutation symmetry: Swap two units of a hidden layer together with their incoming                 ┃
                   and outgoing weights, and the network computes the same function. A layer of n units                ┃
                   has n! equivalent orderings; with tanh, each unit can also flip the sign of its                     ┃
                   incoming weights, bias and outgoing weights together.                                               ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Midpoint argument: Take an optimum in which two units differ and average it with its                ┃
                   swapped copy. The two units now have identical incoming weights, so the network behaves             ┃
                   like one with a unit fewer. If that smaller network cannot reach the minimum, the                   ┃
                   midpoint has strictly higher loss, which contradicts convexity.                                     ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Smallest example: A linear network with two weights fitting x = 1, y = 1 has the loss               ┃
                   L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1 at their midpoint (0,0):               ┃
                   multiplying weights is enough to destroy convexity.                                                 ┃
               [ ] Where convexity does hold: Squared error and cross-entropy (as a function of the                    ┃
                   logits) are convex in the network's output, so linear and logistic regression, which                ┃
                   have no hidden layer, are convex problems. The non-convexity comes from the map from                ┃
                   parameters to output.                                                                               ┃
               [ ] What it means in practice: Gradient descent has no guarantee of a global optimum. In                ┃
                   high dimensions, saddle points and plateaus are usually more common than poor local                 ┃
                   minima, and the copies created by symmetry do no harm. Over-parameterisation, good                  ┃
                   initialisation, momentum and the noise of SGD usually lead to a good enough solution.               ┃

              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Space said it  → next point  Enter as suggested  ? help  u undo  q back  L 中文  s suspend
> Enter
              Deep learning interview basics › Regularisation and normalis… 1 done · 20 cards left · typed

              Why does dropout reduce overfitting?
              ────────────────────────────────────────────────────────────────────────────────────────────



































              Ctrl-S compare  Tab mode  Ctrl-R undo  Esc back  Ctrl-P all actions
> Ctrl-r
              Deep learning interview basics › Optimisation and training    0 done · 20 cards left · typed

              Why is the loss of a neural network non-convex?
              ──────────────────────────────────────────────────────────────── 1 of 6 said · 1–33 of 35 ──
              Your answer                                                                                              ┃
              Swapping two hidden units gives the same function, so there are n! copies. At the midpoint               ┃
              the loss is higher.                                                                                      ┃
              SGD                                                                                                      ┃
              ────────────────────────────────────────────────────────────────────────────────────────────             ┃
              Because the weights of successive layers are multiplied together and passed through                      ┃
              nonlinearities, and because hidden units can be swapped: swapping gives a different                      ┃
              parameter vector with exactly the same loss, yet the midpoint between the two is usually                 ┃
              worse. A convex function does not allow that, so the loss is non-convex in the parameters.               ┃
                                                                                                                       ┃
               [x] Definition of convexity: L is convex if L(λa + (1 − λ)b) ≤ λL(a) + (1 − λ)L(b) for all              ┃
                   points a, b and all λ ∈ [0,1]. A convex function may have several minimisers, but                   ┃
                   together they form a convex set; so finding two equally good optima proves nothing                  ┃
                   until you look at the midpoint.                                                                     ┃
              ›[ ] Permutation symmetry: Swap two units of a hidden layer together with their incoming                 ┃
                   and outgoing weights, and the network computes the same function. A layer of n units                ┃
                   has n! equivalent orderings; with tanh, each unit can also flip the sign of its                     ┃
                   incoming weights, bias and outgoing weights together.                                               ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Midpoint argument: Take an optimum in which two units differ and average it with its                ┃
                   swapped copy. The two units now have identical incoming weights, so the network behaves             ┃
                   like one with a unit fewer. If that smaller network cannot reach the minimum, the                   ┃
                   midpoint has strictly higher loss, which contradicts convexity.                                     ┃
                   you wrote: Swapping two hidden units gives the same function, so there are n!                       ┃
               [ ] Smallest example: A linear network with two weights fitting x = 1, y = 1 has the loss               ┃
                   L(u, v) = (1 − uv)². It is 0 at (1,1) and at (−1, −1), but 1 at their midpoint (0,0):               ┃
                   multiplying weights is enough to destroy convexity.                                                 ┃
               [ ] Where convexity does hold: Squared error and cross-entropy (as a function of the                    ┃
                   logits) are convex in the network's output, so linear and logistic regression, which                ┃
                   have no hidden layer, are convex problems. The non-convexity comes from the map from                ┃
                   parameters to output.                                                                               ┃
               [ ] What it means in practice: Gradient descent has no guarantee of a global optimum. In                │
                   high dimensions, saddle points and plateaus are usually more common than poor local                 │

              ›1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 8d
              Undone: Again · Why is the loss of a neural network non-convex?
