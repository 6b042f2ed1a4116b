/**
 * What every double is made of: calls and replies, books of what was accepted, faults on demand.
 */
@org.jspecify.annotations.NullMarked
package dev.footfall.sandbox.platform;
