-- Store purchases for Pinterest, one row per order: value and number of items only.
SELECT
  c.customer_id AS external_id
  ,c.email AS em
  ,c.phone AS ph
  ,c.given_name AS fn
  ,c.surname AS ln
  ,c.birthdate AS db
  ,c.gender AS ge
  ,c.city AS ct
  ,c.state AS st
  ,c.postal AS zp
  ,c.country AS country
  ,o.order_id AS order_id
  ,o.order_datetime AS event_time
  ,o.order_quantity AS num_items
  ,o.order_revenue AS value
  ,o.currency AS currency
FROM Unified_Transactions o
JOIN Customer_360 c ON c.amperity_id = o.amperity_id
WHERE o.order_datetime >= :window_start
  AND o.purchase_channel = 'in-store'
  AND o.order_quantity > 0
