"""The figures of content/*/deep-learning.md, recomputed."""
import numpy as np

rng = np.random.default_rng(0)

# non-convex-loss: (1 − uv)² at (1, 1), (−1, −1), (0, 0), and its Hessian at the origin.
loss = lambda u, v: (1 - u * v) ** 2
assert (loss(1, 1), loss(-1, -1), loss(0, 0)) == (0, 0, 1)
assert np.allclose(np.linalg.eigvalsh([[0, -2], [-2, 0]]), [-2, 2])

# Swapped units compute the same; the mean of both copies is worse.
x = rng.normal(size=(50, 3))
w, out = rng.normal(size=(3, 2)), rng.normal(size=2)
net = lambda w, out: np.tanh(x @ w) @ out
y = net(w, out)
assert np.allclose(y, net(w[:, ::-1], out[::-1]))
middle = net((w + w[:, ::-1]) / 2, (out + out[::-1]) / 2)
assert ((middle - y) ** 2).mean() > 0.01
assert np.allclose(y, net(-w, -out))

# backpropagation: δ and the gradient of W against differences.
W1, W2, a0, t = rng.normal(size=(4, 3)), rng.normal(size=(2, 4)), rng.normal(size=3), rng.normal(size=2)
def forward(W1):
    return 0.5 * ((W2 @ np.tanh(W1 @ a0) - t) ** 2).sum()
d2 = W2 @ np.tanh(W1 @ a0) - t
d1 = (W2.T @ d2) * (1 - np.tanh(W1 @ a0) ** 2)
step = np.zeros_like(W1); step[1, 2] = 1e-6
assert np.isclose(np.outer(d1, a0)[1, 2], (forward(W1 + step) - forward(W1 - step)) / 2e-6)

# initialization: signals of too small and too large weights, and of Xavier with ReLU.
def moments(scale, act, width=200, depth=10):
    h = rng.normal(size=(100, width))
    found = []
    for _ in range(depth):
        h = act(h @ (rng.normal(size=(width, width)) * scale))
        found.append((h**2).mean())
    return found
relu = lambda z: np.maximum(z, 0)
assert moments(0.01, np.tanh)[-1] < 1e-5
assert moments(1, np.tanh)[-1] > 0.9 and moments(1, relu)[-1] > 1e15
assert 0.6 < np.mean([moments((2 / 200) ** 0.5, relu)[-1] for _ in range(10)]) < 1.6
halving = moments((1 / 200) ** 0.5, relu)
assert abs((np.array(halving[1:]) / halving[:-1]).mean() - 0.5) < 0.08

# hyperparameters: nine in ten learning rates at equal distances lie above 0.01.
assert abs((np.linspace(0.0001, 0.1, 10001) > 0.01).mean() - 0.9) < 0.01

# tuning-tricks and why-cnn.
assert abs(np.log(10) - 2.3) < 0.01
assert 224 * 224 * 3 == 150528 and round(150528 * 1000 / 1e6) == 151
assert 64 * 3 * 3 * 3 == 1728

# batch-norm: a bias before it is cancelled; γ and β can undo it.
z = rng.normal(size=(32, 5)) * 3 + 2
normalise = lambda z: (z - z.mean(0)) / np.sqrt(z.var(0) + 1e-5)
assert np.allclose(normalise(z), normalise(z + 7))
assert np.allclose(np.sqrt(z.var(0) + 1e-5) * normalise(z) + z.mean(0), z)
assert np.isclose(z.var(0, ddof=1)[0], z.var(0)[0] * 32 / 31)

# cnn-beyond-vision: kernels of 2, dilations 1, 2, 4, … over L layers see 2^L steps.
assert all(1 + sum(2**i for i in range(L)) == 2**L for L in range(1, 12))

# rnn-weaknesses: maps of a linear recurrence compose.
a1, b1, a2, b2, h = rng.normal(size=5)
assert np.isclose(a2 * (a1 * h + b1) + b2, a2 * a1 * h + (a2 * b1 + b2))

# lstm-gradients: 0.9^100.
assert abs(0.9**100 - 2.7e-5) < 1e-6
