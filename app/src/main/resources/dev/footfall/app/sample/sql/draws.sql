-- Pseudo-random draws of the sample brand. Everything is integer arithmetic that fits a signed 64-bit number, so the
-- same seed gives the same rows on any machine, with any number of threads and in any release of the engine: no
-- random(), no hash() of the engine, no floating point.
--
-- mix(x): a bijection on 32 bits that spreads every input bit over all output bits,
--         x ^= x>>16; x *= 0x21f0aaad; x ^= x>>15; x *= 0x735a2d97; x ^= x>>15   (all modulo 2^32).
--         Both factors are below 2^31, so a product stays below 2^63.
-- salt(k): the seed (two 32-bit halves, seed_low and seed_high, spread by the caller), made different for each purpose k.
-- row_hash(i, k): the hash of row number i of kind k; all draws of that row start from it.
-- pick(h, k, n): draw number k of a row, 0 … n-1.
-- bucket(i, k): 0 … 99, each value exactly once in every block of 100 rows, in an order of its own for each block and
--         purpose k (a shift, then a multiplication modulo the prime 101). It decides the rare cases, so that even a brand
--         of 100 customers has every one of them.

CREATE MACRO fold(x, shift, factor) AS (xor(x, x >> shift) * factor) & 4294967295;
CREATE MACRO settle(x) AS xor(x, x >> 15);
CREATE MACRO mix(x) AS settle(fold(fold(x, 16, 569420461), 15, 1935289751));
CREATE MACRO salt(k) AS (getvariable('seed_low') + k * 2654435769) & 4294967295;
CREATE MACRO row_hash(i, k) AS mix(xor(mix(xor(salt(k), i)), getvariable('seed_high')));
CREATE MACRO pick(h, k, n) AS mix(xor(h, (k * 2654435769) & 4294967295)) % n;
CREATE MACRO block_draw(block, k) AS fold(fold(xor(salt(1000 + k), block), 16, 569420461), 15, 1935289751) >> 8;
CREATE MACRO reorder(i, draw) AS ((i + draw // 100) % 100 + 1) * (1 + draw % 100) % 101 - 1;
CREATE MACRO bucket(i, k) AS reorder(i, block_draw(i // 100, k));

-- Facts about customer i that orders need too: functions of the number, so that no join is needed.
CREATE MACRO customer_uuid(i) AS
  CAST(CAST(md5(concat('customer ', getvariable('seed_text'), ' ', i)) AS UUID) AS VARCHAR);
CREATE MACRO customer_code(i) AS 'CU' || lpad(CAST(i + 1 AS VARCHAR), 8, '0');
CREATE MACRO place_slot(i) AS bucket(i, 1);
CREATE MACRO order_code(n) AS 'ORD-' || CAST(10000001 + n AS VARCHAR);

-- Money travels as whole hundredths (BIGINT) and becomes DECIMAL in the last step.
CREATE MACRO money(hundredths) AS CAST(hundredths * 0.01 AS DECIMAL(38, 2));
CREATE MACRO unit_money(ten_thousandths) AS CAST(ten_thousandths * 0.0001 AS DECIMAL(38, 4));
CREATE MACRO tag(prefix, words) AS prefix || '-' || upper(substr(md5(words), 1, 6));
