package dev.footfall.sandbox.platform;

/**
 * What a double has counted since it started or was reset.
 *
 * <p>{@code received = kept + duplicates + refused + test}, always.
 *
 * @param requests HTTP requests of every kind
 * @param received events in bodies that could be read
 * @param kept events that the platform would count
 * @param duplicates events that it recognised as sent before, and did not count
 * @param refused events in requests refused as a whole, and events refused alone
 * @param test events that were only a test, where the platform keeps those apart
 * @param repeated kept events that had been kept before, on platforms that recognise no duplicates
 * @param personalData requests refused because they held plain personal data; anything but 0 is a
 *     fault of the sender
 */
public record Counters(
    long requests,
    long received,
    long kept,
    long duplicates,
    long refused,
    long test,
    long repeated,
    long personalData) {}
