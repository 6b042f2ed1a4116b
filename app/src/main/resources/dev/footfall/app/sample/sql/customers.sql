-- The chunk's rows of the customer tables.
CREATE OR REPLACE MACRO whole_name(given_name, surname) AS nullif(trim(concat_ws(' ', trim(given_name), surname)), '');
CREATE OR REPLACE MACRO average(total, n) AS CASE WHEN n > 0 THEN money((total + n // 2) // n) END;
CREATE OR REPLACE MACRO source_name(r) AS ['Loyalty', 'Ecommerce', 'PointOfSale', 'Newsletter'][1 + r];
CREATE OR REPLACE MACRO source_key(i, r) AS
  ['loy', 'web', 'pos', 'nl'][1 + r] || '-' || lpad(CAST(i * 4 + r AS VARCHAR), 10, '0');
CREATE OR REPLACE MACRO when_text(t) AS strftime(t, '%Y-%m-%d %H:%M:%S');

INSERT INTO brand.Customer_360 BY NAME
SELECT p.* EXCLUDE (i, h, alpha2, clean_email, clean_phone, generational_suffix, two_emails, bad_email, bad_phone, create_dt,
    update_dt),
  whole_name(given_name, surname) AS full_name, money(coalesce(l.r, 0)) AS lifetime_order_revenue,
  coalesce(l.f, 0) AS lifetime_order_frequency, sha256(lower(trim(email))) AS hashed_email, sha256(phone) AS hashed_phone
FROM chunk_person p LEFT JOIN chunk_life l ON l.customer = p.i;

INSERT INTO brand.Merged_Customers BY NAME
SELECT p.* EXCLUDE (i, h, customer_id, alpha2, clean_email, clean_phone, two_emails, bad_email, bad_phone),
  whole_name(given_name, surname) AS full_name,
  source_key(i, 0) AS name_pk, when_text(update_dt) AS name_update_dt, source_name(0) AS name_datasource, 1 AS name_priority,
  CASE WHEN given_name IS NULL THEN 0 ELSE 1 END + CASE WHEN surname IS NULL THEN 0 ELSE 1 END AS name_completion,
  CASE WHEN address IS NOT NULL THEN source_key(i, 0) END AS address_pk,
  CASE WHEN address IS NOT NULL THEN when_text(update_dt) END AS address_update_dt,
  CASE WHEN address IS NOT NULL THEN source_name(0) END AS address_datasource,
  CASE WHEN address IS NOT NULL THEN 1 END AS address_priority,
  CASE WHEN address IS NULL THEN 0 ELSE 1 END + CASE WHEN city IS NULL THEN 0 ELSE 1 END
    + CASE WHEN state IS NULL THEN 0 ELSE 1 END + CASE WHEN postal IS NULL THEN 0 ELSE 1 END AS address_completion,
  CASE WHEN email IS NOT NULL THEN source_key(i, 0) END AS email_pk,
  CASE WHEN email IS NOT NULL THEN when_text(update_dt) END AS email_update_dt,
  CASE WHEN email IS NOT NULL THEN source_name(0) END AS email_datasource,
  CASE WHEN email IS NOT NULL THEN 1 END AS email_priority, CASE WHEN email IS NULL THEN 0 ELSE 1 END AS email_completion,
  CASE WHEN phone IS NOT NULL THEN source_key(i, 0) END AS phone_pk,
  CASE WHEN phone IS NOT NULL THEN when_text(update_dt) END AS phone_update_dt,
  CASE WHEN phone IS NOT NULL THEN source_name(0) END AS phone_datasource,
  CASE WHEN phone IS NOT NULL THEN 1 END AS phone_priority, CASE WHEN phone IS NULL THEN 0 ELSE 1 END AS phone_completion,
  CASE WHEN birthdate IS NOT NULL THEN source_key(i, 0) END AS birthdate_pk,
  CASE WHEN birthdate IS NOT NULL THEN when_text(update_dt) END AS birthdate_update_dt,
  CASE WHEN birthdate IS NOT NULL THEN source_name(0) END AS birthdate_datasource,
  CASE WHEN birthdate IS NOT NULL THEN 1 END AS birthdate_priority,
  CASE WHEN birthdate IS NULL THEN 0 ELSE 1 END AS birthdate_completion,
  CASE WHEN gender IS NOT NULL THEN source_key(i, 0) END AS gender_pk,
  CASE WHEN gender IS NOT NULL THEN when_text(update_dt) END AS gender_update_dt,
  CASE WHEN gender IS NOT NULL THEN source_name(0) END AS gender_datasource,
  CASE WHEN gender IS NOT NULL THEN 1 END AS gender_priority, CASE WHEN gender IS NULL THEN 0 ELSE 1 END AS gender_completion
FROM chunk_person p;

-- One to four records of a customer, each knowing something else.
INSERT INTO brand.Unified_Coalesced BY NAME
SELECT * EXCLUDE (i, r), whole_name(given_name, surname) AS full_name,
  blv_email OR blv_phone OR blv_given_name AS has_blv, sha256(lower(trim(email))) AS hashed_email, sha256(link_key) AS hashed_link_key
FROM (
  SELECT i, r, amperity_id,
    CASE WHEN r IN (0, 1) THEN address END AS address, CASE WHEN r IN (0, 1) THEN address2 END AS address2,
    CASE r WHEN 0 THEN city WHEN 1 THEN city WHEN 2 THEN upper(city) END AS city, CASE WHEN r < 3 THEN state END AS state,
    CASE WHEN r < 3 THEN postal END AS postal, CASE WHEN r < 2 THEN country WHEN r = 2 THEN alpha2 END AS country,
    CASE r WHEN 0 THEN email
      WHEN 1 THEN CASE WHEN two_emails THEN 'shop.' || CAST(i AS VARCHAR) || '@example.net' ELSE lower(trim(email)) END
      WHEN 3 THEN coalesce(email, clean_email) END AS email,
    CASE r WHEN 0 THEN phone WHEN 1 THEN CASE WHEN phone IS NOT NULL THEN clean_phone END WHEN 2 THEN phone END AS phone,
    CASE r WHEN 2 THEN CASE WHEN bucket(i, 40) = 5 THEN 'GUEST' ELSE upper(trim(given_name)) END WHEN 3 THEN NULL
      ELSE given_name END AS given_name,
    CASE WHEN r < 3 THEN surname END AS surname, CASE WHEN r = 0 THEN generational_suffix END AS generational_suffix,
    CASE WHEN r < 2 THEN gender END AS gender, CASE WHEN r = 0 THEN title END AS title,
    CASE WHEN r = 0 THEN loyalty_id END AS loyalty_id, CASE WHEN r < 2 THEN birthdate END AS birthdate,
    false AS blv_address, coalesce(r IN (0, 3) AND bad_email, false) AS blv_email,
    r = 2 AND bucket(i, 40) = 5 AS blv_given_name, coalesce(r IN (0, 2) AND bad_phone AND phone IS NOT NULL, false) AS blv_phone,
    false AS blv_surname, CASE WHEN r = 1 THEN customer_id END AS ck, i + 1 AS component_id,
    create_dt + to_days(CAST(r * 9 AS INTEGER)) AS create_dt, update_dt - to_hours(CAST(r AS INTEGER)) AS update_dt,
    source_name(r) AS datasource, CASE WHEN r < 2 THEN customer_id END AS fk_customer_id,
    CASE WHEN r IN (0, 2) THEN loyalty_id END AS fk_loyalty_id, bucket(i // 100, 41) = 0 AND bucket(i, 42) = 0 AS is_supersized,
    source_key(i, r) AS pk, 1 AS rep_ds, i * 4 AS rep_pk,
    CASE WHEN bucket(i // 100, 41) = 0 AND bucket(i, 42) = 0 THEN i // 100 + 1 END AS supersized_id,
    ['Socktown', 'ACME Essentials', 'Maribel''s Attic'][1 + pick(h, 16, 3)] AS brand,
    'LK' || CAST(i * 7 + 11 AS VARCHAR) AS link_key
  FROM (
    SELECT *, unnest(range(CASE WHEN two_emails THEN 2 + bucket(i, 39) % 3 WHEN bucket(i, 39) < 35 THEN 1
      WHEN bucket(i, 39) < 75 THEN 2 WHEN bucket(i, 39) < 93 THEN 3 ELSE 4 END)) AS r
    FROM chunk_person))
ORDER BY i, r;

INSERT INTO brand.Transaction_Attributes_Extended BY NAME
SELECT p.amperity_id, f30 AS L30D_order_frequency, money(r30) AS L30D_order_revenue, i30 AS L30D_total_items,
  average(r30, f30) AS L30D_average_order_value, f90 AS L3M_order_frequency, money(r90) AS L3M_order_revenue,
  i90 AS L3M_total_items, average(r90, f90) AS L3M_average_order_value, f365 AS L12M_order_frequency,
  money(r365) AS L12M_order_revenue, i365 AS L12M_total_items, average(r365, f365) AS L12M_average_order_value,
  f AS lifetime_order_frequency, money(r) AS lifetime_order_revenue, units AS lifetime_total_items,
  average(r, f) AS lifetime_average_order_value, f = 1 AS one_and_done, both_channels AS multi_purchase_channel,
  many_brands AS multi_purchase_brand, times[1] AS first_order_datetime, times[-1] AS latest_order_datetime,
  date_diff('day', CAST(times[1] AS DATE), CAST(times[2] AS DATE)) AS first_to_second_order_days,
  date_diff('day', CAST(times[-1] AS DATE), getvariable('today')) AS days_since_latest_order,
  coalesce(date_diff('day', CAST(times[1] AS DATE), CAST(times[2] AS DATE)) <= 90, false) AS early_repeat_purchaser
FROM chunk_person p JOIN chunk_life l ON l.customer = p.i;

INSERT INTO brand.Customer_Attributes BY NAME
SELECT amperity_id, email IS NOT NULL AND NOT bad_email AS contactable_email, phone IS NOT NULL AND NOT bad_phone AS contactable_phone,
  address IS NOT NULL AND postal IS NOT NULL AS contactable_address, email IS NOT NULL AND bucket(i, 43) < 60 AS is_opted_into_email,
  phone IS NOT NULL AND bucket(i, 43) >= 70 AS is_opted_into_sms,
  CASE WHEN l.f IS NULL THEN 'prospect' WHEN l.f30 > 0 THEN 'active' WHEN l.f90 > 0 THEN 'lapsing' ELSE 'lapsed' END
    AS historical_purchaser_lifecycle_status, bucket(p.i, 44) = 0 AND pick(p.h, 17, 20) = 0 AS is_test_account
FROM chunk_person p LEFT JOIN chunk_life l ON l.customer = p.i;

INSERT INTO brand.Online_Events BY NAME
SELECT amperity_id,
  CASE WHEN kind < 7 THEN 'CjwKCA' || md5(concat('click ', getvariable('seed_text'), ' ', i)) END AS gclid,
  CASE WHEN kind IN (7, 8) THEN '0AAAAB' || md5(concat('click ', getvariable('seed_text'), ' ', i)) END AS gbraid,
  CASE WHEN kind = 9 THEN 'CkAKCA' || md5(concat('click ', getvariable('seed_text'), ' ', i)) END AS wbraid
FROM (SELECT *, pick(h, 18, 10) AS kind FROM chunk_person) WHERE bucket(i, 45) < 10;

INSERT INTO brand.Customer_Leads BY NAME
SELECT amperity_id, getvariable('local_now') - to_seconds(pick(h, 19, CAST(getvariable('days') * 86400 AS BIGINT))) AS lead_datetime
FROM chunk_person WHERE bucket(i, 46) < 4;

CREATE OR REPLACE MACRO advertising_id(kind, email) AS
  to_base64(unhex(sha256(concat(kind, ' ', getvariable('seed_text'), ' ', email))));
INSERT INTO brand.UID2 BY NAME
SELECT 'bucket' || CAST(pick(h, 22, 64) AS VARCHAR) AS bucket_id, email, lower(trim(email)) AS normalized_email,
  advertising_id('uid2', lower(trim(email))) AS uid2, amperity_id
FROM chunk_person WHERE email IS NOT NULL AND NOT bad_email AND alpha2 IN ('US', 'CA', 'AU', 'JP') AND bucket(i, 47) < 40;
INSERT INTO brand.EUID BY NAME
SELECT 'bucket' || CAST(pick(h, 22, 64) AS VARCHAR) AS bucket_id, email, lower(trim(email)) AS normalized_email,
  advertising_id('euid', lower(trim(email))) AS euid, amperity_id
FROM chunk_person WHERE email IS NOT NULL AND NOT bad_email AND alpha2 IN ('GB', 'DE', 'FR', 'IE') AND bucket(i, 47) < 40;
