package dev.footfall.sandbox.platform;

import java.time.Instant;

/** A request, or one event of it, that was refused, and why; never with a value. */
public record Refusal(Instant at, String operation, int events, String reason) {}
