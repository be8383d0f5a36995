"""Compares two folders of reference values: python compare.py FRESH COMMITTED. Fitted ones may differ in the fifth digit."""

import json
import pathlib
import sys

# What a library finds by searching; its last digits hang on the machine.
FITTED = {"BetaGeometric", "GammaGamma", "HillCurve", "HoltWinters", "Scalability", "minimize", "reallocate", "bootstrap"}


def differences(fresh, committed, tolerance, path):
    if isinstance(fresh, dict) and isinstance(committed, dict) and fresh.keys() == committed.keys():
        for key in fresh:
            yield from differences(fresh[key], committed[key], tolerance, f"{path}.{key}")
    elif isinstance(fresh, list) and isinstance(committed, list) and len(fresh) == len(committed):
        for index, (a, b) in enumerate(zip(fresh, committed)):
            yield from differences(a, b, tolerance, f"{path}[{index}]")
    elif isinstance(fresh, (int, float)) and isinstance(committed, (int, float)):
        if abs(fresh - committed) > tolerance * max(1e-6, abs(fresh), abs(committed)):
            yield f"{path}: {fresh} here, {committed} committed"
    elif fresh != committed:
        yield f"{path}: {fresh!r} here, {committed!r} committed"


def main() -> int:
    fresh, committed = (json.loads((pathlib.Path(folder) / "reference.json").read_text()) for folder in sys.argv[1:3])
    found = [] if fresh.keys() == committed.keys() else [f"functions differ: {sorted(fresh.keys() ^ committed.keys())}"]
    for name in fresh.keys() & committed.keys():
        tolerance = 1e-4 if any(name.startswith(fitted) for fitted in FITTED) else 1e-8
        found += differences(fresh[name], committed[name], tolerance, name)
    for line in found[:20]:
        print(line, file=sys.stderr)
    cases = sum(len(values) for values in fresh.values())
    print(f"{len(fresh)} functions, {cases} cases: {'as committed' if not found else f'{len(found)} values differ'}")
    return 1 if found else 0


sys.exit(main())
