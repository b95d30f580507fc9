size 120x40
lang en
deck transformer
study
> +20s
              Transformer › Attention                                             ────────────────  20 new
                                                                                                      1:00
              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V




































              Space show answer  → one point  ? help  q quit  L 中文  s suspend  M mode  b bury
> Space
              Transformer › Attention                                             ────────────────  20 new

              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V
              ────────────────────────────────────────────────────────────────────────────────────────────
              Every query is compared with every key; a softmax turns the scaled scores into weights, and
              the output is the weighted mean of the values: softmax(QKᵀ/√dₖ)V.

              ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape n × dₖ, and
                V = X W_V of shape n × dᵥ.

              ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query i matches key j.

              ▪ Weights: The softmax runs over the keys, so each query has non-negative weights that sum
                to 1.

              ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the values, with
                weights that depend on the input.

              ▪ Roles: A query says what a token looks for, a key what it is found by, and a value what it
                hands over.

              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

              + 1 bonus · 3 mistakes · 2 follow-ups












              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 9d
              Space more  t tick by digit  ? help  q quit  L 中文  s suspend  b bury  : all actions
> Space
              Transformer › Attention                                             ────────────────  20 new

              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V
              ────────────────────────────────────────────────────────────────────────────── 1–33 of 36 ──
              Every query is compared with every key; a softmax turns the scaled scores into weights, and              ┃
              the output is the weighted mean of the values: softmax(QKᵀ/√dₖ)V.                                        ┃
                                                                                                                       ┃
              ▪ Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape n × dₖ, and                      ┃
                V = X W_V of shape n × dᵥ.                                                                             ┃
              ▪ Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query i matches key j.             ┃
              ▪ Weights: The softmax runs over the keys, so each query has non-negative weights that sum               ┃
                to 1.                                                                                                  ┃
              ▪ Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the values, with                  ┃
                weights that depend on the input.                                                                      ┃
              ▪ Roles: A query says what a token looks for, a key what it is found by, and a value what it             ┃
                hands over.                                                                                            ┃
                                                                                                                       ┃
              ┊ X ─┬─ W_Q ─ Q ─┐                                                                                       ┃
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐                                                         ┃
              ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V                                            ┃
                                                                                                                       ┃
              Bonus:                                                                                                   ┃
                                                                                                                       ┃
              ▪ Equivariance: Without positions and masks, permuting the tokens permutes the outputs in                ┃
                the same way.                                                                                          ┃
                                                                                                                       ┃
              Mistakes:                                                                                                ┃
                                                                                                                       ┃
              ▪ The softmax normalises over the queries, so the weights that each key receives sum to 1. →             ┃
                It normalises over the keys; otherwise the weights of a query would not sum to 1.                      ┃
              ▪ Keys and values come from the same input, so both must have the same width. → Only queries             ┃
                and keys must match; dᵥ is free.                                                                       ┃
              ▪ Each row of the output is the value of the token with the largest weight. → It is a                    ┃
                weighted mean of all values.                                                                           ┃
                                                                                                                       │
              Sources: Vaswani et al. 2017, §3.2.1.                                                                    │
                                                                                                                       │

              1 Again 1m    2 Hard 6m    3 Good 10m    4 Easy 9d
              Space page  t tick by digit  + more  ? help  q quit  L 中文  s suspend  b bury  N your note
> t 1
              Transformer › Attention                                             ────────────────  20 new

              Walk through scaled dot-product attention: shapes, formula, meaning of Q, K and V
              ──────────────────────────────────────────────────────────────── 1 of 5 said · 1–33 of 37 ──
              Every query is compared with every key; a softmax turns the scaled scores into weights, and              ┃
              the output is the weighted mean of the values: softmax(QKᵀ/√dₖ)V.                                        ┃
                                                                                                                       ┃
              1[x] Projections: Inputs X ∈ ℝ^(n×d) give Q = X W_Q and K = X W_K of shape n × dₖ, and                   ┃
                   V = X W_V of shape n × dᵥ.                                                                          ┃
              2[ ] Scores: S = QKᵀ/√dₖ has shape n × n; its entry (i, j) says how well query i matches                 ┃
                   key j.                                                                                              ┃
              3[ ] Weights: The softmax runs over the keys, so each query has non-negative weights that                ┃
                   sum to 1.                                                                                           ┃
              4[ ] Output: softmax(S)V has shape n × dᵥ; each row is a weighted mean of the values, with               ┃
                   weights that depend on the input.                                                                   ┃
              5[ ] Roles: A query says what a token looks for, a key what it is found by, and a value                  ┃
                   what it hands over.                                                                                 ┃
                                                                                                                       ┃
              ┊ X ─┬─ W_Q ─ Q ─┐                                                                                       ┃
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐                                                         ┃
              ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V                                            ┃
                                                                                                                       ┃
              Bonus:                                                                                                   ┃
                                                                                                                       ┃
              ▪ Equivariance: Without positions and masks, permuting the tokens permutes the outputs in                ┃
                the same way.                                                                                          ┃
                                                                                                                       ┃
              Mistakes:                                                                                                ┃
                                                                                                                       ┃
              ▪ The softmax normalises over the queries, so the weights that each key receives sum to 1. →             ┃
                It normalises over the keys; otherwise the weights of a query would not sum to 1.                      ┃
              ▪ Keys and values come from the same input, so both must have the same width. → Only queries             ┃
                and keys must match; dᵥ is free.                                                                       ┃
              ▪ Each row of the output is the value of the token with the largest weight. → It is a                    │
                weighted mean of all values.                                                                           │
                                                                                                                       │
              Sources: Vaswani et al. 2017, §3.2.1.                                                                    │

              › Again 1m     Hard 6m     Good 10m     Easy 9d
              t done ticking  Enter accept grade  ? help  q back  : all actions
