size 80x24
lang en
> : w e l c o m e Enter
  backprop                             flashcards for deep-learning interviews

  > Your interview
                    type it: 12-8, 8 Dec, +10d; empty: no date

    Minutes a day   30

    Track           everything

    Your notes      later, or choose files

    Language        auto


  Enter starts: 23 cards, follow-ups open later.
  All of this can be changed later: press : and type a few letters.







  Enter start  Esc back
> 40x12
  backprop

  > Your interview
                    type it: 12-8, 8
                    Dec, +10d; empty:
                    no date
    Minutes a day   30
    Track           everything
    Your notes      later, or choose f
    Language        auto

  Enter start  Esc back
> 120x40
              backprop                                             flashcards for deep-learning interviews

              > Your interview
                                type it: 12-8, 8 Dec, +10d; empty: no date

                Minutes a day   30

                Track           everything

                Your notes      later, or choose files

                Language        auto


              Enter starts: 23 cards, follow-ups open later.
              All of this can be changed later: press : and type a few letters.























              Enter start  Esc back
> 200x60
                                                      backprop                                             flashcards for deep-learning interviews

                                                      > Your interview
                                                                        type it: 12-8, 8 Dec, +10d; empty: no date

                                                        Minutes a day   30

                                                        Track           everything

                                                        Your notes      later, or choose files

                                                        Language        auto


                                                      Enter starts: 23 cards, follow-ups open later.
                                                      All of this can be changed later: press : and type a few letters.











































                                                      Enter start  Esc back
> 80x24 =soon
  backprop                             flashcards for deep-learning interviews

  > Your interview  soon
                    “soon” is no day ahead. Like: 2026-12-08, 12-8, 8 Dec,
                    +10d, 2w, tomorrow, none.

    Minutes a day   30

    Track           everything

    Your notes      later, or choose files

    Language        auto


  Enter starts: 23 cards, follow-ups open later.
  All of this can be changed later: press : and type a few letters.






  Esc back
> Ctrl-u =+10d
  backprop                             flashcards for deep-learning interviews

  > Your interview  +10d
                    Interview in 10 days · 2026-12-02 Wed

    Minutes a day   30

    Track           everything

    Your notes      later, or choose files

    Language        auto


  Enter starts: 23 cards, follow-ups open later.
  All of this can be changed later: press : and type a few letters.







  Enter start  Esc back
> 40x12
  backprop

  > Your interview  +10d
                    Interview in 10
                    days · 2026-12-02
                    Wed
    Minutes a day   30
    Track           everything
    Your notes      later, or choose f
    Language        auto

  Enter start  Esc back
> 200x60
                                                      backprop                                             flashcards for deep-learning interviews

                                                      > Your interview  +10d
                                                                        Interview in 10 days · 2026-12-02 Wed

                                                        Minutes a day   30

                                                        Track           everything

                                                        Your notes      later, or choose files

                                                        Language        auto


                                                      Enter starts: 23 cards, follow-ups open later.
                                                      All of this can be changed later: press : and type a few letters.











































                                                      Enter start  Esc back
> 80x24 Down Down Right
  backprop                             flashcards for deep-learning interviews

    Your interview  +10d
                    Interview in 10 days · 2026-12-02 Wed

    Minutes a day   30

  > Track         ← llm →

    Your notes      later, or choose files

    Language        auto


  Enter starts: 14 cards, follow-ups open later.
  All of this can be changed later: press : and type a few letters.







  Enter start  Esc back
> Down Enter
  Import notes: a file or a folder
  >
  > this folder · 6 files, 101 questions
    ..
    old notes                                                           folder
    cnn.md                                                        12 questions
    面试 Transformer.md                                           84 questions
    essay.txt                                                     no questions
    all my cards.apkg                                         read when chosen














  Enter choose  Esc back
> 200x60 c n n
                                                      Import notes: a file or a folder
                                                      > cnn
                                                      > cnn.md                                                                        12 questions
























































                                                      Enter choose  Esc back
> 80x24 Enter
  Import notes                                                            done

  added     cnn.md → cnn: 12 cards (numbered)

  Enter studies these questions. Your file stays yours: edit it, and the cards
  follow.

















  Enter study them  q back  ? help  : all actions
> Esc
  backprop                             flashcards for deep-learning interviews

    Your interview  +10d
                    Interview in 10 days · 2026-12-02 Wed

    Minutes a day   30

    Track           llm

  > Your notes      12 questions of your own

    Language        auto


  Enter starts: 14 cards, follow-ups open later.
  All of this can be changed later: press : and type a few letters.







  Enter start  Esc back
> Down Enter
  Deep learning interview basics › Optimisation and … ────────────────  14 new
                                                                          1:20
  What is the idea of backpropagation?




















  Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode
> 200x60
                                                      Deep learning interview basics › Optimisation and training          ────────────────  14 new
                                                                                                                                              1:20
                                                      What is the idea of backpropagation?
























































                                                      Space show answer  → one point  ? help  q back  L 中文  s suspend  M mode  b bury
> 40x12
  Deep learning intervi… 1:20 · 14 new
  What is the idea of backpropagation?









  Space show answer  ? help  q back
> 80x24 Space
  Deep learning interview basics › Optimisation and … ────────────────  14 new

  What is the idea of backpropagation?
  ────────────────────────────────────────────────────────────── 1–17 of 18 ──
  Backpropagation is reverse-mode differentiation: the chain rule applied from ┃
  the loss backwards through the computation graph. One forward and one        ┃
  backward pass give the gradients of all parameters; changing the parameters  ┃
  is the optimiser's job.                                                      ┃
                                                                               ┃
  ▪ Forward pass: Compute zˡ = Wˡaˡ⁻¹ + bˡ and aˡ = f(zˡ) layer by layer, then ┃
    the loss, and keep what the backward pass will need.                       ┃
  ▪ Error signal: With δˡ = ∂L/∂zˡ, each layer follows from the next:          ┃
    δˡ = ((Wˡ⁺¹)ᵀδˡ⁺¹) ⊙ f′(zˡ).                                               ┃
  ▪ Parameter gradients: One example gives ∂L/∂Wˡ = δˡ(aˡ⁻¹)ᵀ and ∂L/∂bˡ = δˡ; ┃
    a batch adds or averages these outer products.                             ┃
  ▪ Shared parameters: The gradient of a parameter used in several places,     ┃
    such as a kernel or a recurrent matrix, is the sum over all of the places. ┃
  ▪ Cost: The backward pass costs about twice the forward pass however many    ┃
    parameters there are; finite differences need a forward pass for each      ┃
    parameter.                                                                 ┃
                                                                               │

  1 Again likely today    2 Hard 1d    3 Good 1d    4 Easy 4d
  Space page  t tick by digit  + more  ? help  q back  L 中文  s suspend
> 3
  Deep learning interview basics › Regularisation an… ━───────────────  15 new
                                                                          1:20
  Why does dropout reduce overfitting?




















  Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend
> 200x60
                                                      Deep learning interview basics › Regularisation and normalisation   ━───────────────  15 new
                                                                                                                                              1:20
                                                      Why does dropout reduce overfitting?
























































                                                      Space show answer  → one point  ? help  u undo  q back  L 中文  s suspend  M mode  b bury
