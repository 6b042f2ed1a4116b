package dev.footfall.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The offline event sets of the advertiser, and whether auto tracking is on for each. */
final class TikTokEventSets {
  private final Set<String> known;
  private final TikTokAnswers answers;
  private final Set<String> tracked = ConcurrentHashMap.newKeySet();

  TikTokEventSets(Set<String> known, TikTokAnswers answers) {
    this.known = known;
    this.answers = answers;
  }

  boolean knows(String eventSet) {
    return known.contains(eventSet);
  }

  void reset() {
    tracked.clear();
  }

  Reply list(Call call) {
    if (!call.parameter("advertiser_id").equals(TikTokTokens.ADVERTISER)) {
      return answers.noPermission();
    }
    Optional<JsonNode> asked =
        Json.read(call.parameter("event_set_ids").getBytes(StandardCharsets.UTF_8));
    if (call.hasParameter("event_set_ids") && !asked.map(JsonNode::isArray).orElse(false)) {
      return answers.error(
          TikTokAnswers.BAD_PARAMETER, "event_set_ids: must be a JSON array of strings");
    }
    Set<String> wanted = new TreeSet<>(known);
    asked.ifPresent(ids -> wanted.removeIf(id -> !holds(ids, id)));
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("event_set_list");
    wanted.forEach(id -> list.add(describe(id)));
    return answers.ok(data);
  }

  Reply update(Call call) {
    JsonNode body = Json.read(call.body()).orElseGet(Json::object);
    String eventSet = Json.text(body, "event_set_id");
    boolean closed =
        body.properties().stream()
            .allMatch(
                entry ->
                    Set.of("advertiser_id", "event_set_id", "auto_tracking")
                        .contains(entry.getKey()));
    if (!closed || eventSet.isEmpty() || !body.path("auto_tracking").isBoolean()) {
      return answers.error(
          TikTokAnswers.BAD_PARAMETER,
          "advertiser_id and event_set_id must be strings, auto_tracking a boolean, and nothing else");
    } else if (!Json.text(body, "advertiser_id").equals(TikTokTokens.ADVERTISER)
        || !knows(eventSet)) {
      return answers.noPermission();
    }
    if (body.path("auto_tracking").booleanValue()) {
      tracked.add(eventSet);
    } else {
      tracked.remove(eventSet);
    }
    return answers.ok(describe(eventSet));
  }

  private ObjectNode describe(String eventSet) {
    return Json.object(
        "advertiser_id",
        TikTokTokens.ADVERTISER,
        "event_set_id",
        eventSet,
        "name",
        "Sandbox stores " + eventSet,
        "description",
        "Offline event set of the sandbox",
        "auto_tracking",
        tracked.contains(eventSet),
        "create_time",
        "2026-01-01 00:00:00",
        "update_time",
        "2026-01-01 00:00:00");
  }

  private static boolean holds(JsonNode ids, String id) {
    for (JsonNode one : ids) {
      if (one.isTextual() && one.textValue().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
