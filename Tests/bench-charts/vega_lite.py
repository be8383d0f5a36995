"""Draws the charts with Vega-Lite, which vl-convert runs outside a browser, and times them.

    python Tests/bench-charts/vega_lite.py DATA.json [FOLDER]

A run writes the specification with the rows in it, compiles it to Vega and draws that. It prints what timing.py says.
"""

import vl_convert

from timing import ordered, run, steps

VERSION = "6.4"
WIDTH = 720
COLOURS = {"domain": ["total", "up", "down"], "range": ["#52525b", "#15803d", "#b91c1c"]}


def svg(chart: dict, height: int, **view) -> bytes:
    specification = {
        "title": {"text": chart["title"], "anchor": "start", "fontSize": 16},
        "width": WIDTH,
        "height": height,
        "autosize": {"type": "fit", "contains": "padding"},
        "data": {"values": chart["rows"]},
    } | view
    return vl_convert.vegalite_to_svg(specification, vl_version=VERSION).encode()


def nominal(rows: list[dict], field: str, title: str | None = None, **more) -> dict:
    return {"field": field, "type": "nominal", "sort": ordered(rows, field), "title": title} | more


def amount(field: str, title: str | None = None, **more) -> dict:
    return {"field": field, "type": "quantitative", "title": title} | more


def line(chart: dict) -> bytes:
    return svg(
        chart,
        360,
        mark="line",
        encoding={
            "x": {"field": "day", "type": "temporal", "title": None, "axis": {"format": "%m-%d"}},
            "y": amount("value", chart["y"]),
            "color": nominal(chart["rows"], "series"),
        },
    )


def grouped(chart: dict) -> bytes:
    rows = chart["rows"]
    return svg(
        chart,
        360,
        encoding={
            "x": nominal(rows, "category", axis={"labelAngle": 0}),
            "xOffset": nominal(rows, "series"),
            "y": amount("value", chart["y"]),
        },
        layer=[
            {"mark": "bar", "encoding": {"color": nominal(rows, "series")}},
            {"mark": {"type": "text", "dy": -6, "fontSize": 10}, "encoding": {"text": amount("value", format=",")}},
        ],
    )


def stacked(chart: dict) -> bytes:
    rows = chart["rows"]
    return svg(
        chart,
        360,
        encoding={"x": nominal(rows, "category", axis={"labelAngle": 0}), "order": {"field": "place", "type": "ordinal"}},
        transform=[{"calculate": f"indexof({ordered(rows, 'series')}, datum.series)", "as": "place"}],
        layer=[
            {
                "mark": "bar",
                "encoding": {"y": amount("value", chart["y"], stack="zero"), "color": nominal(rows, "series")},
            },
            {
                "mark": {"type": "text", "fontSize": 10, "color": "white"},
                "encoding": {
                    "y": amount("value", chart["y"], stack="zero", bandPosition=0.5),
                    "detail": {"field": "series"},
                    "text": amount("value", format=".0f"),
                },
            },
        ],
    )


def funnel(chart: dict) -> bytes:
    return svg(
        chart,
        240,
        transform=[
            {"joinaggregate": [{"op": "max", "field": "value", "as": "first"}]},
            {"calculate": "format(datum.value, ',') + ' · ' + format(datum.value / datum.first, '.1%')", "as": "label"},
        ],
        encoding={"y": nominal(chart["rows"], "step"), "x": amount("value", axis=None, scale={"domainMax": 560000})},
        layer=[
            {"mark": "bar"},
            {"mark": {"type": "text", "align": "left", "dx": 5}, "encoding": {"text": {"field": "label"}}},
        ],
    )


def heatmap(chart: dict) -> bytes:
    return svg(
        chart,
        260,
        mark="rect",
        encoding={
            "x": {"field": "hour", "type": "ordinal", "title": chart["x"], "axis": {"labelAngle": 0}},
            "y": nominal(chart["rows"], "weekday"),
            "color": amount("value", chart["y"], scale={"scheme": "blues"}),
        },
    )


def donut(chart: dict) -> bytes:
    return svg(
        chart,
        360,
        transform=[
            {"joinaggregate": [{"op": "sum", "field": "value", "as": "sum"}]},
            {"calculate": f"indexof({ordered(chart['rows'], 'part')}, datum.part)", "as": "place"},
            {"calculate": "datum.value / datum.sum", "as": "share"},
        ],
        encoding={
            "theta": amount("value", stack=True),
            "color": nominal(chart["rows"], "part"),
            "order": {"field": "place", "type": "ordinal"},
        },
        layer=[
            {"mark": {"type": "arc", "innerRadius": 85, "outerRadius": 140}},
            {"mark": {"type": "text", "radius": 160}, "encoding": {"text": amount("share", format=".1%")}},
        ],
    )


def scatter(chart: dict) -> bytes:
    return svg(
        chart,
        400,
        mark={"type": "circle", "size": 22, "opacity": 0.6},
        encoding={"x": amount("x", chart["x"]), "y": amount("y", chart["y"]), "color": nominal(chart["rows"], "group")},
    )


def waterfall(chart: dict) -> bytes:
    bars = steps(chart["rows"])
    return svg(
        chart | {"rows": bars},
        360,
        transform=[{"calculate": "max(datum.begin, datum.end)", "as": "top"}],
        encoding={"x": nominal(bars, "step", axis={"labelAngle": 0})},
        layer=[
            {
                "mark": {"type": "bar", "width": {"band": 0.7}},
                "encoding": {
                    "y": amount("begin", chart["y"]),
                    "y2": {"field": "end"},
                    "color": {"field": "colour", "type": "nominal", "scale": COLOURS, "legend": None},
                },
            },
            {"mark": {"type": "rule", "color": "#71717a"}, "encoding": {"x2": {"field": "next"}, "y": amount("end")}},
            {
                "mark": {"type": "text", "dy": -7},
                "encoding": {"y": amount("top"), "text": amount("value", format="+,.1f")},
            },
        ],
    )


def bullet(chart: dict) -> bytes:
    return svg(
        chart,
        260,
        encoding={"y": nominal(chart["rows"], "metric")},
        layer=[
            {"mark": {"type": "bar", "height": {"band": 0.5}}, "encoding": {"x": amount("value", chart["x"])}},
            {
                "mark": {"type": "tick", "color": "black", "thickness": 3, "size": 28},
                "encoding": {"x": amount("target", chart["x"])},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 4, "dy": -14, "fontSize": 10},
                "encoding": {"x": {"datum": 0, "type": "quantitative"}, "text": {"field": "label"}},
            },
        ],
        transform=[{"calculate": "format(datum.value, ',.1f') + ' / ' + format(datum.target, ',')", "as": "label"}],
    )


def cohorts(chart: dict) -> bytes:
    return svg(
        chart,
        400,
        encoding={
            "x": {"field": "month", "type": "ordinal", "title": chart["x"], "axis": {"labelAngle": 0}},
            "y": nominal(chart["rows"], "cohort"),
        },
        layer=[
            {
                "mark": "rect",
                "encoding": {"color": amount("share", chart["y"], scale={"scheme": "blues"}, legend={"format": ".0%"})},
            },
            {
                "mark": {"type": "text", "fontSize": 10},
                "encoding": {
                    "text": amount("share", format=".0%"),
                    "color": {"condition": {"test": "datum.share > 0.6", "value": "white"}, "value": "black"},
                },
            },
        ],
    )


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
