package dev.footfall.destinations.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which events of a request a platform's contract lets us call accepted after some answer.
 *
 * @param all whether all of them are, save those that are at fault
 * @param atFault indexes
 * @param reason why that answer is success, for whoever doubts it
 */
public record Taken(boolean all, Set<Integer> atFault, String reason) {
  /** No event: the answer for everything that nobody explained. */
  static final Taken NONE = new Taken(false, Set.of(), "never success by default");

  private static final String SUCCESS = "success with HTTP ";

  /** Copies the set. */
  public Taken {
    atFault = Set.copyOf(atFault);
  }

  /** All events, after each of some {@link GoldenAnswers}. */
  public static Map<String, Taken> all(String reason, String... answers) {
    return after(new Taken(true, Set.of(), reason), answers);
  }

  /** No event, although others would mean success by it. */
  public static Map<String, Taken> none(String reason, String... answers) {
    return after(new Taken(false, Set.of(), reason), answers);
  }

  /** All events but the first. */
  public static Map<String, Taken> allButTheFirst(String reason, String... answers) {
    return after(new Taken(true, Set.of(0), reason), answers);
  }

  /** All events, whichever status says that it went well. */
  public static Map<String, Taken> allWithAnySuccess(String reason) {
    int[] statuses = {200, 201, 202, 204, 206, 207, 299};
    return all(reason, IntStream.of(statuses).mapToObj(s -> SUCCESS + s).toArray(String[]::new));
  }

  private static Map<String, Taken> after(Taken taken, String... answers) {
    Map<String, Taken> map = new HashMap<>();
    for (String answer : answers) {
      map.put(answer, taken);
    }
    return map;
  }

  /** Several of these. */
  @SafeVarargs
  public static Map<String, Taken> together(Map<String, Taken>... maps) {
    Map<String, Taken> all = new HashMap<>();
    for (Map<String, Taken> map : maps) {
      all.putAll(map);
    }
    return all;
  }

  /** What needs no explanation. */
  static Taken usually(String answer, int status) {
    boolean isPlain =
        answer.equals(SUCCESS + status) || answer.equals("a byte-order mark before success");
    return isPlain ? new Taken(true, Set.of(), "success, and RFC 8259 lets marks pass") : NONE;
  }

  Set<Integer> events(int several) {
    return IntStream.range(0, all ? several : 0)
        .filter(event -> !atFault.contains(event))
        .boxed()
        .collect(Collectors.toSet());
  }
}
