package dev.footfall.sandbox.braze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.platform.RecentKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The users that were made: attributes merged, nulls removed, revenue added up.
 *
 * <p>Profiles are kept of the 20,000 users touched last; that a user exists is remembered of many
 * millions. Safe for many threads.
 */
final class BrazeUsers {
  private static final int MOST_PROFILES = 20_000;
  private static final int MOST_LISTED = 100;
  private static final int MOST_DIGITS = 40;
  private static final Duration ALWAYS = Duration.ofDays(36_500);
  private static final Set<String> IDENTITY =
      Set.of("external_id", "braze_id", "user_alias", "_update_existing_only");

  private final Map<String, Profile> profiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Profile> eldest) {
          return size() > MOST_PROFILES;
        }
      };
  private final Map<String, BigDecimal> revenue = new TreeMap<>();
  private RecentKeys known = new RecentKeys(ALWAYS);
  private long users;

  /** What is known of one user. */
  private static final class Profile {
    private final ObjectNode attributes = Json.object();
    private final Map<String, BigDecimal> revenue = new TreeMap<>();
    private long purchases;
    private long events;
  }

  synchronized boolean exists(String user) {
    return known.has(Keys.of(user), 0);
  }

  /** Takes in one accepted object. */
  synchronized void take(Sighting seen, JsonNode object) {
    if (known.add(Keys.of(seen.user()), 0)) {
      users++;
    }
    Profile profile = profiles.computeIfAbsent(seen.user(), id -> new Profile());
    switch (seen.array()) {
      case "purchases" -> purchase(profile, object);
      case "events" -> profile.events++;
      default -> merge(profile.attributes, object);
    }
  }

  private static void merge(ObjectNode attributes, JsonNode object) {
    object
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNull()) {
                attributes.remove(entry.getKey());
              } else if (!IDENTITY.contains(entry.getKey())) {
                attributes.set(entry.getKey(), entry.getValue());
              }
            });
  }

  private void purchase(Profile profile, JsonNode object) {
    BigDecimal price = object.path("price").decimalValue();
    if (Math.abs((long) price.precision() - price.scale()) > MOST_DIGITS) {
      return; // 1e999999999 is a number, but nothing to add up
    }
    BigDecimal amount = price.multiply(BigDecimal.valueOf(object.path("quantity").asLong(1)));
    String currency = object.path("currency").asText();
    profile.purchases++;
    profile.revenue.merge(currency, amount, BigDecimal::add);
    revenue.merge(currency, amount, BigDecimal::add);
  }

  /** One user, or how many there are and the names of some. */
  synchronized Optional<JsonNode> users(String user) {
    if (user.isEmpty()) {
      ObjectNode all = Json.object("known", users);
      ArrayNode some = all.putArray("users");
      profiles.keySet().stream().limit(MOST_LISTED).forEach(some::add);
      return Optional.of(all);
    }
    return Optional.ofNullable(profiles.get(user))
        .map(
            profile ->
                Json.object(
                    "user", user,
                    "attributes", profile.attributes.deepCopy(),
                    "purchases", profile.purchases,
                    "events", profile.events,
                    "revenue", profile.revenue));
  }

  /** What was bought, by currency. */
  synchronized JsonNode revenue() {
    return Json.object("revenue", revenue);
  }

  /** Takes up an accepted object of an earlier run of the sandbox. */
  void restore(String array, JsonNode object) {
    String user =
        object.has("external_id")
            ? "external_id:" + Json.text(object, "external_id")
            : object.has("braze_id")
                ? "braze_id:" + Json.text(object, "braze_id")
                : "user_alias:"
                    + Json.text(object.path("user_alias"), "alias_label")
                    + "/"
                    + Json.text(object.path("user_alias"), "alias_name");
    take(new Sighting(array, user, false), object);
  }

  synchronized void clear() {
    profiles.clear();
    revenue.clear();
    known = new RecentKeys(ALWAYS);
    users = 0;
  }
}
