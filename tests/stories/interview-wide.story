size 120x40
lang en
> i
              Mock interview                                                                    2026-11-22
              3:00 for each question · from 48 cards, 25 of them follow-ups

              > Questions                                                                           ← 10 →
                Minutes                                                                               30
                [x] Deep learning interview basics                                                    48 ▾
                    [x] Optimisation and training                                                     13
                    [x] Regularisation and normalisation                                               5
                    [x] Convolutional networks                                                        14
                    [x] Recurrent networks                                                            10
                    [x] Deep belief networks and where deep learning fits                              6




























              Enter start  ? help  → more, open  q back  ← fewer, close  : all actions
> Left x7 Up Down Down Down Space Right 
              Mock interview                                                                    2026-11-22
              10:00 for each question · from 35 cards, 18 of them follow-ups

                Questions                                                                              3
                Minutes                                                                               30
                [-] Deep learning interview basics                                                    48 ▾
              >     [ ] Optimisation and training                                                     13
                    [x] Regularisation and normalisation                                               5
                    [x] Convolutional networks                                                        14
                    [x] Recurrent networks                                                            10
                    [x] Deep belief networks and where deep learning fits                              6




























              Enter start  Space choose  ? help  q back  ← fewer, close  : all actions
> Home Enter
              Mock interview · Question 1 of 3                                     0:00/10:00 · 30:00 left

              Why were CNNs introduced?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 No idea    2 Unsure    3 Likely    4 Sure
              ? help  Esc end the round  L 中文  : all actions
> +75s
              Mock interview · Question 1 of 3                                     1:15/10:00 · 28:45 left

              Why were CNNs introduced?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 No idea    2 Unsure    3 Likely    4 Sure
              ? help  Esc end the round  L 中文  : all actions
> 4 +100s
              Question 2 of 3 · follow-up                                          1:40/10:00 · 27:03 left

              Follow-up to: Why were CNNs introduced?
              When is the assumption wrong?

              Answer aloud, then say how sure you are. The answers come after the last question.
































              1 No idea    2 Unsure    3 Likely    4 Sure
              ? help  u undo  Esc end the round  L 中文  : all actions
> 4 u
              Question 2 of 3 · follow-up                                          1:42/10:00 · 26:59 left

              Follow-up to: Why were CNNs introduced?
              When is the assumption wrong?

              Answer aloud, then say how sure you are. The answers come after the last question.
































              1 No idea    2 Unsure    3 Likely    4 Sure
              Undone. How sure are you?
> 1 +1900s
              Mock interview · Question 3 of 3                                    31:40/10:00 · time is up

              What are the common problems of CNNs, and how are they solved?

              Answer aloud, then say how sure you are. The answers come after the last question.

































              1 No idea    2 Unsure    3 Likely    4 Sure
              ? help  u undo  Esc end the round  L 中文  : all actions
> 2
              Grading 1 of 3                                                                   Sure · 1:17

              Why were CNNs introduced?
              ────────────────────────────────────────────────────── 0 of 5 points · tick what you said ──
              On images fully connected layers need far too many weights and do not know which pixels are
              neighbours. A CNN builds in that patterns are local and may occur anywhere: small kernels,
              shared by all positions.
              > [ ]  Explosion: A dense layer on an image needs a weight for every input and unit: about
                     150 million for 1,000 units on a 224 × 224 RGB image.
                [ ]  Kernels: The weights of a convolution do not depend on the size of the image: 64
                     kernels of 3 × 3 over three channels have 1,728 weights and 64 biases.
                [ ]  Structure: Flattened pixels have no neighbours: with one fixed shuffle of all of them
                     a dense layer faces the same problem.
                [ ]  Windows: Edges, textures and corners lie in small neighbourhoods, so a unit needs to
                     see only a small window.
                [ ]  Layout: The output of a convolution is again a feature map that keeps positions, and
                     stacked layers see ever larger parts of the image.

              Mistakes:

              ▪ A CNN does better on images because it can represent more functions than a dense layer. →
                It represents less than a dense layer of the same size; the restriction suits images, so
                fewer data are enough.
              ▪ After flattening, a dense layer still knows which pixels were neighbours. → The same
                shuffle of all pixels would give it the very same problem.
              ▪ A convolution layer has as many weights as the image has pixels. → Its weights are those
                of its kernels, whatever the size of the image.











              1 Again    2 Hard    3 Good    4 Easy
              Space tick  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> Space j Space
              Grading 1 of 3                                                                   Sure · 1:17

              Why were CNNs introduced?
              ────────────────────────────────────────────────────────── 2 of 5 points · suggests Again ──
              On images fully connected layers need far too many weights and do not know which pixels are
              neighbours. A CNN builds in that patterns are local and may occur anywhere: small kernels,
              shared by all positions.
                [x]  Explosion: A dense layer on an image needs a weight for every input and unit: about
                     150 million for 1,000 units on a 224 × 224 RGB image.
                [ ]  Kernels: The weights of a convolution do not depend on the size of the image: 64
                     kernels of 3 × 3 over three channels have 1,728 weights and 64 biases.
                [x]  Structure: Flattened pixels have no neighbours: with one fixed shuffle of all of them
                     a dense layer faces the same problem.
              > [ ]  Windows: Edges, textures and corners lie in small neighbourhoods, so a unit needs to
                     see only a small window.
                [ ]  Layout: The output of a convolution is again a feature map that keeps positions, and
                     stacked layers see ever larger parts of the image.

              Mistakes:

              ▪ A CNN does better on images because it can represent more functions than a dense layer. →
                It represents less than a dense layer of the same size; the restriction suits images, so
                fewer data are enough.
              ▪ After flattening, a dense layer still knows which pixels were neighbours. → The same
                shuffle of all pixels would give it the very same problem.
              ▪ A convolution layer has as many weights as the image has pixels. → Its weights are those
                of its kernels, whatever the size of the image.











              1 Again*    2 Hard    3 Good    4 Easy
              Space tick  Enter accept  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> a Enter
              Grading 2 of 3                                                                No idea · 1:44

              Follow-up to: Why were CNNs introduced?
              When is the assumption wrong?
              ───────────────────────────────── Deep learning interview basics › Convolutional networks ──
              Where neighbours say nothing about each other, as the columns of a table, or where the place
              itself carries the meaning, as in aligned faces.































              1 Again    2 Hard    3 Good    4 Easy
              ? help  u undo  Esc grade later  L 中文  : all actions
> 3
              Grading 3 of 3                                                                Unsure · 30:00

              What are the common problems of CNNs, and how are they solved?
              ────────────────────────────────────────────────────── 0 of 5 points · tick what you said ──
              Deep ones are hard to optimise, all overfit small data, and none is robust to changes it has
              not seen. The answers are residuals and normalisation, data and regularisation, augmentation
              and adversarial training.
              > [ ]  Optimisation: Only ReLU, suitable initialisation, normalisation and residual
                     connections together made more than a hundred layers trainable.
                [ ]  Not the rate: A larger learning rate does not cure vanishing gradients: it scales all
                     layers alike, so early ones stay as far behind.
                [ ]  Overfitting: Sharing saves weights but does not replace regularisation; millions
                     remain, and weight decay and augmentation go on helping.
                [ ]  Robustness: Noise, blur, weather and tiny adversarial changes cause errors;
                     augmentation and adversarial training help in part.
                [ ]  Shortcuts: CNNs trained on ImageNet lean on texture more than on shape, so another
                     style misleads them.

              Bonus:

              ▪ Devices: Depthwise separable layers, quantisation, distillation and pruning cut the cost
                of inference.
              ▪ Few labels: Pre-trained weights, supervised or self-supervised, are the first remedy.

              Mistakes:

              ▪ Vanishing gradients in a deep CNN are cured by smaller initial weights. → Each layer
                multiplies by its weights, so smaller ones shrink gradients further; residuals and
                normalisation help.
              ▪ Weight sharing is a regulariser, so weight decay can go. → Fewer weights are not small
                weights; networks trained without decay usually test worse.
              ▪ CNNs trained on ImageNet recognise objects by shape more than by texture. → They lean on
                texture more, so another style misleads them.





              1 Again    2 Hard    3 Good    4 Easy
              Space tick  ? help  u undo  Esc grade later  a tick all  L 中文  : all actions
> u 1 4
              Mock interview · Report                                                           2026-11-22

              Score 67%                                                               3 questions in 33:01

              By topic
                Convolutional networks                                           3 questions  11:00    67%

              Sure but wrong
                none

              Slow answers (over 10:00)
                What are the common problems of CNNs, and how are they solved?                       30:00

              Study now
                When is the assumption wrong?                                                        Again

              How sure, how right
                No idea                                                                  1 question     0%
                Unsure                                                                   1 question   100%
                Sure                                                                     1 question   100%

              All answers
                Why were CNNs introduced?                                       5/5  Sure     Easy    1:17
                When is the assumption wrong?                                        No idea  Again   1:44
                What are the common problems of CNNs, and how are they solved?       Unsure   Easy   30:00














              e export  Enter study these  ? help  u undo  q back  : all actions
> End
              Mock interview · Report                                                           2026-11-22

              Score 67%                                                               3 questions in 33:01

              By topic
                Convolutional networks                                           3 questions  11:00    67%

              Sure but wrong
                none

              Slow answers (over 10:00)
                What are the common problems of CNNs, and how are they solved?                       30:00

              Study now
                When is the assumption wrong?                                                        Again

              How sure, how right
                No idea                                                                  1 question     0%
                Unsure                                                                   1 question   100%
                Sure                                                                     1 question   100%

              All answers
                Why were CNNs introduced?                                       5/5  Sure     Easy    1:17
                When is the assumption wrong?                                        No idea  Again   1:44
                What are the common problems of CNNs, and how are they solved?       Unsure   Easy   30:00














              e export  Enter study these  ? help  u undo  q back  : all actions
> e
              Mock interview · Report                                                           2026-11-22

              Score 67%                                                               3 questions in 33:01

              By topic
                Convolutional networks                                           3 questions  11:00    67%

              Sure but wrong
                none

              Slow answers (over 10:00)
                What are the common problems of CNNs, and how are they solved?                       30:00

              Study now
                When is the assumption wrong?                                                        Again

              How sure, how right
                No idea                                                                  1 question     0%
                Unsure                                                                   1 question   100%
                Sure                                                                     1 question   100%

              All answers
                Why were CNNs introduced?                                       5/5  Sure     Easy    1:17
                When is the assumption wrong?                                        No idea  Again   1:44
                What are the common problems of CNNs, and how are they solved?       Unsure   Easy   30:00














              e export  Enter study these  ? help  u undo  q back  : all actions
asks: WriteReport { name: "interview-2026-11-22", text: "# Mock interview · 2026-11-22\n\n**Score 67%** · 3 questions in 33:01\n\n## By topic\n\n| Topic | Questions | Score | Time |\n|---|--:|--:|--:|\n| Convolutional networks | 3 | 67% | 11:00 |\n\n## Sure but wrong\n\nnone\n\n## Slow answers (over 10:00)\n\n- What are the common problems of CNNs, and how are they solved? (30:00)\n\n## Study now\n\n- When is the assumption wrong? (Again)\n\n## How sure, how right\n\n| Confidence | Questions | Score |\n|---|--:|--:|\n| No idea | 1 | 0% |\n| Unsure | 1 | 100% |\n| Sure | 1 | 100% |\n\n## All answers\n\n| | Question | Grade | Confidence | Points | Time |\n|--:|---|---|---|--:|--:|\n| 1 | Why were CNNs introduced? | Easy | Sure | 5/5 | 1:17 |\n| 2 | When is the assumption wrong? | Again | No idea |  | 1:44 |\n| 3 | What are the common problems of CNNs, and how are they solved? | Easy | Unsure |  | 30:00 |\n" }
