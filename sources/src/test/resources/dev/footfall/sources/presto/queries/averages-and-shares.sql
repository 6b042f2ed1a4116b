SELECT o.currency, COUNT(*) AS rows, COUNT(DISTINCT order_id) AS orders, AVG(i.revenue) AS avg_revenue, SUM(i.revenue) AS revenue,
  SUM(i.revenue) / COUNT(*) AS by_row, MIN(i.unit_price), MAX(i.unit_price * i.quantity) AS most,
  ROUND(SUM(i.revenue) * 100 / SUM(SUM(i.revenue)) OVER (), 1) AS share
FROM items i JOIN orders o USING (order_id)
GROUP BY 1 HAVING COUNT(*) > 0 ORDER BY revenue DESC
