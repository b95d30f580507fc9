"""Figures of cards on runs, memory, vision and statistics, recomputed."""
import numpy as np
from math import sqrt

rng = np.random.default_rng(3)

# run-failures: one GPU fails every 50,000 hours; Young's interval minimises saving and repeated work.
assert abs(50_000 / 16_384 - 3.05) < 0.01
c, m = 30.0, 3 * 3600.0
best = sqrt(2 * c * m)
assert abs(best / 60 - 13.4) < 0.05
lost = lambda t: c / t + t / (2 * m)
ts = np.linspace(60, 3600, 4000)
assert abs(ts[np.argmin([lost(t) for t in ts])] - best) < 2

# optimiser-memory: numbers of GaLore; the factored second moment is exact for rank one.
assert abs(2 * 128 * 4096 + 4096 * 128 - 1.6e6) < 0.05e6 and abs(2 * 4096**2 - 33.6e6) < 0.05e6
v = np.outer(rng.random(5), rng.random(7))
assert np.allclose(np.outer(v.sum(1), v.sum(0)) / v.sum(), v)
assert np.linalg.matrix_rank(sum(np.outer(rng.normal(size=6), rng.normal(size=6)) for _ in range(6))) == 6

# expert-parallel: bytes of a token.
assert 8 * 7168 == 57_344

# input-pipeline.
assert 1200 / 100 == 12

# conv-backward: both gradients against differences, for several strides and paddings.
def conv(x, w, s, p):
    x = np.pad(x, ((0, 0), (p, p), (p, p)))
    k, n = w.shape[2], (x.shape[1] - w.shape[2]) // s + 1
    return np.array([[[(x[:, s*i:s*i+k, s*j:s*j+k] * f).sum() for j in range(n)] for i in range(n)] for f in w])
for s, p, size in [(1, 0, 5), (1, 1, 5), (2, 0, 5), (2, 1, 5)]:
    x, w = rng.normal(size=(2, size, size)), rng.normal(size=(3, 2, 3, 3))
    y = conv(x, w, s, p); g = rng.normal(size=y.shape)
    spread = np.zeros((3, (y.shape[1] - 1) * s + 1, (y.shape[2] - 1) * s + 1)); spread[:, ::s, ::s] = g
    turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)
    dx = conv(np.pad(spread, ((0, 0), (2 - p, 2 - p), (2 - p, 2 - p))), turned, 1, 0)
    assert dx.shape == x.shape
    num = np.zeros_like(x)
    for at in np.ndindex(x.shape):
        d = np.zeros_like(x); d[at] = 1e-5
        num[at] = ((conv(x + d, w, s, p) - conv(x - d, w, s, p)) * g).sum() / 2e-5
    assert np.allclose(dx, num, atol=1e-6)
    xp = np.pad(x, ((0, 0), (p, p), (p, p)))
    dw = np.array([[[[(g[o] * xp[c, u:u+s*g.shape[1]:s, v:v+s*g.shape[2]:s][:g.shape[1], :g.shape[2]]).sum()
                      for v in range(3)] for u in range(3)] for c in range(2)] for o in range(3)])
    at = (1, 1, 0, 2); d = np.zeros_like(w); d[at] = 1e-5
    assert np.isclose(dw[at], ((conv(x, w + d, s, p) - conv(x, w - d, s, p)) * g).sum() / 2e-5)

# swin: entries of the bias; pixels of the stages.
assert (2 * 7 - 1) ** 2 == 169 and [224 // n for n in (4, 8, 16, 32)] == [56, 28, 14, 7]
assert all(n % 7 == 0 for n in (56, 28, 14, 7))

# long-tail: correcting a posterior for class shares; limits of the effective number.
q = np.array([0.8, 0.2]) / np.array([0.9, 0.1])
assert abs(q[0] - 0.89) < 0.002 and q[1] == 2 and abs(q[1] / q.sum() - 0.69) < 0.003
w = lambda beta, n: (1 - beta) / (1 - beta**n)
assert w(0, 50) == w(0, 5) and abs(w(1 - 1e-9, 50) / w(1 - 1e-9, 5) - 0.1) < 1e-3

# light-networks: doubling of FLOPs with the published constants.
assert abs(1.2 * 1.1**2 * 1.15**2 - 2) < 0.1

# ab-pitfalls: CUPED and the delta method by simulation.
n = 200_000
x = rng.normal(size=n); y = 0.7 * x + sqrt(1 - 0.49) * rng.normal(size=n)
theta = np.cov(x, y)[0, 1] / x.var()
assert abs((y - theta * (x - x.mean())).var() / y.var() - 0.51) < 0.01
users, trials = 400, 4000
views = 1 + rng.poisson(4, size=(trials, users)); clicks = rng.binomial(views, rng.beta(2, 8, size=views.shape))
ratio = clicks.mean(1) / views.mean(1)
cx, cy = clicks.ravel(), views.ravel(); r = cx.mean() / cy.mean()
cov = np.cov(cx, cy)
delta = (cov[0, 0] - 2 * r * cov[0, 1] + r * r * cov[1, 1]) / (users * cy.mean() ** 2)
assert abs(ratio.var() / delta - 1) < 0.08
assert r * (1 - r) / (users * cy.mean()) < 0.8 * delta

# matrix-calculus: the rules against differences.
def grad(f, x, h=1e-6):
    out = np.zeros_like(x)
    for at in np.ndindex(x.shape):
        d = np.zeros_like(x); d[at] = h; out[at] = (f(x + d) - f(x - d)) / (2 * h)
    return out
A, b = rng.normal(size=(4, 4)), rng.normal(size=4)
assert np.allclose(grad(lambda z: z @ A @ z, b), (A + A.T) @ b, atol=1e-6)
X = rng.normal(size=(4, 4)); X = X @ X.T + np.eye(4)
assert np.allclose(grad(lambda M: np.trace(A @ M), X), A.T, atol=1e-6)
assert np.allclose(grad(lambda M: np.linalg.slogdet(M)[1], X), np.linalg.inv(X).T, atol=1e-6)
P, W, Y = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=(5, 2))
assert np.allclose(grad(lambda M: ((P @ M - Y) ** 2).sum(), W), 2 * P.T @ (P @ W - Y), atol=1e-5)
