"""Figures of cards on serving, vocabularies and multimodal models, recomputed."""
import numpy as np
from math import comb, log2, sqrt

# m-rope: index of the text behind an image, and scores that depend on offsets only.
s, h, w = 7, 24, 24
indices = [(s, s + row, s + column) for row in range(h) for column in range(w)]
assert max(max(i) for i in indices) + 1 == s + max(h, w) and len(indices) == 576
assert 16 + 24 + 24 == 64
rng = np.random.default_rng(5)
theta = 10000.0 ** (-np.arange(64) / 64)
axis = np.repeat([0, 1, 2], [16, 24, 24])
q, k = (rng.normal(size=64) + 1j * rng.normal(size=64) for _ in range(2))
score = lambda a, b: (q * np.exp(1j * np.array(a)[axis] * theta) * np.conj(k * np.exp(1j * np.array(b)[axis] * theta))).real.sum()
assert np.isclose(score((3, 5, 9), (1, 2, 4)), score((13, 25, 39), (11, 22, 34)))
one = lambda n: (q * np.exp(1j * n * theta) * np.conj(k)).real.sum()
assert np.isclose(score((6, 6, 6), (2, 2, 2)), one(4))

# document-ocr, video-understanding.
assert abs(210 / 25.4 * 150 - 1240) < 1 and abs(297 / 25.4 * 150 - 1754) < 1
assert 2700 < 1240 / 28 * 1754 / 28 < 2800 and 44 * 63 == 2772
assert 3600 * 64 == 230_400 and abs(3600 / 64 - 56) < 0.5

# vocabulary-extension, dense-or-moe.
assert abs(2 * 20_000 * 4096 / 1e6 - 164) < 0.5
assert 2 * 32 == 64 and 2 * 47 == 94 and abs(sqrt(46.7 * 12.9) - 25) < 0.6
assert 70 / 2 == 35 and 120 / 2 == 60 and 5 / 2 == 2.5
assert int(400 / 35) == 11 and 400 / 2.5 == 160

# pruning, inference-parallelism.
assert 2 * 16 + 2 * 2 == 36 and abs(36 / 64 - 0.56) < 0.005
assert abs(140 / 8 / 3.35 - 5.2) < 0.05 and abs(140 / 3.35 - 42) < 0.3 and 2 * 80 == 160

# code-speculative: the kept probability is one minus the total variation distance.
p, d = rng.dirichlet(np.ones(6)), rng.dirichlet(np.ones(6))
assert np.isclose(np.minimum(p, d).sum(), 1 - np.abs(p - d).sum() / 2)

# code-ddpm: the two variances are close except for the last steps.
beta = np.linspace(1e-4, 0.02, 1000); bar = np.cumprod(1 - beta)
small = beta[1:] * (1 - bar[:-1]) / (1 - bar[1:])
assert (small / beta[1:])[60:].min() > 0.95 and small[0] / beta[1] < 0.6

# code-metrics: an example of NDCG; macro F1 is not the F1 of macro precision and recall.
assert abs(1 / log2(3) - 0.63) < 0.002
precision, recall = np.array([0.9, 0.1]), np.array([0.1, 0.9])
assert abs((2 * precision * recall / (precision + recall)).mean() - 0.18) < 0.001
assert 2 * precision.mean() * recall.mean() / (precision.mean() + recall.mean()) == 0.5

# rl-abilities: a chance of 2% a try is likely hit in 256 tries.
assert 1 - 0.98**256 > 0.99 and comb(256, 1) == 256
