-- Store purchases for Braze (setting mode: purchases), one row per item and one purchase object for each: price is for one unit.
-- product_id holds the product's name, which says more in Braze's segments than a stock number.
SELECT
  c.customer_id AS external_id
  ,i.order_id AS order_id
  ,i.order_datetime AS purchase_time
  ,i.product_name AS product_id
  ,i.unit_revenue AS price
  ,i.item_quantity AS quantity
  ,i.currency AS currency
FROM Unified_Itemized_Transactions i
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND i.item_quantity > 0
  AND c.customer_id IS NOT NULL
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
