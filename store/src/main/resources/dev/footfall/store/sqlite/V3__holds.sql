-- People and orders that were forgotten: what a source still says of them is not sent again.
CREATE TABLE hold (
  digest BLOB PRIMARY KEY, -- 128 bits of a keyed digest of an id, an address, a number or an order id
  ends   INTEGER NOT NULL  -- milliseconds since 1970
) WITHOUT ROWID;
