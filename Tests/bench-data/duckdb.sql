-- What the review's pages show, by DuckDB alone: the file is read once into a typed table as Recap reads it, added up to cells, and every table
-- and chart is written as CSV with the names that Recap gives its columns. scripts/bench-data sets $orders and $threads.
SET threads = $threads;
CREATE TABLE orders (
  order_id BIGINT, user_id BIGINT, day DATE, channel VARCHAR, category VARCHAR, region VARCHAR, status VARCHAR, units BIGINT,
  amount DECIMAL(18,2), discount DECIMAL(18,2)
);
INSERT INTO orders SELECT * FROM read_csv('$orders', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
  strict_mode = true, store_rejects = true, columns = {'order_id': 'BIGINT', 'user_id': 'BIGINT', 'day': 'DATE', 'channel': 'VARCHAR',
  'category': 'VARCHAR', 'region': 'VARCHAR', 'status': 'VARCHAR', 'units': 'BIGINT', 'amount': 'DECIMAL(18,2)', 'discount': 'DECIMAL(18,2)'});

CREATE TABLE cells AS
  SELECT day >= DATE '2025-06-01' AS june, CASE WHEN day >= DATE '2025-06-01' THEN day ELSE day + 30 END AS day, channel, category, region, status,
    count(*) AS orders, sum(units) AS units, sum(amount) AS amount, sum(discount) AS discounts, max(amount) AS largest
  FROM orders GROUP BY ALL;
CREATE VIEW measured AS
  SELECT june, day, channel, category, region, status, orders, units, discounts, largest,
    CASE WHEN status = 'paid' THEN orders ELSE 0 END AS paid_orders, CASE WHEN status = 'cancelled' THEN orders ELSE 0 END AS cancelled_orders,
    CASE WHEN status <> 'cancelled' THEN amount ELSE 0 END AS sales, CASE WHEN status = 'refunded' THEN amount ELSE 0 END AS refunds
  FROM cells;
CREATE TABLE buyers AS SELECT day >= DATE '2025-06-01' AS june, count(DISTINCT user_id) AS buyers FROM orders GROUP BY ALL;
CREATE TABLE channel_buyers AS
  SELECT day >= DATE '2025-06-01' AS june, channel, count(DISTINCT user_id) AS buyers FROM orders GROUP BY ALL;
CREATE TABLE day_buyers AS SELECT day, count(DISTINCT user_id) AS buyers FROM orders WHERE day >= DATE '2025-06-01' GROUP BY ALL;

COPY (
  WITH sums AS (
    SELECT june, sum(orders) AS orders, sum(paid_orders) AS paid_orders, sum(cancelled_orders) AS cancelled_orders, any_value(b.buyers) AS buyers,
      sum(units) AS units, sum(sales) AS sales, sum(refunds) AS refunds, sum(discounts) AS discounts, max(largest) AS largest_order
    FROM measured JOIN buyers AS b USING (june) GROUP BY june
  ), metrics AS (
    SELECT *, sales / paid_orders AS order_value, orders / buyers AS orders_per_buyer, units / orders AS units_per_order,
      refunds / sales AS refund_rate, discounts / sales AS discount_rate, sales - refunds AS net_sales
    FROM sums
  )
  UNPIVOT (SELECT june, COLUMNS(* EXCLUDE june)::DOUBLE FROM metrics) ON * EXCLUDE june INTO NAME metric VALUE value
) TO 'totals.raw.csv';
COPY (
  SELECT metric, any_value(value) FILTER (june) AS value, any_value(value) FILTER (NOT june) AS value_baseline
  FROM 'totals.raw.csv' GROUP BY metric
) TO 'totals.csv';
COPY (
  SELECT status, sum(orders) FILTER (june) AS orders, sum(orders) FILTER (NOT june) AS orders_baseline, sum(units) FILTER (june) AS units,
    sum(units) FILTER (NOT june) AS units_baseline, sum(discounts) FILTER (june) AS discounts, sum(discounts) FILTER (NOT june) AS discounts_baseline
  FROM measured GROUP BY status
) TO 'statuses.csv';
COPY (
  SELECT channel, sum(sales) FILTER (june) AS sales, sum(sales) FILTER (NOT june) AS sales_baseline FROM measured GROUP BY channel
) TO 'sales-by-channel.csv';
COPY (
  WITH sums AS (
    SELECT june, channel, sum(orders) AS orders, any_value(buyers) AS buyers, sum(sales) AS sales, sum(sales) / sum(paid_orders) AS order_value,
      sum(refunds) / sum(sales) AS refund_rate
    FROM measured JOIN channel_buyers USING (june, channel) GROUP BY june, channel
  )
  SELECT channel, n.orders, o.orders AS orders_baseline, n.buyers, o.buyers AS buyers_baseline, n.sales, o.sales AS sales_baseline,
    n.order_value, o.order_value AS order_value_baseline, n.refund_rate, o.refund_rate AS refund_rate_baseline
  FROM (FROM sums WHERE june) AS n JOIN (FROM sums WHERE NOT june) AS o USING (channel)
) TO 'channels.csv';
COPY (SELECT channel, category, sum(sales) AS sales FROM measured WHERE june GROUP BY ALL) TO 'channel-category.csv';
COPY (SELECT category, sum(sales) AS sales FROM measured WHERE june GROUP BY ALL) TO 'sales-by-category.csv';
COPY (
  SELECT category, sum(orders) AS orders, sum(units) AS units, sum(sales) AS sales, sum(discounts) / sum(sales) AS discount_rate
  FROM measured WHERE june GROUP BY ALL
) TO 'categories.csv';
COPY (SELECT region, sum(sales) - sum(refunds) AS net_sales FROM measured WHERE june GROUP BY ALL) TO 'sales-by-region.csv';
COPY (
  SELECT region, sum(orders) FILTER (june) AS orders, sum(orders) FILTER (NOT june) AS orders_baseline, sum(sales) FILTER (june) AS sales,
    sum(sales) FILTER (NOT june) AS sales_baseline, sum(sales - refunds) FILTER (june) AS net_sales,
    sum(sales - refunds) FILTER (NOT june) AS net_sales_baseline
  FROM measured GROUP BY region
) TO 'regions.csv';
COPY (SELECT day, sum(sales) FILTER (june) AS sales, sum(sales) FILTER (NOT june) AS sales_baseline FROM measured GROUP BY day) TO 'sales-by-day.csv';
COPY (SELECT day, channel, sum(orders) AS orders FROM measured WHERE june GROUP BY ALL) TO 'orders-by-day-and-channel.csv';
COPY (
  SELECT day, sum(orders) AS orders, any_value(buyers) AS buyers, sum(sales) AS sales FROM measured JOIN day_buyers USING (day) WHERE june GROUP BY day
) TO 'days.csv';
