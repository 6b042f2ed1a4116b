SELECT c.customer_id, (SELECT MAX(o.order_datetime) FROM orders o WHERE o.customer_id = c.customer_id) AS last_order,
  EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.customer_id AND o.currency = 'EUR') AS buys_in_euro
FROM customers c
WHERE c.customer_id NOT IN (SELECT customer_id FROM orders WHERE order_id = 'o3')
ORDER BY c.customer_id
