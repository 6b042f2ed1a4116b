package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.util.Optional;

/**
 * Turns the text of a cell into the text that a platform hashes or takes, or refuses it.
 *
 * <p>Pure and safe for many threads. {@link #normalise} is the rule, readable and traced; {@link
 * #fast} is the same rule for the plain cases, on bytes. A property test holds the two equal.
 */
public interface Normaliser {
  /** {@link #fast}: this value needs {@link #normalise}. */
  int SLOW = -1;

  /** {@link #fast}: this value cannot be used. */
  int REFUSED = -2;

  /** Name of the rule for people, such as {@code phone, E.164 digits}. */
  String title();

  /**
   * Applies the rule.
   *
   * @param value the trimmed, non-empty text; not already hashed
   * @param subject what else is known of the row
   * @param trace told each step with the value it gave
   * @return the normalised text, never empty; empty when the value cannot be used
   */
  Optional<String> normalise(String value, Subject subject, Trace trace);

  /**
   * Applies the rule to plain values without making objects.
   *
   * @param value as in {@link #normalise}
   * @param out receives the normalised UTF-8 bytes from index 0; at least 512 bytes long
   * @return the number of bytes written, {@link #SLOW} or {@link #REFUSED}
   */
  default int fast(Text value, Subject subject, byte[] out) {
    return SLOW;
  }

  /**
   * Applies the rule to any value: {@link #fast} where that is possible, else {@link #normalise}.
   *
   * @param value as in {@link #normalise}
   * @param target receives the window on the normalised bytes: {@code out}, or an array of its own
   *     when they are more than fit
   * @return false when the value cannot be used
   */
  default boolean apply(Text value, Subject subject, byte[] out, Text target) {
    int length = fast(value, subject, out);
    if (length >= 0) {
      target.set(out, 0, length);
      return true;
    }
    if (length == REFUSED) {
      return false;
    }
    Optional<String> normalised = normalise(value.decode(), subject, Trace.NONE);
    if (normalised.isPresent()) {
      byte[] bytes = Text.utf8(normalised.get());
      target.set(bytes, 0, bytes.length);
    }
    return normalised.isPresent();
  }
}
