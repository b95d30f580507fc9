"""Figures and formulas of the cards that specialists are asked, recomputed."""
import numpy as np
from itertools import product
from math import ceil, exp, log, sqrt

rng = np.random.default_rng(11)

# matryoshka, rag-caching, guardrails, watermarks, system-cards.
assert 1024 * 4 / (256 * 1) == 16
z = lambda T, g, gamma=0.25: (g - gamma) * T / sqrt(T * gamma * (1 - gamma))
assert abs(z(48, 0.5) - 4) < 0.01 and abs(z(1200, 0.3) - 4) < 0.01
draws = (rng.random((20000, 200)) < 0.25).sum(1)
assert abs(((draws - 50) / sqrt(200 * 0.25 * 0.75)).std() - 1) < 0.03
assert abs(990 * 0.01 - 10) < 0.2

# sinusoid-rotation: a shift is a rotation, products see the distance alone, and what spoils it.
d = 16
theta = 10000.0 ** (-2 * np.arange(d // 2) / d)
def encode(p):
    return np.stack([np.sin(p * theta), np.cos(p * theta)], -1).ravel()
def turn(k):
    m = np.zeros((d, d))
    for i, t in enumerate(theta):
        c, s = np.cos(k * t), np.sin(k * t)
        m[2 * i:2 * i + 2, 2 * i:2 * i + 2] = [[c, s], [-s, c]]
    return m
for p, k in product((0, 3, 40), (1, 7)):
    assert np.allclose(encode(p + k), turn(k) @ encode(p))
    assert np.isclose(encode(p + k) @ encode(p), np.cos(k * theta).sum())
    assert np.allclose(turn(k) @ turn(k).T, np.eye(d))
mix = rng.normal(size=(d, d))
assert abs(encode(5) @ mix @ encode(2) - encode(45) @ mix @ encode(42)) > 0.1
q, key = rng.normal(size=(2, d))
assert np.isclose((turn(5) @ q) @ (turn(2) @ key), (turn(45) @ q) @ (turn(42) @ key))

# diffusion-lm: the weighted masked loss bounds the likelihood; exact for independent tokens.
p = np.array([0.7, 0.2, 0.1])
data = rng.choice(3, p=p, size=(4000, 6))
t = rng.random((4000, 1)) * 0.98 + 0.02
loss = ((rng.random(data.shape) < t) / t * -np.log(p[data])).sum(1).mean()
assert abs(loss - -np.log(p[data]).sum(1).mean()) < 0.35

# model-based-rl, exploration, async-rl.
assert abs(0.99**100 - 0.366) < 0.001
def regret(policy, T=4000):
    mean, n, s, lost = np.array([0.5, 0.4]), np.zeros(2), np.zeros(2), []
    for step in range(1, T + 1):
        a = policy(step, n, s)
        n[a] += 1; s[a] += rng.random() < mean[a]
        lost.append(0.5 - mean[a])
    return np.cumsum(lost)
def fixed(step, n, s):
    if step <= 2: return step - 1
    return int(rng.integers(2)) if rng.random() < 0.2 else int((s / n).argmax())
def ucb(step, n, s):
    return step - 1 if step <= 2 else int((s / n + np.sqrt(2 * log(step) / n)).argmax())
slope = np.mean([r[-1] - r[1999] for r in (regret(fixed) for _ in range(8))]) / 2000
assert slope >= 0.009
assert np.mean([r[-1] - r[1999] for r in (regret(ucb) for _ in range(8))]) < 2000 * 0.1 * 0.3

# mcmc: detailed balance on a line of states, and draws worth of an autoregression.
f = np.array([1.0, 4, 2, 3])
P = np.zeros((4, 4))
for i in range(4):
    for j in (i - 1, i + 1):
        if 0 <= j < 4: P[i, j] = 0.5 * min(1, f[j] / f[i])
    P[i, i] = 1 - P[i].sum()
pi = f / f.sum()
assert np.allclose(pi @ P, pi) and np.allclose(pi[:, None] * P, (pi[:, None] * P).T)
r, n = 0.9, 1000
x = np.zeros((2000, n)); x[:, 0] = rng.normal(size=2000)
for k in range(1, n): x[:, k] = r * x[:, k - 1] + sqrt(1 - r * r) * rng.normal(size=2000)
assert abs(x.mean(1).var() * n * (1 - r) / (1 + r) - 1) < 0.12

# markov-chains: degree over twice the edges, the gambler, the return, and a chain with a period.
A = np.array([[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]])
W = A / A.sum(1, keepdims=True); deg = A.sum(1) / A.sum()
assert np.allclose(deg @ W, deg)
N = 7
walk = np.zeros((N - 1, N - 1)); hit = np.zeros(N - 1); hit[-1] = 0.5
for i in range(N - 1):
    for j in (i - 1, i + 1):
        if 0 <= j < N - 1: walk[i, j] = 0.5
solve = np.linalg.inv(np.eye(N - 1) - walk)
start = np.arange(1, N)
assert np.allclose(solve @ hit, start / N) and np.allclose(solve.sum(1), start * (N - start))
swap = np.array([[0.0, 1], [1, 0]])
assert np.allclose([0.5, 0.5] @ swap, [0.5, 0.5]) and np.allclose(np.linalg.matrix_power(swap, 101), swap)
back = 1 + (np.linalg.inv(np.eye(3) - W[1:, 1:]).sum(1) * W[0, 1:]).sum()
assert np.isclose(back, 1 / deg[0])

# concentration.
assert ceil(log(2 / 0.05) / (2 * 0.02**2)) == 4612
assert round(0.25 * (1.96 / 0.02) ** 2) == 2401
sums = rng.random((50000, 20)).mean(1)
for t in (0.1, 0.2):
    assert (abs(sums - 0.5) >= t).mean() <= 2 * exp(-2 * 20 * t * t)

# bandit-tests: averages of an adaptive rule are too low; weighting by probabilities is unbiased.
low = []
for _ in range(3000):
    n, s = np.zeros(2), np.zeros(2)
    for step in range(40):
        a = step if step < 2 else int(np.argmax(s / n) if rng.random() > 0.1 else rng.integers(2))
        n[a] += 1; s[a] += rng.random() < 0.5
    low.append((s / n).mean())
assert np.mean(low) < 0.48
ctx = rng.integers(2, size=40000); prob = np.where(ctx == 0, 0.8, 0.3)
act = (rng.random(40000) < prob).astype(int); rew = rng.random(40000) < np.where(act == ctx, 0.6, 0.2)
used = np.where(act == 1, prob, 1 - prob)
assert abs(((act == ctx) / used * rew).mean() - 0.6) < 0.02

# on-device, kernel-fusion, interconnect, async-sgd, fp8-training.
assert 3e9 * 4 / 8 == 1.5e9 and round(70 / 1.5) == 47
assert 400 / 8 == 50 and 450 / 50 == 9
assert (127 * 127, 2 * 127 * 127, 3 * 127 * 127 > 32767) == (16129, 32258, True)

# gradient-descent-rates, on a quadratic with curvatures 100 and 1.
w = np.array([1.0, 1.0]); steps = 0
while w[1] > 0.5: w = w - np.array([100, 1]) * w / 100; steps += 1
assert w[0] == 0 and steps == 69
H = np.diag([100.0, 1]); w = np.array([1.0, 1.0])
one = w - H @ w / 100
assert 0.5 * one @ H @ one <= 0.5 * w @ H @ w - ((H @ w) ** 2).sum() / 200
assert np.isclose((1 - 100 * 2 / 100) ** 2, 1)

# weight-spectral-norm: the gradient is orthogonal; power iteration finds the largest singular value.
v, g, up = rng.normal(size=5), 1.7, rng.normal(size=5)
f = lambda v: g * (v / np.linalg.norm(v)) @ up
grad = np.array([(f(v + 1e-6 * e) - f(v - 1e-6 * e)) / 2e-6 for e in np.eye(5)])
assert abs(grad @ v) < 1e-6
M = rng.normal(size=(6, 4)); u = rng.normal(size=6)
for _ in range(200):
    right = M.T @ u / np.linalg.norm(M.T @ u); u = M @ right / np.linalg.norm(M @ right)
assert np.isclose(u @ M @ right, np.linalg.svd(M)[1][0])

# stochastic-depth: about 40 of 54 blocks, a quarter less.
active = sum(1 - l / 54 * 0.5 for l in range(1, 55))
assert np.isclose(active, 54 - 0.5 * 55 / 2) and abs(active - 40) < 0.5 and abs(active / 54 - 0.75) < 0.01

# audio-lm, tts-codecs, unified-models.
assert 12.5 * 8 == 100 and 75 * 8 * np.log2(1024) == 6000

# lda-tsne: the direction for two classes maximises the quotient of spreads.
a, b = rng.normal(size=(200, 3)) @ np.diag([1, 2, 0.5]) + [1, 0, 0.3], rng.normal(size=(200, 3)) @ np.diag([1, 2, 0.5])
SW = np.cov(a.T) + np.cov(b.T); diff = a.mean(0) - b.mean(0)
quotient = lambda w: (w @ diff) ** 2 / (w @ SW @ w)
best = np.linalg.solve(SW, diff)
assert all(quotient(best) >= quotient(rng.normal(size=3)) for _ in range(500))

# vc-dimension: four points of a diamond are labelled in every way by rectangles; no five of many draws are.
def rectangles(points):
    xs, ys, found = sorted(points[:, 0]), sorted(points[:, 1]), {(False,) * len(points)}
    for x0, x1, y0, y1 in product(xs, xs, ys, ys):
        inside = (points[:, 0] >= x0) & (points[:, 0] <= x1) & (points[:, 1] >= y0) & (points[:, 1] <= y1)
        found.add(tuple(bool(one) for one in inside))
    return len(found)
assert rectangles(np.array([[0, 1.0], [1, 0], [0, -1], [-1, 0]])) == 16
assert all(rectangles(rng.normal(size=(5, 2))) < 32 for _ in range(30))

# matrix-factorisation: a user's vector solves a ridge regression.
Q, ru, lam = rng.normal(size=(6, 3)), rng.normal(size=6), 0.3
pu = np.linalg.solve(Q.T @ Q + lam * np.eye(3), Q.T @ ru)
assert np.allclose(-2 * Q.T @ (ru - Q @ pu) + 2 * lam * pu, 0)

# gnn: averaging makes connected nodes alike; the tilde matrix has spectral radius 1.
At = A + np.eye(4); D = np.diag(At.sum(1) ** -0.5); S = D @ At @ D
assert np.isclose(abs(np.linalg.eigvalsh(S)).max(), 1)
deep = np.linalg.matrix_power(S, 60) @ rng.normal(size=(4, 2))
scaled = deep / np.sqrt(At.sum(1))[:, None]
assert np.abs(scaled - scaled[0]).max() < 1e-6

# classic-images, vision-3d.
assert 4 * 4 * 8 == 128 and 3 + 3 + 4 + 1 + 48 == 59 and 59 * 4 == 236 and abs(3e6 * 236 / 1e9 - 0.7) < 0.01
draw = rng.random((200000, 3)) < 0.6
assert abs(draw.all(1).mean() - 0.6**3) < 0.005
sig, delta = rng.random(6) * 3, rng.random(6)
T = np.exp(-np.concatenate([[0], np.cumsum(sig * delta)[:-1]]))
assert np.isclose((T * (1 - np.exp(-sig * delta))).sum(), 1 - exp(-(sig * delta).sum()))

# edit-distance.
def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]
assert distance("kitten", "sitting") == 3 and 20000**3 == 8 * 10**12

# energy-models: the free energy sums the hidden units out.
b, c, Wm = rng.normal(size=3), rng.normal(size=2), rng.normal(size=(2, 3))
for vis in product((0, 1), repeat=3):
    vis = np.array(vis)
    total = sum(exp(b @ vis + c @ np.array(h) + np.array(h) @ Wm @ vis) for h in product((0, 1), repeat=2))
    assert np.isclose(-log(total), -b @ vis - np.log(1 + np.exp(c + Wm @ vis)).sum())

# autoencoders: for small noise the best denoiser of a Gaussian steps along the score.
var, noise = 2.0, 0.01
point = 1.3
assert abs(var / (var + noise) * point - point - noise * (-point / var)) < 1e-3

# eta-design, wake-word-design.
late = rng.exponential(size=40000)
grid = np.linspace(0.5, 3, 251)
cost = [(4 * np.maximum(late - promise, 0) + np.maximum(promise - late, 0)).mean() for promise in grid]
assert abs((late <= grid[int(np.argmin(cost))]).mean() - 0.8) < 0.02
assert 100 * 3600 * 0.01 == 3600 and 500 * 500 == 250000

# code-vit.
assert (224 // 14) ** 2 + 1 == 257 and (224 // 7) ** 2 == 4 * (224 // 14) ** 2
