package dev.footfall.sandbox.json;

/**
 * An event without faults, where its bytes are, and its identity as the platform sees it.
 *
 * @param index its index among all events of the request
 * @param place its index in its own array; the same where a body holds one array only
 * @param key what makes it the same event as another
 * @param otherKey a second such identity, or {@link EventJudge#NO_KEY}
 */
public record Passed(int index, int place, int from, int to, long key, long otherKey) {}
