"""Figures of cards on evaluation, optimisation, losses and kernels, recomputed."""
import numpy as np
from math import e, exp, log, sqrt

rng = np.random.default_rng(7)

# llm-calibration: a semantic entropy.
assert abs(-sum(p * log(p) for p in (0.6, 0.3, 0.1)) - 0.90) < 0.003 and abs(log(3) - 1.10) < 0.002
# A stated confidence is best at the true probability under the squared score.
q = np.linspace(0, 1, 101)
for y in (0.3, 0.8):
    assert q[np.argmin(y * (q - 1) ** 2 + (1 - y) * q**2)] == y

# fairness: the identity between rates, from counts, and its example.
for pi, sens, spec in [(0.5, 0.7, 0.825), (0.2, 0.6, 0.9)]:
    tp, fn, fp = pi * sens, pi * (1 - sens), (1 - pi) * (1 - spec)
    ppv, fnr = tp / (tp + fp), fn / pi
    assert np.isclose(1 - spec, pi / (1 - pi) * (1 - ppv) / ppv * (1 - fnr))
fpr = [pi / (1 - pi) * 0.25 * 0.7 for pi in (0.5, 0.2)]
assert np.isclose(fpr[0], 0.175) and abs(fpr[1] - 0.044) < 0.0005 and np.isclose(fpr[0] / fpr[1], 4)

# llm-privacy, golden-set.
assert abs(exp(8) - 3000) < 25 and abs(e - 2.7) < 0.02
assert abs(1.96 * sqrt(0.25 / 400) - 0.05) < 0.002

# sharpness: a rescaled ReLU network is the same function at another curvature; descent grows beyond 2 / rate.
x, w1, w2 = rng.normal(size=(20, 4)), rng.normal(size=(4, 5)), rng.normal(size=5)
f = lambda a, b: np.maximum(x @ a, 0) @ b
assert np.allclose(f(w1, w2), f(3 * w1, w2 / 3))
loss = lambda a, b: (f(a, b) ** 2).mean()
def curvature(a, b, h=1e-4):
    d = np.zeros_like(b); d[0] = h
    return (loss(a, b + d) - 2 * loss(a, b) + loss(a, b - d)) / h**2
assert abs(curvature(3 * w1, w2 / 3) / curvature(w1, w2) - 9) < 0.05
assert abs(1 - 0.1 * 21) > 1 > abs(1 - 0.1 * 19)

# example-selection: weights keep the mean; drawing by norm has the least variance; p(1 - p) peaks at a half.
g = rng.normal(size=(50, 3)) * rng.exponential(size=(50, 1)); norms = np.linalg.norm(g, axis=1)
def spread(q): return sum(qi * ((gi / (50 * qi) - g.mean(0)) ** 2).sum() for qi, gi in zip(q, g))
best = norms / norms.sum()
assert np.allclose(sum(qi * gi / (50 * qi) for qi, gi in zip(best, g)), g.mean(0))
assert all(spread(best) < spread(other) for other in (np.full(50, 0.02), rng.dirichlet(np.ones(50) * 5)))

# multi-task-weights: where the learned variance settles; PCGrad removes the conflict.
sig = np.linspace(0.05, 4, 80000)
for value in (0.5, 2.0):
    s = sig[np.argmin(value / (2 * sig**2) + np.log(sig))]
    assert abs(s * s - value) < 1e-3 * 3 and abs(value / (2 * s * s) + log(s) - (0.5 + 0.5 * log(value))) < 1e-6
a, b = np.array([1.0, 2.0]), np.array([-2.0, 0.5])
assert a @ b < 0 and np.isclose((a - (a @ b) / (b @ b) * b) @ b, 0)

# likelihood-losses: gradients in the output, and t's loss.
z, y, h = 0.4, 3.0, 1e-6
d = lambda loss: (loss(z + h) - loss(z - h)) / (2 * h)
assert np.isclose(d(lambda z: np.exp(z) - y * z), np.exp(z) - y)
assert np.isclose(d(lambda z: np.log1p(np.exp(z)) - 1 * z), 1 / (1 + exp(-z)) - 1)
assert np.isclose(d(lambda z: (z - y) ** 2 / 2), z - y)
sigma = np.linspace(0.1, 5, 49001)
assert abs(sigma[np.argmin(2.0**2 / (2 * sigma**2) + np.log(sigma))] - 2) < 1e-3
skewed = rng.exponential(size=200001)
grid = np.linspace(0.2, 2, 1801)
assert abs(grid[np.argmin([((skewed - m) ** 2).mean() for m in grid])] - skewed.mean()) < 1e-3

# noisy-labels.
assert abs(0.4 / 9 - 0.044) < 0.001

# parametric-models.
assert abs(10 ** (5 / 4) - 18) < 0.3 and abs(10 ** (14 / 4) - 3200) < 50

# gaussian-process: mean, variance, independence of the targets, and the joint Gaussian.
k = exp(-0.5)
assert abs(k * 2 - 1.21) < 0.005 and abs(1 - k * k - 0.63) < 0.003
pts = rng.normal(size=6); t = rng.normal(size=6)
K = lambda u, v: np.exp(-((u[:, None] - v) ** 2) / 2)
S = K(pts, pts) + 0.1 * np.eye(6); star = np.array([0.3]); ks = K(pts, star)
joint = np.block([[S, ks], [ks.T, K(star, star)]])
precision = np.linalg.inv(joint)
assert np.isclose(1 / precision[-1, -1], (K(star, star) - ks.T @ np.linalg.inv(S) @ ks).item())
assert np.isclose(-(precision[-1, :-1] @ t) / precision[-1, -1], (ks.T @ np.linalg.inv(S) @ t).item())
