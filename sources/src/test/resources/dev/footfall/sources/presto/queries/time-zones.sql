SELECT order_id, CAST(order_datetime AT TIME ZONE 'America/Los_Angeles' AS DATE) AS local_day,
  DATE_FORMAT(order_datetime AT TIME ZONE 'Europe/Paris', '%H:%i') AS in_paris, TO_UNIXTIME(order_datetime) AS seconds,
  DATE_TRUNC('week', order_datetime) AS week, CAST(order_datetime AS VARCHAR) AS text
FROM orders ORDER BY order_id
