size 40x12
lang zh
deck transformer
set mode choice
study
> Down
  Transformer 基…  已答 0 · 剩余 20 张
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么








  Space 显示答案  → 逐点显示  ? 帮助
> 1
  Transformer 基…  已答 0 · 剩余 20 张
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么








  Space 显示答案  → 逐点显示  ? 帮助
> 3
  Transformer 基…  已答 0 · 剩余 20 张
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么








  Space 显示答案  → 逐点显示  ? 帮助
> 2
  Transformer 基…  已答 0 · 剩余 20 张
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么








  Space 显示答案  → 逐点显示  ? 帮助
> Enter
  Transformer 基…  已答 0 · 剩余 20 张
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么
  ───────────── 第 1–6 行，共 42 行 ──
  每个查询与所有键比较，缩放后的分数经 ┃
  softmax 变成权重，输出是值的加权平   │
  均：softmax(QKᵀ/√dₖ)V。              │
                                       │
  ▪ 投影：输入 X ∈ ℝ^(n×d) 得到        │
    Q = X W_Q、K = X W_K，形状         │
  1 1分 2 6分 3 10分 4 9天
  ? 帮助  u 撤销  q 返回  L English
> u
  Transformer 基…  已答 0 · 剩余 20 张
  讲讲缩放点积注意力：各张量形状、公
  式，Q、K、V 各代表什么
  ───────────── 第 1–6 行，共 42 行 ──
  每个查询与所有键比较，缩放后的分数经 ┃
  softmax 变成权重，输出是值的加权平   │
  均：softmax(QKᵀ/√dₖ)V。              │
                                       │
  ▪ 投影：输入 X ∈ ℝ^(n×d) 得到        │
    Q = X W_Q、K = X W_K，形状         │
  1 1分 2 6分 3 10分 4 9天
  没有可撤销的操作。
> L
  Transformer › A… 已答 0 · 剩余 20 张
  Walk through scaled dot-product
  attention: shapes, formula, meaning
  of Q, K and V
  ───────────── 第 1–5 行，共 51 行 ──
  Every query is compared with every   ┃
  key; a softmax turns the scaled      │
  scores into weights, and the output  │
  is the weighted mean of the values:  │
  softmax(QKᵀ/√dₖ)V.                   │
  1 1分 2 6分 3 10分 4 9天
  ? 帮助  u 撤销  q 返回  L English
