"""Holds the site's metrics.json against the values that independent.py computed.

    python Tests/parity/compare.py public/2017-complete-journey/metrics.json independent.json

A value is compared where both have the metric with the same slice. Counts must be equal, all else to 1e-9 of the
value. The exit status is 1 where a value differs, or where fewer than 25 could be compared.
"""

import json
import math
import sys

TOLERANCE = 1e-9
FEWEST = 25


def main(site_path: str, independent_path: str) -> int:
    site = {key(row): row for row in load(site_path)}
    compared = failed = absent = 0
    for row in load(independent_path):
        found = site.get(key(row))
        if found is None:
            absent += 1
            continue
        compared += 1
        same = agree(found["value"], row["value"], row["kind"])
        failed += not same
        print(f"{'ok  ' if same else 'FAIL'} {label(row):62} site {shown(found['value']):>20}  pandas {shown(row['value']):>20}")
    print(f"{absent} values that pandas computed are not on the site")
    if compared < FEWEST:
        print(f"only {compared} values could be compared; at least {FEWEST} are needed")
    print(f"{compared - failed} passed, {failed} failed")
    return 1 if failed or compared < FEWEST else 0


def load(path: str) -> list:
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def key(row: dict) -> tuple:
    """The metric and its slice; a dimension may be written with its table, `products.department`."""
    return row["id"], tuple(sorted((name.rpartition(".")[2], str(value)) for name, value in row["slice"].items()))


def label(row: dict) -> str:
    return " ".join([row["id"]] + [f"{name}={value}" for name, value in sorted(row["slice"].items())])


def agree(site, independent, kind: str) -> bool:
    if isinstance(site, bool) or not isinstance(site, (int, float)):
        return False
    if kind == "count":
        return site == independent
    return math.isclose(site, independent, rel_tol=TOLERANCE, abs_tol=0.0)


def shown(value) -> str:
    return "missing" if value is None else f"{value:.10g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: compare.py METRICS-JSON INDEPENDENT-JSON")
    sys.exit(main(sys.argv[1], sys.argv[2]))
