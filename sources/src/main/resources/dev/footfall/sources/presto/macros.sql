CREATE OR REPLACE TEMP MACRO ff_round_div(n, d) AS n // d;
