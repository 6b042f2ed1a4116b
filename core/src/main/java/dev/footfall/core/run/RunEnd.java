package dev.footfall.core.run;

import java.time.Instant;

/**
 * What is known of a run when it has ended.
 *
 * @param finished when it ended
 * @param outcome one word, such as {@code succeeded}
 * @param report its books, as the JSON that {@code report} prints; without personal data
 */
public record RunEnd(Instant finished, String outcome, String report) {}
