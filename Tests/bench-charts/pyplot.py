"""Draws the charts with matplotlib's SVG backend and times them.

    python Tests/bench-charts/pyplot.py DATA.json [FOLDER]

Letters stay text (svg.fonttype none), as in the other programs' pictures. It prints what timing.py says.
"""

import datetime
import io

import matplotlib

matplotlib.use("svg")

from matplotlib import dates, font_manager, ticker
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from timing import ordered, run, steps

INCHES = 10  # 720 units of the SVG backend
WISHED = ["DejaVu Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "WenQuanYi Zen Hei", "PingFang SC", "Microsoft YaHei"]
THERE = {font.name for font in font_manager.fontManager.ttflist}
COLOURS = {"total": "#52525b", "up": "#15803d", "down": "#b91c1c"}
plt.rcParams |= {
    "svg.fonttype": "none",
    "font.family": [name for name in WISHED if name in THERE],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.titlelocation": "left",
}


def paper(chart: dict, height: float) -> Axes:
    _, axes = plt.subplots(figsize=(INCHES, height / 72), layout="constrained")
    axes.set_title(chart["title"])
    if chart["x"]:
        axes.set_xlabel(chart["x"])
    if chart["y"]:
        axes.set_ylabel(chart["y"])
    return axes


def saved(axes: Axes) -> bytes:
    file = io.BytesIO()
    axes.figure.savefig(file, format="svg")
    plt.close(axes.figure)
    return file.getvalue()


def legend(axes: Axes) -> None:
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)


def chosen(rows: list[dict], key: str, value: str) -> list[dict]:
    return [row for row in rows if row[key] == value]


def line(chart: dict) -> bytes:
    axes = paper(chart, 360)
    for series in ordered(chart["rows"], "series"):
        rows = chosen(chart["rows"], "series", series)
        days = [datetime.date.fromisoformat(row["day"]) for row in rows]
        axes.plot(days, [row["value"] for row in rows], label=series)
    axes.xaxis.set_major_formatter(dates.DateFormatter("%m-%d"))
    axes.yaxis.set_major_formatter(ticker.StrMethodFormatter("{x:,.0f}"))
    axes.grid(axis="y", color="#e4e4e7")
    legend(axes)
    return saved(axes)


def grouped(chart: dict) -> bytes:
    axes = paper(chart, 360)
    categories = ordered(chart["rows"], "category")
    for number, series in enumerate(ordered(chart["rows"], "series")):
        places = [place + 0.27 * (number - 1) for place in range(len(categories))]
        values = [row["value"] for row in chosen(chart["rows"], "series", series)]
        bars = axes.bar(places, values, width=0.25, label=series)
        axes.bar_label(bars, fmt="{:,.0f}", fontsize=7, padding=2)
    axes.set_xticks(range(len(categories)), categories)
    axes.yaxis.set_major_formatter(ticker.StrMethodFormatter("{x:,.0f}"))
    axes.grid(axis="y", color="#e4e4e7")
    legend(axes)
    return saved(axes)


def stacked(chart: dict) -> bytes:
    axes = paper(chart, 360)
    categories = ordered(chart["rows"], "category")
    bottom = [0.0] * len(categories)
    for series in ordered(chart["rows"], "series"):
        values = [row["value"] for row in chosen(chart["rows"], "series", series)]
        bars = axes.bar(categories, values, bottom=bottom, label=series)
        axes.bar_label(bars, fmt="{:.0f}", fontsize=8, color="white", label_type="center")
        bottom = [low + value for low, value in zip(bottom, values)]
    axes.grid(axis="y", color="#e4e4e7")
    legend(axes)
    return saved(axes)


def funnel(chart: dict) -> bytes:
    axes = paper(chart, 240)
    values = [row["value"] for row in chart["rows"]]
    bars = axes.barh([row["step"] for row in chart["rows"]], values)
    axes.bar_label(bars, [f"{value:,} · {value / values[0]:.1%}" for value in values], padding=4)
    axes.invert_yaxis()
    axes.margins(x=0.2)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
    return saved(axes)


def heatmap(chart: dict) -> bytes:
    axes = paper(chart, 260)
    days = ordered(chart["rows"], "weekday")
    hours = ordered(chart["rows"], "hour")
    cells = [[row["value"] for row in chosen(chart["rows"], "weekday", day)] for day in days]
    axes.set_ylabel("")
    axes.set_xticks([hour + 0.5 for hour in range(len(hours))], hours)
    axes.set_yticks([place + 0.5 for place in range(len(days))], days)
    axes.invert_yaxis()
    axes.figure.colorbar(axes.pcolormesh(cells, cmap="Blues"), label=chart["y"])
    return saved(axes)


def donut(chart: dict) -> bytes:
    axes = paper(chart, 360)
    values = [row["value"] for row in chart["rows"]]
    parts = [row["part"] for row in chart["rows"]]
    shares = [f"{value / sum(values):.1%}" for value in values]
    wedges, _ = axes.pie(
        values, labels=shares, startangle=90, counterclock=False, wedgeprops={"width": 0.4, "edgecolor": "white"}
    )
    axes.legend(wedges, parts, loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    return saved(axes)


def scatter(chart: dict) -> bytes:
    axes = paper(chart, 400)
    for group in ordered(chart["rows"], "group"):
        rows = chosen(chart["rows"], "group", group)
        points = [row["x"] for row in rows], [row["y"] for row in rows]
        axes.scatter(*points, s=14, alpha=0.6, linewidths=0, label=group)
    axes.grid(color="#e4e4e7")
    legend(axes)
    return saved(axes)


def waterfall(chart: dict) -> bytes:
    axes = paper(chart, 360)
    rows = steps(chart["rows"])
    bars = axes.bar(
        [row["step"] for row in rows],
        [row["end"] - row["begin"] for row in rows],
        bottom=[row["begin"] for row in rows],
        color=[COLOURS[row["colour"]] for row in rows],
        width=0.7,
    )
    for number, (row, bar) in enumerate(zip(rows, bars)):
        top = max(row["begin"], row["end"])
        axes.annotate(f"{row['value']:+,.1f}", (number, top), (0, 3), textcoords="offset points", ha="center", fontsize=9)
        if number + 1 < len(rows):
            axes.plot([number + 0.35, number + 0.65], [row["end"]] * 2, color="#71717a", linewidth=1)
    axes.margins(y=0.1)
    axes.grid(axis="y", color="#e4e4e7")
    return saved(axes)


def bullet(chart: dict) -> bytes:
    axes = paper(chart, 260)
    rows = chart["rows"]
    axes.barh([row["metric"] for row in rows], [row["value"] for row in rows], height=0.5)
    for number, row in enumerate(rows):
        axes.plot([row["target"]] * 2, [number - 0.38, number + 0.38], color="black", linewidth=3)
        label = f"{row['value']:,.1f} / {row['target']:,.0f}"
        axes.annotate(label, (0, number - 0.3), (3, 1), textcoords="offset points", fontsize=8)
    axes.invert_yaxis()
    axes.grid(axis="x", color="#e4e4e7")
    return saved(axes)


def cohorts(chart: dict) -> bytes:
    axes = paper(chart, 400)
    months = ordered(chart["rows"], "cohort")
    cells = [[float("nan")] * len(months) for _ in months]
    for row in chart["rows"]:
        place = months.index(row["cohort"])
        cells[place][row["month"]] = row["share"]
        colour = "white" if row["share"] > 0.6 else "black"
        axes.text(row["month"] + 0.5, place + 0.5, f"{row['share']:.0%}", ha="center", va="center", fontsize=8, color=colour)
    axes.set_ylabel("")
    axes.set_xticks([number + 0.5 for number in range(len(months))], range(len(months)))
    axes.set_yticks([number + 0.5 for number in range(len(months))], months)
    axes.invert_yaxis()
    mesh = axes.pcolormesh(cells, cmap="Blues", vmin=0, vmax=1)
    axes.figure.colorbar(mesh, label=chart["y"], format=ticker.PercentFormatter(1))
    return saved(axes)


run(
    {
        "line-4x90": line,
        "bar-grouped": grouped,
        "bar-stacked": stacked,
        "funnel": funnel,
        "heatmap-7x24": heatmap,
        "donut": donut,
        "scatter-1000": scatter,
        "waterfall": waterfall,
        "bullet": bullet,
        "cohort-12x12": cohorts,
    }
)
