"""The figures and formulas of the decks on language models, their training, serving and systems, recomputed."""
import numpy as np
from math import ceil, exp, log

rng = np.random.default_rng(2)
near = lambda a, b, share=0.01: abs(a - b) <= share * abs(b)
softmax = lambda z: np.exp(z - z.max(-1, keepdims=True)) / np.exp(z - z.max(-1, keepdims=True)).sum(-1, keepdims=True)

# attention-scaling, attention-cost: variance of a score; where the quadratic part passes the others.
q, k = rng.normal(size=(2, 50000, 64))
assert near((q * k).sum(1).var(), 64, 0.05)
share = lambda n, d: 4 * n * n * d / (4 * n * n * d + 8 * n * d * d + 16 * n * d * d)
assert np.isclose(share(4096, 4096), 1 / 7) and np.isclose(share(6 * 512, 512), 0.5)

# attention-sinks: the weight of a leading score. qk-norm: the largest score of normalised vectors.
z = np.zeros(101); z[0] = 4
assert np.isclose(softmax(z)[0], 1 / (1 + 100 * exp(-4)))
a = rng.normal(size=64); a /= np.sqrt((a**2).mean())
assert np.isclose(a @ a / 8, 8)

# attention-gradient, against differences; a row of dS sums to 0.
Q, K, V, dO = (rng.normal(size=(5, 4)) for _ in range(4))
out = lambda Q: softmax(Q @ K.T / 2) @ V
P = softmax(Q @ K.T / 2); dP = dO @ V.T
D = (P * dP).sum(1, keepdims=True); dS = P * (dP - D)
assert np.allclose(D[:, 0], (dO * out(Q)).sum(1)) and np.allclose(dS.sum(1), 0)
step = np.zeros_like(Q); step[2, 1] = 1e-6
assert np.isclose((dS @ K / 2)[2, 1], ((out(Q + step) - out(Q - step)) * dO).sum() / 2e-6, atol=1e-6)

# position-encodings: the slopes of ALiBi for eight heads. rope: only the distance counts.
assert [2 ** (-8 * h / 8) for h in range(1, 9)] == [2.0**-h for h in range(1, 9)]
turn = lambda angle: np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
assert np.allclose(turn(0.3 * 5).T @ turn(0.3 * 9), turn(0.3 * 4))

# qkv-projections: only the product counts.
A, WQ, WK = rng.normal(size=(3, 3)), rng.normal(size=(6, 3)), rng.normal(size=(6, 3))
assert np.allclose(WQ @ WK.T, (WQ @ A) @ (WK @ np.linalg.inv(A).T).T)

# parameter-count, tied-embeddings, flops-per-token.
layer = 2 * 4096**2 + 2 * 4096 * 8 * 128 + 3 * 4096 * 14336
assert near(32 * layer + 2 * 128256 * 4096, 8.03e9, 0.001)
assert near(128256 * 2048, 263e6, 0.002) and near(128256 * 8192, 0.015 * 70e9, 0.01)
assert near(6 * 7e10 * 1.4e12, 5.9e23, 0.005)

# efficient-attention: cache of one global layer in r. transformer-init, pretraining-settings.
assert near(0.02 * (2 * 12) ** -0.5, 0.00408) and near(1 / (1 - 0.95), 20) and near(1 / (1 - 0.999), 1000)

# llm-foundations.
assert near(log(128000), 11.8, 0.005) and near(2 * 128000 * 4096, 1.05e9)
assert near(0.8**10, 0.11, 0.03) and near(0.95**10, 0.6, 0.01)
assert near((6e23 / 120) ** 0.5, 70.7e9, 0.001)
f, p = np.full(8, 1 / 8), np.full(8, 1 / 8)
assert np.isclose(8 * (f * p).sum(), 1)  # the balance loss at even use
assert abs(np.prod([1 - 1 / 10] * 10) - 0.349) < 0.001

# llm-inference.
assert 2 * 32 * 8 * 128 * 2 == 128 * 1024 and 128 * 1024 * 8192 == 2**30
assert near(989e12 / 3.35e12, 295, 0.002) and near(2**30 / 50e9, 0.021, 0.03)
assert [7 * b / 8 for b in (16, 8, 4)] == [14, 7, 3.5] and [70 * b / 8 for b in (16, 8, 4)] == [140, 70, 35]
assert int((80 - 16 - 5) * 1e9 / 2**30) == 54 and 16 / 128 == 0.125
assert near(2 / (3600 * 2500) * 1e6, 0.22, 0.02)
alpha, draft = 0.8, 4
tokens = sum(alpha**i * (1 - alpha) * (i + 1) for i in range(draft)) + alpha**draft * (draft + 1)
assert np.isclose(tokens, (1 - alpha ** (draft + 1)) / (1 - alpha))
target, guess = rng.dirichlet(np.ones(6)), rng.dirichlet(np.ones(6))
left = np.maximum(0, target - guess)
kept = np.minimum(target, guess)
assert np.allclose(kept + (1 - kept.sum()) * left / left.sum(), target)  # speculative decoding is exact
x = rng.uniform(-1, 1, 200000); s = 0.1
assert near(((np.round(x / s) * s - x) ** 2).mean(), s * s / 12, 0.02) and near(10 * np.log10(4), 6, 0.01)
scores = rng.normal(size=10) * 3
m, l = -np.inf, 0.0
for block in scores.reshape(5, 2):
    new = max(m, block.max()); l = l * np.exp(m - new) + np.exp(block - new).sum(); m = new
assert np.isclose(m + np.log(l), np.log(np.exp(scores).sum()))  # online softmax

# fine-tuning.
assert 13 * 16 == 208 and ceil(208 / 80) == 3 and 2 + 2 + 12 == 16 and near(2 * 16 / 4096, 0.008, 0.03)
assert near(32 / 64 - (8 / 64 + 32 / (64 * 256)), 0.373, 0.001)

# rl-and-alignment.
G, right = 8, 2
r = np.array([1.0] * right + [0.0] * (G - right))
assert np.isclose((1 - r.mean()) / r.std(), ((G - right) / right) ** 0.5)
assert near(log(0.75 / 0.25), 1.1, 0.01) and near(1 / (1 - 0.99), 100)
delta = rng.normal(size=6); gamma, lam = 0.9, 0.8
back = 0.0
for d in delta[::-1]: back = d + gamma * lam * back
assert np.isclose(back, sum((gamma * lam) ** i * d for i, d in enumerate(delta)))
pi, ref = rng.dirichlet(np.ones(4)), rng.dirichlet(np.ones(4))
beta, reward = 0.5, rng.normal(size=4)
best = ref * np.exp(reward / beta); best /= best.sum()
value = lambda p: (p * reward).sum() - beta * (p * np.log(p / ref)).sum()
assert all(value(best) >= value(rng.dirichlet(np.ones(4))) for _ in range(200))

# kl-estimators as losses, in expectation over the policy itself.
theta, fixed = rng.normal(size=4), rng.normal(size=4)
lp = lambda t: t - np.log(np.exp(t).sum())
kl = lambda t: (np.exp(lp(t)) * (lp(t) - lp(fixed))).sum()
forward = lambda t: (np.exp(lp(fixed)) * (lp(fixed) - lp(t))).sum()
grad = lambda f: np.array([(f(theta + e) - f(theta - e)) / 2e-6 for e in np.eye(4) * 1e-6])
at = np.exp(lp(theta))
ratio = lambda t: lp(t) - lp(fixed)
assert np.allclose(grad(lambda t: (at * ratio(t)).sum()), 0, atol=1e-8)
assert np.allclose(grad(lambda t: (at * ratio(t) ** 2 / 2).sum()), grad(kl), atol=1e-6)
assert np.allclose(grad(lambda t: (at * (np.exp(-ratio(t)) - 1 + ratio(t))).sum()), grad(forward), atol=1e-6)

# rag and agents.
assert near(196 * (0.8 * 0.2 / 200) ** 0.5, 5.5, 0.01) and near(196 * (0.6 * 0.4 / 100) ** 0.5, 9.6, 0.01)
assert near(1e8 * 1024 * 4, 410e9, 0.002) and near(1e8 * 256, 26e9, 0.02) and 1e8 * 1024 / 8 == 12.8e9
a, b = (v / np.linalg.norm(v) for v in rng.normal(size=(2, 7)))
assert np.isclose(((a - b) ** 2).sum(), 2 - 2 * a @ b)
assert 1 - np.cos(np.radians(120)) > 2 * (1 - np.cos(np.radians(60))) + 0.4 and near(1024**-0.5, 0.03, 0.05)
step = 0.95 + 0.05 * 0.8 * 0.95
assert near(step, 0.988) and near(step**20, 0.79, 0.01) and near(0.95**20, 0.36, 0.01) and near(0.975**20, 0.6, 0.01)
assert near((1.96 + 0.8416) ** 2 * (0.8 * 0.2 + 0.85 * 0.15) / 0.05**2, 900, 0.01)
assert sum(5 + 2 * i for i in range(10)) == 10 * 5 + 2 * 10 * 9 / 2

# llm-evaluation: clipped precision and the brevity penalty.
bleu = lambda p, c, r: min(1, exp(1 - r / c)) * exp(np.log(p).mean())
assert np.isclose(bleu([0.5] * 4, 10, 10), 0.5) and bleu([0.5] * 4, 5, 10) < 0.2 and bleu([0.5] * 4, 20, 10) == 0.5

# distributed-training.
assert near(34 * 4096 * 4096 * 32, 18e9, 0.02) and near(100 * 2 / 6, 33, 0.02)
assert 2.0**-7 / 2 > 0.001 and np.float16(1e-8) == 0 and np.finfo(np.float16).max == 65504
assert near(6 * 7e9 * 1e12 / (256 * 989e12 * 0.4) / 86400, 4.8) and near(256 * 24 * 4.8, 29000, 0.02)
assert near(1979 / 3.35, 590, 0.003) and 8 * 4 * 16 == 512 and near(54 * 24 / 419, 3, 0.05)

# cards of importance 2: grpo-variants, on-off-policy, mla, decode-bound, activation-outliers, colbert.
assert abs(1 - 0.9**16 - 0.1**16 - 0.81) < 0.006 and abs(1 - 0.99**16 - 0.15) < 0.005
assert near(0.99**1000, 4.3e-5) and near(1.01**1000, 2.1e4)
assert 512 + 64 == 576 and near(2 * 128 * 128 / 576, 57, 0.005) and 61 * 576 * 2 == 70272
assert near(70272 * 131072, 9.2e9, 0.002)
assert near(70 / 3.35, 21, 0.01) and near(3350 / 70, 48, 0.005) and near(1 - (1 - 6 / 64) ** 32, 0.96, 0.005)
assert near(127 / 60, 2, 0.06) and 180 * 128 * 2 == 46080 and near(768 * 4, 3e3, 0.03)
assert 128 / 8 + 4 == 20 and 2 * 128 / 8 + 4 == 36  # ColBERTv2: a 4-byte centroid and 1 or 2 bits a dimension
a, b, c, r, kr = (rng.normal(size=n) for n in (4, 4, 6, 3, 3))
up = rng.normal(size=(4, 6))
assert np.isclose(a @ (up @ c), (up.T @ a) @ c)
p, ways = 0.6, 0
assert np.isclose(sum(0.6**s.sum() * 0.4 ** (3 - s.sum()) for s in np.array(list(np.ndindex(2, 2, 2))) if s.sum() >= 2), p**3 + 3 * p * p * (1 - p))
# code-adam: a resumed run whose step count starts again.
assert near((1 / 0.1) / (1 / 0.001) ** 0.5, 1 / 3, 0.06)
