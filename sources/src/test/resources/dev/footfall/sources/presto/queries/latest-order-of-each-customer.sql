SELECT customer_id, order_id, total
FROM (
  SELECT o.customer_id, o.order_id, SUM(i.revenue) AS total,
    ROW_NUMBER() OVER (PARTITION BY o.customer_id ORDER BY MAX(o.order_datetime) DESC) AS position
  FROM orders o JOIN items i ON i.order_id = o.order_id
  GROUP BY o.customer_id, o.order_id
) ranked
WHERE position = 1
ORDER BY customer_id
