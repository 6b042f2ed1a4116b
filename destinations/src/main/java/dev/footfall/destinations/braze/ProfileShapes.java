package dev.footfall.destinations.braze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the profile fields that are arrays and objects must look like. */
final class ProfileShapes {
  private static final Set<String> STATES = Set.of("subscribed", "unsubscribed");

  private ProfileShapes() {}

  /** The shape of the field of that name. */
  static Function<JsonNode, Optional<JsonNode>> of(String field) {
    return switch (field) {
      case "current_location" -> ProfileShapes::location;
      case "subscription_groups" -> array(ProfileShapes::isGroup);
      case "push_tokens" -> array(e -> isText(e, "app_id") && isText(e, "token"));
      default -> value -> Optional.of(value).filter(JsonNode::isObject);
    };
  }

  private static Optional<JsonNode> location(JsonNode value) {
    JsonNode longitude = value.path("longitude");
    JsonNode latitude = value.path("latitude");
    if (!isWithin(longitude, 180) || !isWithin(latitude, 90)) {
      return Optional.empty();
    }
    return Optional.of(
        JsonNodeFactory.instance
            .objectNode()
            .<com.fasterxml.jackson.databind.node.ObjectNode>set("longitude", longitude)
            .set("latitude", latitude));
  }

  private static boolean isWithin(JsonNode degrees, int most) {
    return degrees.isNumber() && Math.abs(degrees.doubleValue()) <= most;
  }

  private static boolean isGroup(JsonNode element) {
    return isText(element, "subscription_group_id")
        && STATES.contains(element.path("subscription_state").asText(""));
  }

  private static boolean isText(JsonNode element, String name) {
    return element.path(name).isTextual() && !element.path(name).asText().isBlank();
  }

  private static Function<JsonNode, Optional<JsonNode>> array(Predicate<JsonNode> each) {
    return value -> {
      boolean isFit = value.isArray();
      for (JsonNode element : value) {
        isFit &= each.test(element);
      }
      return isFit ? Optional.of(value) : Optional.empty();
    };
  }
}
