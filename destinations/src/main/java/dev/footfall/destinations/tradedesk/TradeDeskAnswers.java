package dev.footfall.destinations.tradedesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Parts;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads The Trade Desk's answers: it names the items that it refused, and has taken all others,
 * whether the status is 200 or 400.
 */
final class TradeDeskAnswers {
  private static final int REPEATS = 2;
  private static final Set<String> OF_SET_UP =
      Set.of("MissingOrInvalidTrackingTagId", "InvalidMerchantId");
  private static final Set<String> OF_FAULTS =
      Set.of("error", "errors", "errorcode", "message", "status");
  private static final Pattern ABOUT_CREDENTIALS =
      Pattern.compile("auth|token|signature", Pattern.CASE_INSENSITIVE);

  private final List<Event> events;
  private final int items;
  private final RunMemory memory;

  TradeDeskAnswers(List<Event> events, RunMemory memory) {
    this.events = events;
    this.items = Parts.count(events);
    this.memory = memory;
  }

  /** How to go on without an answer that can be understood. */
  static Reading lost(List<Event> events, int repeats, String words) {
    boolean areKnown = events.stream().noneMatch(event -> event.id().isEmpty());
    return areKnown
        ? new Reading.LostRepeatable(repeats, Optional.empty(), words)
        : new Reading.Lost(words);
  }

  Reading read(HttpAnswer answer) {
    JsonNode body = JsonAnswer.of(answer);
    JsonNode lines = body.path("FailedLines");
    String words = words(answer, body);
    boolean isTold = lines.isArray() && !lines.isEmpty();
    return switch (answer.status()) {
      case 200 -> isTold ? told(lines) : whole(body, lines);
      case 400 -> isTold ? told(lines) : refused(words);
      case 401 -> new Reading.Stop(Code.CREDENTIALS_REJECTED, words + "; make a new token");
      case 403 ->
          new Reading.Stop(Code.PERMISSION_DENIED, words + "; check offline_data_provider_id");
      case 404, 410 -> new Reading.Stop(Code.CONFIGURATION_FAULT, words + "; check base_url");
      case 413 ->
          new Reading.RefusedWhole(
              new Outcome.Refused(Code.EVENT_TOO_LARGE, "HTTP 413", words), OptionalInt.empty());
      case 429, 503 -> again(Reading.Cause.THROTTLE, words);
      case 408, 500, 502, 504 -> again(Reading.Cause.OUTAGE, words);
      default ->
          answer.status() / 100 == 4
              ? refused(words)
              : lost(events, REPEATS, "HTTP " + answer.status() + " was not expected");
    };
  }

  private static Reading again(Reading.Cause cause, String words) {
    return new Reading.TryAgain(cause, Optional.empty(), words);
  }

  /** The code and words of an answer, which may be plain text. */
  private static String words(HttpAnswer answer, JsonNode body) {
    String text =
        body.isObject()
            ? (body.path("ErrorCode").asText("") + " " + body.path("Message").asText("")).strip()
            : new String(answer.body(), StandardCharsets.UTF_8);
    String masked = FailedLine.masked(text);
    return "The Trade Desk, HTTP " + answer.status() + (masked.isEmpty() ? "" : ": " + masked);
  }

  /** An answer without failed lines: all items are taken, if it is the answer that is expected. */
  private Reading whole(JsonNode body, JsonNode lines) {
    boolean isList = lines.isNull() || lines.isArray();
    if (!body.isObject()
        || JsonAnswer.tellsOfFault(body)
        || !(isList || (lines.isMissingNode() && !tellsOfFaults(body)))) {
      return lost(events, REPEATS, "HTTP 200 with an answer that was not understood");
    }
    memory.taken();
    return Reading.all(events.size(), Outcome.Accepted.PLAIN);
  }

  private static boolean tellsOfFaults(JsonNode body) {
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      if (OF_FAULTS.contains(member.getKey().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private Reading refused(String words) {
    return ABOUT_CREDENTIALS.matcher(words).find()
        ? new Reading.Stop(Code.CREDENTIALS_REJECTED, words)
        : new Reading.RefusedWhole(
            new Outcome.Refused(Code.PLATFORM_REJECTED, "HTTP 400", words), OptionalInt.empty());
  }

  private Reading told(JsonNode lines) {
    Map<Integer, FailedLine> failed = new HashMap<>();
    Optional<FailedLine> nobodys = Optional.empty();
    for (JsonNode each : lines) {
      FailedLine line = FailedLine.of(each);
      OptionalInt item = line.item(events, items, i -> !failed.containsKey(i));
      if (item.isPresent()) {
        failed.putIfAbsent(item.getAsInt(), line);
      } else {
        nobodys = nobodys.or(() -> Optional.of(line));
      }
    }
    for (int i = 0; nobodys.isPresent() && i < items; i++) {
      failed.putIfAbsent(i, nobodys.get());
    }
    return stop(failed).orElseGet(() -> judged(failed));
  }

  /** Where every item fails for the same reason of the set-up, and none was ever taken. */
  private Optional<Reading> stop(Map<Integer, FailedLine> failed) {
    Set<String> codes = new HashSet<>();
    failed.values().forEach(line -> codes.add(line.code()));
    if (failed.size() < items || codes.size() != 1 || memory.hasTaken()) {
      return Optional.empty();
    }
    FailedLine any = failed.values().iterator().next();
    String words = "The Trade Desk, " + any.code() + ": " + any.words();
    if (any.code().equals("Unauthorized")) {
      return Optional.of(new Reading.Stop(Code.CREDENTIALS_REJECTED, words));
    }
    return Optional.of(words)
        .filter(w -> OF_SET_UP.contains(any.code()))
        .map(w -> new Reading.Stop(Code.CONFIGURATION_FAULT, w));
  }

  private Reading judged(Map<Integer, FailedLine> failed) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    int first = 0;
    for (int i = 0; i < events.size(); i++) {
      int parts = events.get(i).parts();
      Optional<Outcome> outcome = outcome(first, parts, failed);
      if (outcome.isPresent()) {
        outcomes.put(i, outcome.get());
      }
      first += parts;
    }
    if (failed.size() < items) {
      memory.taken();
    }
    if (outcomes.size() == events.size()) {
      List<Outcome> all = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        all.add(outcomes.get(i));
      }
      return new Reading.Settled(all);
    }
    return new Reading.Sifted(
        outcomes,
        Map.of(),
        1,
        new Outcome.Refused(Code.PLATFORM_REJECTED, "Unknown", "refused twice, without a reason"));
  }

  /** A conversion is taken when one of its items is; empty for one that is tried once more. */
  private static Optional<Outcome> outcome(int first, int parts, Map<Integer, FailedLine> failed) {
    List<FailedLine> bad = new ArrayList<>();
    for (int item = first; item < first + parts; item++) {
      Optional.ofNullable(failed.get(item)).ifPresent(bad::add);
    }
    if (bad.isEmpty()) {
      return Optional.of(Outcome.Accepted.PLAIN);
    }
    FailedLine worst = bad.get(0);
    if (bad.size() < parts) {
      String words = bad.size() + " of " + parts + " items refused: " + worst.code();
      return Optional.of(
          new Outcome.Accepted(Optional.of(Code.PLATFORM_WARNING), words + " " + worst.words()));
    }
    return bad.stream().anyMatch(FailedLine::isUnknown)
        ? Optional.empty()
        : Optional.of(worst.refusal());
  }
}
