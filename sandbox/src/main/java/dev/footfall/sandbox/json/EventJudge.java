package dev.footfall.sandbox.json;

import java.util.Optional;

/**
 * Judges the meaning of an event whose shape is right, and names what makes it the same event as
 * another.
 */
public interface EventJudge {
  /** The key of an event that is never the same as another. */
  long NO_KEY = 0;

  /** What is wrong with the event, if anything. */
  Optional<Finding> judge(Facts facts);

  /**
   * The event's identity as the platform sees it, or {@link #NO_KEY}.
   *
   * @param json the event as it was received
   */
  long key(Facts facts, Slice json);

  /** A second identity that also makes two events one, or {@link #NO_KEY}. */
  default long otherKey(Facts facts) {
    return NO_KEY;
  }
}
