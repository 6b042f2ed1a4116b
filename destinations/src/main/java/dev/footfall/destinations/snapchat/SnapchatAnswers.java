package dev.footfall.destinations.snapchat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.answer.JsonAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Reads Snapchat's answers. Nothing counts as success but a 2xx that says VALID, SUCCESS or OK, or
 * that is neither JSON, be it cut, nor a page.
 */
final class SnapchatAnswers {
  private static final Set<String> GOOD = Set.of("valid", "success", "ok");
  private static final String TOO_LARGE = "HTTP 413";
  private static final int REPEATS = 7;

  private SnapchatAnswers() {}

  /** What an answer means for so many events. */
  static Reading read(HttpAnswer answer, int events) {
    JsonNode body = JsonAnswer.of(answer);
    int status = answer.status();
    if (status / 100 == 2) {
      return taken(answer, body, events);
    }
    String words = inWords(body, status);
    if (status == 401 || ((status == 400 || status == 403) && isAboutToken(body))) {
      return token(words);
    }
    return switch (status) {
      case 400 -> refused(body, status);
      case 403 -> new Reading.Stop(isAboutTerms(body) ? Code.TERMS_NOT_ACCEPTED : DENIED, words);
      case 404 -> new Reading.Stop(Code.DATASET_NOT_FOUND, words + "; check pixel_id");
      case 413 -> tooLarge();
      case 429 -> new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), words);
      case 408 -> new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), words);
      default -> other(body, status, events);
    };
  }

  private static final Code DENIED = Code.PERMISSION_DENIED;

  private static Reading taken(HttpAnswer answer, JsonNode body, int events) {
    if (body.isMissingNode() && !isBroken(answer)) {
      return Reading.all(
          events,
          new Outcome.Accepted(Optional.of(Code.DELIVERED_UNVERIFIED), "an answer without status"));
    }
    String said = body.path("status").asText("").toLowerCase(Locale.ROOT);
    if (GOOD.contains(said) && !JsonAnswer.tellsOfFault(body)) {
      return Reading.all(events, Outcome.Accepted.PLAIN);
    }
    if (said.equals("invalid")) {
      return isAboutToken(body)
          ? token(inWords(body, answer.status()))
          : refused(body, answer.status());
    }
    return lost("HTTP " + answer.status() + " without a status that is known");
  }

  /** JSON that was cut, or a page of something between us, such as a proxy that asks to log in. */
  private static boolean isBroken(HttpAnswer answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    return text.chars().anyMatch(c -> "{[<\"".indexOf(c) >= 0);
  }

  /** Nobody knows; the same event ids may be sent again. */
  static Reading lost(String words) {
    return new Reading.LostRepeatable(REPEATS, Optional.empty(), words);
  }

  private static Reading token(String words) {
    return new Reading.RenewCredential(
        words + "; the token must be of the organization that owns the pixel");
  }

  private static Reading tooLarge() {
    return new Reading.RefusedWhole(
        new Outcome.Refused(Code.EVENT_TOO_LARGE, TOO_LARGE, "the request is too large"),
        OptionalInt.empty());
  }

  private static Reading other(JsonNode body, int status, int events) {
    if (status >= 500) {
      return new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), inWords(body, status));
    }
    return status / 100 == 4
        ? Reading.all(events, refusal(body, status))
        : lost("HTTP " + status + " is not known");
  }

  /** Whether a refusal was for the request's size. */
  static boolean isAboutSize(Outcome.Refused refusal) {
    return refusal.platformCode().equals(TOO_LARGE);
  }

  private static Reading refused(JsonNode body, int status) {
    return new Reading.RefusedWhole(refusal(body, status), OptionalInt.empty());
  }

  /** Snapchat's refusal of one event, in its words. */
  static Outcome.Refused refusal(JsonNode body, int status) {
    StringJoiner codes = new StringJoiner(",");
    body.path("errors").path("codes").forEach(code -> codes.add(code.asText("")));
    StringJoiner words = new StringJoiner("; ");
    for (String text : List.of(body.path("reason").asText(""), body.path("param").asText(""))) {
      if (!text.isEmpty()) {
        words.add(text);
      }
    }
    body.path("errors").path("error_msgs").forEach(text -> words.add(text.asText("")));
    String code = PlatformWords.of(codes.toString());
    return new Outcome.Refused(
        Code.PLATFORM_REJECTED,
        code.isEmpty() ? "HTTP " + status : code,
        PlatformWords.of(words.toString()));
  }

  private static String inWords(JsonNode body, int status) {
    String reason = PlatformWords.of(body.path("reason").asText(""));
    return "Snapchat HTTP " + status + (reason.isEmpty() ? "" : ": " + reason);
  }

  private static boolean isAboutToken(JsonNode body) {
    String reason = body.path("reason").asText("").toLowerCase(Locale.ROOT);
    return reason.contains("unauthorized")
        || reason.contains("access token")
        || reason.contains("permission");
  }

  private static boolean isAboutTerms(JsonNode body) {
    return body.path("reason").asText("").toLowerCase(Locale.ROOT).contains("terms");
  }
}
