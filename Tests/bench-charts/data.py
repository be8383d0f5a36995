"""Makes the data of the benchmark's ten charts; each run writes the same.

    python Tests/bench-charts/data.py DATA.json

The file is one object; its keys are the charts' names, in the order in which they are drawn. Each chart is
{"title": .., "x": .., "y": .., "rows": [..]}: "x" and "y" name the axes (null: the axis needs no name; "y" of a heat
map names the value that the colour shows), and the rows are objects:

    line-4x90      {"day": "2025-05-20", "series": "搜索 Search", "value": 1234.5}   90 days of one series, then the next
    bar-grouped    {"category": .., "series": .., "value": ..}                       6 categories x 3 series
    bar-stacked    {"category": "1月", "series": .., "value": ..}                    12 months x 4 series
    funnel         {"step": .., "value": 120000}                                     5 steps, each smaller
    heatmap-7x24   {"weekday": "周一", "hour": 0, "value": ..}                       7 x 24
    donut          {"part": .., "value": ..}                                         6 parts
    scatter-1000   {"x": .., "y": .., "group": ..}                                   1000 points of 3 groups
    waterfall      {"step": .., "kind": "total" or "change", "value": ..}            a total, 6 changes, the new total
    bullet         {"metric": .., "value": .., "target": ..}                         6 metrics of one unit
    cohort-12x12   {"cohort": "2025-01", "month": 0, "share": 1.0}                   78 rows: 12 months, 11, .. 1

Categories, series and so on stand in the order of their first row. Numbers have at most 4 decimals.
"""

import datetime
import json
import math
import random
import sys

SERIES = ["搜索 Search", "信息流 Feed", "直播 Live", "Email & SMS"]
WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]


def main() -> None:
    chance = random.Random(7)
    charts = {
        "line-4x90": chart("各渠道每日成交额 Daily sales by channel", None, "成交额（元）", line(chance)),
        "bar-grouped": chart("各品类三期销量 Units by category", None, "销量（件）", grouped(chance)),
        "bar-stacked": chart("月度收入构成 Monthly revenue", None, "收入（万元）", stacked(chance)),
        "funnel": chart("购买漏斗 Purchase funnel", None, None, funnel(chance)),
        "heatmap-7x24": chart("一周下单时段 Orders by hour", "时 Hour", "订单 Orders", heatmap(chance)),
        "donut": chart("流量来源 Traffic sources", None, None, donut(chance)),
        "scatter-1000": chart("花费与成交 Cost and sales", "花费 Cost（元）", "成交 Sales（元）", scatter(chance)),
        "waterfall": chart("利润变化 From last year's profit to this year's", None, "利润（万元）", waterfall(chance)),
        "bullet": chart("目标达成 Value and target", "万元", None, bullet(chance)),
        "cohort-12x12": chart("分月留存 Retention by cohort", "首购后第几月 Months since", "留存 Retained", cohorts(chance)),
    }
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(charts, file, ensure_ascii=False, indent=1)


def chart(title: str, x: str | None, y: str | None, rows: list[dict]) -> dict:
    return {"title": title, "x": x, "y": y, "rows": rows}


def line(chance: random.Random) -> list[dict]:
    start = datetime.date(2025, 4, 1)
    rows = []
    for place, series in enumerate(SERIES):
        level = 4200 - 800 * place
        for number in range(90):
            level *= 1 + chance.gauss(0.002, 0.04)
            week = 1 + 0.12 * math.sin(2 * math.pi * (number + place) / 7)
            day = (start + datetime.timedelta(days=number)).isoformat()
            rows.append({"day": day, "series": series, "value": round(level * week, 1)})
    return rows


def grouped(chance: random.Random) -> list[dict]:
    categories = ["手机 Phones", "家电 Home", "服饰 Apparel", "美妆 Beauty", "食品 Food", "Books"]
    periods = ["预热 Teaser", "爆发 Peak", "返场 Encore"]
    return [
        {"category": category, "series": period, "value": round(chance.uniform(800, 2400) * (1 + (number == 1)))}
        for category in categories
        for number, period in enumerate(periods)
    ]


def stacked(chance: random.Random) -> list[dict]:
    return [
        {"category": f"{month}月", "series": series, "value": round(chance.uniform(60, 180) - 20 * place, 1)}
        for month in range(1, 13)
        for place, series in enumerate(SERIES)
    ]


def funnel(chance: random.Random) -> list[dict]:
    value = 480_000
    rows = []
    for step in ["浏览 View", "收藏 Save", "加购 Cart", "下单 Order", "付款 Pay"]:
        rows.append({"step": step, "value": value})
        value = round(value * chance.uniform(0.35, 0.8))
    return rows


def heatmap(chance: random.Random) -> list[dict]:
    return [
        {"weekday": day, "hour": hour, "value": round(peak(hour) * (1.3 if number > 4 else 1) * chance.uniform(0.8, 1.2))}
        for number, day in enumerate(WEEKDAYS)
        for hour in range(24)
    ]


def peak(hour: int) -> float:
    """More at noon, most at nine in the evening."""
    return 40 + 300 * math.exp(-(((hour - 12) / 2.5) ** 2)) + 620 * math.exp(-(((hour - 21) / 2) ** 2))


def donut(chance: random.Random) -> list[dict]:
    parts = ["自然搜索 Organic", "付费 Paid", "直播 Live", "社群 Social", "Email", "其他 Other"]
    return [{"part": part, "value": round(chance.uniform(0.6, 1) * 9000 / (place + 1))} for place, part in enumerate(parts)]


def scatter(chance: random.Random) -> list[dict]:
    rows = []
    for number in range(1000):
        group = number % 3
        cost = chance.lognormvariate(5 + 0.25 * group, 0.45)
        sales = cost * (2 + group) * chance.lognormvariate(0, 0.25)
        rows.append({"x": round(cost, 2), "y": round(sales, 2), "group": ["新客 New", "老客 Loyal", "会员 VIP"][group]})
    return rows


def waterfall(chance: random.Random) -> list[dict]:
    rows = [{"step": "去年 2024", "kind": "total", "value": 1250.0}]
    for step, sign in [("销量 Volume", 1), ("价格 Price", 1), ("折扣 Discount", -1), ("物流 Freight", -1), ("广告 Ads", -1), ("退税 Refund", 1)]:
        rows.append({"step": step, "kind": "change", "value": round(sign * chance.uniform(60, 320), 1)})
    rows.append({"step": "今年 2025", "kind": "total", "value": round(sum(row["value"] for row in rows), 1)})
    return rows


def bullet(chance: random.Random) -> list[dict]:
    rows = []
    for metric in ["成交额 GMV", "净收入 Net", "新客 New", "会员 Members", "直播 Live", "Email"]:
        target = round(chance.uniform(300, 900), -1)
        rows.append({"metric": metric, "value": round(target * chance.uniform(0.7, 1.25), 1), "target": target})
    return rows


def cohorts(chance: random.Random) -> list[dict]:
    rows = []
    for number in range(12):
        share = 1.0
        for month in range(12 - number):
            rows.append({"cohort": f"2025-{number + 1:02}", "month": month, "share": round(share, 4)})
            share *= chance.uniform(0.42, 0.55) if month == 0 else chance.uniform(0.84, 0.97)
    return rows


main()
