SELECT order_id FROM orders WHERE DATE(order_datetime) IN (DATE '2026-11-14', CURRENT_DATE) AND NOT (order_datetime < CURRENT_TIMESTAMP - INTERVAL '30' DAY) ORDER BY order_id
