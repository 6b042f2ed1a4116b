package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.answer.JsonAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What Klaviyo's errors mean, whatever was asked. */
final class KlaviyoErrors {
  private KlaviyoErrors() {}

  /** Status, code and words of an answer's first error. */
  static String words(HttpAnswer answer) {
    JsonNode first = JsonAnswer.of(answer).path("errors").path(0);
    String detail = PlatformWords.of(first.path("detail").asText(""));
    return "Klaviyo HTTP " + answer.status() + (detail.isEmpty() ? "" : ": " + detail);
  }

  /** Whether a 202 is Klaviyo's: it says nothing, or something under {@code data}, and no fault. */
  static boolean isTaken(HttpAnswer answer) {
    boolean isEmpty = new String(answer.body(), StandardCharsets.UTF_8).isBlank();
    return answer.status() == 202
        && (isEmpty || JsonAnswer.object(answer).filter(KlaviyoErrors::isAboutData).isPresent());
  }

  private static boolean isAboutData(JsonNode body) {
    return (body.isEmpty() || body.has("data")) && !JsonAnswer.tellsOfFault(body);
  }

  /** Klaviyo's own code of an answer's first error, or its status. */
  static String code(HttpAnswer answer) {
    String code = JsonAnswer.of(answer).path("errors").path(0).path("code").asText("");
    return code.isEmpty() ? "HTTP " + answer.status() : code;
  }

  /**
   * Answers that concern the run rather than what was sent: credential, scope, revision, pace,
   * trouble. Empty for others.
   */
  static Optional<Reading> general(HttpAnswer answer, String scope) {
    String words = words(answer);
    return switch (answer.status()) {
      case 401 -> Optional.of(new Reading.RenewCredential(words));
      case 403 ->
          Optional.of(
              isAboutLists(answer)
                  ? new Reading.Stop(Code.MAXIMUM_LISTS, words + "; delete lists nobody uses")
                  : new Reading.Stop(
                      Code.PERMISSION_DENIED, words + "; give the key the scope " + scope));
      case 400 ->
          isAboutKey(answer) ? Optional.of(new Reading.RenewCredential(words)) : Optional.empty();
      case 410 ->
          Optional.of(
              new Reading.Stop(Code.REVISION_RETIRED, words + "; set api_revision to a newer one"));
      case 429 ->
          Optional.of(new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), words));
      case 408 -> Optional.of(new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), words));
      default ->
          answer.status() >= 500
              ? Optional.of(new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), words))
              : Optional.empty();
    };
  }

  private static String said(HttpAnswer answer) {
    JsonNode first = JsonAnswer.of(answer).path("errors").path(0);
    return (first.path("code").asText("")
            + " "
            + first.path("title").asText("")
            + " "
            + first.path("detail").asText(""))
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isAboutKey(HttpAnswer answer) {
    String said = said(answer);
    boolean hasPointer =
        JsonAnswer.of(answer).path("errors").path(0).path("source").path("pointer").isTextual();
    return !hasPointer
        && (said.contains("api key")
            || said.contains("api_key")
            || said.contains("authentication"));
  }

  /** Whether the account has as many lists as it may. */
  static boolean isAboutLists(HttpAnswer answer) {
    String said = said(answer);
    return said.contains("list")
        && (said.contains("maximum") || said.contains("limit") || said.contains("too many"));
  }
}
