package dev.footfall.sandbox.json;

/**
 * What a judge found wrong with the meaning of an event.
 *
 * @param at the path inside the event, empty for the event itself
 * @param code the platform's (sub-)code, 0 when it has none
 */
public record Finding(String at, String reason, int code) {}
