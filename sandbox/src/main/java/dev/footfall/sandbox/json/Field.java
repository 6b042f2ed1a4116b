package dev.footfall.sandbox.json;

/**
 * One key of a closed object: its name, its shape, whether it must be there, and where its value is
 * kept.
 */
public record Field(String name, Shape shape, boolean required, int slot) {

  /** A key that may be left out. */
  public static Field optional(String name, Shape shape) {
    return new Field(name, shape, false, Shape.NO_SLOT);
  }

  /** A key that must be there. */
  public static Field required(String name, Shape shape) {
    return new Field(name, shape, true, Shape.NO_SLOT);
  }

  /** The same key, its value kept for the judge of the event. */
  public Field kept(int keptIn) {
    return new Field(name, shape, required, keptIn);
  }
}
