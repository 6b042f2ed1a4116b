package dev.footfall.destinations.snapchat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The verdicts on single events in a validation's answer. Whether their positions count from 0 or
 * from 1 is not documented, so they count only where they tell it themselves.
 */
final class EventLogs {
  private EventLogs() {}

  /** Index to the refusal of each bad event; empty when the answer does not tell which they are. */
  static Map<Integer, Outcome> refused(JsonNode body, int events) {
    JsonNode logs = body.path("event_logs");
    boolean isWhole = logs.size() == events;
    Map<Integer, JsonNode> byPosition = new TreeMap<>();
    int unplaced = 0;
    for (JsonNode log : logs) {
      JsonNode position = log.path("event");
      if (position.isInt()) {
        byPosition.put(position.asInt(), log);
      } else {
        unplaced++;
      }
    }
    if (isWhole && unplaced == events) {
      return bad(inOrder(logs), 0);
    }
    boolean isTold = unplaced == 0 && byPosition.size() == logs.size();
    Optional<Integer> base = isTold ? base(byPosition, events) : Optional.empty();
    return base.map(first -> bad(byPosition, first)).orElse(Map.of());
  }

  private static Map<Integer, JsonNode> inOrder(JsonNode logs) {
    Map<Integer, JsonNode> byPosition = new TreeMap<>();
    for (int i = 0; i < logs.size(); i++) {
      byPosition.put(i, logs.get(i));
    }
    return byPosition;
  }

  /** 0 where some position is 0, 1 where some is the number of events; unknown otherwise. */
  private static Optional<Integer> base(Map<Integer, JsonNode> byPosition, int events) {
    boolean isFromZero = byPosition.containsKey(0);
    boolean isFromOne = byPosition.containsKey(events);
    boolean isWithin = byPosition.keySet().stream().allMatch(at -> at >= 0 && at <= events);
    return isWithin && isFromZero != isFromOne ? Optional.of(isFromZero ? 0 : 1) : Optional.empty();
  }

  private static Map<Integer, Outcome> bad(Map<Integer, JsonNode> byPosition, int base) {
    Map<Integer, Outcome> bad = new HashMap<>();
    byPosition.forEach(
        (at, log) -> {
          if (log.path("status").asText("").equalsIgnoreCase("invalid")) {
            bad.put(at - base, SnapchatAnswers.refusal(log, 200));
          }
        });
    return bad;
  }

  /** One outcome for each event: those that are not bad were found good. */
  static List<Outcome> outcomes(Map<Integer, Outcome> bad, int events) {
    List<Outcome> outcomes = new ArrayList<>(events);
    for (int i = 0; i < events; i++) {
      outcomes.add(bad.getOrDefault(i, Outcome.Accepted.PLAIN));
    }
    return outcomes;
  }
}
