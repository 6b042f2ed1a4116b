SELECT i.product_id, w.word, w.n
FROM items i CROSS JOIN UNNEST(SPLIT(i.product_name, ' ')) WITH ORDINALITY AS w (word, n)
WHERE i.quantity > 0
ORDER BY i.product_id, i.order_id, w.n
