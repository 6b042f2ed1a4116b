package dev.footfall.sandbox.json;

import java.io.IOException;

/**
 * What one JSON value must look like.
 *
 * <p>A shape reads exactly its own value: it is entered with the value's first token current and
 * leaves with its last one current, whatever it found, so that a fault never puts the rest of the
 * body out of step.
 */
public interface Shape {

  /** The slot of a value that nobody asks for later. */
  int NO_SLOT = -1;

  /**
   * Reads the current value, reports what is wrong with it to the walk, keeps it in {@code slot}
   * when there is one.
   */
  void read(Walk walk, int slot) throws IOException;

  /** Whether a JSON null may stand in its place; nearly nowhere. */
  default boolean takesNull() {
    return false;
  }
}
