-- Store purchases for TikTok, one row per item; rows of one order become one event with several contents.
-- The event set comes from the destination's settings. event_id is the order: TikTok drops repetitions by it.
SELECT
  c.email AS email
  ,c.phone AS phone
  ,'CompletePayment' AS event
  ,'in_store' AS event_channel
  ,i.order_id AS event_id
  ,i.order_id AS order_id
  ,i.order_datetime AS timestamp
  ,i.store_id AS shop_id
  ,i.product_id AS content_id
  ,i.product_name AS content_name
  ,i.product_category AS content_category
  ,'product' AS content_type
  ,i.purchase_brand AS brand
  ,i.unit_revenue AS price
  ,i.item_quantity AS quantity
  ,i.currency AS currency
FROM Unified_Itemized_Transactions i
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND i.item_quantity > 0
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
