package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of open objects: names, sizes, depths, what may be unset. Names places in faults, never
 * what stands there.
 */
final class KlaviyoLimits {
  private static final int PROFILE_BYTES = 100_000;
  private static final int PROPERTIES = 400;
  private static final int ELEMENTS = 4_000;
  private static final int DEPTH = 10;

  private KlaviyoLimits() {}

  static Optional<Fault> profile(int index, String at, JsonNode profile, int bytes) {
    if (bytes > PROFILE_BYTES) {
      return fault(index, at, "is larger than 100 KB");
    }
    JsonNode properties = profile.at("/attributes/properties");
    Set<String> unset = new HashSet<>();
    profile.at("/meta/patch_properties/unset").forEach(name -> unset.add(name.asText()));
    for (String name : unset) {
      if (properties.has(name)) {
        return fault(index, at + "/meta/patch_properties/unset", "names a property that is set");
      }
    }
    String place = at + "/attributes/properties";
    return properties.isObject() && properties.isEmpty()
        ? fault(index, place, "must not be an empty object")
        : properties(index, place, properties);
  }

  static Optional<Fault> event(int index, String at, JsonNode event) {
    JsonNode properties = event.at("/attributes/properties");
    String place = at + "/attributes/properties";
    if (!properties.isObject()) {
      return fault(index, place, "must be an object");
    } else if (properties.size() > PROPERTIES) {
      return fault(index, place, "must hold at most 400 properties");
    } else if (isTooDeepOrLong(properties, 1)) {
      return fault(index, place, "is nested too deeply, or holds too long an array");
    }
    return properties(index, place, properties);
  }

  private static Optional<Fault> properties(int index, String place, JsonNode properties) {
    if (!properties.isMissingNode() && !properties.isObject()) {
      return fault(index, place, "must be an object");
    }
    for (var entry : properties.properties()) {
      if (entry.getKey().isBlank() || entry.getKey().startsWith("$")) {
        return fault(index, place, "names must not be blank, nor start with $");
      }
    }
    return Optional.empty();
  }

  private static boolean isTooDeepOrLong(JsonNode node, int depth) {
    if (depth > DEPTH || (node.isArray() && node.size() > ELEMENTS)) {
      return true;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && isTooDeepOrLong(child, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** An identifier of somebody in an import job's failures, or of an event. */
  static boolean isNamed(JsonNode profile, Set<String> identifiers) {
    JsonNode attributes = profile.path("attributes");
    return identifiers.contains(Json.text(attributes, "email"))
        || identifiers.contains(Json.text(attributes, "phone_number"))
        || identifiers.contains(Json.text(attributes, "external_id"));
  }

  private static Optional<Fault> fault(int index, String at, String reason) {
    return Optional.of(new Fault(Fault.Kind.VALUE, index, at, reason, 0));
  }
}
