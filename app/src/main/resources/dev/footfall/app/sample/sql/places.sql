-- Where customers live and stores stand; the weights add up to 100 customers. Telephone ranges are those that the
-- regulators keep free for fiction: 555-01xx (North America), Ofcom, Bundesnetzagentur, Arcep, ComReg and ACMA drama
-- ranges. Japan has none, hence no telephone numbers there. Tax is in 1/10000, rate in hundredths of a dollar.
CREATE TABLE place (
  place BIGINT, weight BIGINT, city VARCHAR, state VARCHAR, state_name VARCHAR, postal VARCHAR, alpha2 VARCHAR,
  area VARCHAR, drama VARCHAR, drama_digits BIGINT);
INSERT INTO place VALUES
  (0, 6, 'Seattle', 'WA', 'Washington', '98101', 'US', '206', '55501', 2),
  (1, 6, 'Boston', 'MA', 'Massachusetts', '02108', 'US', '617', '55501', 2),
  (2, 5, 'Newark', 'NJ', 'New Jersey', '07102', 'US', '973', '55501', 2),
  (3, 6, 'Austin', 'TX', 'Texas', '78701', 'US', '512', '55501', 2),
  (4, 5, 'Denver', 'CO', 'Colorado', '80202', 'US', '303', '55501', 2),
  (5, 7, 'Chicago', 'IL', 'Illinois', '60601', 'US', '312', '55501', 2),
  (6, 8, 'New York', 'NY', 'New York', '10001', 'US', '212', '55501', 2),
  (7, 1, 'San Juan', 'PR', 'Puerto Rico', '00901', 'US', '787', '55501', 2),
  (8, 4, 'Portland', 'OR', 'Oregon', '97204', 'US', '503', '55501', 2),
  (9, 4, 'Miami', 'FL', 'Florida', '33130', 'US', '305', '55501', 2),
  (10, 3, 'Minneapolis', 'MN', 'Minnesota', '55401', 'US', '612', '55501', 2),
  (11, 2, 'Winston-Salem', 'NC', 'North Carolina', '27101', 'US', '336', '55501', 2),
  (12, 1, 'Coeur d''Alene', 'ID', 'Idaho', '83814', 'US', '208', '55501', 2),
  (13, 2, 'St. Louis', 'MO', 'Missouri', '63101', 'US', '314', '55501', 2),
  (14, 3, 'Toronto', 'ON', 'Ontario', 'M5H 2N2', 'CA', '416', '55501', 2),
  (15, 2, 'Montréal', 'QC', 'Quebec', 'H2Y 1C6', 'CA', '514', '55501', 2),
  (16, 1, 'Vancouver', 'BC', 'British Columbia', 'V6B 1A1', 'CA', '604', '55501', 2),
  (17, 4, 'London', NULL, 'Greater London', 'EC1A 1BB', 'GB', '20', '79460', 3),
  (18, 2, 'Leeds', NULL, 'West Yorkshire', 'LS1 4AP', 'GB', '113', '4960', 3),
  (19, 3, 'Manchester', NULL, 'Greater Manchester', 'M1 1AE', 'GB', '161', '4960', 3),
  (20, 2, 'Edinburgh', NULL, 'Scotland', 'EH1 1YZ', 'GB', '7700', '900', 3),
  (21, 1, 'Cardiff', NULL, 'Wales', 'CF10 1EP', 'GB', '29', '20180', 3),
  (22, 2, 'Berlin', 'BE', 'Berlin', '10115', 'DE', '30', '23125', 3),
  (23, 2, 'München', 'BY', 'Bayern', '80331', 'DE', '89', '99998', 3),
  (24, 1, 'Köln', 'NW', 'Nordrhein-Westfalen', '50667', 'DE', '221', '4710', 3),
  (25, 1, 'Frankfurt am Main', 'HE', 'Hessen', '60311', 'DE', '69', '90009', 3),
  (26, 3, 'Paris', NULL, 'Île-de-France', '75001', 'FR', '1', '9900', 4),
  (27, 1, 'Saint-Étienne', NULL, 'Auvergne-Rhône-Alpes', '42000', 'FR', '4', '6571', 4),
  (28, 1, 'Rennes', NULL, 'Bretagne', '35000', 'FR', '2', '6191', 4),
  (29, 2, 'Dublin', NULL, 'Leinster', 'D02 AF30', 'IE', '20', '91', 5),
  (30, 1, 'Cork', NULL, 'Munster', 'T12 W8XY', 'IE', '20', '91', 5),
  (31, 2, 'Sydney', 'NSW', 'New South Wales', '2000', 'AU', '2', '5550', 4),
  (32, 1, 'Melbourne', 'VIC', 'Victoria', '3000', 'AU', '3', '5550', 4),
  (33, 3, 'Tokyo', NULL, '東京都', '100-0001', 'JP', NULL, NULL, 0),
  (34, 2, 'Osaka', NULL, '大阪府', '530-0001', 'JP', NULL, NULL, 0);

CREATE TABLE country (
  alpha2 VARCHAR, alpha3 VARCHAR, country_name VARCHAR, nickname VARCHAR, language VARCHAR, currency VARCHAR,
  rate BIGINT, tax BIGINT, calling_code VARCHAR, trunk VARCHAR);
INSERT INTO country VALUES
  ('US', 'USA', 'United States', 'U.S.A.', 'en', 'USD', 100, 825, '1', ''),
  ('CA', 'CAN', 'Canada', 'canada', 'fr', 'CAD', 135, 1300, '1', ''),
  ('GB', 'GBR', 'United Kingdom', 'UK', 'en', 'GBP', 80, 2000, '44', '0'),
  ('DE', 'DEU', 'Germany', 'Deutschland', 'de', 'EUR', 92, 1900, '49', '0'),
  ('FR', 'FRA', 'France', 'FRANCE', 'fr', 'EUR', 92, 2000, '33', '0'),
  ('IE', 'IRL', 'Ireland', 'Éire', 'en', 'EUR', 92, 2300, '353', '0'),
  ('AU', 'AUS', 'Australia', 'AUSTRALIA', 'en', 'AUD', 150, 1000, '61', '0'),
  ('JP', 'JPN', 'Japan', 'Nippon', 'ja', 'JPY', 15000, 1000, '81', '0');

CREATE TABLE slot AS
  SELECT row_number() OVER (ORDER BY place, part) - 1 AS slot, * EXCLUDE (part, weight)
  FROM (SELECT *, unnest(range(weight)) AS part FROM place) JOIN country USING (alpha2);
