-- Store purchases for Klaviyo as events (setting mode: events), one row per item: an order becomes one "Placed Order" of its
-- buyer's profile, with the items inside.
SELECT
  c.email AS email
  ,c.phone AS phone_number
  ,c.customer_id AS external_id
  ,c.country AS country
  ,'Placed Order' AS event_name
  ,i.order_datetime AS timestamp
  ,i.order_id AS order_id
  ,o.order_revenue AS value
  ,i.currency AS currency
  ,o.coupon_code AS discount_code
  ,i.product_id AS product_id
  ,i.product_name AS product_name
  ,i.product_category AS product_category
  ,i.purchase_brand AS product_brand
  ,i.item_quantity AS quantity
  ,i.unit_revenue AS price
FROM Unified_Itemized_Transactions i
JOIN Unified_Transactions o ON o.order_id = i.order_id
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
