-- A ledger scope and the orchestration that sends to it.
CREATE TABLE quarantine_place (
  number        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  scope         text NOT NULL,
  orchestration text NOT NULL,
  UNIQUE (scope, orchestration)
);

-- References to rows that were rejected or refused; no value of any row.
CREATE TABLE quarantine (
  place         integer NOT NULL,
  name          bytea NOT NULL, -- 128 bits of a keyed digest
  code          text NOT NULL,
  platform_code text NOT NULL,
  column_       text NOT NULL,
  fate          text NOT NULL,
  row_count     integer NOT NULL,
  first_run     integer NOT NULL,
  first_seen    bigint NOT NULL, -- Unix seconds, as all times here
  last_run      integer NOT NULL,
  last_seen     bigint NOT NULL,
  event_time    bigint NOT NULL, -- 0 when no time could be read
  until_        bigint NOT NULL, -- the last second of the platform's window
  PRIMARY KEY (place, name, code, platform_code, column_)
);
