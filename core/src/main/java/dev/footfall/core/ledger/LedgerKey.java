package dev.footfall.core.ledger;

/**
 * An event's identity as 128 bits of an HMAC under the installation's secret, so that nobody can
 * test a guess of an order id against a stolen file.
 */
public record LedgerKey(long high, long low) {}
