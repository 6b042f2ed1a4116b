-- What a run that goes on with another one must know of it, and who holds a scope.
ALTER TABLE run
  ADD clock        bigint NOT NULL DEFAULT 0, -- what its query took for now, milliseconds since 1970
  ADD clock_given  smallint NOT NULL DEFAULT 0,
  ADD first_send   smallint NOT NULL DEFAULT 0,
  ADD dry          smallint NOT NULL DEFAULT 0,
  ADD ledger_scope text NOT NULL DEFAULT '';

UPDATE run SET clock = started, ledger_scope = coalesce(
  (SELECT value FROM note WHERE scope = 'run ' || run.number AND name = 'ledger scope'), '');

DELETE FROM note WHERE scope LIKE 'run %' AND name = 'ledger scope';

CREATE INDEX run_orchestration ON run (orchestration, number);

ALTER TABLE ledger_scope ADD run_number integer NOT NULL DEFAULT 0;
