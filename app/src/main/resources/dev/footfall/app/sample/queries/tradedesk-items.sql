-- Store purchases for The Trade Desk, one row per item: the items become line items of one conversion, whose value is the order's.
-- E-mail and telephone go to the UID2 operator as hashes; the platform gets the UID2s that it answers. Country and state would be
-- those of the store, so the customer's stand under another name.
SELECT
  c.email AS email
  ,c.phone AS phone
  ,c.country AS customer_country
  ,'purchase' AS eventname
  ,i.order_datetime AS timestamp
  ,i.order_id AS orderid
  ,o.order_revenue AS value
  ,i.currency AS valuecurrency
  ,i.store_id AS storeid
  ,i.product_id AS item_code
  ,i.product_category AS cat
  ,i.product_name AS item_name
  ,i.unit_revenue AS price
  ,i.item_quantity AS qty
FROM Unified_Itemized_Transactions i
JOIN Unified_Transactions o ON o.order_id = i.order_id
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND i.item_quantity > 0
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
  AND (c.email IS NOT NULL OR c.phone IS NOT NULL)
