SELECT customer_id, CONCAT(CAST(YEAR(birthdate) AS VARCHAR), '-', LPAD(CAST(MONTH(birthdate) AS VARCHAR), 2, '0'), '-', LPAD(CAST(DAY(birthdate) AS VARCHAR), 2, '0')) AS db,
  DATE_FORMAT(birthdate, '%m/%d/%Y') AS us, DATE_DIFF('year', birthdate, CURRENT_DATE) AS age
FROM customers ORDER BY customer_id
