-- Tables that are read off the finished ones: the catalogue, Criteo's lines of the last four days, and their versions.
CREATE TABLE brand.Unified_Product_Catalog AS
  SELECT 'ProductCatalog' AS datasource, product_id AS pk, * EXCLUDE (product_no, price, brand_code) FROM product
  ORDER BY product_no;

INSERT INTO brand.Criteo_Events BY NAME
SELECT c.hashed_email AS user_key_1, CASE WHEN c.hashed_email IS NOT NULL THEN 'email' END AS user_key_type_1,
  t.customer_id AS user_key_2, 'customer_ID' AS user_key_type_2, order_id AS event_id, order_datetime AS event_time,
  sku AS content_ids, item_revenue AS product_value, item_quantity AS product_quantity, store_id, currency,
  purchase_brand AS brand
FROM brand.Customer_360 c JOIN (
  SELECT * FROM brand.Unified_Itemized_Transactions
  WHERE order_datetime > getvariable('local_now') - INTERVAL 4 DAY AND channel = 'store' AND item_quantity > 0
    AND amperity_id IS NOT NULL) t USING (amperity_id)
ORDER BY event_time DESC, event_id, content_ids;

-- Three nightly loads: tonight's has everything, the earlier ones what had happened by then.
INSERT INTO brand.amperity_table_versions BY NAME
SELECT 'Criteo_Offline' AS table_name,
  'qdv-' || strftime(created_at, '%Y%m%d-%H%M') || '-' || substr(md5(concat('version ', getvariable('seed_text'), ' ', nr)), 1, 4)
    AS version, nr AS "offset", created_at
FROM (SELECT nr, getvariable('local_now') - to_days(CAST(nr AS INTEGER)) AS created_at FROM range(3) loads (nr));
CREATE TABLE brand.Criteo_Offline_versioned AS
  SELECT e.*, v.version AS amperity_version
  FROM brand.Criteo_Events e JOIN brand.amperity_table_versions v ON e.event_time <= v.created_at
  ORDER BY v."offset" DESC, e.event_time DESC, e.event_id, e.content_ids;

USE brand;
CREATE VIEW Customer360 AS SELECT * FROM Customer_360;
CREATE VIEW Criteo_Offline AS SELECT * FROM Criteo_Events;
USE memory;
