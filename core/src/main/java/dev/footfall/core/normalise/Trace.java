package dev.footfall.core.normalise;

/** Hears each step of a normalisation; the identity lab prints them. */
@FunctionalInterface
public interface Trace {
  /** Hears nothing. */
  Trace NONE = (step, value) -> {};

  /** One step: what was done, and the value it gave (or why it was refused). */
  void step(String step, String value);
}
