SELECT customer_id,
  TO_HEX(SHA256(TO_UTF8(LOWER(TRIM(email))))) AS email,
  LOWER(TO_HEX(MD5(TO_UTF8(UPPER(TRIM(email)))))) AS email_md5,
  CONCAT('+1', '', REGEXP_REPLACE(phone, '[$\D\s]', '')) AS phone
FROM customers
ORDER BY 1
