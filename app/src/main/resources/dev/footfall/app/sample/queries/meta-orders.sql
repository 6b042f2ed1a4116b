-- Store purchases for Meta, one row per order: fewer rows, no contents. Orders that were returned whole are left out.
SELECT
  c.customer_id AS external_id
  ,c.email AS email
  ,c.phone AS phone
  ,c.given_name AS given_name
  ,c.surname AS surname
  ,c.postal AS postal
  ,c.country AS country
  ,o.order_id AS order_id
  ,'Purchase' AS event_name
  ,'physical_store' AS action_source
  ,o.order_datetime AS timestamp
  ,o.order_revenue AS value
  ,o.currency AS currency
FROM Unified_Transactions o
JOIN Customer_360 c ON c.amperity_id = o.amperity_id
WHERE o.order_datetime >= :window_start
  AND o.purchase_channel = 'in-store'
  AND o.order_quantity > 0
