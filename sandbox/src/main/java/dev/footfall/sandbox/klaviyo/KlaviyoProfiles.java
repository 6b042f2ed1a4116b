package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles of the account, merged as they come: the last ten thousand of them. Safe for many
 * threads.
 */
final class KlaviyoProfiles {
  private static final int MOST = 10_000;
  private static final List<String> IDENTIFIERS = List.of("email", "phone_number", "external_id");

  private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private long serial;

  /** What became of a profile: its id, and whether it is new or belongs to two others. */
  record Put(String id, boolean created, boolean conflict) {}

  /** Creates or changes the profile that these identifiers belong to. */
  synchronized Put put(JsonNode profile) {
    JsonNode attributes = profile.path("attributes");
    String id = "";
    for (String name : IDENTIFIERS) {
      String found = ids.getOrDefault(identity(attributes, name), "");
      if (!found.isEmpty() && !id.isEmpty() && !found.equals(id)) {
        return new Put(found, false, true);
      }
      id = found.isEmpty() ? id : found;
    }
    boolean created = id.isEmpty();
    if (created) {
      id = "01SANDBOX" + String.format(Locale.ROOT, "%08d", ++serial);
      byId.put(id, Json.object());
    }
    merge(byId.getOrDefault(id, Json.object()), profile);
    for (String name : IDENTIFIERS) {
      if (attributes.hasNonNull(name)) {
        ids.put(identity(attributes, name), id);
      }
    }
    forget();
    return new Put(id, created, false);
  }

  private static void merge(ObjectNode known, JsonNode profile) {
    for (var entry : profile.path("attributes").properties()) {
      if (entry.getValue().isObject()) {
        ObjectNode inner = known.withObject("/" + entry.getKey());
        entry.getValue().properties().forEach(one -> set(inner, one.getKey(), one.getValue()));
      } else {
        set(known, entry.getKey(), entry.getValue());
      }
    }
    if (known.path("properties") instanceof ObjectNode properties) {
      profile.at("/meta/patch_properties/unset").forEach(name -> properties.remove(name.asText()));
    }
  }

  private static void set(ObjectNode into, String name, JsonNode value) {
    if (value.isNull()) {
      into.remove(name);
    } else {
      into.set(name, value);
    }
  }

  private void forget() {
    while (byId.size() > MOST) {
      String eldest = byId.keySet().iterator().next();
      ObjectNode gone = byId.remove(eldest);
      IDENTIFIERS.forEach(name -> ids.remove(identity(gone, name), eldest));
    }
  }

  private static String identity(JsonNode attributes, String name) {
    return name + ":" + Json.text(attributes, name);
  }

  synchronized boolean knows(String id) {
    return byId.containsKey(id);
  }

  /** One profile by any identifier, or all of them. */
  synchronized Optional<JsonNode> view(String key) {
    if (!key.isEmpty()) {
      return IDENTIFIERS.stream()
          .map(name -> ids.getOrDefault(name + ":" + key, ""))
          .filter(byId::containsKey)
          .findFirst()
          .map(byId::get)
          .map(JsonNode::deepCopy);
    }
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("profiles");
    byId.values().forEach(one -> list.add(one.deepCopy()));
    return Optional.of(all);
  }

  synchronized void reset() {
    byId.clear();
    ids.clear();
    serial = 0;
  }
}
