-- A ledger scope and the orchestration that sends to it.
CREATE TABLE quarantine_place (
  number        INTEGER PRIMARY KEY,
  scope         TEXT NOT NULL,
  orchestration TEXT NOT NULL,
  UNIQUE (scope, orchestration)
);

-- References to rows that were rejected or refused; no value of any row.
CREATE TABLE quarantine (
  place         INTEGER NOT NULL,
  name          BLOB NOT NULL, -- 128 bits of a keyed digest
  code          TEXT NOT NULL,
  platform_code TEXT NOT NULL,
  column_       TEXT NOT NULL,
  fate          TEXT NOT NULL,
  row_count     INTEGER NOT NULL,
  first_run     INTEGER NOT NULL,
  first_seen    INTEGER NOT NULL, -- Unix seconds, as all times here
  last_run      INTEGER NOT NULL,
  last_seen     INTEGER NOT NULL,
  event_time    INTEGER NOT NULL, -- 0 when no time could be read
  until_        INTEGER NOT NULL, -- the last second of the platform's window
  PRIMARY KEY (place, name, code, platform_code, column_)
) WITHOUT ROWID;
