SELECT o.currency, o.store_id, SUM(i.quantity) AS units, GROUPING(o.currency, o.store_id) AS level
FROM items i, orders o
WHERE i.order_id = o.order_id
GROUP BY GROUPING SETS ((o.currency, o.store_id), (o.currency), ())
ORDER BY level, o.currency, o.store_id
