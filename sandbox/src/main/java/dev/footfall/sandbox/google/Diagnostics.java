package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the last 10,000 requests, told half an hour later. Safe for many threads. */
final class Diagnostics {
  private static final Duration DELAY = Duration.ofMinutes(30);
  private static final int MOST = 10_000;
  private static final String DUPLICATE = "DUPLICATE_TRANSACTION_ID";

  private final AtomicLong serial = new AtomicLong();
  private final Map<String, Sent> sent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
          return size() > MOST;
        }
      };

  /** One request: to where, when, how many events, and how many of them were known. */
  private record Sent(String customer, String action, Instant at, long records, long duplicates) {}

  String nextId() {
    return "126365e1-16d0-4c81-9de9-" + String.format("%012d", serial.incrementAndGet());
  }

  void note(String id, String target, Instant at, long[] counts) {
    String[] parts = target.split("/");
    synchronized (sent) {
      sent.put(id, new Sent(parts[0], parts[1], at, counts[0], counts[1]));
    }
  }

  Reply status(Call call) {
    Optional<Sent> found;
    synchronized (sent) {
      found = Optional.ofNullable(sent.get(call.parameter("requestId")));
    }
    return found
        .map(one -> status(call, one))
        .orElseGet(() -> GoogleErrors.error(404, "Requested entity was not found."));
  }

  private static Reply status(Call call, Sent one) {
    ObjectNode status =
        Json.object(
            "destination",
            Json.object(
                "reference", "d1",
                "operatingAccount",
                    Json.object("accountType", "GOOGLE_ADS", "accountId", one.customer()),
                "productDestinationId", one.action()));
    Optional<Injection> asked = call.injected("request_status");
    boolean pending = call.now().isBefore(one.at().plus(DELAY));
    if (asked.isPresent()) {
      Injection told = asked.get();
      String reason = told.text("reason", "");
      long failed = reason.isEmpty() ? 0 : told.number("records", 1);
      fill(status, told.text("status", "PARTIAL_SUCCESS"), one.records(), reason, failed);
    } else if (pending) {
      status.put("requestStatus", "PROCESSING");
    } else {
      long known = one.duplicates();
      String word = known == 0 ? "SUCCESS" : known == one.records() ? "FAILED" : "PARTIAL_SUCCESS";
      fill(status, word, one.records(), DUPLICATE, known);
    }
    return Reply.json(200, Json.object("requestStatusPerDestination", List.of(status)));
  }

  private static void fill(
      ObjectNode status, String word, long records, String reason, long failed) {
    status.put("requestStatus", word);
    if (word.equals("PROCESSING")) {
      return;
    }
    status.set("eventsIngestionStatus", Json.object("recordCount", String.valueOf(records)));
    if (failed > 0) {
      String full = "PROCESSING_ERROR_REASON_" + reason;
      List<ObjectNode> counts =
          List.of(Json.object("recordCount", String.valueOf(failed), "reason", full));
      status.set("errorInfo", Json.object("errorCounts", counts));
    }
  }

  void reset() {
    synchronized (sent) {
      sent.clear();
    }
  }
}
