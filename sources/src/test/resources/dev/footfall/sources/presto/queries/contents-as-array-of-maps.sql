WITH rolled AS (
  SELECT
    order_id,
    SUM(quantity) AS num_items,
    SUM(revenue) AS total,
    ARRAY_AGG(
      MAP(
        ARRAY['id', 'item_price', 'quantity'],
        ARRAY[product_id, CAST(revenue AS VARCHAR), CAST(quantity AS VARCHAR)]
      )
      ORDER BY product_id, quantity
    ) AS contents
  FROM items
  WHERE is_cancellation IS NULL OR NOT is_cancellation
  GROUP BY order_id
)
SELECT * FROM rolled ORDER BY order_id
