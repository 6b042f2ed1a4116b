CREATE TABLE run (
  number        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id            text NOT NULL UNIQUE,
  orchestration text NOT NULL,
  destination   text NOT NULL,
  target        text NOT NULL,
  started       bigint NOT NULL, -- milliseconds since 1970
  finished      bigint,
  outcome       text,
  report        text
);

CREATE INDEX run_started ON run (started);

CREATE TABLE outcome (
  line       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_number integer NOT NULL,
  order_key  bytea NOT NULL, -- 128 bits of a keyed digest
  fate       text NOT NULL,
  code       text NOT NULL,
  column_    text NOT NULL,
  words      text NOT NULL,
  row_count  integer NOT NULL
);

CREATE INDEX outcome_order ON outcome (order_key);
CREATE INDEX outcome_run ON outcome (run_number);

CREATE TABLE token (
  credential text PRIMARY KEY,
  sealed     bytea NOT NULL -- AES-256-GCM; the key is not in this database
);

CREATE TABLE note (
  scope text NOT NULL,
  name  text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (scope, name)
);

-- One destination, target and mode. Whoever begins a run takes the next fencing number; what bears
-- an older one is refused.
CREATE TABLE ledger_scope (
  number     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  fence      integer NOT NULL DEFAULT 0,
  holder     text NOT NULL DEFAULT '',
  lease_ends timestamptz NOT NULL DEFAULT '-infinity', -- by this server's clock
  purged_to  bigint NOT NULL DEFAULT 0 -- lines claimed before this Unix second are gone
);

-- What is about to be sent, or was sent and has no answer yet: one row a request, gone when it is
-- settled. What a dead run leaves here becomes lines of unknown outcome.
CREATE TABLE ledger_claim (
  scope          integer NOT NULL,
  fence          integer NOT NULL,
  number         bigint NOT NULL,
  run_number     integer NOT NULL,
  highs          bigint[] NOT NULL,
  lows           bigint[] NOT NULL,
  rows_prints    bigint[] NOT NULL,
  payload_prints bigint[] NOT NULL,
  id_prints      bigint[] NOT NULL,
  event_times    bigint[] NOT NULL,
  claim_times    bigint[] NOT NULL,
  PRIMARY KEY (scope, fence, number)
);

-- Digests do not compress.
ALTER TABLE ledger_claim
  ALTER highs SET STORAGE EXTERNAL,
  ALTER lows SET STORAGE EXTERNAL,
  ALTER rows_prints SET STORAGE EXTERNAL,
  ALTER payload_prints SET STORAGE EXTERNAL,
  ALTER id_prints SET STORAGE EXTERNAL,
  ALTER event_times SET STORAGE EXTERNAL,
  ALTER claim_times SET STORAGE EXTERNAL;

CREATE TABLE ledger_line (
  high          bigint NOT NULL, -- 128 bits of a keyed digest
  low           bigint NOT NULL,
  rows_print    bigint NOT NULL,
  payload_print bigint NOT NULL,
  id_print      bigint NOT NULL,
  event_time    bigint NOT NULL, -- Unix seconds
  claimed_at    bigint NOT NULL, -- Unix seconds
  run_number    integer NOT NULL,
  fence         integer NOT NULL, -- of the run that last touched it
  scope         integer NOT NULL,
  state         smallint NOT NULL, -- 1 delivered, 2 unknown, 3 removed when its run ends
  PRIMARY KEY (scope, high, low)
);

CREATE INDEX ledger_line_undelivered ON ledger_line (scope, state) WHERE state <> 1;
CREATE INDEX ledger_line_age ON ledger_line USING brin (claimed_at) WITH (pages_per_range = 32);
