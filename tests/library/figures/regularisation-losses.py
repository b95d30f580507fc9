"""The figures and formulas of the deck `regularisation-losses`, recomputed."""
import numpy as np

rng = np.random.default_rng(0)
close = np.isclose

# bias-variance: noise + squared bias + variance is the expected squared error.
f, models, noise = 5.0, np.array([5.0, 6.0, 9.0]), 0.5
bias, variance = models.mean() - f, models.var()
assert close(noise + bias**2 + variance, noise + ((models - f) ** 2).mean())

# l1-l2: the minimisers in one dimension.
grid = np.linspace(-6, 6, 1200001)
for a, l in [(2.0, 0.5), (-3.0, 1.0), (0.3, 0.5)]:
    assert close(grid[(0.5 * (grid - a) ** 2 + l * abs(grid)).argmin()], np.sign(a) * max(abs(a) - l, 0), atol=1e-5)
    assert close(grid[(0.5 * (grid - a) ** 2 + l / 2 * grid**2).argmin()], a / (1 + l), atol=1e-5)

# dropout: variance, penalty of linear regression, geometric mean of a softmax layer.
p = 0.3
mask = np.array([0.0, 1 / (1 - p)])
chance = np.array([p, 1 - p])
assert close((chance * mask).sum(), 1) and close((chance * mask**2).sum() - 1, p / (1 - p))
x, w, y = rng.normal(size=3), rng.normal(size=3), 0.7
layer = rng.normal(size=(4, 3))
expected, logs = 0.0, np.zeros(4)
for index in np.ndindex(2, 2, 2):
    weight = chance[list(index)].prod()
    dropped = x * mask[list(index)]
    expected += weight * (y - w @ dropped) ** 2
    z = layer @ dropped
    logs += weight * (z - np.log(np.exp(z).sum()))
assert close(expected, (y - w @ x) ** 2 + p / (1 - p) * (w**2 * x**2).sum())
softmax = lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum()
assert np.allclose(softmax(logs), softmax(layer @ x))

# batch norm: fading, and the backward pass against differences.
assert round(0.9**10, 2) == 0.35
x, g, eps = rng.normal(size=7), rng.normal(size=7), 1e-12
hat = lambda v: (v - v.mean()) / np.sqrt(v.var() + eps)
s, m = np.sqrt(x.var() + eps), len(x)
dx = (m * g - g.sum() - hat(x) * (g * hat(x)).sum()) / (m * s)
steps = np.eye(7) * 1e-6
assert np.allclose(dx, [((hat(x + d) - hat(x - d)) * g).sum() / 2e-6 for d in steps], atol=1e-6)
assert close(dx.sum(), 0) and close(dx @ hat(x), 0, atol=1e-9)
three, up = np.array([-1.0, 0, 1]), np.array([1.0, 6, 0.5])
d = np.array([0, 1e-6, 0])
assert close(((hat(three + d) - hat(three - d)) * up).sum() / 2e-6, (up[1] - up.mean()) / (2 / 3) ** 0.5, atol=1e-5)

# softmax: Jacobian, Hessian, overflow, softmax twice.
z = rng.normal(size=5)
q = softmax(z)
jacobian = np.array([(softmax(z + e) - softmax(z - e)) / 2e-6 for e in np.eye(5) * 1e-6])
assert np.allclose(jacobian, np.diag(q) - np.outer(q, q), atol=1e-7) and np.linalg.matrix_rank(np.diag(q) - np.outer(q, q)) == 4
assert round(np.log(np.finfo(np.float32).max), 1) == 88.7 and round(np.log(np.finfo(np.float16).max), 1) == 11.1
assert 0.23 < np.e / (np.e + 9) < 0.24

# entropy-kl: Gaussians of equal variance, the entropy of a uniform density, both estimators.
t = np.linspace(-30, 30, 600001)
normal = lambda mu, sd: np.exp(-((t - mu) ** 2) / (2 * sd**2)) / (sd * np.sqrt(2 * np.pi))
a, b = normal(1, 2), normal(-0.5, 2)
seen = (a > 1e-300) & (b > 1e-300)
assert close((a[seen] * np.log(a[seen] / b[seen])).sum() * (t[1] - t[0]), 1.5**2 / 8, atol=1e-4)
pp, qq = rng.dirichlet(np.ones(6)), rng.dirichlet(np.ones(6))
r, kl = pp / qq, (qq * np.log(qq / pp)).sum()
assert close((qq * -np.log(r)).sum(), kl) and close((qq * (r - 1 - np.log(r))).sum(), kl) and (r - 1 - np.log(r) >= 0).all()

# cross-entropy or squared error at p = 0.01.
sigmoid = lambda v: 1 / (1 + np.exp(-v))
z0, h = np.log(0.01 / 0.99), 1e-6
half = lambda v: 0.5 * (sigmoid(v) - 1) ** 2
entropy = lambda v: -np.log(sigmoid(v))
assert close((entropy(z0 + h) - entropy(z0 - h)) / (2 * h), -0.99, atol=1e-6)
assert close((half(z0 + h) - half(z0 - h)) / (2 * h), -0.99 * 0.01 * 0.99, atol=1e-8)

# focal loss: the factors, and an optimum less sure than the truth for two classes.
assert close((1 - 0.9) ** 2, 0.01) and close((1 - 0.5) ** 2, 0.25)
q = np.linspace(1e-4, 1 - 1e-4, 100001)
for truth in [0.6, 0.75, 0.9, 0.99]:
    for gamma in [0.5, 1, 2, 3, 5]:
        loss = -truth * (1 - q) ** gamma * np.log(q) - (1 - truth) * q**gamma * np.log(1 - q)
        best = q[loss.argmin()]
        assert 0.5 < best < truth, (truth, gamma, best)
