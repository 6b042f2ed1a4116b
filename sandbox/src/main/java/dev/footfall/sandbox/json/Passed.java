package dev.footfall.sandbox.json;

/**
 * An event without faults: its index in the request, where its bytes are, and its identity as the
 * platform sees it.
 */
public record Passed(int index, int from, int to, long key) {}
