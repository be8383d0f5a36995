"""Makes geometry.json: what NumPy, SciPy and matplotlib answer for quantiles, boxes and densities, for GeometryTests.swift.

Made with NumPy 2.4.6, SciPy 1.17.1 and matplotlib 3.11.2: python geometry.py > geometry.json
"""
import json

import numpy as np
from matplotlib.cbook import boxplot_stats
from scipy.stats import gaussian_kde

random = np.random.default_rng(7)
samples = {
    "one": [4.0],
    "equal": [2.0] * 9,
    "few": [1.0, 2.0, 4.0, 8.0, 100.0],
    "normal": random.normal(30, 8, 120).round(4).tolist(),
    "skewed": random.lognormal(2, 1, 200).round(4).tolist(),
    "two": np.concatenate([random.normal(0, 1, 50), random.normal(9, 2, 70)]).round(4).tolist(),
}
shares = [0, 0.1, 0.25, 0.5, 0.75, 0.99, 1]
result = []
for name, values in samples.items():
    box = boxplot_stats(values)[0]
    points = np.linspace(min(values) - 1, max(values) + 1, 25)
    differs = len(set(values)) > 1
    result.append({
        "name": name,
        "values": values,
        "quantiles": [[share, float(np.quantile(values, share))] for share in shares],
        "box": [float(box[key]) for key in ("whislo", "q1", "med", "q3", "whishi")],
        "outliers": sorted(float(value) for value in box["fliers"]),
        "points": points.tolist(),
        "density": gaussian_kde(values, bw_method="silverman")(points).tolist() if differs else None,
    })
print(json.dumps({"source": "NumPy 2.4.6, SciPy 1.17.1, matplotlib 3.11.2", "samples": result}))
