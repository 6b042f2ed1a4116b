package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes Klaviyo refuse a profile or an event that is right in form. */
final class KlaviyoChecker implements EventJudge {
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(365);

  private final Instant now;
  private final Predicate<String> poisoned;

  KlaviyoChecker(Instant now, Predicate<String> poisoned) {
    this.now = now;
    this.poisoned = poisoned;
  }

  @Override
  public Optional<Finding> judge(Facts facts) {
    boolean event = facts.has(KlaviyoShapes.METRIC);
    return (event ? event(facts) : identity(facts)).or(() -> poison(facts));
  }

  private static Optional<Finding> identity(Facts facts) {
    boolean known =
        facts.has(KlaviyoShapes.EMAIL)
            || facts.has(KlaviyoShapes.PHONE)
            || facts.has(KlaviyoShapes.EXTERNAL_ID);
    return known ? Optional.empty() : finding("attributes", "One or more identifiers is required");
  }

  private Optional<Finding> event(Facts facts) {
    if (facts.has(KlaviyoShapes.VALUE) && !facts.has(KlaviyoShapes.CURRENCY)) {
      return finding("attributes/value_currency", "is missing beside value");
    }
    try {
      Instant time = Instant.parse(facts.text(KlaviyoShapes.TIME));
      if (time.isBefore(OLDEST)) {
        return finding("attributes/time", "must be after 1990");
      }
      return time.isAfter(now.plus(AHEAD))
          ? finding("attributes/time", "is more than a year ahead")
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return finding("attributes/time", "is not a real date and time");
    }
  }

  private Optional<Finding> poison(Facts facts) {
    boolean struck =
        poisoned.test(facts.text(KlaviyoShapes.EMAIL))
            || poisoned.test(facts.text(KlaviyoShapes.EXTERNAL_ID))
            || poisoned.test(facts.text(KlaviyoShapes.UNIQUE_ID));
    return struck
        ? finding("attributes", "is what this sandbox was told to refuse")
        : Optional.empty();
  }

  /** Profiles are put, not added: none is ever the same as another. */
  @Override
  public long key(Facts facts, Slice json) {
    return NO_KEY;
  }

  /** What makes two events one: profile, metric and unique id. */
  static long key(JsonNode profile, JsonNode event) {
    return Keys.of(
        identity(profile.at("/data/attributes")),
        event.at("/attributes/metric/data/attributes/name").asText(),
        event.at("/attributes/unique_id").asText());
  }

  private static String identity(JsonNode attributes) {
    for (String name : new String[] {"email", "phone_number", "external_id"}) {
      if (!Json.text(attributes, name).isEmpty()) {
        return name + ":" + Json.text(attributes, name);
      }
    }
    return "";
  }

  private static Optional<Finding> finding(String at, String reason) {
    return Optional.of(new Finding(at, reason, 0));
  }
}
