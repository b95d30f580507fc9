size 80x24
lang zh
notes coding.md
set mode code
study
> Down
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  ┊ python
  ┊ def mean(values):
  ┊     """The mean of a list."""

  按 Enter 打开编辑器，保存退出后自动运行测试。














  Enter 写代码  Space 参考答案  ? 帮助  q 退出  s 暂停  M 提问方式  b 明天再看
> Enter &def_mean(values):|____return_sum(values)
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  这些测试来自你的笔记，还没有在这台机器上运行过。测试就是程序，只运行来源可信
  的。按 y 信任这份内容并运行；按空格自行对照。

  ┊ python
  ┊ xs = mean([1, 2, 3])
  ┊ assert xs == 2
  ┊ assert mean([4]) == 4












  y 信任并运行  Enter 写代码  Space 参考答案  ? 帮助  q 退出  s 暂停  e 编辑
> y
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  这些测试来自你的笔记，还没有在这台机器上运行过。测试就是程序，只运行来源可信
  的。按 y 信任这份内容并运行；按空格自行对照。

  ┊ python
  ┊ xs = mean([1, 2, 3])
  ┊ assert xs == 2
  ┊ assert mean([4]) == 4












  y 信任并运行  Enter 写代码  Space 参考答案  ? 帮助  q 退出  s 暂停  e 编辑
asks: Trust { key: "d3f089c697d4aeb3ea87fd189b149478e11cf585a8c817a1381ff37754dabf9b", name: "Write the mean" }
> & &{"ok":3}|{"failed":{"line":2,"source":"assert_xs_==_2","what":"AssertionError","values":[["xs","6"]]}}|{"end":true}
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)

  ✗ 2 项检查中有 1 项未通过。
    测试第 2 行
      assert xs == 2
      xs = 6
  Enter 继续修改，r 重新运行测试，空格查看参考答案。










  Enter 写代码  r 运行测试  Space 参考答案  ? 帮助  q 退出  s 暂停  M 提问方式
> Enter &def_mean(values):|____return_sum(values)/len(values) &{"ok":2}|{"ok":3}|{"end":true}
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)/len(values)

  ✓ 2 项检查全部通过。
  Enter 继续修改，r 重新运行测试，空格查看参考答案。













  Enter 写代码  r 运行测试  Space 参考答案  ? 帮助  q 退出  s 暂停  M 提问方式
> Space
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  你的回答
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)/len(values)

  ✓ 2 项检查全部通过。
  ────────────────────────────────────────────────────────────────────────────
  Sum over count.

  ▪ Empty: an empty list has no mean.

  ┊ python
  ┊ def mean(values):
  ┊     return sum(values) / len(values)




  1 重来 1 分钟    ›2 困难 6 分钟    3 良好 10 分钟    4 简单 10 天
  Space 已答到  t 按数字勾选  Enter 采用建议  ? 帮助  q 退出  s 暂停  e 编辑
> Enter
  coding.md                                ━━━━━───────────  1 新卡 · 1 学习中
                                                                          1:00
  What is a mode?




















  Space 显示答案  ? 帮助  u 撤销  q 退出  s 暂停  M 提问方式  b 明天再看
> u
  coding.md                                    ────────────────  2 新卡 · 代码

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  你的回答
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)/len(values)

  ✓ 2 项检查全部通过。
  ────────────────────────────────────────────────────────────────────────────
  Sum over count.

  ▪ Empty: an empty list has no mean.

  ┊ python
  ┊ def mean(values):
  ┊     return sum(values) / len(values)




  1 重来 1 分钟    ›2 困难 6 分钟    3 良好 10 分钟    4 简单 10 天
  已撤销：困难 · Write the mean
