SELECT order_id, CASE WHEN store_id IS NULL THEN 'website' ELSE 'physical_store' END AS action_source, 1 AS part FROM orders
UNION ALL
SELECT order_id, CASE store_id WHEN 's1' THEN 'first' WHEN 's2' THEN 'second' END, 2.5 FROM orders WHERE store_id <> 's3'
ORDER BY order_id, part
