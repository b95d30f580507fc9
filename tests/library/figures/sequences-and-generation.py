"""Figures of cards on sequences and generative models, recomputed."""
import numpy as np
from math import log, log2, pi, sqrt

rng = np.random.default_rng(9)

# bilstm-crf: log Z by the forward algorithm against all sequences; tags of BIO.
T, K = 4, 3
A, P = rng.normal(size=(K, K)), rng.normal(size=(T, K))
score = lambda y: sum(P[t, y[t]] for t in range(T)) + sum(A[y[t - 1], y[t]] for t in range(1, T))
a = P[0]
for t in range(1, T):
    a = P[t] + np.log(np.exp(a[:, None] + A).sum(0))
assert np.isclose(np.log(np.exp(a).sum()), np.log(sum(np.exp(score(y)) for y in np.ndindex(*[K] * T))))
assert 2 * 4 + 1 == 9

# speech-recognition: a word error rate by edit distance.
def edits(r, h):
    d = np.add.outer(np.arange(len(r) + 1), np.arange(len(h) + 1))
    for i in range(1, len(r) + 1):
        for j in range(1, len(h) + 1):
            d[i, j] = min(d[i-1, j] + 1, d[i, j-1] + 1, d[i-1, j-1] + (r[i-1] != h[j-1]))
    return d[-1, -1]
assert edits("the cat sat".split(), "a cat sat down".split()) == 2

# text-classification.
assert np.isclose(1e6 * 300 / 1e6 * 0.20, 60)

# parallel-scan: the pair of two steps, joins in a tree, linear attention by chunks, and the delta rule.
pairs = [(rng.normal(), rng.normal()) for _ in range(8)]
join = lambda one, two: (two[0] * one[0], two[0] * one[1] + two[1])
h, level = 0.3, list(pairs)
for x, y in pairs: h = x * h + y
while len(level) > 1: level = [join(level[i], level[i + 1]) for i in range(0, len(level), 2)]
assert np.isclose(level[0][0] * 0.3 + level[0][1], h) and log2(4) == 2
n, d, C = 12, 4, 3
q, k, v = (rng.normal(size=(n, d)) for _ in range(3)); g = rng.uniform(0.5, 1, size=n)
S, slow = np.zeros((d, d)), []
for t in range(n):
    S = g[t] * S + np.outer(v[t], k[t]); slow.append(S @ q[t])
S, fast = np.zeros((d, d)), []
for s in range(0, n, C):
    c = np.cumprod(g[s:s+C])
    decay = np.tril(c[:, None] / c[None, :])
    fast.append(((q[s:s+C] @ k[s:s+C].T) * decay) @ v[s:s+C] + c[:, None] * (q[s:s+C] @ S.T))
    S = c[-1] * S + (v[s:s+C] * (c[-1] / c)[:, None]).T @ k[s:s+C]
assert np.allclose(np.concatenate(fast), slow)
key = rng.normal(size=d); key /= np.linalg.norm(key); S = rng.normal(size=(d, d)); new = rng.normal(size=d)
assert np.allclose((S @ (np.eye(d) - np.outer(key, key)) + np.outer(new, key)) @ key, new)

# diffusion-targets: conversions and weights.
for al in (0.6, 0.3, 0.95):
    sg = sqrt(1 - al * al); x0, e = rng.normal(size=5), rng.normal(size=5)
    xt, v = al * x0 + sg * e, al * e - sg * x0
    assert np.allclose(al * xt - sg * v, x0) and np.allclose(sg * xt + al * v, e)
    guess = x0 + rng.normal(size=5); ge = (xt - al * guess) / sg; gv = al * ge - sg * guess
    err = ((guess - x0) ** 2).sum(); snr = al * al / sg**2
    assert np.isclose(((ge - e) ** 2).sum(), snr * err) and np.isclose(((gv - v) ** 2).sum(), (snr + 1) * err)
assert abs(0.36 / 0.64 - 0.56) < 0.003 and abs(1 / 0.64 - 1.56) < 0.003
left = sqrt(np.prod(1 - np.linspace(1e-4, 0.02, 1000)))
stable = sqrt(np.prod(1 - np.linspace(0.00085**0.5, 0.012**0.5, 1000) ** 2))
assert 0.005 < left < 0.008 and 0.06 < stable < 0.08

# score-sde: Tweedie for Gaussian data; the ODE keeps the distribution of the SDE.
s2, sig2 = 2.0, 0.5
x = rng.normal(size=200_000) * sqrt(s2); noisy = x + rng.normal(size=x.size) * sqrt(sig2)
slope = (x @ noisy) / (noisy @ noisy)
assert abs(slope - s2 / (s2 + sig2)) < 0.01 and np.isclose(1 - sig2 / (s2 + sig2), s2 / (s2 + sig2))
beta, steps = 1.0, 400
z, var = rng.normal(size=50_000) * 0.3, 0.09
for _ in range(steps):
    z = z + (-0.5 * beta * z + 0.5 * beta * z / var) / steps
    var = var + (beta - beta * var) / steps
assert abs(z.var() / var - 1) < 0.02 and abs(var - (1 - 0.91 * np.exp(-1))) < 2e-3

# dit, video-generation, diffusion-distillation.
assert (32 // 2) ** 2 == 256 and (64 // 2) ** 2 == 1024 and (1024 / 256) ** 2 == 16
assert (720 // 8 // 2) * (1280 // 8 // 2) * (5 * 24 // 4) == 108_000
assert 50 * 2 / 4 == 25 and 1024 // 2**8 == 4

# normalising-flows: a coupling layer's determinant and inverse; a density; the continuous form.
s, t = rng.normal(size=(2, 2)), rng.normal(size=(2, 2))
f = lambda x: np.concatenate([x[:2], x[2:] * np.exp(np.tanh(x[:2] @ s)) + x[:2] @ t])
x = rng.normal(size=4); J = np.array([(f(x + d) - f(x - d)) / 2e-6 for d in np.eye(4) * 1e-6]).T
assert np.isclose(np.linalg.slogdet(J)[1], np.tanh(x[:2] @ s).sum())
y = f(x); assert np.allclose((y[2:] - y[:2] @ t) * np.exp(-np.tanh(y[:2] @ s)), x[2:])
assert abs(1 / sqrt(2 * pi) / 2 - 0.199) < 5e-4
rate, time = 0.7, 1.3
assert np.isclose(-0.5 * log(2 * pi * np.exp(2 * rate * time)), -0.5 * log(2 * pi) - rate * time)
