-- Orders of sixty days, each made from its number by a hash, so that every run gives the same rows. scripts/bench-data sets $rows and $path.
CREATE MACRO drawn(i, salt, sides) AS CAST(hash(10 * i + salt) % sides AS INTEGER);
COPY (
  SELECT i AS order_id,
    -- Some buyers come often, most seldom.
    1 + CAST(3000000 * pow(drawn(i, 1, 1000000) / 1000000.0, 2) AS INTEGER) AS user_id,
    DATE '2025-05-02' + CAST(i * 60 // $rows AS INTEGER) AS day,
    ['app', 'web', 'store', 'search', 'social', 'partner', 'mail', 'phone']
      [1 + CAST(floor(8 * pow(drawn(i, 2, 1000) / 1000.0, 1.6)) AS INTEGER)] AS channel,
    ['phones', 'computers', 'audio', 'wearables', 'homeware', 'kitchen', 'clothes', 'shoes', 'toys', 'books', 'garden', 'sports']
      [1 + drawn(i, 3, 12)] AS category,
    ['north', 'south', 'east', 'west', 'centre', 'islands', 'abroad'][1 + drawn(i, 4, 7)] AS region,
    CASE WHEN drawn(i, 5, 100) < 88 THEN 'paid' WHEN drawn(i, 5, 100) < 95 THEN 'refunded' ELSE 'cancelled' END AS status,
    1 + drawn(i, 6, 4) AS units,
    CAST(5 + drawn(i, 7, 100) * drawn(i, 8, 1000) / 100.0 AS DECIMAL(18,2)) AS amount,
    CAST(drawn(i, 9, 4) * drawn(i, 8, 300) / 100.0 AS DECIMAL(18,2)) AS discount
  FROM range($rows) AS numbers(i)
) TO '$path' (FORMAT csv, HEADER true);
