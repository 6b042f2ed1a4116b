package dev.footfall.core.run;

import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerKey;
import java.util.List;
import java.util.Optional;

/**
 * A group of a block on its way to events.
 *
 * @param key its name for the ledger, where it has one before it is mapped
 * @param known what the ledger says of that
 * @param sink what mapping gave; empty when it need not be mapped
 * @param asked what the ledger is asked of its events, in their order
 */
record Draft(
    RowGroup group,
    Optional<LedgerKey> key,
    Known known,
    Optional<GroupSink> sink,
    List<Asked> asked) {}
