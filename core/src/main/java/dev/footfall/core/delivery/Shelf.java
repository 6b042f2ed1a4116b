package dev.footfall.core.delivery;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where complete files are wanted. A file is brought under a passing name first and then gets its
 * name in one step, so that nobody sees half of it; a name that is taken is never given again.
 *
 * <p>Used by one thread, but where it says otherwise. Reasons to stop are told by {@link
 * ShelfFault}.
 */
public interface Shelf extends AutoCloseable {
  /** Where it is, in one line, free of secrets: tells one shelf from another. */
  String address();

  /** Whether files could be brought now; throws when not. */
  default void check() throws ShelfFault {}

  /** Whether a file has this name. */
  boolean has(String name) throws IOException, ShelfFault;

  /**
   * Brings a whole file, synced, under a passing name, over what an earlier try left there.
   *
   * @param whole may be gone afterwards
   * @param as what the passing name is made of
   */
  void bring(Path whole, String as) throws IOException, ShelfFault;

  /**
   * Gives what was brought its name. May be repeated when nobody knows whether it was done.
   *
   * @return false when another file has the name; what was brought is still there
   */
  boolean name(String as, String name) throws IOException, ShelfFault;

  /** Removes what was brought, or what there is of it. */
  void discard(String as) throws IOException, ShelfFault;

  /** From now on nobody waits for the shelf to be reached: each step is tried once. Any thread. */
  default void halt() {}

  /** Lets go of what is held open. */
  @Override
  default void close() {}

  /** The name under which a file waits for its own: a dot before, {@code .part} behind. */
  static String passing(String name) {
    return "." + name + ".part";
  }
}
