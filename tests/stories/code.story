size 80x24
lang en
notes coding.md
set mode code
study
> Down
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  ┊ python
  ┊ def mean(values):
  ┊     """The mean of a list."""

  Enter opens your editor; the tests run when you come back.














  Enter write code  Space solution  ? help  q quit  s suspend  M mode  b bury
> Enter &def_mean(values):|____return_sum(values)
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  These tests stand in your notes and have not run on this machine. They are a
  program: run them only if you trust where they come from. y trusts exactly
  this text and runs it; Space compares by eye.

  ┊ python
  ┊ xs = mean([1, 2, 3])
  ┊ assert xs == 2
  ┊ assert mean([4]) == 4











  y trust & run  Enter write code  Space solution  ? help  q quit  s suspend
> y
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  These tests stand in your notes and have not run on this machine. They are a
  program: run them only if you trust where they come from. y trusts exactly
  this text and runs it; Space compares by eye.

  ┊ python
  ┊ xs = mean([1, 2, 3])
  ┊ assert xs == 2
  ┊ assert mean([4]) == 4











  y trust & run  Enter write code  Space solution  ? help  q quit  s suspend
asks: Trust { key: "d3f089c697d4aeb3ea87fd189b149478e11cf585a8c817a1381ff37754dabf9b", name: "Write the mean" }
> & &{"ok":3}|{"failed":{"line":2,"source":"assert_xs_==_2","what":"AssertionError","values":[["xs","6"]]}}|{"end":true}
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)

  ✗ 1 of 2 checks fail.
    tests, line 2
      assert xs == 2
      xs = 6
  Enter edits it again, r runs the tests again, Space shows the solution.










  Enter write code  r run tests  Space solution  ? help  q quit  s suspend
> Enter &def_mean(values):|____return_sum(values)/len(values) &{"ok":2}|{"ok":3}|{"end":true}
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)/len(values)

  ✓ All 2 checks pass.
  Enter edits it again, r runs the tests again, Space shows the solution.













  Enter write code  r run tests  Space solution  ? help  q quit  s suspend
> Space
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  Your answer
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)/len(values)

  ✓ All 2 checks pass.
  ────────────────────────────────────────────────────────────────────────────
  Sum over count.

  ▪ Empty: an empty list has no mean.

  ┊ python
  ┊ def mean(values):
  ┊     return sum(values) / len(values)




  1 Again 1m    ›2 Hard 6m    3 Good 10m    4 Easy 10d
  Space tick  t tick by digit  Enter accept grade  ? help  q quit  s suspend
> Enter
  coding.md                               ━━━━━───────────  1 new · 1 learning
                                                                          1:00
  What is a mode?




















  Space show answer  ? help  u undo  q quit  s suspend  M mode  b bury  e edit
> u
  coding.md                                     ────────────────  2 new · code

  Write the mean
  ────────────────────────────────────────────────────────────────────────────
  Your answer
  ┊ python
  ┊ def mean(values):
  ┊     return sum(values)/len(values)

  ✓ All 2 checks pass.
  ────────────────────────────────────────────────────────────────────────────
  Sum over count.

  ▪ Empty: an empty list has no mean.

  ┊ python
  ┊ def mean(values):
  ┊     return sum(values) / len(values)




  1 Again 1m    ›2 Hard 6m    3 Good 10m    4 Easy 10d
  Undone: Hard · Write the mean
