"""The review of the orders by polars, Altair and Jinja: `python with_polars.py ORDERS.csv FOLDER`."""
import sys
from datetime import date

import polars as pl

import review

TYPES = {
    "order_id": pl.Int64, "user_id": pl.Int64, "day": pl.Date, "channel": pl.Categorical, "category": pl.Categorical, "region": pl.Categorical,
    "status": pl.Categorical, "units": pl.Int64, "amount": pl.Float64, "discount": pl.Float64,
}
JUNE = pl.col("day") >= date(2025, 6, 1)


KEYS = ["june", "day", "channel", "category", "region", "status"]
BUYERS_BY = [[], ["channel"], ["day"]]


def main() -> None:
    # One pass over the file for all; columns that nothing asks for are not read.
    orders = pl.scan_csv(sys.argv[1], schema=TYPES).with_columns(june=JUNE)
    cells = orders.group_by(KEYS).agg(
        orders=pl.len(), units=pl.col("units").sum(), amount=pl.col("amount").sum(), discounts=pl.col("discount").sum(), largest_order=pl.col("amount").max()
    )
    counts = [orders.group_by(["june", *by]).agg(buyers=pl.col("user_id").n_unique()) for by in BUYERS_BY]
    cells, *counts = pl.collect_all([cells, *counts], engine="streaming")
    status = pl.col("status").cast(pl.String)
    measured = cells.with_columns(
        paid_orders=pl.when(status == "paid").then("orders").otherwise(0),
        cancelled_orders=pl.when(status == "cancelled").then("orders").otherwise(0),
        sales=pl.when(status != "cancelled").then("amount").otherwise(0.0),
        refunds=pl.when(status == "refunded").then("amount").otherwise(0.0),
    )

    def sums(by: list[str]) -> list[dict]:
        totals = [pl.col(name).sum() for name in review.SUMS]
        return measured.group_by(["june", *by]).agg(*totals, pl.col("largest_order").max()).to_dicts()

    def buyers(by: list[str]) -> list[dict]:
        return counts[BUYERS_BY.index(by)].to_dicts()

    review.write(sums, buyers, sys.argv[2])


main()
