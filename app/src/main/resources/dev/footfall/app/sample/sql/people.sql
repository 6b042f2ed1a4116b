-- One chunk of customers, numbers :from to :to: who they are, as messily as real tables have it.
CREATE OR REPLACE MACRO postal_text(i, h, alpha2, postal) AS CASE
  WHEN bucket(i, 5) < 4 THEN NULL
  WHEN alpha2 = 'US' AND bucket(i, 5) < 24 THEN postal || '-' || lpad(CAST(1000 + pick(h, 20, 9000) AS VARCHAR), 4, '0')
  WHEN alpha2 = 'US' AND bucket(i, 5) < 28 THEN ltrim(postal, '0')
  WHEN alpha2 = 'GB' AND bucket(i, 5) < 40 THEN lower(replace(postal, ' ', ''))
  WHEN bucket(i, 5) = 99 THEN ' ' || postal || ' '
  ELSE postal END;
CREATE OR REPLACE MACRO country_text(i, alpha2, alpha3, country_name, nickname) AS CASE
  WHEN bucket(i, 6) < 74 THEN alpha2 WHEN bucket(i, 6) < 84 THEN alpha3 WHEN bucket(i, 6) < 92 THEN country_name
  WHEN bucket(i, 6) < 95 THEN lower(alpha2) WHEN bucket(i, 6) < 97 THEN nickname
  WHEN bucket(i, 6) = 97 THEN upper(country_name) END;
CREATE OR REPLACE MACRO email_text(i, clean) AS CASE
  WHEN bucket(i, 7) = 0 THEN replace(clean, '@', '.at.')
  WHEN bucket(i, 7) = 1 THEN split_part(clean, '@', 1) || '@'
  WHEN bucket(i, 7) = 2 THEN split_part(clean, '@', 1) || '@example'
  WHEN bucket(i, 7) = 3 THEN clean || ';' || replace(clean, '@', '.2@')
  WHEN bucket(i, 7) = 4 THEN replace(clean, '@', ' @')
  WHEN bucket(i, 7) = 5 THEN 'n/a'
  WHEN bucket(i, 7) < 8 THEN '  ' || clean || ' '
  WHEN bucket(i, 7) < 16 THEN upper(clean)
  WHEN bucket(i, 7) < 20 THEN replace(clean, '@', '+offers@')
  ELSE clean END;
-- NANP numbers have their own habits of writing; elsewhere the national form starts with the trunk prefix.
CREATE OR REPLACE MACRO phone_text(i, h, cc, trunk, area, sub) AS CASE
  WHEN bucket(i, 8) = 0 THEN 'unknown'
  WHEN bucket(i, 8) = 1 THEN '12345'
  WHEN bucket(i, 8) = 2 THEN '555-0100'
  WHEN bucket(i, 8) < 6 THEN '+' || cc || cc || area || sub
  WHEN bucket(i, 8) < 9 THEN '00' || cc || ' ' || area || ' ' || sub
  WHEN bucket(i, 8) < 24 THEN '+' || cc || area || sub
  WHEN bucket(i, 8) < 38 THEN '+' || cc || ' ' || area || ' ' || sub
  WHEN bucket(i, 8) = 38 THEN trunk || area || sub || ' ext. ' || CAST(10 + pick(h, 21, 90) AS VARCHAR)
  WHEN bucket(i, 8) < 44 THEN cc || area || sub
  WHEN bucket(i, 8) < 55 THEN trunk || area || sub
  WHEN bucket(i, 8) < 75 AND cc = '1' THEN '(' || area || ') ' || substr(sub, 1, 3) || '-' || substr(sub, 4)
  WHEN bucket(i, 8) < 85 AND cc = '1' THEN area || '.' || substr(sub, 1, 3) || '.' || substr(sub, 4)
  WHEN cc = '1' THEN area || '-' || substr(sub, 1, 3) || '-' || substr(sub, 4)
  WHEN bucket(i, 8) < 80 THEN trunk || area || ' ' || sub
  ELSE '+' || cc || ' (' || trunk || ')' || area || ' ' || sub END;

CREATE OR REPLACE TEMP TABLE chunk_person AS
WITH numbered AS (
  SELECT i, row_hash(i, 1) AS h, place_slot(i) AS slot FROM range(getvariable('person_from'), getvariable('person_to')) r (i)
), placed AS (
  SELECT n.*, s.* EXCLUDE (slot), pick(h, 1, 24) AS given_pos, pick(h, 2, 32) AS family_pos, pick(h, 3, 32) AS second_pos,
    pick(h, 4, 16) AS street_pos,
    drama || lpad(CAST(pick(h, 5, [1, 10, 100, 1000, 10000, 100000][1 + drama_digits]) AS VARCHAR), CAST(drama_digits AS INTEGER), '0') AS sub,
    make_date(1938, 1, 1) + CAST(pick(h, 6, 24800) AS INTEGER) AS born
  FROM numbered n JOIN slot s USING (slot)
), named AS (
  SELECT p.*, g.given_name, g.woman, t.street,
    CASE WHEN bucket(i, 3) < 6 AND p.language IN ('en', 'fr') THEN f.surname || '-' || f2.surname ELSE f.surname END AS surname,
    lower(replace(replace(g.latin, '''', ''), ' ', '')) || '.' || lower(replace(replace(f.latin, '''', ''), ' ', ''))
      || CAST(i AS VARCHAR) || '@example.' || ['com', 'com', 'org', 'net'][1 + pick(h, 7, 4)] AS clean_email
  FROM placed p
  JOIN given g ON g.language = p.language AND g.pos = p.given_pos
  JOIN family f ON f.language = p.language AND f.pos = p.family_pos
  JOIN family f2 ON f2.language = p.language AND f2.pos = p.second_pos
  JOIN street t ON t.pos = p.street_pos
)
SELECT i, h, customer_uuid(i) AS amperity_id, customer_code(i) AS customer_id, alpha2,
  CASE WHEN bucket(i, 9) < 68 THEN 'LY-' || lpad(CAST(40000000 + i AS VARCHAR), 8, '0') END AS loyalty_id,
  CASE WHEN bucket(i, 10) = 0 THEN NULL WHEN bucket(i, 10) < 4 THEN upper(given_name) WHEN bucket(i, 10) < 6
    THEN given_name || ' ' ELSE given_name END AS given_name,
  CASE WHEN bucket(i, 10) = 1 THEN NULL WHEN bucket(i, 10) < 6 THEN lower(surname) ELSE surname END AS surname,
  clean_email, '+' || calling_code || area || sub AS clean_phone,
  -- 6 of 100 have no e-mail address, 8 no telephone, 3 neither
  CASE WHEN bucket(i, 4) >= 9 THEN email_text(i, clean_email) END AS email,
  CASE WHEN sub IS NOT NULL AND (bucket(i, 4) < 6 OR bucket(i, 4) >= 17) THEN phone_text(i, h, calling_code, trunk, area, sub) END AS phone,
  CASE WHEN bucket(i, 11) >= 8 THEN CAST(1 + pick(h, 8, 240) AS VARCHAR) || ' ' || street END AS address,
  CASE WHEN bucket(i, 11) >= 90 THEN 'Apt ' || CAST(1 + pick(h, 9, 60) AS VARCHAR) END AS address2,
  CASE WHEN bucket(i, 12) < 4 THEN NULL WHEN bucket(i, 12) < 10 THEN upper(city) WHEN bucket(i, 12) < 12 THEN city || ' '
    ELSE city END AS city,
  CASE WHEN bucket(i, 13) < 4 THEN NULL WHEN bucket(i, 13) < 7 THEN lower(state) WHEN bucket(i, 13) < 14 THEN state_name
    ELSE state END AS state,
  postal_text(i, h, alpha2, postal) AS postal, country_text(i, alpha2, alpha3, country_name, nickname) AS country,
  CASE WHEN bucket(i, 14) < 18 THEN NULL WHEN bucket(i, 14) = 18 THEN make_date(1952 + 4 * pick(h, 10, 13), 2, 29) ELSE born
    END AS birthdate,
  CASE
    WHEN bucket(i, 15) < 16 THEN NULL WHEN bucket(i, 15) < 18 THEN 'nonbinary' WHEN bucket(i, 15) = 18 THEN 'X'
    WHEN bucket(i, 15) < 21 THEN 'unknown' WHEN bucket(i, 15) < 60 THEN CASE WHEN woman THEN 'F' ELSE 'M' END
    WHEN bucket(i, 15) < 80 THEN CASE WHEN woman THEN 'Female' ELSE 'Male' END
    WHEN bucket(i, 15) < 90 THEN CASE WHEN woman THEN 'female' ELSE 'male' END
    ELSE CASE WHEN woman THEN 'Woman' ELSE 'm' END END AS gender,
  CASE WHEN bucket(i, 16) < 3 THEN 'Jr.' WHEN bucket(i, 16) < 4 THEN 'III' END AS generational_suffix,
  CASE WHEN bucket(i, 17) < 6 THEN ['Dr.', 'Prof.', 'Mx.'][1 + pick(h, 11, 3)] END AS title,
  CASE WHEN bucket(i, 18) < 3
    THEN ['Larkfield Trading', 'Oddment & Daughters', 'Blue Door Bindery'][1 + pick(h, 12, 3)] END AS company,
  bucket(i, 19) < 8 AS two_emails, bucket(i, 7) < 6 AND bucket(i, 4) >= 9 AS bad_email,
  bucket(i, 8) < 3 AND alpha2 <> 'JP' AS bad_phone,
  getvariable('local_now') - to_days(CAST(400 + pick(h, 13, 1200) AS INTEGER)) + to_seconds(pick(h, 14, 86400)) AS create_dt,
  getvariable('local_now') - to_seconds(3600 + pick(h, 15, 30000000)) AS update_dt
FROM named;

CREATE OR REPLACE TEMP TABLE chunk_life AS
SELECT customer,
  count(*) FILTER (bought_at > getvariable('local_now') - INTERVAL 30 DAY) AS f30,
  CAST(coalesce(sum(net) FILTER (bought_at > getvariable('local_now') - INTERVAL 30 DAY), 0) AS BIGINT) AS r30,
  CAST(coalesce(sum(items) FILTER (bought_at > getvariable('local_now') - INTERVAL 30 DAY), 0) AS BIGINT) AS i30,
  count(*) FILTER (bought_at > getvariable('local_now') - INTERVAL 3 MONTH) AS f90,
  CAST(coalesce(sum(net) FILTER (bought_at > getvariable('local_now') - INTERVAL 3 MONTH), 0) AS BIGINT) AS r90,
  CAST(coalesce(sum(items) FILTER (bought_at > getvariable('local_now') - INTERVAL 3 MONTH), 0) AS BIGINT) AS i90,
  count(*) FILTER (bought_at > getvariable('local_now') - INTERVAL 12 MONTH) AS f365,
  CAST(coalesce(sum(net) FILTER (bought_at > getvariable('local_now') - INTERVAL 12 MONTH), 0) AS BIGINT) AS r365,
  CAST(coalesce(sum(items) FILTER (bought_at > getvariable('local_now') - INTERVAL 12 MONTH), 0) AS BIGINT) AS i365,
  count(*) AS f, CAST(sum(net) AS BIGINT) AS r, CAST(sum(items) AS BIGINT) AS units, list_sort(list(bought_at)) AS times,
  min(in_store) <> max(in_store) AS both_channels, min(brand_no) <> max(brand_no) AS many_brands
FROM stage.bought
WHERE customer >= getvariable('person_from') AND customer < getvariable('person_to')
GROUP BY customer;
