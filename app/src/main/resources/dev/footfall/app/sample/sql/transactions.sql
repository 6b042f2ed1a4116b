-- The chunk's rows of the order tables.
CREATE OR REPLACE MACRO payment(h, in_store) AS
  CASE WHEN in_store THEN ['credit card', 'credit card', 'debit card', 'cash', 'cash', 'gift card', 'mobile wallet', NULL]
    ELSE ['credit card', 'credit card', 'credit card', 'debit card', 'mobile wallet', 'gift card', 'invoice', 'credit card']
    END[1 + pick(h, 10, 8)];
CREATE OR REPLACE MACRO web_channel(h, in_store) AS
  CASE WHEN NOT in_store
    THEN ['email', 'paid social', 'paid search', 'organic search', 'direct', 'affiliate', NULL][1 + pick(h, 11, 7)] END;
CREATE OR REPLACE MACRO store_code(place, till) AS 'S' || CAST(100 + place * 4 + till AS VARCHAR);

INSERT INTO brand.Unified_Itemized_Transactions BY NAME
SELECT
  CASE WHEN l.customer IS NOT NULL THEN customer_uuid(l.customer) END AS amperity_id,
  CASE WHEN l.customer IS NOT NULL THEN customer_code(l.customer) END AS customer_id,
  l.currency, web_channel(l.order_hash, l.in_store) AS digital_channel,
  CASE WHEN kind = 2 THEN true WHEN cancellation_known THEN false END AS is_cancellation,
  CASE WHEN kind = 1 THEN true WHEN return_known THEN false END AS is_return,
  money(item_cost) AS item_cost, money(item_discount) AS item_discount_amount, money(percent) AS item_discount_percent,
  money(item_list) AS item_list_price, money(item_net - item_cost) AS item_profit, l.quantity AS item_quantity,
  money(item_net) AS item_revenue, money(item_list) AS item_subtotal, money(item_tax) AS item_tax_amount, l.order_datetime,
  money(t.discount) AS order_discount_amount, order_code(l.n) AS order_id, payment(l.order_hash, l.in_store) AS payment_method,
  product_id, product_brand AS purchase_brand, CASE WHEN l.in_store THEN 'in-store' ELSE 'online' END AS purchase_channel,
  CASE WHEN l.in_store THEN store_code(l.place, CASE WHEN torn AND line = 1 THEN till + 2 ELSE till END) END AS store_id,
  unit_money(cost_e4) AS unit_cost, unit_money(l.discount * 100) AS unit_discount_amount,
  unit_money(l.list * 100) AS unit_list_price, unit_money(l.net * 100 - cost_e4) AS unit_profit,
  unit_money(l.net * 100) AS unit_revenue, unit_money(l.list * 100) AS unit_subtotal, unit_money(tax_e4) AS unit_tax_amount,
  p.* EXCLUDE (product_no, price, product_id, brand_code),
  money(l.net) AS item_price, unit_money(l.net * 100) AS unit_price, l.quantity, product_sku AS sku,
  CASE WHEN l.in_store THEN 'store' ELSE 'web' END AS channel, brand_code AS brand
FROM chunk_line l JOIN chunk_total t USING (n) JOIN product p USING (product_no);

INSERT INTO brand.Unified_Transactions BY NAME
SELECT
  CASE WHEN o.customer IS NOT NULL THEN customer_uuid(o.customer) END AS amperity_id, s.currency,
  CASE WHEN o.customer IS NOT NULL THEN customer_code(o.customer) END AS customer_id,
  web_channel(o.h, o.in_store) AS digital_channel, c.* EXCLUDE (day),
  money(t.net + returned_net + cancelled_net) AS net_order_revenue, cancelled AS order_canceled_quantity,
  money(cancelled_net) AS order_canceled_revenue, money(t.cost) AS order_cost, o.order_datetime,
  money(t.discount) AS order_discount_amount,
  money(CASE WHEN t.list = 0 THEN 0 ELSE (t.discount * 100 + t.list // 2) // t.list END) AS order_discount_percent,
  order_code(n) AS order_id, money(t.list) AS order_list_price, CAST(NULL AS DECIMAL(38, 2)) AS order_profit,
  kept AS order_quantity, returned AS order_returned_quantity, money(returned_net) AS order_returned_revenue,
  money(t.net) AS order_revenue,
  money(CASE WHEN o.in_store OR t.net > 5000 * s.rate // 100 THEN 0 ELSE 500 * s.rate // 100 END) AS order_shipping_amount,
  money(t.list) AS order_subtotal, money(t.tax) AS order_tax_amount, payment(o.h, o.in_store) AS payment_method,
  brand_title AS purchase_brand, CASE WHEN o.in_store THEN 'in-store' ELSE 'online' END AS purchase_channel,
  CASE WHEN o.in_store THEN store_code(s.place, till) END AS store_id, money(t.discount) AS sum_item_discount_amount,
  money(t.net) AS sum_item_revenue,
  CASE WHEN t.discount > 0 AND pick(o.h, 12, 3) = 0 THEN ['HELLO10', 'WEEKEND20', 'THANKYOU'][1 + pick(o.h, 13, 3)] END
    AS coupon_code
FROM chunk_order o
JOIN chunk_total t USING (n)
JOIN slot s USING (slot)
JOIN brand_name b USING (brand_no)
JOIN calendar c ON c.day = CAST(o.order_datetime AS DATE);

INSERT INTO stage.bought
SELECT o.customer, o.n, o.order_datetime, t.net, t.bought, o.in_store, o.brand_no
FROM chunk_order o JOIN chunk_total t USING (n)
WHERE o.customer IS NOT NULL;
