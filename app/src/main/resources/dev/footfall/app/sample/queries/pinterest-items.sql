-- Store purchases for Pinterest with their items: one row per order, the items gathered into one contents array.
-- Pinterest wants prices inside contents as text. The value is the order's, so that it is counted once.
WITH items AS (
  SELECT
    order_id
    ,SUM(item_quantity) AS num_items
    ,ARRAY_AGG(
      MAP(
        ARRAY['id', 'item_name', 'item_price', 'quantity']
        ,ARRAY[product_id, product_name, CAST(item_price AS VARCHAR), CAST(item_quantity AS VARCHAR)]
      )
      ORDER BY product_id
    ) AS contents
  FROM Unified_Itemized_Transactions
  WHERE order_datetime >= :window_start
    AND channel = 'store'
    AND item_quantity > 0
    AND COALESCE(is_return, false) = false
    AND COALESCE(is_cancellation, false) = false
  GROUP BY order_id
)
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
  ,i.num_items AS num_items
  ,i.contents AS contents
  ,o.order_revenue AS value
  ,o.currency AS currency
FROM items i
JOIN Unified_Transactions o ON o.order_id = i.order_id
JOIN Customer_360 c ON c.amperity_id = o.amperity_id
