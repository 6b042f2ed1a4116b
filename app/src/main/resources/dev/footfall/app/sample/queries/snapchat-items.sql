-- Store purchases for Snapchat, one row per item. price is the amount of the whole row (setting price_is: line_total), and
-- number_items its units; Footfall adds both up over the rows of a transaction.
SELECT
  c.email AS email
  ,c.phone AS phone
  ,c.given_name AS first_name
  ,c.surname AS last_name
  ,c.gender AS gender
  ,c.birthdate AS birthdate
  ,c.city AS city
  ,c.state AS state
  ,c.postal AS zip
  ,c.country AS country
  ,c.customer_id AS external_id
  ,'PURCHASE' AS event_type
  ,i.order_datetime AS timestamp
  ,i.order_id AS transaction_id
  ,i.product_id AS item_id
  ,i.product_category AS item_category
  ,i.purchase_brand AS brand
  ,i.item_quantity AS number_items
  ,i.item_revenue AS price
  ,i.currency AS currency
FROM Unified_Itemized_Transactions i
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND i.item_quantity > 0
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
