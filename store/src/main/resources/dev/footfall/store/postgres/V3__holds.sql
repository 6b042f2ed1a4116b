-- People and orders that were forgotten: what a source still says of them is not sent again.
CREATE TABLE hold (
  digest bytea PRIMARY KEY, -- 128 bits of a keyed digest of an id, an address, a number or an order id
  ends   bigint NOT NULL    -- milliseconds since 1970
);
