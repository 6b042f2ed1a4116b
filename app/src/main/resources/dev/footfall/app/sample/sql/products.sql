-- Three brands, ten styles each, four colours and two sizes of each style: 240 products. Prices in hundredths of a dollar.
CREATE TABLE brand_name (brand_no BIGINT, brand_code VARCHAR, brand_title VARCHAR);
INSERT INTO brand_name VALUES (0, 'ST', 'Socktown'), (1, 'AE', 'ACME Essentials'), (2, 'MA', 'Maribel''s Attic');

CREATE TABLE style (
  brand_no BIGINT, style_no BIGINT, style VARCHAR, category VARCHAR, subcategory VARCHAR, class VARCHAR, kind VARCHAR,
  gender VARCHAR, fabric VARCHAR, material VARCHAR, silhouette VARCHAR, price BIGINT);
INSERT INTO style VALUES
  (0, 0, 'Anklet Trio', 'Socks', 'Ankle socks', 'Everyday', 'pack', 'unisex', 'jersey', 'cotton', 'low', 1450),
  (0, 1, 'Trailhead Crew', 'Socks', 'Crew socks', 'Outdoor', 'pair', 'unisex', 'terry', 'merino wool', 'mid', 1990),
  (0, 2, 'Boardroom Knee', 'Socks', 'Knee socks', 'Dress', 'pair', 'M', 'rib', 'bamboo', 'high', 1690),
  (0, 3, 'Featherstep No-Show', 'Socks', 'No-show socks', 'Everyday', 'pair', 'F', 'jersey', 'cotton', 'low', 890),
  (0, 4, 'Cabin Slipper', 'Footwear', 'Slippers', 'Home', 'pair', 'unisex', 'felt', 'wool', 'mid', 4900),
  (0, 5, 'Warm-Up Leg Sleeve', 'Legwear', 'Leg warmers', 'Sport', 'pair', 'F', 'knit', 'acrylic', 'high', 2450),
  (0, 6, 'Sprint Compression', 'Socks', 'Compression socks', 'Sport', 'pair', NULL, 'knit', 'nylon', 'high', 3200),
  (0, 7, 'Toddler Grip Set', 'Socks', 'Kids'' socks', 'Kids', 'pack', NULL, 'jersey', 'cotton', 'low', 1275),
  (0, 8, 'Opaque Tights 60', 'Legwear', 'Tights', 'Dress', 'pair', 'F', 'sheer', 'nylon', 'full', 1800),
  (0, 9, 'Heirloom Cashmere', 'Socks', 'Crew socks', 'Gift', 'pair', 'unisex', 'knit', 'cashmere', 'mid', 5800),
  (1, 0, 'Everyday Tee', 'Tops', 'T-shirts', 'Basics', 'piece', 'unisex', 'jersey', 'cotton', 'regular', 1900),
  (1, 1, 'Oxford Shirt', 'Tops', 'Shirts', 'Office', 'piece', 'M', 'oxford', 'cotton', 'slim', 4950),
  (1, 2, 'Linen Trouser', 'Bottoms', 'Trousers', 'Summer', 'piece', 'F', 'plain weave', 'linen', 'wide', 6900),
  (1, 3, 'Rain Shell', 'Outerwear', 'Jackets', 'Outdoor', 'piece', 'unisex', 'ripstop', 'recycled nylon', 'regular', 12900),
  (1, 4, 'Fleece Half-Zip', 'Tops', 'Fleeces', 'Outdoor', 'piece', 'unisex', 'fleece', 'polyester', 'relaxed', 5900),
  (1, 5, 'Canvas Tote', 'Accessories', 'Bags', 'Basics', 'piece', NULL, 'canvas', 'cotton', NULL, 2400),
  (1, 6, 'Merino Beanie', 'Accessories', 'Hats', 'Winter', 'piece', 'unisex', 'knit', 'merino wool', NULL, 2900),
  (1, 7, 'Stretch Chino', 'Bottoms', 'Trousers', 'Office', 'piece', 'M', 'twill', 'cotton', 'slim', 5900),
  (1, 8, 'Wrap Dress', 'Dresses', 'Day dresses', 'Summer', 'piece', 'F', 'crêpe', 'viscose', 'wrap', 7900),
  (1, 9, 'Gift Card Sleeve', 'Accessories', 'Stationery', 'Gift', 'piece', NULL, NULL, 'paper', NULL, 250),
  (2, 0, 'Brass Candle Holder', 'Home', 'Lighting', 'Table', 'piece', NULL, NULL, 'brass', NULL, 3400),
  (2, 1, 'Patchwork Quilt', 'Home', 'Bedding', 'Bedroom', 'piece', NULL, 'percale', 'cotton', NULL, 18900),
  (2, 2, 'Stoneware Mug', 'Kitchen', 'Mugs', 'Table', 'piece', NULL, NULL, 'stoneware', NULL, 1600),
  (2, 3, 'Picture Frame 13 × 18', 'Home', 'Frames', 'Wall', 'piece', NULL, NULL, 'oak', NULL, 2700),
  (2, 4, 'Linen Napkins, set of 4', 'Kitchen', 'Table linen', 'Table', 'set', NULL, 'plain weave', 'linen', NULL, 3900),
  (2, 5, 'Wool Throw', 'Home', 'Throws', 'Living room', 'piece', NULL, 'twill', 'wool', NULL, 8900),
  (2, 6, 'Tin Lantern', 'Home', 'Lighting', 'Garden', 'piece', NULL, NULL, 'tin', NULL, 4400),
  (2, 7, 'Botanical Print', 'Home', 'Prints', 'Wall', 'piece', NULL, NULL, 'paper', NULL, 2200),
  (2, 8, 'Copper Kettle', 'Kitchen', 'Kettles', 'Stove', 'piece', NULL, NULL, 'copper', NULL, 9800),
  (2, 9, 'Beeswax Polish', 'Home', 'Care', 'Furniture', 'tin', NULL, NULL, 'beeswax', NULL, 1150);

CREATE TABLE product AS
  SELECT
    brand_no * 80 + style_no * 8 + variant AS product_no, price,
    'P' || lpad(CAST(1000 + brand_no * 80 + style_no * 8 + variant AS VARCHAR), 5, '0') AS product_id,
    brand_code || '-' || (100 + style_no) || '-' || upper(substr(color, 1, 3)) || '-' || size AS product_sku,
    brand_code, brand_title AS product_brand, tag('BR', brand_title) AS product_brand_id,
    category AS product_category, tag('CA', category) AS product_category_id,
    class AS product_class, tag('CL', class) AS product_class_id,
    collection AS product_collection, tag('CO', collection) AS product_collection_id,
    color AS product_color, tag('HU', color) AS product_color_id,
    department AS product_department, tag('DE', department) AS product_department_id,
    style || ' in ' || lower(color) || CASE WHEN material IS NULL THEN '' ELSE ', ' || material END AS product_description,
    division AS product_division, tag('DI', division) AS product_division_id,
    fabric AS product_fabric, tag('FA', fabric) AS product_fabric_id,
    gender AS product_gender, category || ' / ' || class AS product_group,
    material AS product_material, tag('MT', material) AS product_material_id,
    money(price) AS product_msrp, style || ' ' || color AS product_name,
    season AS product_season, tag('SE', season) AS product_season_id, silhouette AS product_silhouette,
    size AS product_size, tag('SI', size) AS product_size_id, style AS product_style,
    subcategory AS product_subcategory, tag('SC', subcategory) AS product_subcategory_id,
    class || ' ' || kind AS product_subclass, tag('SB', class || kind) AS product_subclass_id,
    department || ' ' || class AS product_subdepartment, tag('SD', department || class) AS product_subdepartment_id,
    kind AS product_type, '2' || lpad(CAST(70000000001 + (brand_no * 80 + style_no * 8 + variant) * 97 AS VARCHAR), 11, '0')
      AS product_upc
  FROM (
    SELECT s.*, b.brand_code, b.brand_title, v.variant,
      ['Charcoal', 'Oat', 'Moss', 'Brick', 'Navy', 'Plum', 'Saffron', 'Slate'][1 + (style_no * 3 + v.variant // 2) % 8] AS color,
      ['S', 'M', 'L', 'XL'][1 + (style_no + v.variant) % 4] AS size,
      ['Spring', 'Summer', 'Autumn', 'Winter'][1 + style_no % 4] AS season,
      ['Foundation', 'Wayfarer', 'Hearth'][1 + style_no % 3] AS collection,
      CASE WHEN s.brand_no = 2 THEN 'Living' ELSE 'Apparel' END AS division,
      CASE WHEN s.brand_no = 0 THEN 'Hosiery' WHEN s.brand_no = 1 THEN 'Clothing' ELSE 'Homeware' END AS department
    FROM style s JOIN brand_name b USING (brand_no) CROSS JOIN (SELECT unnest(range(8)) AS variant) v)
  ORDER BY product_no;
