WITH source AS (SELECT order_id AS "Order Id", order_datetime AS timestamp, store_id AS "store.id", currency AS value FROM orders)
SELECT s."Order Id", s.timestamp, "store.id" AS zip, VALUE AS Price, rank, name
FROM source s CROSS JOIN (SELECT 1 AS rank, 'x' AS name) n
ORDER BY s.timestamp
