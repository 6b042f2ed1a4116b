package dev.footfall.sandbox.braze;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Braze words its answers: a message, how much was processed, and errors by array and index.
 */
final class BrazeAnswers {
  static final String NOTHING_VALID =
      "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.";
  static final String TOO_MUCH = "Max Input Length Exceeded";

  /** The code of a fault that Braze keeps to itself: success is answered, nothing is stored. */
  static final int SILENT = 3;

  private static final Pattern PLACE = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.([^.\\[]+))?.*");
  private static final Map<String, Integer> ARRAYS =
      Map.of(
          "attributes", BrazeShapes.ATTRIBUTES,
          "events", BrazeShapes.EVENTS,
          "purchases", BrazeShapes.PURCHASES);

  private BrazeAnswers() {}

  static Reply message(int status, String message) {
    return Reply.json(status, Json.object("message", message));
  }

  static Reply credentials(TokenState state) {
    return switch (state) {
      case WITHOUT_PERMISSION, EVENTS_ONLY ->
          message(403, "The API key does not have permission to access this endpoint.");
      case TERMS_NOT_ACCEPTED -> message(403, "The account is inactive.");
      case GOOD, EXPIRED, REVOKED, UNKNOWN -> message(401, "Invalid API Key");
    };
  }

  /** The answer to a request that could be read: what was processed, and what was not. */
  static Reply outcome(Batch batch) {
    List<Fault> loud = batch.faults().stream().filter(fault -> fault.code() != SILENT).toList();
    boolean none = loud.size() == batch.events();
    ObjectNode answer = Json.object("message", none ? NOTHING_VALID : "success");
    if (!none) {
      processed(batch, loud, answer);
    }
    if (!loud.isEmpty()) {
      ArrayNode errors = answer.putArray("errors");
      loud.forEach(fault -> errors.add(error(fault)));
    }
    return Reply.json(none ? 400 : 201, answer);
  }

  private static void processed(Batch batch, List<Fault> loud, ObjectNode answer) {
    for (String array : List.of("attributes", "events", "purchases")) {
      long sent = batch.root().number(ARRAYS.getOrDefault(array, 0));
      long failed = loud.stream().filter(fault -> fault.path().startsWith(array + "[")).count();
      if (sent > 0) {
        answer.put(array + "_processed", sent - failed);
      }
    }
  }

  private static ObjectNode error(Fault fault) {
    Matcher place = PLACE.matcher(fault.path());
    if (!place.matches()) {
      return Json.object("type", fault.reason());
    }
    String field = place.group(3) == null ? "" : place.group(3);
    return Json.object(
        "type",
        type(fault, field),
        "input_array",
        place.group(1),
        "index",
        Integer.parseInt(place.group(2)));
  }

  private static String type(Fault fault, String field) {
    if (fault.code() == BrazeChecker.NOBODY) {
      return "'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required";
    } else if (fault.code() == BrazeChecker.REFUSED_USER) {
      return "provided external_id is blacklisted and disallowed";
    } else if (field.equals("email")) {
      return "The value provided for the 'email' field is not a valid email.";
    } else if (field.isEmpty()) {
      return "the object is not valid: " + fault.reason();
    }
    boolean missing = fault.reason().equals("is missing") && fault.path().endsWith("." + field);
    return "'" + field + (missing ? "' is required" : "' is not valid");
  }

  /** A partial failure as it was asked for. */
  static Reply asked(Batch batch, Injection asked) {
    ObjectNode answer = Json.object("message", "success");
    String array = asked.text("input_array", batch.root().has(2) ? "purchases" : "attributes");
    processed(batch, batch.faults(), answer);
    ArrayNode errors = answer.putArray("errors");
    for (Object index : asked.list("indexes")) {
      ObjectNode error = Json.object("type", asked.text("type", "'quantity' is not valid"));
      if (!asked.flag("without_index")) {
        error.put("input_array", array);
        error.put("index", ((Number) index).intValue() + asked.number("shift", 0));
      }
      errors.add(error);
    }
    return Reply.json(201, answer);
  }

  /** 429 with the header style asked for. */
  static Reply throttled(Instant now, Injection asked) {
    long wait = asked.number("retry_after", 1);
    Reply reply = message(429, "You have made too many API requests. Please try again later.");
    return switch (asked.text("style", "retry_after")) {
      case "reset_epoch" ->
          reply
              .with("X-RateLimit-Remaining", "0")
              .with("X-RateLimit-Reset", String.valueOf(now.getEpochSecond() + wait));
      case "reset_seconds" ->
          reply.with("X-RateLimit-Remaining", "0").with("X-RateLimit-Reset", String.valueOf(wait));
      case "standard" -> reply.with("Retry-After", String.valueOf(wait));
      case "none" -> reply;
      default -> reply.with("X-Ratelimit-Retry-After", String.valueOf(wait));
    };
  }
}
