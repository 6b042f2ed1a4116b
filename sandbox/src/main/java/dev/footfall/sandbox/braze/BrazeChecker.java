package dev.footfall.sandbox.braze;

import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who an object is about, and what makes two purchases look the same. For one request only. */
final class BrazeChecker implements EventJudge {
  static final int NOBODY = 1;
  static final int REFUSED_USER = 2;

  private final Predicate<String> poisoned;
  private final List<Sighting> sightings = new ArrayList<>();
  private final Map<String, Integer> alike = new HashMap<>();

  BrazeChecker(Predicate<String> poisoned) {
    this.poisoned = poisoned;
  }

  /** What was seen of the good objects, in their order. */
  List<Sighting> sightings() {
    return sightings;
  }

  @Override
  public Optional<Finding> judge(Facts object) {
    int identifiers = 0;
    for (int slot :
        List.of(BrazeShapes.EXTERNAL_ID, BrazeShapes.BRAZE_ID, BrazeShapes.ALIAS_NAME)) {
      identifiers += object.has(slot) ? 1 : 0;
    }
    if (identifiers != 1) {
      String reason = "needs exactly one of external_id, braze_id, user_alias";
      return Optional.of(new Finding("", reason, NOBODY));
    }
    String value = user(object);
    return poisoned.test(value.substring(value.indexOf(':') + 1))
        ? Optional.of(
            new Finding(
                "external_id",
                "belongs to a user that this sandbox was told to refuse",
                REFUSED_USER))
        : Optional.empty();
  }

  /** Purchases only: setting an attribute twice is as good as setting it once. */
  @Override
  public long key(Facts object, Slice json) {
    sightings.add(sighting(object));
    if (!object.has(BrazeShapes.PRODUCT)) {
      return NO_KEY;
    }
    String purchase = Json.read(json.bytes()).map(Keys::canonical).orElse("");
    int ordinal = alike.merge(purchase, 1, Integer::sum);
    return Keys.of(purchase, String.valueOf(ordinal));
  }

  private static Sighting sighting(Facts object) {
    boolean alias = object.has(BrazeShapes.ALIAS_NAME);
    boolean purchase = object.has(BrazeShapes.PRODUCT);
    boolean said = object.has(BrazeShapes.ONLY_EXISTING);
    boolean onlyExisting =
        (alias && (purchase || !said)) || object.number(BrazeShapes.ONLY_EXISTING) == 1;
    String array =
        purchase ? "purchases" : object.has(BrazeShapes.EVENT_NAME) ? "events" : "attributes";
    return new Sighting(array, user(object), onlyExisting);
  }

  private static String user(Facts object) {
    if (object.has(BrazeShapes.EXTERNAL_ID)) {
      return "external_id:" + object.text(BrazeShapes.EXTERNAL_ID);
    } else if (object.has(BrazeShapes.BRAZE_ID)) {
      return "braze_id:" + object.text(BrazeShapes.BRAZE_ID);
    }
    return "user_alias:"
        + object.text(BrazeShapes.ALIAS_LABEL)
        + "/"
        + object.text(BrazeShapes.ALIAS_NAME);
  }
}
