"""The figures of the cards on equivariance and pooling, recomputed."""
import numpy as np

rng = np.random.default_rng(0)

# A linear map that commutes with shifts of a periodic grid has equal entries along its diagonals.
n = 6
shift = np.roll(np.eye(n), 1, 0)
matrix = rng.normal(size=(n, n))
commuting = sum(np.linalg.matrix_power(shift, k) @ matrix @ np.linalg.matrix_power(shift.T, k) for k in range(n)) / n
assert np.allclose(shift @ commuting, commuting @ shift)
for row in range(n):
    assert np.allclose(commuting[row], np.roll(commuting[0], row))

# With stride 2 a shift by 2 moves the output by 1, and a shift by 1 is no shift of it.
x = rng.normal(size=n)
strided = lambda v: (commuting @ v)[::2]
assert np.allclose(strided(np.roll(x, 2)), np.roll(strided(x), 1))
assert all(not np.allclose(strided(np.roll(x, 1)), np.roll(strided(x), k)) for k in range(3))

# The power mean: the mean at 1, the maximum in the limit.
window = np.array([3.0, 5, 2, 1])
power = lambda p: ((window / 5) ** p).mean() ** (1 / p) * 5
assert np.isclose(power(1), window.mean()) and np.isclose(power(2000), 5, atol=0.01)

# Behind global average pooling the logit is the mean of products at each position.
features, weights = rng.normal(size=(4, 7, 7)), rng.normal(size=4)
assert np.isclose(weights @ features.mean((1, 2)), np.einsum("c,cij->ij", weights, features).mean())
