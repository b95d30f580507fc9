size 80x24
lang zh
deck rag
set mode choice
study
> Down
  检索增强生成 › 系统                                ────────────────  20 新卡
                                                                          1:13
  画出 RAG 系统，说明每一步会出什么错




















  Space 显示答案  → 逐点显示  ? 帮助  q 返回  L English  s 暂停  M 提问方式
> 1
  检索增强生成 › 系统                                ────────────────  20 新卡
                                                                          1:11
  画出 RAG 系统，说明每一步会出什么错




















  Space 显示答案  → 逐点显示  ? 帮助  q 返回  L English  s 暂停  M 提问方式
> 3
  检索增强生成 › 系统                                ────────────────  20 新卡
                                                                          1:09
  画出 RAG 系统，说明每一步会出什么错




















  Space 显示答案  → 逐点显示  ? 帮助  q 返回  L English  s 暂停  M 提问方式
> 2
  检索增强生成 › 系统                                ────────────────  20 新卡
                                                                          1:07
  画出 RAG 系统，说明每一步会出什么错




















  Space 显示答案  → 逐点显示  ? 帮助  q 返回  L English  s 暂停  M 提问方式
> Enter
  检索增强生成 › 系统                                ────────────────  20 新卡

  画出 RAG 系统，说明每一步会出什么错
  ────────────────────────────────────────────────────────────────────────────
  文档事先切块、向量化、建索引；提问时检索、重排，把片段放进提示，由模型据此回
  答。每一步都可能把答案弄丢。

  ▪ 入库：解析时丢了表格、标题或扫描文字；内容不在索引里就检索不到。
  ▪ 检索：问题与片段用词不同、缺少过滤条件时，正确片段会排到截断位置之后。
  ▪ 重排：顺序更好，但增加延迟；差的重排器会把正确片段扔掉。
  ▪ 提示：片段太多会干扰模型，长上下文中间的内容更少被用到。
  ▪ 生成：模型不看片段、掺入自己的记忆，或者没有依据也硬答。

  ┊ text
  ┊ 文档 → 解析 → 切块 → 向量化 → 索引
  ┊                                │
  ┊ 问题 → 改写 → 检索 ────────────┘ → 重排 → 提示 → 模型 → 答案＋引用

  + 1 个加分项 · 2 个误区 · 1 个追问



  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 10天
  Space 良好  t 按数字勾选  + 展开更多  ? 帮助  q 返回  L English  s 暂停
> u
  检索增强生成 › 系统                                ────────────────  20 新卡

  画出 RAG 系统，说明每一步会出什么错
  ────────────────────────────────────────────────────────────────────────────
  文档事先切块、向量化、建索引；提问时检索、重排，把片段放进提示，由模型据此回
  答。每一步都可能把答案弄丢。

  ▪ 入库：解析时丢了表格、标题或扫描文字；内容不在索引里就检索不到。
  ▪ 检索：问题与片段用词不同、缺少过滤条件时，正确片段会排到截断位置之后。
  ▪ 重排：顺序更好，但增加延迟；差的重排器会把正确片段扔掉。
  ▪ 提示：片段太多会干扰模型，长上下文中间的内容更少被用到。
  ▪ 生成：模型不看片段、掺入自己的记忆，或者没有依据也硬答。

  ┊ text
  ┊ 文档 → 解析 → 切块 → 向量化 → 索引
  ┊                                │
  ┊ 问题 → 改写 → 检索 ────────────┘ → 重排 → 提示 → 模型 → 答案＋引用

  + 1 个加分项 · 2 个误区 · 1 个追问



  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 10天
  没有可撤销的操作。
> L
  Retrieval-augmented generation › The system        ────────────────  20 新卡

  Draw a RAG system and say what can go wrong at each step
  ──────────────────────────────────────────────────── 第 1–17 行，共 23 行 ──
  Documents are split, embedded and indexed ahead of time; at question time    ┃
  passages are retrieved, reranked and put into the prompt, and the model      ┃
  answers from them. Each step can lose the answer.                            ┃
                                                                               ┃
  ▪ Ingestion: Parsing drops tables, headings or scanned text; what is not in  ┃
    the index cannot be found.                                                 ┃
  ▪ Retrieval: Question and passage are worded differently, a filter is        ┃
    missing, or the right passage falls below the cut.                         ┃
  ▪ Reranking: Better order at a price in latency; a weak reranker can throw   ┃
    out the right passage.                                                     ┃
  ▪ Prompt: Too many passages distract, and those in the middle of a long      ┃
    context are used less.                                                     ┃
  ▪ Generation: The model ignores the passages, mixes in what it remembers, or ┃
    answers although nothing fits.                                             │
                                                                               │
  ┊ text                                                                       │
  ┊ documents → parse → chunk → embed → index                                  │

  1 重来 1分    2 困难 6分    3 良好 10分    4 简单 10天
  Space 翻页  t 按数字勾选  + 展开更多  ? 帮助  q 返回  L English  s 暂停
