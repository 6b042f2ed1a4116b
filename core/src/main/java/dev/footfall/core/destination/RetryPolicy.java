package dev.footfall.core.destination;

import java.time.Duration;

/**
 * Exponential back-off with full jitter.
 *
 * @param base wait before the second attempt, at most
 * @param cap longest wait that is chosen without the platform's word
 * @param attempts in all
 * @param throttleFloor least wait after an answer that throttles
 */
public record RetryPolicy(Duration base, Duration cap, int attempts, Duration throttleFloor) {}
