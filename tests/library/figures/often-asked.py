"""Figures of the cards of importance 2 that were added together, recomputed."""
import numpy as np
from math import comb, exp, log

rng = np.random.default_rng(1)

# tf-idf: the fraction tends to k₁ + 1; two IDFs.
bm25 = lambda f: 2.2 * f / (f + 1.2)
assert abs(bm25(1e9) - 2.2) < 1e-6 and bm25(10) - bm25(9) < 0.03
assert abs(log(1e6 / 100) - 9.2) < 0.02 and abs(log(2) - 0.69) < 0.01

# hmm-crf: Viterbi against all paths.
T, K = 4, 3
first, move = rng.normal(size=K), rng.normal(size=(T - 1, K, K))
best = max(
    (first[p[0]] + sum(move[t, p[t], p[t + 1]] for t in range(T - 1)), p)
    for p in np.ndindex(*[K] * T)
)
d, back = first, []
for t in range(T - 1):
    scores = d[:, None] + move[t]
    back.append(scores.argmax(0)); d = scores.max(0)
path = [int(d.argmax())]
for b in reversed(back): path.append(int(b[path[-1]]))
assert tuple(reversed(path)) == best[1] and np.isclose(d.max(), best[0])

# ctc: the forward pass over 2|y| + 1 states against all alignments; "hello" takes six frames.
def collapse(pi): return [l for i, l in enumerate(pi) if l != 0 and (i == 0 or pi[i - 1] != l)]
def ctc(p, y):
    s = [0] + [l for label in y for l in (label, 0)]
    a = np.zeros(len(s)); a[0] = p[0, 0]
    if len(s) > 1: a[1] = p[0, s[1]]
    for t in range(1, len(p)):
        n = a.copy(); n[1:] += a[:-1]
        for i in range(2, len(s)):
            if s[i] != 0 and s[i] != s[i - 2]: n[i] += a[i - 2]
        a = n * p[t, s]
    return a[-1] + (a[-2] if len(s) > 1 else 0)
p = rng.dirichlet(np.ones(3), size=5)
y = [1, 1, 2]
total = sum(np.prod([p[t, l] for t, l in enumerate(pi)]) for pi in np.ndindex(3, 3, 3, 3, 3) if collapse(pi) == y)
assert np.isclose(ctc(p, y), total)
uniform = np.full((6, 5), 0.2)
assert ctc(uniform, [1, 2, 3, 3, 4]) > 0 and ctc(uniform[:5], [1, 2, 3, 3, 4]) == 0

# em-gmm: the responsibility of the second of two Gaussians.
for d2, at in [(2, 1), (4, 3)]:
    n = lambda m: exp(-((at - m) ** 2) / 2)
    assert np.isclose(n(d2) / (n(0) + n(d2)), 1 / (1 + exp(d2**2 / 2 - d2 * at)))

# knn: the side of a cube that holds 1% in 10 dimensions.
assert abs(0.01**0.1 - 0.63) < 0.002

# adaboost: after reweighting the last model errs in half of the weight.
for e in (0.1, 0.3):
    alpha = 0.5 * log((1 - e) / e)
    wrong, right = e * exp(alpha), (1 - e) * exp(-alpha)
    assert np.isclose(wrong / (wrong + right), 0.5)

# ranking-metrics, pass-at-k.
assert abs((1 + 0.25) / 3 - 0.42) < 0.004
assert comb(10, 5) == 252 and comb(7, 5) == 21 and abs(1 - 21 / 252 - 0.92) < 0.004
draws = rng.binomial(10, 0.3, size=60000)
assert (1 - (1 - draws / 10) ** 5).mean() < 1 - 0.7**5 - 0.01
tables = [comb(10 - c, 5) / comb(10, 5) for c in range(11)]
assert abs((1 - np.array(tables)[draws]).mean() - (1 - 0.7**5)) < 0.002

# label-smoothing: the gap of the best logits, and the loss as a mixture.
target = np.full(10, 0.01); target[0] = 0.91
assert abs(log(0.91 / 0.01) - 4.5) < 0.02
z = rng.normal(size=10); lp = z - np.log(np.exp(z).sum())
assert np.isclose(-(target * lp).sum(), 0.9 * -lp[0] + 0.1 * -lp.mean())

# regression-losses: what each loss fits.
ys = np.sort(rng.exponential(size=999)); grid = np.linspace(0, 5, 5001)
quantile = lambda q: np.maximum(q * (ys[:, None] - grid), (q - 1) * (ys[:, None] - grid)).sum(0)
assert abs(grid[quantile(0.9).argmin()] - np.quantile(ys, 0.9)) < 0.02
assert abs(grid[np.abs(ys[:, None] - grid).sum(0).argmin()] - np.median(ys)) < 0.01

# early-stopping: t steps from zero against ridge, where ηtλ is small.
for curve in (0.01, 0.02):
    assert abs((1 - (1 - 0.1 * curve) ** 100) - curve / (curve + 1 / (0.1 * 100))) < 0.02

# momentum-nesterov: the heavy ball's best constant makes the slower of the two modes contract by √μ.
for kappa in (9.0, 100.0):
    mu = ((kappa**0.5 - 1) / (kappa**0.5 + 1)) ** 2
    rate = 4 / (kappa**0.5 + 1) ** 2
    for h in (1.0, kappa):
        roots = np.roots([1, -(1 + mu - rate * h), mu])
        assert np.allclose(np.abs(roots), mu**0.5, atol=1e-3)

# ppo-memory, eval-error-bars.
assert 16 + 16 + 2 + 2 == 36 and 7 * 36 == 252
assert abs(100 * (0.8 * 0.2 / 1000) ** 0.5 - 1.3) < 0.05
assert abs(100 * 60**0.5 / 1000 - 0.77) < 0.01 and 2 / 0.7746 > 2.5

# box-losses: GIoU of two unit boxes in a row.
for d in (0.5, 2, 3):
    inter, union, hull = max(1 - d, 0), 2 - max(1 - d, 0), 1 + d
    assert np.isclose(inter / union - (hull - union) / hull, (1 - d) / (1 + d))

# ddim: x̂₀ from the predicted noise.
a, x0, eps = 0.3, rng.normal(size=4), rng.normal(size=4)
xt = a**0.5 * x0 + (1 - a) ** 0.5 * eps
assert np.allclose((xt - (1 - a) ** 0.5 * eps) / a**0.5, x0)

# distributions: the wait for a bus; unbiased-estimates: division by n + 1 has the least error.
gaps = rng.exponential(10, size=60000); ends = gaps.cumsum()
at = rng.uniform(0, ends[-1], size=100000)
assert abs((ends[np.searchsorted(ends, at)] - at).mean() - 10) < 0.3
samples = rng.normal(size=(60000, 6)); ss = ((samples - samples.mean(1, keepdims=True)) ** 2).sum(1)
errors = [((ss / k - 1) ** 2).mean() for k in (5, 6, 7, 8)]
assert np.argmin(errors) == 2 and abs(ss.mean() - 5) < 0.05

# pipeline-bubbles: the schedule drawn in the card.
rows = ["F1 F2 F3 . . B1 F4 B2 . B3 . B4", ". F1 F2 . B1 F3 B2 F4 B3 . B4 .", ". . F1 B1 F2 B2 F3 B3 F4 B4 . ."]
at = [{slot: i for i, slot in enumerate(row.split()) if slot != "."} for row in rows]
assert all(len(row.split()) == 2 * (4 + 3 - 1) and len(a) == 8 for row, a in zip(rows, at))
for m in "1234":
    assert at[0]["F" + m] < at[1]["F" + m] < at[2]["F" + m] < at[2]["B" + m] < at[1]["B" + m] < at[0]["B" + m]

# transformer-init, cold-start, segmentation of the first loss.
assert abs(2048**-0.5 - 0.022) < 0.0002 and abs(log(128000) - 11.8) < 0.05
assert abs(100 * (0.02 * 0.98 / 5000) ** 0.5 - 0.2) < 0.01

# mae, q-former.
assert (336 // 14) ** 2 == 576
