-- Store purchases for Meta, one row per item: Meta gets the items as contents, and the value is the sum of price × quantity.
-- Give e-mail and telephone as they are: Footfall normalises and hashes them. The currency is the one that was paid in.
SELECT
  c.customer_id AS external_id
  ,c.email AS email
  ,c.phone AS phone
  ,c.given_name AS given_name
  ,c.surname AS surname
  ,c.birthdate AS birthdate
  ,c.gender AS gender
  ,c.city AS city
  ,c.state AS state
  ,c.postal AS postal
  ,c.country AS country
  ,i.order_id AS order_id
  ,'Purchase' AS event_name
  ,'physical_store' AS action_source
  ,i.order_datetime AS timestamp
  ,i.product_id AS product_id
  ,i.unit_revenue AS price
  ,i.item_quantity AS quantity
  ,i.currency AS currency
FROM Unified_Itemized_Transactions i
JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
