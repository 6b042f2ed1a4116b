package dev.footfall.destinations.contract;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How a platform words its answers, so that {@link GoldenAnswers} can twist them.
 *
 * @param status of success
 * @param success the body that confirms so many events
 * @param counted the body of success with {@code @} for the count; empty where nothing is counted
 * @param faults the body that names faults of single events, with {@code @} for the list's inside
 * @param fault one fault, with {@code @} for what says which event it is about
 */
public record Speech(
    int status,
    IntFunction<String> success,
    Optional<String> counted,
    Optional<String> faults,
    String fault) {
  /** A platform that says no more than that it took everything. */
  public static Speech of(int status, IntFunction<String> success) {
    return new Speech(status, success, Optional.empty(), Optional.empty(), "");
  }

  /** The same, which also says how many events it took. */
  public Speech counting(String body) {
    return new Speech(status, success, Optional.of(body), faults, fault);
  }

  /** The same, which also names events that it did not take. */
  public Speech blaming(String body, String one) {
    return new Speech(status, success, counted, Optional.of(body), one);
  }

  String withCount(String count) {
    return counted.orElseThrow().replace("@", count);
  }

  String withFaults(String inside) {
    return faults.orElseThrow().replace("@", inside);
  }

  String faultOf(String index) {
    return fault.replace("@", index);
  }
}
