SELECT order_id, DATE_FORMAT(order_datetime, '%Y-%m-%dT%H:%i:%sZ') AS event_time, currency
FROM orders
WHERE order_datetime >= DATE_ADD('day', -10, CURRENT_DATE)
EXCEPT
SELECT order_id, DATE_FORMAT(order_datetime, '%Y-%m-%dT%H:%i:%sZ') AS event_time, currency
FROM orders
WHERE 'v1' = (SELECT DISTINCT version FROM table_versions WHERE offset = 1 AND table_name = 'orders')
  AND store_id = 's2'
ORDER BY order_id
