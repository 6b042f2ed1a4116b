-- What translated SQL calls besides DuckDB's own functions. Arguments may be NULL: so is the result.

-- White space as Presto's TRIM sees it.
CREATE OR REPLACE TEMP MACRO ff_blanks() AS ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(28) || chr(29) || chr(30) || chr(31) || chr(5760) || chr(8192) || chr(8193) || chr(8194) || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233) || chr(8287) || chr(12288);

-- SUBSTR: position 0 and positions before the start give an empty text.
CREATE OR REPLACE TEMP MACRO ff_substr(s, n) AS CASE WHEN s IS NOT NULL AND (n = 0 OR -n > length(s)) THEN '' ELSE substring(s, n) END;
CREATE OR REPLACE TEMP MACRO ff_substr_n(s, n, l) AS CASE WHEN s IS NOT NULL AND l IS NOT NULL AND (n = 0 OR l <= 0 OR -n > length(s)) THEN '' ELSE substring(s, n, l) END;

-- REPLACE: an empty search text is found before each character and at the end.
CREATE OR REPLACE TEMP MACRO ff_replace(s, a, b) AS CASE WHEN a = '' AND b IS NOT NULL THEN b || array_to_string(list_transform(string_split(s, ''), lambda c: CASE WHEN s = '' THEN '' ELSE c || b END), '') ELSE replace(s, a, b) END;

-- A position: 0 and, where from_end is not allowed, negative ones are errors.
CREATE OR REPLACE TEMP MACRO ff_at(n) AS CASE WHEN n = 0 THEN CAST('ff:index' || n AS BIGINT) ELSE n END;
CREATE OR REPLACE TEMP MACRO ff_from_one(n) AS CASE WHEN n < 1 THEN CAST('ff:index' || n AS BIGINT) ELSE n END;
CREATE OR REPLACE TEMP MACRO ff_subscript(a, n) AS a[CASE WHEN n < 1 OR n > len(a) THEN CAST('ff:subscript' || n AS BIGINT) ELSE n END];
CREATE OR REPLACE TEMP MACRO ff_key(m, k) AS m[CASE WHEN NOT map_contains(m, k) THEN map_keys(m)[CAST('ff:key' || len(map_keys(m)) AS BIGINT)] ELSE k END];
CREATE OR REPLACE TEMP MACRO ff_split_part(s, d, n) AS string_split(s, d)[ff_from_one(n)];
CREATE OR REPLACE TEMP MACRO ff_split(s, d, n) AS CASE WHEN len(string_split(s, d)) <= ff_from_one(n) THEN string_split(s, d) ELSE list_append(string_split(s, d)[1 : n - 1], array_to_string(string_split(s, d)[n :], d)) END;
CREATE OR REPLACE TEMP MACRO ff_slice(a, n, l) AS CASE WHEN n > 0 THEN a[n : n + l - 1] ELSE CASE WHEN -n > len(a) THEN a[1 : 0] ELSE a[len(a) + ff_at(n) + 1 : len(a) + n + l] END END;

-- ARRAY_JOIN of nothing is an empty text.
CREATE OR REPLACE TEMP MACRO ff_join(a, d) AS CASE WHEN d IS NOT NULL AND len(list_filter(a, lambda x: x IS NOT NULL)) = 0 THEN '' ELSE array_to_string(a, d) END;
CREATE OR REPLACE TEMP MACRO ff_contains(a, x) AS CASE WHEN a IS NULL OR x IS NULL THEN NULL WHEN list_contains(a, x) THEN true WHEN len(list_filter(a, lambda y: y IS NULL)) > 0 THEN NULL ELSE false END;
-- First occurrences stay in place; NULL counts as a value.
CREATE OR REPLACE TEMP MACRO ff_distinct(a) AS list_filter(a, lambda x, i: len(list_filter(a[1 : i - 1], lambda y: y IS NOT DISTINCT FROM x)) = 0);
CREATE OR REPLACE TEMP MACRO ff_intersect(a, b) AS CASE WHEN b IS NOT NULL THEN ff_distinct(list_filter(a, lambda x: len(list_filter(b, lambda y: y IS NOT DISTINCT FROM x)) > 0)) END;
CREATE OR REPLACE TEMP MACRO ff_except(a, b) AS CASE WHEN b IS NOT NULL THEN ff_distinct(list_filter(a, lambda x: len(list_filter(b, lambda y: y IS NOT DISTINCT FROM x)) = 0)) END;
CREATE OR REPLACE TEMP MACRO ff_overlap(a, b) AS CASE WHEN list_has_any(a, b) THEN true WHEN len(a) > 0 AND len(b) > 0 AND len(list_filter(list_concat(a, b), lambda x: x IS NULL)) > 0 THEN NULL ELSE list_has_any(a, b) END;
-- MAP_AGG: rows without key are left out, the first row of a key wins.
CREATE OR REPLACE TEMP MACRO ff_map_of(a) AS map_from_entries(list_transform(list_filter(a, lambda x, i: x.k IS NOT NULL AND len(list_filter(a[1 : i - 1], lambda y: y.k = x.k)) = 0), lambda x: {'key': x.k, 'value': x.v}));

-- Numbers.
CREATE OR REPLACE TEMP MACRO ff_ln(x) AS CASE WHEN x > 0 THEN ln(x) WHEN x = 0 THEN CAST('-Infinity' AS DOUBLE) WHEN x < 0 THEN CAST('NaN' AS DOUBLE) ELSE x END;
CREATE OR REPLACE TEMP MACRO ff_fmod(x, y) AS CASE WHEN y = 0 THEN CAST('NaN' AS DOUBLE) ELSE x % CASE WHEN y = 0 THEN 1 ELSE y END END;
-- Integer division rounded half up, away from zero; by zero it is DuckDB's own error.
CREATE OR REPLACE TEMP MACRO ff_round_div(n, d) AS ((2 * abs(n) + abs(d)) // (2 * abs(d))) * sign(n) * sign(d);

-- JSON; text that is none gives NULL.
CREATE OR REPLACE TEMP MACRO ff_json(j) AS CASE WHEN json_valid(j) THEN j END;
CREATE OR REPLACE TEMP MACRO ff_json_scalar(j, p) AS CASE WHEN json_type(ff_json(j), p) NOT IN ('OBJECT', 'ARRAY', 'NULL') THEN json_extract_string(ff_json(j), p) END;
CREATE OR REPLACE TEMP MACRO ff_json_length(j) AS CASE WHEN json_type(ff_json(j)) = 'ARRAY' THEN CAST(json_array_length(ff_json(j)) AS BIGINT) END;

-- CAST(... AS VARCHAR(n)) of something else than text: what does not fit is an error.
CREATE OR REPLACE TEMP MACRO ff_fit(s, n) AS CASE WHEN length(s) > n THEN CAST(CAST('ff:fit' || n AS INTEGER) AS VARCHAR) ELSE s END;

-- UPPER leaves the sharp s alone, as Presto does.
CREATE OR REPLACE TEMP MACRO ff_upper(s) AS CASE WHEN strpos(s, 'ß') > 0 THEN array_to_string(list_transform(string_split(s, 'ß'), lambda p: upper(p)), 'ß') ELSE upper(s) END;
