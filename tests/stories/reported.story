size 80x24
lang en
deck all
> : r e p o r t Enter Down Down Enter
  Questions asked                                     2 to record · 2 not sure

  >   3 What is dropout?                                                  sure
       1 [x] Why does dropout reduce overfitting?
             Deep learning interview basics · In every training step random u…
       2 [ ] Dropout: training, test, scaling, why it works
             Regularisation, normalisation, losses · In training each unit is…
       3 [ ] Where may dropout stand in a Transformer, and why do large langu…
             Transformer · On the output of each part before the addition, on…
       0 [ ] none of them: a new question in “My cards”
      4 How do you train embeddings?                                  not sure
      5 Why are RNNs hard to train?                                   not sure
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]






  Enter record  1 that card  0 none of them  ? help  q back  x leave out
> 40x12
  Questions asked          2 to record

  >   3 What is dropout?          sure ┃
       1 [x] Why does dropout reduce … ┃
             Deep learning interview … ┃
       2 [ ] Dropout: training, test,… ┃
             Regularisation, normalis… ┃
       3 [ ] Where may dropout stand … │
             Transformer · On the out… │
       0 [ ] none of them: a new ques… │
      4 How do you train emb… not sure │
  Enter record  1 that card  ? help
> 120x40
              Questions asked                                                     2 to record · 2 not sure

              >   3 What is dropout?                                                                  sure
                   1 [x] Why does dropout reduce overfitting?
                         Deep learning interview basics · In every training step random units are switche…
                   2 [ ] Dropout: training, test, scaling, why it works
                         Regularisation, normalisation, losses · In training each unit is zeroed with pro…
                   3 [ ] Where may dropout stand in a Transformer, and why do large language models drop …
                         Transformer · On the output of each part before the addition, on embeddings and …
                   0 [ ] none of them: a new question in “My cards”
                  4 How do you train embeddings?                                                  not sure
                  5 Why are RNNs hard to train?                                                   not sure
                  6 What did you do at the weekend?                                                    new

              Lines that are no questions
                line 7: Result: waiting
                line 8: [photo]






















              Enter record  1 that card  0 none of them  ? help  q back  x leave out  Tab next not sure
> 80x24 Tab
  Questions asked                                     2 to record · 2 not sure

      3 What is dropout?                                                  sure
       = Why does dropout reduce overfitting?
  >   4 How do you train embeddings?                                  not sure
       1 [ ] How are embedding models trained (contrastive, hard negatives, t…
             Retrieval-augmented generation · The contrastive loss −log e^(s(…
       2 [ ] GloVe, fastText, contextual embeddings: compare
             Sequence models and classic NLP · GloVe fits vectors to the loga…
       3 [ ] What do tied input and output embeddings save, and when are they…
             Transformer · The output layer reuses the transposed input embed…
       0 [ ] none of them: a new question in “My cards”
      5 Why are RNNs hard to train?                                   not sure
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]





  Enter record  1 that card  0 none of them  ? help  q back  x leave out
> 1
  Questions asked                                     3 to record · 1 not sure

      3 What is dropout?                                                  sure
       = Why does dropout reduce overfitting?
  >   4 How do you train embeddings?                                    chosen
       1 [x] How are embedding models trained (contrastive, hard negatives, t…
             Retrieval-augmented generation · The contrastive loss −log e^(s(…
       2 [ ] GloVe, fastText, contextual embeddings: compare
             Sequence models and classic NLP · GloVe fits vectors to the loga…
       3 [ ] What do tied input and output embeddings save, and when are they…
             Transformer · The output layer reuses the transposed input embed…
       0 [ ] none of them: a new question in “My cards”
      5 Why are RNNs hard to train?                                   not sure
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]





  Enter record  1 that card  0 none of them  ? help  u undo  q back
> 40x12
  Questions asked          3 to record

  >   4 How do you train        chosen │
        embeddings?                    ┃
       1 [x] How are embedding models… ┃
             Retrieval-augmented gene… ┃
       2 [ ] GloVe, fastText, context… ┃
             Sequence models and clas… ┃
       3 [ ] What do tied input and o… │
             Transformer · The output… │
       0 [ ] none of them: a new ques… │
  Enter record  1 that card  ? help
> 120x40
              Questions asked                                                     3 to record · 1 not sure

                  3 What is dropout?                                                                  sure
                   = Why does dropout reduce overfitting?
              >   4 How do you train embeddings?                                                    chosen
                   1 [x] How are embedding models trained (contrastive, hard negatives, temperature)?
                         Retrieval-augmented generation · The contrastive loss −log e^(s(q,p⁺)/τ)/(∑ₚ e^(…
                   2 [ ] GloVe, fastText, contextual embeddings: compare
                         Sequence models and classic NLP · GloVe fits vectors to the logarithms of co-occ…
                   3 [ ] What do tied input and output embeddings save, and when are they untied?
                         Transformer · The output layer reuses the transposed input embedding and saves o…
                   0 [ ] none of them: a new question in “My cards”
                  5 Why are RNNs hard to train?                                                   not sure
                  6 What did you do at the weekend?                                                    new

              Lines that are no questions
                line 7: Result: waiting
                line 8: [photo]





















              Enter record  1 that card  0 none of them  ? help  u undo  q back  x leave out
> 80x24 Tab 0 Up Up x
  Questions asked                                     3 to record · 1 left out

  >   3 What is dropout?                                              left out
       1 [ ] Why does dropout reduce overfitting?
             Deep learning interview basics · In every training step random u…
       2 [ ] Dropout: training, test, scaling, why it works
             Regularisation, normalisation, losses · In training each unit is…
       3 [ ] Where may dropout stand in a Transformer, and why do large langu…
             Transformer · On the output of each part before the addition, on…
       0 [ ] none of them: a new question in “My cards”
      4 How do you train embeddings?                                    chosen
       = How are embedding models trained (contrastive, hard negatives, tempe…
      5 Why are RNNs hard to train?                                        new
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]





  Enter record  1 that card  0 none of them  ? help  u undo  q back
> Esc
  Questions asked                                     3 to record · 1 left out

  >   3 What is dropout?                                              left out
       1 [ ] Why does dropout reduce overfitting?
             Deep learning interview basics · In every training step random u…
       2 [ ] Dropout: training, test, scaling, why it works
             Regularisation, normalisation, losses · In training each unit is…
       3 [ ] Where may dropout stand in a Transformer, and why do large langu…
             Transformer · On the output of each part before the addition, on…
       0 [ ] none of them: a new question in “My cards”
      4 How do you train embeddings?                                    chosen
       = How are embedding models trained (contrastive, hard negatives, tempe…
      5 Why are RNNs hard to train?                                        new
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]




  Nothing is recorded yet, and your choices would be lost. The same key again
  leaves; Enter records.
> Down 2 u
  Questions asked                                     3 to record · 1 left out

      3 What is dropout?                                              left out
  >   4 How do you train embeddings?                                    chosen
       1 [x] How are embedding models trained (contrastive, hard negatives, t…
             Retrieval-augmented generation · The contrastive loss −log e^(s(…
       2 [ ] GloVe, fastText, contextual embeddings: compare
             Sequence models and classic NLP · GloVe fits vectors to the loga…
       3 [ ] What do tied input and output embeddings save, and when are they…
             Transformer · The output layer reuses the transposed input embed…
       0 [ ] none of them: a new question in “My cards”
      5 Why are RNNs hard to train?                                        new
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]






  Enter record  1 that card  0 none of them  ? help  u undo  q back  U redo
> Enter
  Questions asked                                                     recorded

  What was asked weighs more from now on. The next date: press : and type
  welcome, or p at home.

      3 What is dropout?                                              left out
  >   4 How do you train embeddings?                                    chosen
       1 [x] How are embedding models trained (contrastive, hard negatives, t…
             Retrieval-augmented generation · The contrastive loss −log e^(s(…
       2 [ ] GloVe, fastText, contextual embeddings: compare
             Sequence models and classic NLP · GloVe fits vectors to the loga…
       3 [ ] What do tied input and output embeddings save, and when are they…
             Transformer · The output layer reuses the transposed input embed…
       0 [ ] none of them: a new question in “My cards”
      5 Why are RNNs hard to train?                                        new
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]


  3 recorded as asked, 2 of them new questions in “My cards”. u takes it all
  back.
> 40x12
  Questions asked             recorded

  >   4 How do you train        chosen │
        embeddings?                    │
       1 [x] How are embedding models… ┃
             Retrieval-augmented gene… ┃
       2 [ ] GloVe, fastText, context… ┃
             Sequence models and clas… ┃
       3 [ ] What do tied input and o… │
  3 recorded as asked, 2 of them new
  questions in “My cards”. u takes it
  all back.
> 80x24 1 x u
  Questions asked                                     3 to record · 1 left out

      3 What is dropout?                                              left out
  >   4 How do you train embeddings?                                    chosen
       1 [x] How are embedding models trained (contrastive, hard negatives, t…
             Retrieval-augmented generation · The contrastive loss −log e^(s(…
       2 [ ] GloVe, fastText, contextual embeddings: compare
             Sequence models and classic NLP · GloVe fits vectors to the loga…
       3 [ ] What do tied input and output embeddings save, and when are they…
             Transformer · The output layer reuses the transposed input embed…
       0 [ ] none of them: a new question in “My cards”
      5 Why are RNNs hard to train?                                        new
      6 What did you do at the weekend?                                    new

  Lines that are no questions
    line 7: Result: waiting
    line 8: [photo]





  Undone: interview report · How are embedding models trained (contrastive,
  hard negatives, temperature)?
> Enter Esc
  backprop                                                      2026-11-22 Sun

  Ready today  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%

  Today        20 new   about 37 min

    deck                                   ready                  today  cards
  > All decks                                                 0%     20    489
    Deep learning interview basics                            0%     20     23
    Transformer                                               0%     20     30
    How large language models are made                        0%     20     30
    Inference and serving                                     0%     20     29
    Fine-tuning                                               0%     20     20
    Reinforcement learning, alignment, re…                    0%     20     30
    ▸ 14 more decks



  Press Enter to start. Answer aloud, reveal, grade yourself. Grades save
  instantly; u undoes.
  b browse & edit · L 中文 · : all actions · ? keys
  Add notes: press : and type import · try them first: backprop study NOTES.md

  Enter study  a study all  p plan  ? help  b browse  i mock interview  q quit
