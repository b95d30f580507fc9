size 120x40
lang en
> i
              Mock interview                                                                    2026-11-22
              3:00 for each question · 23 cards to draw from

              > Questions                                                                           ← 10 →
                Minutes                                                                               30
                [x] Deep learning interview basics                                                    23 ▾
                    [x] Optimisation and training                                                      6
                    [x] Regularisation and normalisation                                               2
                    [x] Convolutional networks                                                         7
                    [x] Recurrent networks                                                             5
                    [x] Deep belief networks and where deep learning fits                              3




























              Enter start  Space choose  ? help  → more, open  q back  ← fewer, close  : all actions
> Left x7 Up Down Down Down Space Right 
              Mock interview                                                                    2026-11-22
              10:00 for each question · 17 cards to draw from

                Questions                                                                              3
                Minutes                                                                               30
                [-] Deep learning interview basics                                                    23 ▾
              >     [ ] Optimisation and training                                                      6
                    [x] Regularisation and normalisation                                               2
                    [x] Convolutional networks                                                         7
                    [x] Recurrent networks                                                             5
                    [x] Deep belief networks and where deep learning fits                              3




























              Enter start  Space choose  ? help  → more, open  q back  ← fewer, close  : all actions
> Home Enter
              Mock interview · Question 1 of 3                                     0:00/10:00 · 30:00 left

              What are the advantages of CNNs?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 no idea    2 unsure    3 fairly sure    4 sure
              ? help  u undo  Esc end the round  L 中文  : all actions
> +75s
              Mock interview · Question 1 of 3                                     1:15/10:00 · 28:45 left

              What are the advantages of CNNs?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 no idea    2 unsure    3 fairly sure    4 sure
              ? help  u undo  Esc end the round  L 中文  : all actions
> 4 +100s
              Question 2 of 3 · follow-up                                          1:40/10:00 · 27:03 left

              What are the common problems of CNNs, and how are they solved?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 no idea    2 unsure    3 fairly sure    4 sure
              ? help  u undo  Esc end the round  L 中文  : all actions
> 4 u
              Question 2 of 3 · follow-up                                          1:42/10:00 · 26:59 left

              What are the common problems of CNNs, and how are they solved?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 no idea    2 unsure    3 fairly sure    4 sure
              Taken back. How sure are you?
> 1 +1900s
              Mock interview · Question 3 of 3                                    31:40/10:00 · time is up

              Why were RNNs introduced, and how do they work?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 no idea    2 unsure    3 fairly sure    4 sure
              ? help  u undo  Esc end the round  L 中文  : all actions
> 2
              Grading 1 of 3                                                                   sure · 1:17

              What are the advantages of CNNs?
              ────────────────────────────────────────────────────── 0 of 7 points · tick what you said ──
              Local connections, weight sharing, downsampling and depth let a CNN exploit the spatial
              structure of images with far fewer parameters, learn features from low to high level end to
              end, and tolerate small shifts well.
              > [ ]  Local perception: Neighbouring pixels are strongly related and distant ones weakly,
                     so units first look at local regions and higher layers gather them into global
                     information.
                [ ]  Weight sharing: A kernel uses the same parameters at every position, because a
                     detector useful in one place is often useful elsewhere. One kernel extracts only one
                     kind of pattern, so each layer has many kernels, producing many channels.
                [ ]  Downsampling: Pooling (max pooling, average pooling) or strided convolution lowers
                     the resolution, cuts later computation and enlarges the receptive field.
                [ ]  Hierarchical features: Shallow layers learn edges and colours, middle layers textures
                     and parts, deep layers objects, matching the way images are built from parts.
                [ ]  Robust to shifts: Convolution is equivariant to translation, and with pooling the
                     result is approximately invariant to small shifts. It is not inherently invariant to
                     rotation, scaling or shear; that takes data augmentation or special architectures.
                [ ]  End-to-end learning: Features and classifier are learned together by backpropagation,
                     with no hand-crafted features, and the learned features transfer to other tasks.
                [ ]  Suits the hardware: Convolution reduces to matrix multiplication and parallelises
                     well on GPUs; without fully connected layers (or with global pooling before them)
                     inputs of different sizes are accepted.













              1 Again    2 Hard    3 Good    4 Easy
              Space tick  Enter accept  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> Space j Space
              Grading 1 of 3                                                                   sure · 1:17

              What are the advantages of CNNs?
              ────────────────────────────────────────────────────────── 2 of 7 points · suggests Again ──
              Local connections, weight sharing, downsampling and depth let a CNN exploit the spatial
              structure of images with far fewer parameters, learn features from low to high level end to
              end, and tolerate small shifts well.
                [x]  Local perception: Neighbouring pixels are strongly related and distant ones weakly,
                     so units first look at local regions and higher layers gather them into global
                     information.
                [ ]  Weight sharing: A kernel uses the same parameters at every position, because a
                     detector useful in one place is often useful elsewhere. One kernel extracts only one
                     kind of pattern, so each layer has many kernels, producing many channels.
                [x]  Downsampling: Pooling (max pooling, average pooling) or strided convolution lowers
                     the resolution, cuts later computation and enlarges the receptive field.
              > [ ]  Hierarchical features: Shallow layers learn edges and colours, middle layers textures
                     and parts, deep layers objects, matching the way images are built from parts.
                [ ]  Robust to shifts: Convolution is equivariant to translation, and with pooling the
                     result is approximately invariant to small shifts. It is not inherently invariant to
                     rotation, scaling or shear; that takes data augmentation or special architectures.
                [ ]  End-to-end learning: Features and classifier are learned together by backpropagation,
                     with no hand-crafted features, and the learned features transfer to other tasks.
                [ ]  Suits the hardware: Convolution reduces to matrix multiplication and parallelises
                     well on GPUs; without fully connected layers (or with global pooling before them)
                     inputs of different sizes are accepted.













              1 Again*    2 Hard    3 Good    4 Easy
              Space tick  Enter accept  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> a Enter
              Grading 2 of 3                                                                no idea · 1:44

              What are the common problems of CNNs, and how are they solved?
              ────────────────────────────────────────────────────── 0 of 7 points · tick what you said ──
              Three kinds mainly: vanishing gradients and degradation in deep networks, met with ReLU,
              proper initialisation, normalisation and residual connections; overfitting, met with data
              and regularisation; and optimisation settings, met by tuning learning rate, batch size and
              the like.
              > [ ]  Vanishing and exploding gradients: The gradient is a product of many Jacobians, and
                     the sigmoid saturates and its derivative never exceeds 0.25. Use ReLU and its
                     relatives (Leaky ReLU avoids "dead" units), He initialisation, batch normalisation
                     and residual connections; for explosion add gradient clipping.
                [ ]  A wrong remedy: A larger learning rate does not cure vanishing gradients: it scales
                     the steps of all layers alike, so the ratio between shallow and deep layers stays the
                     same and deep layers may diverge first. Fewer layers avoid the problem but give up
                     expressive power.
                [ ]  Degradation: Making a plain network deeper can raise even the training error, so this
                     is not overfitting; residual connections make it easy for extra layers to become the
                     identity, so that networks of well over a hundred layers can be trained.
                [ ]  Overfitting and weight decay: Weight sharing is a structural prior that cuts the
                     number of parameters, but it does not replace regularisation. A CNN still has
                     millions of parameters or more, and weight decay, augmentation, dropout and early
                     stopping still help.
                [ ]  Optimisation settings: Learning rate, batch size, momentum and schedule must be tuned
                     together; SGD with momentum, warm-up and cosine decay is a common choice.
                [ ]  Limited invariance and robustness: Changes of rotation, scale or lighting and
                     adversarial perturbations can all cause errors; use augmentation, multi-scale
                     training or adversarial training.
                [ ]  Data and compute: With few labels, use transfer learning or self-supervised pre-
                     training; for constrained deployment, use depthwise separable convolution, pruning,
                     quantisation or distillation.







              1 Again    2 Hard    3 Good    4 Easy
              Space tick  Enter accept  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> 3
              Grading 3 of 3                                                                unsure · 30:00

              Why were RNNs introduced, and how do they work?
              ────────────────────────────────────────────────────── 0 of 6 points · tick what you said ──
              A feed-forward network treats inputs as independent samples of fixed length and cannot
              express their order. An RNN adds a hidden state that travels through time: at each step the
              new state is computed from the current input and the previous state, with the same
              parameters at every step, so sequences of any length can be processed.
              > [ ]  Motivation: In language, speech and time series, order and context carry meaning; a
                     feed-forward network has no memory and does not see earlier inputs.
                [ ]  Recurrent connection: The hidden state hₜ depends on the current input xₜ and on the
                     previous hₜ₋₁; it is a compressed summary of the past.
                [ ]  Weight sharing over time: All time steps use the same Wₓ and Wₕ, so the number of
                     parameters does not depend on the sequence length, and a rule learned at one step
                     applies at the others.
                [ ]  Unrolling: Unrolled in time, it is a feed-forward network whose layers share their
                     weights and which is as deep as the sequence is long.
                [ ]  Training: Backpropagation through time (BPTT): the gradient of a shared parameter is
                     the sum of the contributions of all time steps; long sequences are truncated to a
                     fixed number of steps.
                [ ]  Common forms: Many-to-one (classification), one-to-many (image captioning), many-to-
                     many (tagging, translation); layers can be stacked, and bidirectional RNNs use
                     context from both sides.

                hₜ = tanh(Wₓxₜ + Wₕhₜ₋₁ + b)

                yₜ = W_y hₜ + b_y











              1 Again    2 Hard    3 Good    4 Easy
              Space tick  Enter accept  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> u 1 4
              Mock interview · Report                                                           2026-11-22

              Score 67 %                                                              3 questions in 33:01

              By topic
                Convolutional networks                                           2 questions   1:30   50 %
                Recurrent networks                                                1 question  30:00  100 %

              Sure but wrong
                none

              Slow answers (over 10:00)
                Why were RNNs introduced, and how do they work?                                      30:00

              Study now
                What are the common problems of CNNs, and how are they solved?                       Again

              How sure, how right
                no idea                                                                  1 question    0 %
                unsure                                                                   1 question  100 %
                sure                                                                     1 question  100 %

              All answers
                What are the advantages of CNNs?                            7/7  sure         Easy    1:17
                What are the common problems of CNNs, and how are they solved?   no idea      Again   1:44
                Why were RNNs introduced, and how do they work?                  unsure       Easy   30:00













              e export  Enter study these  ? help  u undo  q back  : all actions
> End
              Mock interview · Report                                                           2026-11-22

              Score 67 %                                                              3 questions in 33:01

              By topic
                Convolutional networks                                           2 questions   1:30   50 %
                Recurrent networks                                                1 question  30:00  100 %

              Sure but wrong
                none

              Slow answers (over 10:00)
                Why were RNNs introduced, and how do they work?                                      30:00

              Study now
                What are the common problems of CNNs, and how are they solved?                       Again

              How sure, how right
                no idea                                                                  1 question    0 %
                unsure                                                                   1 question  100 %
                sure                                                                     1 question  100 %

              All answers
                What are the advantages of CNNs?                            7/7  sure         Easy    1:17
                What are the common problems of CNNs, and how are they solved?   no idea      Again   1:44
                Why were RNNs introduced, and how do they work?                  unsure       Easy   30:00













              e export  Enter study these  ? help  u undo  q back  : all actions
> e
              Mock interview · Report                                                           2026-11-22

              Score 67 %                                                              3 questions in 33:01

              By topic
                Convolutional networks                                           2 questions   1:30   50 %
                Recurrent networks                                                1 question  30:00  100 %

              Sure but wrong
                none

              Slow answers (over 10:00)
                Why were RNNs introduced, and how do they work?                                      30:00

              Study now
                What are the common problems of CNNs, and how are they solved?                       Again

              How sure, how right
                no idea                                                                  1 question    0 %
                unsure                                                                   1 question  100 %
                sure                                                                     1 question  100 %

              All answers
                What are the advantages of CNNs?                            7/7  sure         Easy    1:17
                What are the common problems of CNNs, and how are they solved?   no idea      Again   1:44
                Why were RNNs introduced, and how do they work?                  unsure       Easy   30:00













              e export  Enter study these  ? help  u undo  q back  : all actions
asks: WriteReport { name: "interview-2026-11-22", text: "# Mock interview · 2026-11-22\n\n**Score 67 %** · 3 questions in 33:01\n\n## By topic\n\n| Topic | Questions | Score | Time |\n|---|--:|--:|--:|\n| Convolutional networks | 2 | 50 % | 1:30 |\n| Recurrent networks | 1 | 100 % | 30:00 |\n\n## Sure but wrong\n\nnone\n\n## Slow answers (over 10:00)\n\n- Why were RNNs introduced, and how do they work? (30:00)\n\n## Study now\n\n- What are the common problems of CNNs, and how are they solved? (Again)\n\n## How sure, how right\n\n| Confidence | Questions | Score |\n|---|--:|--:|\n| no idea | 1 | 0 % |\n| unsure | 1 | 100 % |\n| sure | 1 | 100 % |\n\n## All answers\n\n| | Question | Grade | Confidence | Points | Time |\n|--:|---|---|---|--:|--:|\n| 1 | What are the advantages of CNNs? | Easy | sure | 7/7 | 1:17 |\n| 2 | What are the common problems of CNNs, and how are they solved? | Again | no idea |  | 1:44 |\n| 3 | Why were RNNs introduced, and how do they work? | Easy | unsure |  | 30:00 |\n" }
