-- Store purchases for Google, one row per item: the value of the conversion is the sum of unit_price × quantity.
-- Without the customer's country a telephone number written nationally cannot be read. Orders of nobody known stay out.
SELECT
  i.order_id AS order_id
  ,i.order_datetime AS timestamp
  ,'IN_STORE' AS event_source
  ,c.email AS email
  ,c.phone AS phone
  ,c.country AS country
  ,i.product_id AS product_id
  ,i.unit_revenue AS unit_price
  ,i.item_quantity AS quantity
  ,i.currency AS currency_code
FROM Unified_Itemized_Transactions i
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
  AND (c.email IS NOT NULL OR c.phone IS NOT NULL)
