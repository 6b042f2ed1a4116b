package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * An error of a whole request, as both APIs have it: {@code google.rpc.Status} under the key {@code
 * error}.
 *
 * @param error the status; missing when the answer is none of Google's
 */
record GoogleError(int status, JsonNode error) {
  private static final String SCOPES = "insufficient authentication scopes";

  static GoogleError of(HttpAnswer answer) {
    JsonNode body = JsonAnswer.of(answer);
    JsonNode first = body.isArray() ? body.path(0) : body;
    return new GoogleError(answer.status(), first.path("error"));
  }

  /** Why, in one word, where Google gives one. */
  String reason() {
    for (JsonNode detail : error.path("details")) {
      String reason = detail.path("reason").asText("");
      if (detail.path("@type").asText("").endsWith("ErrorInfo") && !reason.isEmpty()) {
        return reason;
      }
    }
    return error.path("status").asText("");
  }

  /** In words, for the operator. */
  String words() {
    String reason = reason();
    String message = PlatformWords.of(error.path("message").asText(""));
    return "Google "
        + (reason.isEmpty() ? "HTTP " + status : PlatformWords.of(reason))
        + (message.isEmpty() ? "" : ": " + message);
  }

  /** How long Google asks to wait. */
  Optional<Duration> retryDelay() {
    return error.findValuesAsText("retryDelay").stream().findFirst().flatMap(GoogleError::seconds);
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?s")
        ? Optional.of(
            Duration.ofMillis(
                Math.round(1000 * Double.parseDouble(text.substring(0, text.length() - 1)))))
        : Optional.empty();
  }

  /** What the answer means when it is about neither the events nor the account. */
  Optional<Reading> common(Duration throttled) {
    return switch (status) {
      case 401 -> Optional.of(new Reading.RenewCredential(words()));
      case 403 -> forbidden();
      case 404 ->
          Optional.of(
              new Reading.Stop(
                  Code.CONFIGURATION_FAULT, words() + "; check api_version and base_url"));
      case 408, 409 -> Optional.of(again(Reading.Cause.OUTAGE, Optional.empty()));
      case 429 ->
          Optional.of(again(Reading.Cause.THROTTLE, Optional.of(retryDelay().orElse(throttled))));
      default ->
          status >= 500 ? Optional.of(again(Reading.Cause.OUTAGE, retryDelay())) : Optional.empty();
    };
  }

  private Optional<Reading> forbidden() {
    String reason = reason();
    if (reason.equals("SERVICE_DISABLED")) {
      return Optional.of(new Reading.Stop(Code.API_DISABLED, words()));
    }
    boolean lacksScope =
        reason.equals("ACCESS_TOKEN_SCOPE_INSUFFICIENT")
            || error.path("message").asText("").contains(SCOPES);
    return lacksScope
        ? Optional.of(new Reading.Stop(Code.CREDENTIALS_REJECTED, words()))
        : Optional.empty();
  }

  private Reading again(Reading.Cause cause, Optional<Duration> after) {
    return new Reading.TryAgain(cause, after, words());
  }
}
