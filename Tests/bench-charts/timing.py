"""Times the charts of one Python library: what vega_lite.py and pyplot.py share."""

import json
import pathlib
import statistics
import sys
import time
from collections.abc import Callable

WARM_UP = 3
RUNS = 15
SECONDS = 0.5


def run(charts: dict[str, Callable[[dict], bytes]]) -> None:
    """Prints {name: {"ms": median, "bytes": size}}. The first argument is the data; into a second, a folder, the
    pictures go, to be looked at. A run is all between the rows in memory and the bytes of the SVG."""
    data = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    result = {}
    for name, chart in data.items():
        draw = charts[name]
        picture = [draw(chart) for _ in range(WARM_UP)][-1]
        times = []
        while len(times) < RUNS or sum(times) < SECONDS:
            start = time.perf_counter()
            picture = draw(chart)
            times.append(time.perf_counter() - start)
        result[name] = {"ms": round(statistics.median(times) * 1000, 3), "bytes": len(picture)}
        if len(sys.argv) > 2:
            pathlib.Path(sys.argv[2], f"{name}.svg").write_bytes(picture)
    json.dump(result, sys.stdout, indent=1)
    print()


def ordered(rows: list[dict], key: str) -> list:
    """The values of one key in the order of their first row."""
    return list(dict.fromkeys(row[key] for row in rows))


def steps(rows: list[dict]) -> list[dict]:
    """A waterfall's rows with where each bar begins and ends, and the step to which its end leads on."""
    level = 0
    bars = []
    for number, row in enumerate(rows):
        begin = 0 if row["kind"] == "total" else level
        level = begin + row["value"]
        colour = "total" if row["kind"] == "total" else "up" if row["value"] >= 0 else "down"
        following = rows[min(number + 1, len(rows) - 1)]["step"]
        bars.append(row | {"begin": begin, "end": level, "colour": colour, "next": following})
    return bars
