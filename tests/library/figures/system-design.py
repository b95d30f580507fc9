"""Figures of cards on system design, recomputed."""
import numpy as np
from math import sqrt

# negatives-position-bias, visual-search-design.
assert np.isclose(0.03 / 0.8, 0.0375) and np.isclose(0.02 / 0.4, 0.05)
assert 100e6 * 256 / 1e9 == 25.6
# The corrected softmax over sampled candidates finds the full softmax's ranking on average.
rng = np.random.default_rng(2)
scores, pop = rng.normal(size=6), rng.dirichlet(np.ones(6) * 2)
exact = np.exp(scores).sum()
draws = rng.choice(6, p=pop, size=200_000)
assert abs(np.exp(scores[draws] - np.log(pop[draws])).mean() / exact - 1) < 0.02

# fraud-design: the threshold; moderation-design: a sample of rare views.
for loss, cost in [(100, 5), (400, 10)]:
    p = cost / (loss + cost)
    assert np.isclose(p * loss, (1 - p) * cost)
assert 20_000 / 2_000 == 10 and abs(1.96 * sqrt(10) - 6) < 0.3

# entity-matching-design.
assert abs(1e7 * (1e7 - 1) / 2 / 5e13 - 1) < 1e-6
assert abs(1 - (1 - 0.8**5) ** 20 - 0.9996) < 1e-4 and abs(1 - (1 - 0.4**5) ** 20 - 0.186) < 1e-3

# capacity-estimate.
assert 350 * 8 == 2800
cache = 2800 * 4096 * 128 * 1024
assert abs(cache / 1e12 - 1.5) < 0.01 and abs(cache / 40e9 - 38) < 0.5
assert abs(350 * 1500 * 2 * 8e9 / 8.4e15 - 1) < 1e-9 and 8.4e15 / 400e12 == 21
assert 350 * 300 / 2500 == 42 and 21 + 42 == 63 and abs(63 * 1.2 - 76) < 0.5
assert abs(76 * 2.5 * 730 - 139_000) < 500

# ticket-agent-design, code-assistant-design.
assert np.isclose(0.40 + 0.45 * 6, 3.10) and np.isclose(3.10 + 0.01 * 100, 4.10)
assert abs(10_000 * 0.2 / 3 - 670) < 5
