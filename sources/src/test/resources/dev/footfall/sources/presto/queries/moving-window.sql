SELECT order_id, order_datetime, LAG(order_id) OVER w AS before, COUNT(*) OVER (ORDER BY order_datetime ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS n
FROM orders WINDOW w AS (ORDER BY order_datetime) ORDER BY order_datetime
