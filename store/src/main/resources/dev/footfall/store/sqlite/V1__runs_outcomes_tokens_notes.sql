CREATE TABLE run (
  number        INTEGER PRIMARY KEY AUTOINCREMENT,
  id            TEXT NOT NULL UNIQUE,
  orchestration TEXT NOT NULL,
  destination   TEXT NOT NULL,
  target        TEXT NOT NULL,
  started       INTEGER NOT NULL, -- milliseconds since 1970
  finished      INTEGER,
  outcome       TEXT,
  report        TEXT
);

CREATE INDEX run_started ON run (started);

CREATE TABLE outcome (
  line       INTEGER PRIMARY KEY,
  run_number INTEGER NOT NULL,
  order_key  BLOB NOT NULL, -- 128 bits of a keyed digest
  fate       TEXT NOT NULL,
  code       TEXT NOT NULL,
  column_    TEXT NOT NULL,
  words      TEXT NOT NULL,
  row_count  INTEGER NOT NULL
);

CREATE INDEX outcome_order ON outcome (order_key);
CREATE INDEX outcome_run ON outcome (run_number);

CREATE TABLE token (
  credential TEXT PRIMARY KEY,
  sealed     BLOB NOT NULL -- AES-256-GCM; the key is not in this file
);

CREATE TABLE note (
  scope TEXT NOT NULL,
  name  TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (scope, name)
) WITHOUT ROWID;
