package dev.footfall.core.normalise;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One named step of a rule, as the identity lab shows it.
 *
 * @param name what the step does
 * @param change the step itself; gives nothing when it refuses the value
 */
record Step(String name, Change change) {
  /** What a step does to a value. */
  @FunctionalInterface
  interface Change {
    Optional<String> apply(String value, Subject subject);
  }

  /** A step that turns every value into another. */
  static Step turning(String name, UnaryOperator<String> change) {
    return new Step(name, (value, subject) -> Optional.of(change.apply(value)));
  }

  /** A step that lets some values pass and refuses the others. */
  static Step requiring(String name, Predicate<String> test) {
    return new Step(
        name, (value, subject) -> test.test(value) ? Optional.of(value) : Optional.empty());
  }

  /** A step that finds another text for a value, or refuses it. */
  static Step finding(String name, Function<String, Optional<String>> change) {
    return new Step(name, (value, subject) -> change.apply(value));
  }
}
