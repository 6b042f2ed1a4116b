-- The brand's tables, with the exact types that queries may rely on.
CREATE TABLE brand.Unified_Itemized_Transactions (
  amperity_id VARCHAR, customer_id VARCHAR, currency VARCHAR, digital_channel VARCHAR, is_cancellation BOOLEAN,
  is_return BOOLEAN, item_cost DECIMAL(38, 2), item_discount_amount DECIMAL(38, 2), item_discount_percent DECIMAL(38, 2),
  item_list_price DECIMAL(38, 2), item_profit DECIMAL(38, 2), item_quantity BIGINT, item_revenue DECIMAL(38, 2),
  item_subtotal DECIMAL(38, 2), item_tax_amount DECIMAL(38, 2), order_datetime TIMESTAMP,
  order_discount_amount DECIMAL(38, 2), order_id VARCHAR, payment_method VARCHAR, product_id VARCHAR,
  purchase_brand VARCHAR, purchase_channel VARCHAR, store_id VARCHAR,
  unit_cost DECIMAL(38, 4), unit_discount_amount DECIMAL(38, 4), unit_list_price DECIMAL(38, 4), unit_profit DECIMAL(38, 4),
  unit_revenue DECIMAL(38, 4), unit_subtotal DECIMAL(38, 4), unit_tax_amount DECIMAL(38, 4),
  product_brand VARCHAR, product_brand_id VARCHAR, product_category VARCHAR, product_category_id VARCHAR,
  product_class VARCHAR, product_class_id VARCHAR, product_collection VARCHAR, product_collection_id VARCHAR,
  product_color VARCHAR, product_color_id VARCHAR, product_department VARCHAR, product_department_id VARCHAR,
  product_description VARCHAR, product_division VARCHAR, product_division_id VARCHAR, product_fabric VARCHAR,
  product_fabric_id VARCHAR, product_gender VARCHAR, product_group VARCHAR, product_material VARCHAR,
  product_material_id VARCHAR, product_msrp DECIMAL(38, 2), product_name VARCHAR, product_season VARCHAR,
  product_season_id VARCHAR, product_silhouette VARCHAR, product_size VARCHAR, product_size_id VARCHAR, product_sku VARCHAR,
  product_style VARCHAR, product_subcategory VARCHAR, product_subcategory_id VARCHAR, product_subclass VARCHAR,
  product_subclass_id VARCHAR, product_subdepartment VARCHAR, product_subdepartment_id VARCHAR, product_type VARCHAR,
  product_upc VARCHAR,
  item_price DECIMAL(38, 2), unit_price DECIMAL(38, 4), quantity BIGINT, sku VARCHAR, channel VARCHAR, brand VARCHAR);

CREATE TABLE brand.Unified_Transactions (
  amperity_id VARCHAR, currency VARCHAR, customer_id VARCHAR, digital_channel VARCHAR, fiscal_year BIGINT,
  fiscal_quarter BIGINT, fiscal_month BIGINT, fiscal_week_number BIGINT, fiscal_week_start DATE, fiscal_day_of_week VARCHAR,
  holiday_sale_name VARCHAR, net_order_revenue DECIMAL(38, 2), order_canceled_quantity BIGINT,
  order_canceled_revenue DECIMAL(38, 2), order_cost DECIMAL(38, 2), order_datetime TIMESTAMP,
  order_discount_amount DECIMAL(38, 2), order_discount_percent DECIMAL(38, 2), order_id VARCHAR,
  order_list_price DECIMAL(38, 2), order_profit DECIMAL(38, 2), order_quantity BIGINT, order_returned_quantity BIGINT,
  order_returned_revenue DECIMAL(38, 2), order_revenue DECIMAL(38, 2), order_shipping_amount DECIMAL(38, 2),
  order_subtotal DECIMAL(38, 2), order_tax_amount DECIMAL(38, 2), payment_method VARCHAR, purchase_brand VARCHAR,
  purchase_channel VARCHAR, store_id VARCHAR, sum_item_discount_amount DECIMAL(38, 2), sum_item_revenue DECIMAL(38, 2),
  coupon_code VARCHAR);

CREATE TABLE brand.Customer_360 (
  amperity_id VARCHAR, given_name VARCHAR, surname VARCHAR, email VARCHAR, phone VARCHAR, address VARCHAR, city VARCHAR,
  state VARCHAR, postal VARCHAR, birthdate DATE, gender VARCHAR, address2 VARCHAR, country VARCHAR, customer_id VARCHAR,
  full_name VARCHAR, company VARCHAR, title VARCHAR, loyalty_id VARCHAR, lifetime_order_revenue DECIMAL(38, 2),
  lifetime_order_frequency BIGINT, hashed_email VARCHAR, hashed_phone VARCHAR);

CREATE TABLE brand.Merged_Customers (
  amperity_id VARCHAR, address VARCHAR, address2 VARCHAR, birthdate DATE, city VARCHAR, company VARCHAR, country VARCHAR,
  create_dt TIMESTAMP, email VARCHAR, full_name VARCHAR, gender VARCHAR, generational_suffix VARCHAR, given_name VARCHAR,
  loyalty_id VARCHAR, phone VARCHAR, postal VARCHAR, state VARCHAR, surname VARCHAR, title VARCHAR, update_dt TIMESTAMP,
  name_pk VARCHAR, name_update_dt VARCHAR, name_datasource VARCHAR, name_priority BIGINT, name_completion BIGINT,
  address_pk VARCHAR, address_update_dt VARCHAR, address_datasource VARCHAR, address_priority BIGINT,
  address_completion BIGINT,
  email_pk VARCHAR, email_update_dt VARCHAR, email_datasource VARCHAR, email_priority BIGINT, email_completion BIGINT,
  phone_pk VARCHAR, phone_update_dt VARCHAR, phone_datasource VARCHAR, phone_priority BIGINT, phone_completion BIGINT,
  birthdate_pk VARCHAR, birthdate_update_dt VARCHAR, birthdate_datasource VARCHAR, birthdate_priority BIGINT,
  birthdate_completion BIGINT,
  gender_pk VARCHAR, gender_update_dt VARCHAR, gender_datasource VARCHAR, gender_priority BIGINT, gender_completion BIGINT);

CREATE TABLE brand.Unified_Coalesced (
  amperity_id VARCHAR, address VARCHAR, address2 VARCHAR, city VARCHAR, state VARCHAR, postal VARCHAR, country VARCHAR,
  email VARCHAR, phone VARCHAR, given_name VARCHAR, surname VARCHAR, full_name VARCHAR, generational_suffix VARCHAR,
  gender VARCHAR, title VARCHAR, loyalty_id VARCHAR, birthdate DATE, blv_address BOOLEAN, blv_email BOOLEAN,
  blv_given_name BOOLEAN, blv_phone BOOLEAN, blv_surname BOOLEAN, has_blv BOOLEAN, ck VARCHAR, component_id BIGINT,
  create_dt TIMESTAMP, update_dt TIMESTAMP, datasource VARCHAR, fk_customer_id VARCHAR, fk_loyalty_id VARCHAR,
  is_supersized BOOLEAN, pk VARCHAR, rep_ds BIGINT, rep_pk BIGINT, supersized_id BIGINT, hashed_email VARCHAR, brand VARCHAR,
  link_key VARCHAR, hashed_link_key VARCHAR);

CREATE TABLE brand.Online_Events (amperity_id VARCHAR, gclid VARCHAR, gbraid VARCHAR, wbraid VARCHAR);
CREATE TABLE brand.Customer_Events (
  order_id VARCHAR, amperity_id VARCHAR, event_datetime TIMESTAMP, event_type VARCHAR, channel VARCHAR,
  revenue DECIMAL(38, 2), user_agent VARCHAR, event_uuid VARCHAR, page_url VARCHAR, client_ip VARCHAR, gclid VARCHAR,
  gbraid VARCHAR, wbraid VARCHAR, conversion_environment VARCHAR);
CREATE TABLE brand.Customer_Leads (amperity_id VARCHAR, lead_datetime TIMESTAMP);
CREATE TABLE brand.UID2 (
  bucket_id VARCHAR, email VARCHAR, normalized_email VARCHAR, uid2 VARCHAR, amperity_id VARCHAR);
CREATE TABLE brand.EUID (
  bucket_id VARCHAR, email VARCHAR, normalized_email VARCHAR, euid VARCHAR, amperity_id VARCHAR);
CREATE TABLE brand.Google_Analytics (
  amperity_id VARCHAR, USER_PSEUDO_ID VARCHAR, SESSION_ID VARCHAR, TRANSACTION_ID VARCHAR, USER_ID VARCHAR);
CREATE TABLE brand.Transaction_Attributes_Extended (
  amperity_id VARCHAR,
  L30D_order_frequency BIGINT, L30D_order_revenue DECIMAL(38, 2), L30D_total_items BIGINT,
  L30D_average_order_value DECIMAL(38, 2),
  L3M_order_frequency BIGINT, L3M_order_revenue DECIMAL(38, 2), L3M_total_items BIGINT,
  L3M_average_order_value DECIMAL(38, 2),
  L12M_order_frequency BIGINT, L12M_order_revenue DECIMAL(38, 2), L12M_total_items BIGINT,
  L12M_average_order_value DECIMAL(38, 2),
  lifetime_order_frequency BIGINT, lifetime_order_revenue DECIMAL(38, 2), lifetime_total_items BIGINT,
  lifetime_average_order_value DECIMAL(38, 2), one_and_done BOOLEAN, multi_purchase_channel BOOLEAN,
  multi_purchase_brand BOOLEAN, first_order_datetime TIMESTAMP, latest_order_datetime TIMESTAMP,
  first_to_second_order_days BIGINT, days_since_latest_order BIGINT, early_repeat_purchaser BOOLEAN);
CREATE TABLE brand.Customer_Attributes (
  amperity_id VARCHAR, contactable_email BOOLEAN, contactable_phone BOOLEAN, contactable_address BOOLEAN,
  is_opted_into_email BOOLEAN, is_opted_into_sms BOOLEAN, historical_purchaser_lifecycle_status VARCHAR,
  is_test_account BOOLEAN);
CREATE TABLE brand.Criteo_Events (
  user_key_1 VARCHAR, user_key_type_1 VARCHAR, user_key_2 VARCHAR, user_key_type_2 VARCHAR, event_id VARCHAR,
  event_time TIMESTAMP, content_ids VARCHAR, product_value DECIMAL(38, 2), product_quantity BIGINT, store_id VARCHAR,
  currency VARCHAR, brand VARCHAR);
CREATE TABLE brand.amperity_table_versions (table_name VARCHAR, version VARCHAR, "offset" BIGINT, created_at TIMESTAMP);

-- Per order what the customer tables sum up.
CREATE TABLE stage.bought (
  customer BIGINT, n BIGINT, bought_at TIMESTAMP, net BIGINT, items BIGINT, in_store BOOLEAN, brand_no BIGINT);
