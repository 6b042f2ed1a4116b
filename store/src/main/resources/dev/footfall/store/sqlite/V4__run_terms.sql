-- What a run that goes on with another one must know of it.
ALTER TABLE run ADD COLUMN clock        INTEGER NOT NULL DEFAULT 0; -- what its query took for now, milliseconds since 1970
ALTER TABLE run ADD COLUMN clock_given  INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN first_send   INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN dry          INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN ledger_scope TEXT NOT NULL DEFAULT '';

UPDATE run SET clock = started, ledger_scope = coalesce(
  (SELECT value FROM note WHERE scope = 'run ' || run.number AND name = 'ledger scope'), '');

DELETE FROM note WHERE scope LIKE 'run %' AND name = 'ledger scope';

CREATE INDEX run_orchestration ON run (orchestration, number);
