package dev.footfall.core.delivery;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What all senders to one account share.
 *
 * @param wire carries requests
 * @param time tells and waits
 * @param pace spreads requests
 * @param jitter chooses waits
 * @param deadline after which no retry makes sense
 * @param listener hears what happens
 */
public record Line(
    Wire wire,
    Time time,
    Pace pace,
    RandomGenerator jitter,
    Instant deadline,
    DeliveryListener listener) {}
