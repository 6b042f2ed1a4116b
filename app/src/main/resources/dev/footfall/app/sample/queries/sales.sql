-- Store sales, one row per item, in the canonical columns: feeds every destination (orchestration setting "columns: canonical").
-- Rows of one order_id become one event. price is for one unit after discounts, value is the whole order and is repeated on
-- each of its rows. Returns and cancellations stay out; COALESCE, because a flag that nobody set is NULL.
-- :window_start is filled in by Footfall with the first moment that the destination still takes.
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
  ,'purchase' AS event_name
  ,i.order_datetime AS timestamp
  ,'physical_store' AS action_source
  ,i.product_id AS product_id
  ,i.product_name AS product_name
  ,i.product_category AS product_category
  ,i.purchase_brand AS brand
  ,i.unit_revenue AS price
  ,i.item_quantity AS quantity
  ,o.order_revenue AS value
  ,i.currency AS currency
  ,i.store_id AS store_id
FROM Unified_Itemized_Transactions i
JOIN Unified_Transactions o ON o.order_id = i.order_id
LEFT JOIN Customer_360 c ON c.amperity_id = i.amperity_id
WHERE i.order_datetime >= :window_start
  AND i.channel = 'store'
  AND COALESCE(i.is_return, false) = false
  AND COALESCE(i.is_cancellation, false) = false
