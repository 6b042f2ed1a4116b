package dev.footfall.sandbox.platform;

import java.time.Instant;

/**
 * One accepted event as it was received.
 *
 * @param target what it was sent to: a dataset, an event set, an ad account
 * @param test whether it was sent as a test
 * @param json the event, byte for byte
 */
public record KeptEvent(Instant at, String target, boolean test, String json) {}
