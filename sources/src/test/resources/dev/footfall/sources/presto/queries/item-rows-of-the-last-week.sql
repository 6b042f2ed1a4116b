SELECT
  c.customer_id AS external_id
  ,c.email AS Email
  ,o.order_id
  ,o.order_datetime AS timestamp
  ,i.quantity AS quantity -- units
  ,CAST(i.revenue / NULLIF(i.quantity, 0) AS DOUBLE) AS price
  ,'USD' AS currency
FROM items i
INNER JOIN orders o ON i.order_id = o.order_id
LEFT JOIN customers c ON o.customer_id = c.customer_id
WHERE o.order_datetime > (CURRENT_DATE - interval '7' day)
  AND COALESCE(i.is_return, false) = false
ORDER BY o.order_id, i.product_id
