package dev.footfall.sandbox.pinterest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How Pinterest words its answers. */
final class PinterestAnswers {
  private static final int UNPROCESSABLE = 422;

  private PinterestAnswers() {}

  static Reply error(int status, int code, String message) {
    return Reply.json(status, Json.object("code", code, "message", message));
  }

  static Reply credentials(TokenState state) {
    return switch (state) {
      case WITHOUT_PERMISSION, EVENTS_ONLY -> forbidden();
      case TERMS_NOT_ACCEPTED -> error(403, 29, "The advertiser agreement has not been accepted.");
      case GOOD, EXPIRED, REVOKED, UNKNOWN -> error(401, 2, "Authentication failed.");
    };
  }

  static Reply forbidden() {
    return error(403, 29, "You are not permitted to access that resource.");
  }

  static Reply invalid(String message) {
    return error(400, 4196, message);
  }

  static Reply throttled(Injection asked) {
    return error(429, asked.number("code", 8), "This request exceeded a rate limit.")
        .with("Retry-After", asked.text("retry_after", ""));
  }

  /** One entry an event, in request order; 422 when one failed. */
  static Reply outcome(Batch batch, Call call, boolean warn) {
    Map<Integer, String> failed = new HashMap<>();
    batch.faults().forEach(fault -> failed.put(fault.event(), fault.sentence()));
    ArrayNode entries = Json.object().putArray("events");
    for (int i = 0; i < batch.events(); i++) {
      entries.add(entry(Optional.ofNullable(failed.get(i)), warning(call, warn), call));
    }
    ObjectNode details =
        Json.object(
            "num_events_received",
            batch.events(),
            "num_events_processed",
            batch.events() - failed.size());
    details.set("events", entries);
    bend(details, entries, call);
    boolean good = batch.faults().isEmpty() || call.injected("failed_in_ok").isPresent();
    return good && !isForced(call) ? Reply.json(200, details) : unprocessable(details);
  }

  /** The sentence of a fault of the whole request. */
  static Reply refused(Fault fault) {
    return invalid(fault.sentence());
  }

  private static Reply unprocessable(ObjectNode details) {
    String message =
        "The action could not be processed properly due to some or all data provided being invalid.";
    return Reply.json(
        UNPROCESSABLE, Json.object("code", 953, "message", message, "details", details));
  }

  private static ObjectNode entry(Optional<String> failure, String warning, Call call) {
    ObjectNode entry = Json.object("status", failure.isPresent() ? "failed" : "processed");
    Optional<Injection> messages = call.injected("messages");
    if (messages.isEmpty() || failure.isPresent()) {
      return entry.put("error_message", failure.orElse("")).put("warning_message", warning);
    }
    return messages.get().text("as", "null").equals("absent")
        ? entry
        : entry.putNull("error_message").putNull("warning_message");
  }

  private static String warning(Call call, boolean warn) {
    String own =
        warn ? "An event has no value or no currency; the ad account's currency is assumed." : "";
    return call.injected("warning")
        .map(asked -> asked.text("message", "Something looks odd."))
        .orElse(own);
  }

  private static boolean isForced(Call call) {
    return List.of("unprocessable_without_events", "wrong_length").stream()
        .anyMatch(kind -> call.injected(kind).isPresent());
  }

  private static void bend(ObjectNode details, ArrayNode entries, Call call) {
    if (call.injected("unprocessable_without_events").isPresent()) {
      details.remove("events");
      call.injected("unprocessable_without_events")
          .ifPresent(asked -> details.put("num_events_processed", asked.number("processed", 0)));
    } else if (call.injected("wrong_length").isPresent()) {
      entries.remove(entries.size() - 1);
    }
  }
}
