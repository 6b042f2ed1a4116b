package dev.footfall.core.destination;

import dev.footfall.core.normalise.Normaliser;
import java.util.Optional;

/**
 * How a column's values are made fit for the platform.
 *
 * @param normaliser the rule for its text, where it has one of its own
 * @param hashing whether SHA-256 follows, and how it is written
 * @param code what a value that fails is reported as
 * @param onFailure what happens then
 */
public record FieldRule(
    Optional<Normaliser> normaliser, Hashing hashing, Code code, OnFailure onFailure) {
  /** What happens to a value that fails. */
  public enum OnFailure {
    /** The event goes without the field. */
    DROP,
    /** The row, or its whole order, is rejected. */
    REJECT
  }

  /** Whether values are hashed, and how hashes are written. */
  public enum Hashing {
    /** They are not. */
    NONE,
    /** 64 hex digits; what comes so is passed on in lower case. */
    HEX,
    /** 44 characters of Base64; what comes hashed, as hex or Base64, is passed on in Base64. */
    BASE64,
    /** 44 characters of Base64; values come plain, and a hash is a value like any other. */
    BASE64_OF_PLAIN
  }

  /** Normalised and hashed; a failing value is dropped. */
  public static FieldRule hashed(Normaliser normaliser, Code code) {
    return new FieldRule(Optional.of(normaliser), Hashing.HEX, code, OnFailure.DROP);
  }

  /** Normalised, sent as it is; a failing value is dropped. */
  public static FieldRule plain(Normaliser normaliser, Code code) {
    return new FieldRule(Optional.of(normaliser), Hashing.NONE, code, OnFailure.DROP);
  }

  /** Read by the destination itself; a failing value is dropped. */
  public static FieldRule dropping(Code code) {
    return new FieldRule(Optional.empty(), Hashing.NONE, code, OnFailure.DROP);
  }

  /** Read by the destination itself; a failing value rejects. */
  public static FieldRule rejecting(Code code) {
    return new FieldRule(Optional.empty(), Hashing.NONE, code, OnFailure.REJECT);
  }

  /** The same rule with hashes written in another way. */
  public FieldRule hashing(Hashing other) {
    return new FieldRule(normaliser, other, code, onFailure);
  }

  /** Whether values are hashed. */
  public boolean hashed() {
    return hashing != Hashing.NONE;
  }
}
