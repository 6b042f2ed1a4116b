package dev.footfall.core.ledger;

/**
 * Who holds a scope, or held it last.
 *
 * @param runNumber the run's; 0 when it is not known
 * @param isHeld whether it holds it now; a dead process does not, from the end of its lease at the
 *     latest
 */
public record ScopeHold(int runNumber, boolean isHeld) {}
