size 120x40
lang zh
deck transformer
set mode choice
study
> Down
              Transformer 基础 › 注意力                                                已答 0 · 剩余 20 张

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么




































              Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑
> 1
              Transformer 基础 › 注意力                                                已答 0 · 剩余 20 张

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么




































              Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑
> 3
              Transformer 基础 › 注意力                                                已答 0 · 剩余 20 张

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么




































              Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑
> 2
              Transformer 基础 › 注意力                                                已答 0 · 剩余 20 张

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么




































              Space 显示答案  → 逐点显示  ? 帮助  u 撤销  q 返回  L English  s 暂停  M 提问方式  e 编辑
> Enter
              Transformer 基础 › 注意力                                                已答 0 · 剩余 20 张

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么
              ────────────────────────────────────────────────────────────────────────────────────────────
              每个查询与所有键比较，缩放后的分数经 softmax 变成权重，输出是值的加权平均：
              softmax(QKᵀ/√dₖ)V。

              ▪ 投影：输入 X ∈ ℝ^(n×d) 得到 Q = X W_Q、K = X W_K，形状 n × dₖ，以及 V = X W_V，形状
                n × dᵥ。
              ▪ 分数：S = QKᵀ/√dₖ 的形状是 n × n，元素 (i, j) 表示查询 i 与键 j 的匹配程度。
              ▪ 权重：softmax 沿键的方向做，所以每个查询的权重非负、和为 1。
              ▪ 输出：softmax(S)V 的形状是 n × dᵥ，每一行是值的加权平均，权重由输入算出。
              ▪ 含义：查询表示这个词元在找什么，键表示凭什么被找到，值是被找到后交出的内容。

              ┊ text
              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ 掩码 ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ 权重 · V

              加分：

              ▪ 等变性：没有位置编码和掩码时，打乱词元的顺序，输出只会跟着同样地打乱。

              误区：

              ▪ softmax 沿查询的方向归一化。→ 应沿键的方向，否则一个查询的权重和不为 1。
              ▪ 键和值的维度必须相同。→ 只有查询和键要一致，dᵥ 可以另定。

              来源：Vaswani et al. 2017，§3.2.1。









              1 重来 1分    2 困难 6分    3 良好 10分    4 简单 9天
              ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑  : 全部操作
> u
              Transformer 基础 › 注意力                                                已答 0 · 剩余 20 张

              讲讲缩放点积注意力：各张量形状、公式，Q、K、V 各代表什么
              ────────────────────────────────────────────────────────────────────────────────────────────
              每个查询与所有键比较，缩放后的分数经 softmax 变成权重，输出是值的加权平均：
              softmax(QKᵀ/√dₖ)V。

              ▪ 投影：输入 X ∈ ℝ^(n×d) 得到 Q = X W_Q、K = X W_K，形状 n × dₖ，以及 V = X W_V，形状
                n × dᵥ。
              ▪ 分数：S = QKᵀ/√dₖ 的形状是 n × n，元素 (i, j) 表示查询 i 与键 j 的匹配程度。
              ▪ 权重：softmax 沿键的方向做，所以每个查询的权重非负、和为 1。
              ▪ 输出：softmax(S)V 的形状是 n × dᵥ，每一行是值的加权平均，权重由输入算出。
              ▪ 含义：查询表示这个词元在找什么，键表示凭什么被找到，值是被找到后交出的内容。

              ┊ text
              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ 掩码 ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ 权重 · V

              加分：

              ▪ 等变性：没有位置编码和掩码时，打乱词元的顺序，输出只会跟着同样地打乱。

              误区：

              ▪ softmax 沿查询的方向归一化。→ 应沿键的方向，否则一个查询的权重和不为 1。
              ▪ 键和值的维度必须相同。→ 只有查询和键要一致，dᵥ 可以另定。

              来源：Vaswani et al. 2017，§3.2.1。









              1 重来 1分    2 困难 6分    3 良好 10分    4 简单 9天
              没有可撤销的操作。
> L
              Transformer › Attention                                                  已答 0 · 剩余 20 张

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

              ┊ text
              ┊ X ─┬─ W_Q ─ Q ─┐
              ┊    ├─ W_K ─ K ─┴─ QKᵀ/√d_k ─ mask ─ softmax ─┐
              ┊    └─ W_V ─ V ───────────────────────────────┴─ weights · V

              Bonus:

              ▪ Equivariance: Without positions and masks, permuting the tokens permutes the outputs in
                the same way.

              Mistakes:

              ▪ The softmax normalises over the queries. → It normalises over the keys; otherwise the
                weights of a query would not sum to 1.
              ▪ Keys and values must have the same width. → Only queries and keys must match; dᵥ is free.

              Sources: Vaswani et al. 2017, §3.2.1.




              1 重来 1分    2 困难 6分    3 良好 10分    4 简单 9天
              ? 帮助  u 撤销  q 返回  L English  s 暂停  b 明天再看  o 打开链接  e 编辑  : 全部操作
