-- Store purchases for Criteo, one row and one line of the file per item: product_value is the amount of the whole line
-- (setting product_value_is). content_ids must be the ids of the product feed.
SELECT
  c.email AS user_key_1
  ,'email' AS user_key_type_1
  ,c.customer_id AS user_key_2
  ,'customer_ID' AS user_key_type_2
  ,i.order_id AS event_id
  ,i.order_datetime AS event_time
  ,i.product_id AS content_ids
  ,i.item_revenue AS product_value
  ,i.item_quantity AS product_quantity
  ,i.store_id AS store_id
  ,i.currency AS currency
FROM Unified_Itemized_Transactions i
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND i.item_quantity > 0
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
