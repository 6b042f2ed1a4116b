package dev.footfall.core.destination;

import dev.footfall.core.normalise.Normaliser;
import java.util.Optional;

/**
 * How a column's values are made fit for the platform.
 *
 * @param normaliser the rule for its text, where it has one of its own
 * @param hashed whether SHA-256 follows; 64 hex digits then pass as already hashed
 * @param code what a value that fails is reported as
 * @param onFailure what happens then
 */
public record FieldRule(
    Optional<Normaliser> normaliser, boolean hashed, Code code, OnFailure onFailure) {
  /** What happens to a value that fails. */
  public enum OnFailure {
    /** The event goes without the field. */
    DROP,
    /** The row, or its whole order, is rejected. */
    REJECT
  }

  /** Normalised and hashed; a failing value is dropped. */
  public static FieldRule hashed(Normaliser normaliser, Code code) {
    return new FieldRule(Optional.of(normaliser), true, code, OnFailure.DROP);
  }

  /** Normalised, sent as it is; a failing value is dropped. */
  public static FieldRule plain(Normaliser normaliser, Code code) {
    return new FieldRule(Optional.of(normaliser), false, code, OnFailure.DROP);
  }

  /** Read by the destination itself; a failing value is dropped. */
  public static FieldRule dropping(Code code) {
    return new FieldRule(Optional.empty(), false, code, OnFailure.DROP);
  }

  /** Read by the destination itself; a failing value rejects. */
  public static FieldRule rejecting(Code code) {
    return new FieldRule(Optional.empty(), false, code, OnFailure.REJECT);
  }
}
