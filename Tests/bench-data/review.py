"""The review's tables, charts and pages, from sums: what the scripts with pandas and with polars share.

Charts are Vega-Lite's specifications by Altair inside the pages, which a reader's browser draws: cheaper than drawing them here, as Recap
does. Tables are written as CSV, too, with the names that Recap gives their columns.
"""
import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import altair as alt
from jinja2 import Environment, FileSystemLoader

SUMS = ["orders", "paid_orders", "cancelled_orders", "units", "sales", "refunds", "discounts"]
SPAN = timedelta(days=30)
Rows = list[dict]
Measure = Callable[[list[str]], Rows]

RATIOS = {
    "order_value": lambda row: row["sales"] / row["paid_orders"],
    "orders_per_buyer": lambda row: row["orders"] / row["buyers"],
    "units_per_order": lambda row: row["units"] / row["orders"],
    "refund_rate": lambda row: row["refunds"] / row["sales"],
    "discount_rate": lambda row: row["discounts"] / row["sales"],
    "net_sales": lambda row: row["sales"] - row["refunds"],
}
FORMATS = {
    "orders_per_buyer": "{:.2f}", "units_per_order": "{:.2f}", "refund_rate": "{:.1%}", "discount_rate": "{:.1%}", "change": "{:+.1%}", "share": "{:.1%}",
    "order_value": "${:,.2f}", "largest_order": "${:,.2f}", "sales": "${:,.0f}", "refunds": "${:,.0f}", "discounts": "${:,.0f}", "net_sales": "${:,.0f}",
}


def shown(name: str, value: object) -> str:
    """A cell as a page shows it: by the last part of its column's name, then by its metric."""
    kind = name.rsplit("_", 1)[-1]
    form = FORMATS.get(kind if kind in ("change", "share") else name.removesuffix("_baseline"), "{:,}")
    return str(value) if isinstance(value, (str, date)) else form.format(value)


class Review:
    """Rows of June with their values of the thirty days before."""

    def __init__(self, sums: Measure, buyers: Measure) -> None:
        self.sums, self.buyers = sums, buyers

    def rows(self, by: list[str], with_buyers: bool = False) -> dict[tuple, tuple[dict, dict]]:
        """By the values of the dimensions, June's and the earlier days' sums; a day's earlier one is that of thirty days before."""
        found: dict[tuple, list[dict]] = {}
        measured = self.sums(by)
        counts = {self.key(row, by): row["buyers"] for row in self.buyers(by)} if with_buyers else {}
        for row in measured:
            june, *key = self.key(row, by)
            row["buyers"] = counts.get((june, *key))
            found.setdefault(tuple(key), [{}, {}])[0 if june else 1] = row
        return {key: (june, before) for key, (june, before) in found.items()}

    @staticmethod
    def key(row: dict, by: list[str]) -> tuple:
        """June or before, and the values of the dimensions."""
        def value(name: str) -> object:
            if name != "day":
                return row[name]
            day = row["day"].date() if hasattr(row["day"], "date") else row["day"]
            return day if row["june"] else day + SPAN
        return (bool(row["june"]), *(value(name) for name in by))

    def table(self, by: list[str], metrics: list[str], columns: tuple[str, ...] = ()) -> Rows:
        rows = self.rows(by, "buyers" in metrics or "orders_per_buyer" in metrics)
        value = lambda row, metric: RATIOS[metric](row) if metric in RATIOS else row[metric]
        table = []
        for key, (june, before) in rows.items():
            line = dict(zip(by, key))
            for metric in metrics:
                line[metric] = value(june, metric)
                if "share" in columns:
                    line[f"{metric}_share"] = line[metric] / sum(value(other, metric) for other, _ in rows.values())
                if "baseline" in columns:
                    line[f"{metric}_baseline"] = value(before, metric)
                if "change" in columns:
                    line[f"{metric}_change"] = line[metric] / value(before, metric) - 1
            table.append(line)
        return sorted(table, key=lambda line: tuple(line[name] for name in by))


def both(rows: Rows, dimension: str, metric: str) -> Rows:
    """A row for each of the two spans."""
    spans = (("June", metric), ("before", f"{metric}_baseline"))
    return [{dimension: row[dimension], "span": span, metric: row[name]} for row in rows for span, name in spans]


def chart(rows: Rows, mark: str, title: str, **encoding: object) -> str:
    """A chart's specification, with its rows in it."""
    plain = [{name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()} for row in rows]
    base = alt.Chart(alt.Data(values=plain), title=title, width=680, height=320)
    return getattr(base, f"mark_{mark}")().encode(**encoding).to_json(indent=None)


def charts(tables: dict[str, Rows]) -> dict[str, str]:
    return {
        "sales-by-channel": chart(
            both(tables["sales-by-channel"], "channel", "sales"), "bar", "Sales by channel, and the month before", x="channel:N", xOffset="span:N", y="sales:Q", color="span:N"),
        "channel-category": chart(tables["channel-category"], "rect", "Sales by channel and category", x="category:N", y="channel:N", color="sales:Q"),
        "sales-by-category": chart(tables["sales-by-category"], "bar", "Sales by category", x="sales:Q", y=alt.Y("category:N", sort="-x")),
        "sales-by-region": chart(tables["sales-by-region"], "arc", "Net sales by region", theta="net_sales:Q", color="region:N"),
        "sales-by-day": chart(both(tables["sales-by-day"], "day", "sales"), "line", "Sales by day, and the month before", x="day:T", y="sales:Q", color="span:N"),
        "orders-by-day-and-channel": chart(tables["orders-by-day-and-channel"], "area", "Orders by day and channel", x="day:T", y="orders:Q", color="channel:N"),
    }


TOTALS = [*SUMS[:3], "buyers", "units", "sales", "refunds", "discounts", "largest_order", *RATIOS]


def write(sums: Measure, buyers: Measure, folder: str) -> None:
    """Writes the site: pages, and each table's CSV."""
    review, root = Review(sums, buyers), Path(folder)
    channels = review.table(["channel"], ["orders", "buyers", "sales", "order_value", "refund_rate"], ("baseline", "change"))
    days = review.table(["day"], ["orders", "buyers", "sales"], ("baseline",))
    line = review.table([], TOTALS, ("baseline", "change"))[0]
    pick = lambda rows, *names: [{name: row[name] for name in names} for row in rows]
    regions = review.table(["region"], ["orders", "sales", "net_sales"], ("baseline", "change"))
    categories = review.table(["category"], ["orders", "units", "sales", "discount_rate"], ("change",))
    tables = {
        "totals": [{"metric": name, "value": line[name], "value_baseline": line[f"{name}_baseline"], "value_change": line[f"{name}_change"]} for name in TOTALS],
        "statuses": review.table(["status"], ["orders", "units", "discounts"], ("share", "baseline", "change")),
        "channels": channels,
        "sales-by-channel": pick(channels, "channel", "sales", "sales_baseline"),
        "channel-category": review.table(["channel", "category"], ["sales"]),
        "categories": categories,
        "sales-by-category": pick(categories, "category", "sales"),
        "regions": regions,
        "sales-by-region": pick(regions, "region", "net_sales"),
        "days": pick(days, "day", "orders", "buyers", "sales"),
        "sales-by-day": pick(days, "day", "sales", "sales_baseline"),
        "orders-by-day-and-channel": review.table(["day", "channel"], ["orders"]),
    }
    (root / "data").mkdir(parents=True)
    for name, rows in tables.items():
        with open(root / "data" / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    drawn = charts(tables)
    pages = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)
    pages.globals.update(shown=shown, tables=tables, charts=drawn, total=line)
    template = pages.get_template("page.html.jinja")
    chapters = {"results": "Results", "channels": "Channels", "categories": "Categories and regions", "days": "Days"}
    for slug, title in {"": "Orders of June", **chapters}.items():
        (root / slug).mkdir(exist_ok=True)
        (root / slug / "index.html").write_text(template.render(slug=slug, title=title, chapters=chapters), encoding="utf-8")
