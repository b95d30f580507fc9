size 40x12
lang zh
deck rag
set mode choice
study
> Down
  检索增强生成 › 系统   1:13 · 20 新卡
  画出 RAG 系统，说明每一步会出什么错









  Space 显示答案  → 逐点显示  ? 帮助
> 1
  检索增强生成 › 系统   1:11 · 20 新卡
  画出 RAG 系统，说明每一步会出什么错









  Space 显示答案  → 逐点显示  ? 帮助
> 3
  检索增强生成 › 系统   1:09 · 20 新卡
  画出 RAG 系统，说明每一步会出什么错









  Space 显示答案  → 逐点显示  ? 帮助
> 2
  检索增强生成 › 系统   1:07 · 20 新卡
  画出 RAG 系统，说明每一步会出什么错









  Space 显示答案  → 逐点显示  ? 帮助
> Enter
  检索增强生成 › 系统          20 新卡
  画出 RAG 系统，说明每一步会出什么错
  ───────────── 第 1–7 行，共 24 行 ──
  文档事先切块、向量化、建索引；提问时 ┃
  检索、重排，把片段放进提示，由模型据 ┃
  此回答。每一步都可能把答案弄丢。     │
                                       │
  ▪ 入库：解析时丢了表格、标题或扫描文 │
    字；内容不在索引里就检索不到。     │
  ▪ 检索：问题与片段用词不同、缺少过滤 │
  1 重来  2 困难  3 良好  4 简单
  Space 翻页  t 按数字勾选  ? 帮助
> u
  检索增强生成 › 系统          20 新卡
  画出 RAG 系统，说明每一步会出什么错
  ───────────── 第 1–7 行，共 24 行 ──
  文档事先切块、向量化、建索引；提问时 ┃
  检索、重排，把片段放进提示，由模型据 ┃
  此回答。每一步都可能把答案弄丢。     │
                                       │
  ▪ 入库：解析时丢了表格、标题或扫描文 │
    字；内容不在索引里就检索不到。     │
  ▪ 检索：问题与片段用词不同、缺少过滤 │
  1 重来  2 困难  3 良好  4 简单
  没有可撤销的操作。
> L
  Retrieval-augmented generat… 20 新卡
  Draw a RAG system and say what can
  go wrong at each step
  ───────────── 第 1–6 行，共 38 行 ──
  Documents are split, embedded and    ┃
  indexed ahead of time; at question   │
  time passages are retrieved,         │
  reranked and put into the prompt,    │
  and the model answers from them.     │
  Each step can lose the answer.       │
  1 重来  2 困难  3 良好  4 简单
  Space 翻页  t 按数字勾选  ? 帮助
