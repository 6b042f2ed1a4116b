-- The retail 4-5-4 calendar of every day that an order can fall on. A fiscal year starts on the Sunday after the Saturday
-- that lies nearest to 31 January.
CREATE MACRO fiscal_start(y) AS
  make_date(y, 2, 3) - CAST((dayofweek(make_date(y, 2, 3)) + 1) % 7 AS INTEGER) + 1;
CREATE TABLE calendar AS
  SELECT day, fiscal_year,
    least(4, (week - 1) // 13 + 1) AS fiscal_quarter,
    least(12, (least(4, (week - 1) // 13 + 1) - 1) * 3
      + CASE WHEN week = 53 THEN 3 WHEN (week - 1) % 13 < 4 THEN 1 WHEN (week - 1) % 13 < 9 THEN 2 ELSE 3 END) AS fiscal_month,
    week AS fiscal_week_number, day - CAST(dayofweek(day) AS INTEGER) AS fiscal_week_start,
    ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'][1 + dayofweek(day)] AS fiscal_day_of_week,
    CASE
      WHEN month(day) = 11 AND dayofmonth(day) >= 20 THEN 'Late November Days'
      WHEN month(day) = 12 AND dayofmonth(day) >= 26 THEN 'Year-End Clearance'
      WHEN month(day) = 7 AND dayofmonth(day) <= 7 THEN 'Summer Opening' END AS holiday_sale_name
  FROM (
    SELECT day, fiscal_year, (day - fiscal_start(fiscal_year)) // 7 + 1 AS week
    FROM (
      SELECT day, CASE WHEN day >= fiscal_start(year(day)) THEN year(day) ELSE year(day) - 1 END AS fiscal_year
      FROM (SELECT getvariable('today') - CAST(age AS INTEGER) AS day FROM range(getvariable('days') + 1) ages (age))));
