-- What the web shop saw of the chunk's orders: a quarter of the purchases, and steps before a purchase without an order id.
INSERT INTO brand.Customer_Events BY NAME
SELECT
  CASE WHEN step = 0 THEN order_code(n) END AS order_id,
  CASE WHEN customer IS NOT NULL THEN customer_uuid(customer) END AS amperity_id,
  o.order_datetime - to_minutes(step * (1 + pick(h, 32, 20))) AS event_datetime,
  CASE step
    WHEN 0 THEN CASE WHEN bucket(n, 31) < 96 THEN 'Purchase' WHEN bucket(n, 31) < 98 THEN 'purchase' ELSE 'Other' END
    WHEN 1 THEN CASE WHEN bucket(n, 31) < 50 THEN 'AddToCart' ELSE 'add to cart' END
    ELSE CASE WHEN bucket(n, 31) < 90 THEN 'ViewContent' ELSE 'ScrollDepth' END END AS event_type,
  CASE WHEN in_store THEN 'physical_store' WHEN bucket(n, 32) < 90 THEN 'website' ELSE 'phone_call' END AS channel,
  CASE WHEN step = 0 THEN money(t.net) END AS revenue,
  CASE WHEN NOT in_store AND bucket(n, 33) >= 5
    THEN ['Mozilla/5.0 (X11; Linux x86_64) SampleBrowser/12.1', 'Mozilla/5.0 (iPhone; CPU OS 18_0) SampleBrowser/9.4',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) SampleBrowser/12.0'][1 + pick(h, 33, 3)] END AS user_agent,
  CAST(CAST(md5(concat('event ', getvariable('seed_text'), ' ', n, ' ', step)) AS UUID) AS VARCHAR) AS event_uuid,
  CASE WHEN NOT in_store
    THEN 'https://www.example.com/' || ['checkout/thanks', 'cart', 'products/' || CAST(pick(h, 34, 240) AS VARCHAR)][1 + step]
    END AS page_url,
  CASE WHEN NOT in_store
    THEN CASE WHEN pick(h, 35, 5) = 0 THEN '2001:db8::' || lower(to_hex(pick(h, 36, 65536)))
      ELSE ['192.0.2.', '198.51.100.', '203.0.113.'][1 + pick(h, 37, 3)] || CAST(1 + pick(h, 38, 254) AS VARCHAR) END
    END AS client_ip,
  CASE WHEN NOT in_store AND pick(h, 39, 10) < 5 THEN 'Cj0KCQ' || md5(concat('gclid ', getvariable('seed_text'), ' ', n)) END
    AS gclid,
  CASE WHEN NOT in_store AND pick(h, 39, 10) = 5 THEN '0AAAAA' || md5(concat('gbraid ', getvariable('seed_text'), ' ', n)) END
    AS gbraid,
  CASE WHEN NOT in_store AND pick(h, 39, 10) = 6 THEN 'CkAKCQ' || md5(concat('wbraid ', getvariable('seed_text'), ' ', n)) END
    AS wbraid,
  CASE WHEN in_store THEN NULL WHEN pick(h, 39, 10) IN (5, 6) THEN 'APP' ELSE 'WEB' END AS conversion_environment
FROM (SELECT *, unnest(CASE WHEN in_store OR pick(h, 30, 3) > 0 THEN [0] ELSE [2, 1, 0] END) AS step
  FROM chunk_order WHERE bucket(n, 30) < 25) o
JOIN chunk_total t USING (n)
ORDER BY n, step DESC;

INSERT INTO brand.Google_Analytics BY NAME
SELECT
  CASE WHEN customer IS NOT NULL THEN customer_uuid(customer) END AS amperity_id,
  CAST(1000000000 + pick(h, 40, 900000000) AS VARCHAR) || '.' || CAST(epoch_ms(order_datetime) // 1000 - 86400 AS VARCHAR)
    AS USER_PSEUDO_ID,
  CAST(epoch_ms(order_datetime) // 1000 - 300 AS VARCHAR) AS SESSION_ID, order_code(n) AS TRANSACTION_ID,
  CASE WHEN customer IS NOT NULL AND pick(h, 41, 3) > 0 THEN customer_code(customer) END AS USER_ID
FROM chunk_order WHERE NOT in_store AND pick(h, 42, 2) = 0;
