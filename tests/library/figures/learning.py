"""The figures and formulas of the decks on optimisation, sequences, generation, images and text, classic
machine learning, probability and system design, recomputed."""
import numpy as np
from math import comb, exp, log, sqrt

rng = np.random.default_rng(3)
near = lambda a, b, share=0.01: abs(a - b) <= share * abs(b)

# optimisation.
assert near(4.0**-10, 1e-6, 0.05) and near(2.22e-16 ** (1 / 3), 6e-6, 0.02)
assert near(0.1 / 0.001**0.5, 3.2, 0.02) and near(1 / (3e-4 * 0.1), 33000, 0.02)
assert near(1.1**50, 117, 0.005) and 2 / (1 - 0.999) - 2000 < 1e-6
x = np.linspace(-5, 5, 1000001)
silu = x / (1 + np.exp(-x))
assert abs(silu.min() + 0.28) < 0.005 and abs(x[silu.argmin()] + 1.28) < 0.005
z = rng.normal(size=200000)
assert near((np.maximum(z, 0) ** 2).mean(), 0.5, 0.02) and near(np.where(z > 0, z, 0.2 * z).var() + np.where(z > 0, z, 0.2 * z).mean() ** 2, (1 + 0.04) / 2, 0.02)
S = lambda b: 1 + 1 / b
assert S(1) == 2  # at the critical batch both costs are twice their minimum
G = rng.normal(size=(4, 3))
u, s, vt = np.linalg.svd(G, full_matrices=False)
root = lambda m: (lambda w, v: v @ np.diag(np.where(w > 1e-9, np.maximum(w, 1e-300) ** -0.25, 0)) @ v.T)(*np.linalg.eigh(m))
assert np.allclose(root(G @ G.T) @ G @ root(G.T @ G), u @ vt)  # Shampoo without averaging

# sequence-models.
assert near(log(2) / log(1 / 0.99), 69, 0.002) and near(log(2) / log(1 + exp(-1)), 2, 0.15)
assert 4 * (512 * 512 * 2 + 2 * 512) == 2101248 and near(1 / (1 + exp(-1)), 0.73, 0.01)
assert np.isclose(1 - 1 / (1 + exp(-log(9))), 1 / 10)

# generative-models.
assert 512 * 512 * 3 / (64 * 64 * 4) == 48
x0, x1, t = rng.normal(size=4), rng.normal(size=4), 0.3
xt, v = (1 - t) * x0 + t * x1, x1 - x0
assert np.allclose(xt - t * v, x0) and np.allclose(xt + (1 - t) * v, x1)
p, g = rng.dirichlet(np.ones(5)), rng.dirichlet(np.ones(5))
d = p / (p + g); m = (p + g) / 2
js = ((p * np.log(p / m)).sum() + (g * np.log(g / m)).sum()) / 2
assert np.isclose((p * np.log(d)).sum() + (g * np.log(1 - d)).sum(), 2 * js - log(4))

# multimodal.
assert near(log(256), 5.55, 0.001) and (336 // 14) ** 2 == 576 and (1008 // 14) ** 2 == 5184 and 600 * 256 == 153600

# classic-ml.
assert near(0.01 * 0.999 / 0.001, 10, 0.002) and near((1 - 1 / 1000) ** 1000, 0.368, 0.002)
rho, B = 0.3, 10
draws = np.sqrt(rho) * rng.normal(size=(100000, 1)) + np.sqrt(1 - rho) * rng.normal(size=(100000, B))
assert near(draws.mean(1).var(), rho + (1 - rho) / B, 0.03)
X, y = rng.normal(size=(30, 3)), rng.normal(size=30)
u, s, vt = np.linalg.svd(X, full_matrices=False)
ridge = np.linalg.solve(X.T @ X + 2 * np.eye(3), X.T @ y)
assert np.allclose(X @ ridge, u @ (s**2 / (s**2 + 2) * (u.T @ y)))
G_, H_, lam = -3.0, 7.0, 1.0
w = np.linspace(-2, 2, 400001)
assert abs(w[(G_ * w + 0.5 * (H_ + lam) * w * w).argmin()] + G_ / (H_ + lam)) < 1e-5
beta, prior = 0.1, 0.02
kept = prior / (prior + beta * (1 - prior))
assert np.isclose(beta * kept / (beta * kept + 1 - kept), prior)

# probability-statistics.
assert near(0.0099 / (0.0099 + 0.0495), 0.167, 0.003) and near(99 / 594, 1 / 6) and near(0.2 * 19.8 / (1 + 0.2 * 19.8), 0.8, 0.01)
assert near(1 - 0.95**20, 0.64, 0.01) and near(1e4 / 1e8, 0.0001) and near((0.25 / 1e6) ** 0.5, 0.0005)
assert near(0.05 * 0.9 / (0.05 * 0.9 + 0.8 * 0.1), 0.36) and near(2 * (1.96 + 0.8416) ** 2, 16, 0.02)
assert near(273 / 350, 0.78) and near(289 / 350, 0.83, 0.01) and 81 + 192 == 273 and 234 + 55 == 289
wait = np.linalg.solve(np.eye(2) - [[0.5, 0.5], [0.5, 0]], np.ones(2))[0]
assert np.isclose(wait, 6) and np.isclose(np.linalg.solve(np.eye(2) - [[0.5, 0.5], [0, 0.5]], np.ones(2))[0], 4) and 2**4 - 2 == 14
assert all(near(1 - 0.05 ** (1 / n), 3 / n, 0.06) for n in (30, 100, 300))

# system-design.
assert near(1e7 / 86400, 116, 0.003) and 350 * 300 == 105000 and 105000 / 5000 == 21
q, b = 0.3, 0.05
assert np.isclose(q / (q + (1 - q) / b), b * q / (b * q + 1 - q))

# vision.
assert (224 + 6 - 7) // 2 + 1 == 112 and 64 * 147 == 9408 and near(112**2 * 9408, 118e6, 0.001)
field, jump = 1, 1
for _ in range(3): field += 2 * jump; jump *= 2
assert field == 15 and near(7 * 7 * 512 * 4096, 103e6, 0.003) and near((1 + 2 / 3) / 2, 0.83, 0.005)

# cards of importance 2: weight-decay, calibration, universal-approximation, kkt, mutual-information, gpu-memory.
w, v = 1.0, 0.0
for _ in range(400): v = 0.9 * v + 1.0
assert near(v, 1 / (1 - 0.9))
cosine = (1 + np.cos(np.pi * np.linspace(0, 1, 100001))) / 2
assert near(cosine.mean(), 0.5)
assert near(log(0.9 / 0.1), 2.20, 0.002) and near(log(0.82 / 0.18), 1.52, 0.003) and near(log(0.9 / 0.1) / log(0.82 / 0.18), 1.45, 0.002)
at, grid = np.linspace(-2, 2, 41), np.linspace(-2, 2, 4001)
target = np.sin(2 * grid)
bends = np.diff(np.diff(np.sin(2 * at)) / np.diff(at))
first = (np.sin(2 * at[1]) - np.sin(2 * at[0])) / (at[1] - at[0])
net = np.sin(2 * at[0]) + first * np.maximum(grid - at[0], 0) + np.maximum(grid[:, None] - at[1:-1], 0) @ bends
assert np.abs(net - target).max() < 0.006
s, xs = 4.0, np.linspace(-5, 5, 100001)
assert near((xs**2 + (s - xs) ** 2).min(), s * s / 2, 1e-6)
energy, beta = np.array([0.0, 1, 2]), 0.7
best = np.exp(-beta * energy) / np.exp(-beta * energy).sum()
entropy = lambda p: -(p * np.log(p)).sum()
swing = np.array([1.0, -2, 1]) * 1e-3  # keeps the sum and the mean energy
assert entropy(best) > entropy(best + swing) and entropy(best) > entropy(best - swing)
flip = 0.1
joint = np.array([[0.5 * (1 - flip), 0.5 * flip], [0.5 * flip, 0.5 * (1 - flip)]])
mutual = (joint * np.log2(joint / np.outer(joint.sum(1), joint.sum(0)))).sum()
assert np.isclose(mutual, 1 + flip * np.log2(flip) + (1 - flip) * np.log2(1 - flip))
assert 65536 / 32 == 2048 and 65536 * 4 == 256 * 1024 and 2048 / 32 == 64

# fpn, roi-align, adversarial-examples, vq-vae, model-made-data.
level = lambda side: np.floor(4 + np.log2(side / 224))
assert [level(s) for s in (56, 112, 224, 448)] == [2, 3, 4, 5]
assert [abs(x - s * np.floor(x / s + 0.5)) for x in (100, 125, 311) for s in (16, 32)] == [4, 4, 3, 3, 7, 9]
wts = np.array([0.3, -0.2, 0.5])
assert near(wts @ (0.01 * np.sign(wts)), 0.01 * np.abs(wts).sum())
u, tent = 2.3, lambda d: np.maximum(0, 1 - np.abs(d))
assert near(tent(u - np.arange(6)).sum(), 1) and (tent(u - np.arange(6)) > 0).sum() == 2  # times two: four neighbours
assert (256 / 16) ** 2 * np.log2(1024) == 2560
p1 = 1 - (1 - 0.05) ** 16
assert near(p1, 0.56, 0.002)

# bn-folding, dice-loss, model-rankings.
a, v, m, b, gm, bt = 0.5, 4.0, 1.5, 0.2, 3.0, -0.1
fold = gm / sqrt(v)
assert np.isclose(gm * (a * 2.5 + b - m) / sqrt(v) + bt, fold * a * 2.5 + bt + fold * (b - m))
inter, sa, sb = 30, 50, 70
dice = 2 * inter / (sa + sb)
assert np.isclose(inter / (sa + sb - inter), dice / (2 - dice))
expected = lambda gap: 1 / (1 + 10 ** (-gap / 400))
assert near(expected(100), 0.64, 0.001) and near(expected(400), 0.91, 0.002)
slope = (expected(1e-3) - 0.5) / 1e-3
width = 1.96 * 0.5 / slope
assert near(width, 680, 0.003) and near(680 / sqrt(1000), 22, 0.03) and near(680 / sqrt(10000), 7, 0.03)
