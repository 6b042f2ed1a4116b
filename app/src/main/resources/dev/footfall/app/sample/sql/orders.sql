-- One chunk of orders, numbers :lo to :hi, oldest first. Two narrow tables (orders, lines) carry integers only; the wide
-- rows are made while they are written. Joins look small tables up on their right side and so keep the left side's order.
CREATE OR REPLACE TEMP TABLE chunk_order AS
WITH numbered AS (
  SELECT n, row_hash(n, 2) AS h FROM range(getvariable('order_from'), getvariable('order_to')) numbers (n)
), dated AS (
  SELECT n, h, pick(h, 2, 100) < 68 AS in_store,
    getvariable('today') - CAST(getvariable('days') - 1 - n * getvariable('days') // getvariable('orders') AS INTEGER) AS day
  FROM numbered
), shopped AS (
  -- three of ten shoppers of Monday to Wednesday come on Saturday instead; tills are open from 9 to 21
  SELECT n, h, in_store,
    CASE WHEN isodow(day) <= 3 AND pick(h, 1, 100) < 30 AND day + CAST(6 - isodow(day) AS INTEGER) <= getvariable('today')
      THEN day + CAST(6 - isodow(day) AS INTEGER) ELSE day END AS day,
    CASE WHEN in_store THEN 32400000 + (pick(h, 3, 21600) + pick(h, 4, 21600)) * 1000
      ELSE pick(h, 3, 86400) * 1000 + pick(h, 4, 1000) END AS clock_ms
  FROM dated
), timed AS (
  SELECT n, h, in_store,
    CASE WHEN day + to_milliseconds(clock_ms) > getvariable('local_now') THEN day - 1 + to_milliseconds(clock_ms)
      ELSE day + to_milliseconds(clock_ms) END AS order_datetime,
    CASE WHEN bucket(n, 20) >= 6
      THEN least(pick(h, 6, getvariable('customers')), pick(h, 7, getvariable('customers'))) END AS customer,
    CASE WHEN bucket(n, 22) < 45 THEN 1 WHEN bucket(n, 22) < 73 THEN 2 WHEN bucket(n, 22) < 87 THEN 3
      WHEN bucket(n, 22) < 95 THEN 4 ELSE 5 END AS basket,
    CASE WHEN bucket(n, 24) < 45 THEN 0 WHEN bucket(n, 24) < 80 THEN 1 ELSE 2 END AS brand_no,
    bucket(n, 23) = 7 AS torn, bucket(n, 27) AS fate,
    bucket(n, 25) < 50 AS return_known, bucket(n, 26) < 50 AS cancellation_known
  FROM shopped
)
SELECT n, h, in_store OR torn AS in_store, order_datetime, customer, brand_no, torn, fate, return_known, cancellation_known,
  CASE WHEN torn THEN greatest(basket, 2) ELSE basket END AS items,
  CASE WHEN customer IS NULL THEN bucket(n, 21) ELSE place_slot(customer) END AS slot,
  pick(h, 8, 2) AS till,
  (bucket(n, 28) = 3
    AND date_diff('day', CAST(order_datetime AS DATE), getvariable('today')) > getvariable('zero_quantity_after'))
  OR (getvariable('zero_quantity_trap') AND n = getvariable('orders') - 1) AS zero_quantity
FROM timed;

CREATE OR REPLACE TEMP TABLE chunk_line AS
WITH exploded AS (
  SELECT * EXCLUDE (h), h AS order_hash, unnest(range(items)) AS line FROM chunk_order
), picked AS (
  SELECT *, mix(xor(order_hash, (line + 1) * 40503)) AS h FROM exploded
), bought AS (
  SELECT * EXCLUDE (h), h,
    brand_no * 80 + (pick(order_hash, 9, 80) + line * 17) % 80 AS product_no,
    CASE WHEN zero_quantity AND line = 0 THEN 0 WHEN pick(h, 1, 100) < 78 THEN 1 WHEN pick(h, 1, 100) < 93 THEN 2
      WHEN pick(h, 1, 100) < 98 THEN 3 ELSE 4 + pick(h, 2, 3) END AS bought,
    CASE WHEN pick(h, 3, 100) < 62 THEN 0 WHEN pick(h, 3, 100) < 78 THEN 10 WHEN pick(h, 3, 100) < 91 THEN 20
      WHEN pick(h, 3, 100) < 97 THEN 30 WHEN pick(h, 3, 100) < 99 THEN 50 ELSE 100 END AS percent,
    CAST(CAST(order_datetime AS DATE) + CAST(1 + pick(h, 4, 20) AS INTEGER) AS TIMESTAMP)
      + to_seconds(32400 + pick(h, 5, 43200)) AS returned_at,
    order_datetime + to_seconds(600 + pick(h, 6, 86400)) AS cancelled_at
  FROM picked
), priced AS (
  SELECT b.*, s.place, s.currency, s.tax,
    CASE WHEN s.currency = 'JPY' THEN 100 ELSE 1 END AS grain,
    CASE WHEN s.currency = 'JPY' THEN p.price * s.rate // 100 // 1000 * 1000 ELSE p.price * s.rate // 100 END AS list,
    -- 1: a return, 2: a cancellation, as rows of their own after the purchase
    CASE
      WHEN fate < 5 AND line = 0 AND bought > 0 AND returned_at <= getvariable('local_now') THEN [0, 1]
      WHEN fate BETWEEN 5 AND 6 AND line = items - 1 AND bought > 0 AND cancelled_at <= getvariable('local_now') THEN [0, 2]
      ELSE [0] END AS kinds
  FROM bought b JOIN product p USING (product_no) JOIN slot s USING (slot)
), unfolded AS (
  SELECT * EXCLUDE (kinds), unnest(kinds) AS kind FROM priced
), counted AS (
  SELECT * EXCLUDE (bought),
    CASE kind WHEN 1 THEN 1 + pick(h, 7, bought) ELSE bought END AS units, CASE kind WHEN 0 THEN 1 ELSE -1 END AS sign,
    list * percent // 100 // grain * grain AS discount,
    list * (35 + pick(h, 8, 20)) // (grain * grain) * (grain * grain) AS cost_e4
  FROM unfolded
)
SELECT n, line, kind, customer, product_no, brand_no, place, currency, in_store, till, torn, fate, return_known,
  cancellation_known, order_hash, order_datetime AS ordered_at, percent,
  CASE kind WHEN 1 THEN returned_at WHEN 2 THEN cancelled_at ELSE order_datetime END AS order_datetime,
  sign * units AS quantity, sign * list AS list, sign * discount AS discount, sign * (list - discount) AS net,
  sign * cost_e4 AS cost_e4, sign * units * list AS item_list, sign * units * discount AS item_discount,
  sign * units * (list - discount) AS item_net, sign * ((units * cost_e4 + 50) // 100 // grain * grain) AS item_cost,
  sign * ((units * (list - discount) * tax + 5000) // 10000 // grain * grain) AS item_tax,
  CASE WHEN units = 0 THEN 0 ELSE sign * ((units * (list - discount) * tax + 5000) // 10000 // grain * grain * 100 // units) END
    AS tax_e4
FROM counted
ORDER BY n, line, kind;

CREATE OR REPLACE TEMP TABLE chunk_total AS
SELECT n,
  CAST(sum(item_list) FILTER (kind = 0) AS BIGINT) AS list, CAST(sum(item_discount) FILTER (kind = 0) AS BIGINT) AS discount,
  CAST(sum(item_net) FILTER (kind = 0) AS BIGINT) AS net, CAST(sum(item_cost) FILTER (kind = 0) AS BIGINT) AS cost,
  CAST(sum(item_tax) FILTER (kind = 0) AS BIGINT) AS tax, CAST(sum(quantity) FILTER (kind = 0) AS BIGINT) AS bought,
  CAST(sum(quantity) AS BIGINT) AS kept,
  CAST(coalesce(sum(quantity) FILTER (kind = 1), 0) AS BIGINT) AS returned,
  CAST(coalesce(sum(item_net) FILTER (kind = 1), 0) AS BIGINT) AS returned_net,
  CAST(coalesce(sum(quantity) FILTER (kind = 2), 0) AS BIGINT) AS cancelled,
  CAST(coalesce(sum(item_net) FILTER (kind = 2), 0) AS BIGINT) AS cancelled_net
FROM chunk_line GROUP BY n;
