package dev.footfall.destinations.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error of the Graph API. Its code decides, not the HTTP status; its texts are translated, so
 * only the link to terms is looked for in them.
 *
 * @param subcode 0 when there is none
 */
record GraphError(int code, int subcode, boolean isTransient, String words) {
  private static final int LONGEST_LINK = 500;
  private static final Duration BLOCKED = Duration.ofHours(1);
  private static final Pattern TERMS =
      Pattern.compile("https://[\\w.-]*facebook\\.com/[^\\s\"'<>]*customaudiences/tos[^\\s\"'<>]*");

  /** The error in an answer; empty when it holds none. */
  static Optional<GraphError> of(JsonNode body) {
    JsonNode error = body.path("error");
    if (!error.isObject() || !error.path("code").canConvertToInt()) {
      return Optional.empty();
    }
    String words =
        error.path("message").asText("")
            + " "
            + error.path("error_user_title").asText("")
            + " "
            + error.path("error_user_msg").asText("");
    return Optional.of(
        new GraphError(
            error.path("code").asInt(),
            error.path("error_subcode").asInt(0),
            error.path("is_transient").asBoolean(false),
            words.strip()));
  }

  /** What it means for the request's events. */
  Reading reading(HttpAnswer answer) {
    if (isThrottle()) {
      return new Reading.TryAgain(Reading.Cause.THROTTLE, Usage.regainedIn(answer), inWords());
    }
    if (code == 368) {
      return new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.of(BLOCKED), inWords());
    }
    if (isTransient || isTemporary()) {
      return outage();
    }
    Optional<Code> stop = stop();
    if (stop.isPresent()) {
      return new Reading.Stop(stop.get(), stopWords(stop.get()));
    }
    return answer.status() >= 500 && code != 100 && code != 105
        ? outage()
        : new Reading.RefusedWhole(
            new Outcome.Refused(refusal(), name(), PlatformWords.of(words)), OptionalInt.empty());
  }

  private Reading outage() {
    return new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), inWords());
  }

  private boolean isThrottle() {
    return switch (code) {
      case 4, 17, 32, 613 -> true;
      default -> code >= 80000 && code <= 80014;
    };
  }

  private boolean isTemporary() {
    return switch (code) {
      case 1, 2, 341, 5000, 21009 -> true;
      default -> false;
    };
  }

  /** Why nothing more can be sent; empty when the error is about this request alone. */
  Optional<Code> stop() {
    boolean isPermission = (code >= 200 && code <= 299) || code == 10;
    if (code == 190 || code == 102 || code == 104) {
      return Optional.of(Code.CREDENTIALS_REJECTED);
    }
    if (code == 2655
        || (code == 200 && subcode == 1870034)
        || (isPermission && words.contains("customaudiences/tos"))) {
      return Optional.of(Code.TERMS_NOT_ACCEPTED);
    }
    if (isPermission || code == 3 || code == 294) {
      return Optional.of(Code.PERMISSION_DENIED);
    }
    return code == 100 && subcode == 33 ? Optional.of(Code.DATASET_NOT_FOUND) : Optional.empty();
  }

  private Code refusal() {
    if (code != 100) {
      return Code.PLATFORM_REJECTED;
    }
    return switch (subcode) {
      case 2804003 -> Code.EVENT_TOO_OLD;
      case 2804009 -> Code.MISSING_VALUE;
      case 2804010 -> Code.MISSING_CURRENCY;
      case 2804050 -> Code.MISSING_IDENTITY;
      default -> Code.PLATFORM_REJECTED;
    };
  }

  /** Words for a run that stops; terms come with the page where they are accepted. */
  String stopWords(Code why) {
    Matcher link = TERMS.matcher(words);
    return why == Code.TERMS_NOT_ACCEPTED && link.find() && link.group().length() < LONGEST_LINK
        ? "each business user of the ad account must accept the terms at " + link.group()
        : inWords();
  }

  private String name() {
    return subcode == 0 ? Integer.toString(code) : code + "/" + subcode;
  }

  /** The codes and the platform's words. */
  String inWords() {
    return "Meta " + name() + ": " + PlatformWords.of(words);
  }
}
