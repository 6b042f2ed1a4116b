package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lists of the account and their members. Safe for many threads. */
final class KlaviyoLists {
  private static final int MOST = 1000;
  private static final int PAGE = 10;
  private static final Pattern BY_NAME =
      Pattern.compile("equals\\(name,\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

  private final Map<String, Group> lists = new LinkedHashMap<>();
  private long serial;

  private record Group(String name, Instant created, Set<String> members) {}

  /** The id of a new list; empty when the account is full. */
  synchronized Optional<String> create(String name, Instant now) {
    if (lists.size() >= MOST) {
      return Optional.empty();
    }
    String id = "Sbx" + String.format(Locale.ROOT, "%03d", ++serial);
    lists.put(id, new Group(name, now, new LinkedHashSet<>()));
    return Optional.of(id);
  }

  synchronized boolean knows(String id) {
    return lists.containsKey(id);
  }

  synchronized void join(String list, String profile) {
    Group group = lists.get(list);
    if (group != null) {
      group.members().add(profile);
    }
  }

  /** The lists that a filter asks for; nothing when the filter cannot be read. */
  synchronized Optional<JsonNode> find(String filter) {
    Matcher asked = BY_NAME.matcher(filter);
    if (!filter.isEmpty() && !asked.matches()) {
      return Optional.empty();
    }
    String name = filter.isEmpty() ? "" : asked.group(1).replaceAll("\\\\(.)", "$1");
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    lists.forEach(
        (id, group) -> {
          if ((filter.isEmpty() || group.name().equals(name)) && data.size() < PAGE) {
            data.add(resource(id));
          }
        });
    page.putObject("links").putNull("next");
    return Optional.of(page);
  }

  synchronized ObjectNode resource(String id) {
    Group group = lists.get(id);
    ObjectNode resource = Json.object("type", "list", "id", id);
    if (group != null) {
      resource
          .putObject("attributes")
          .put("name", group.name())
          .put("created", group.created().toString());
    }
    return resource;
  }

  /** Every list with its members' profile ids. */
  synchronized JsonNode view() {
    ObjectNode all = Json.object();
    ArrayNode shown = all.putArray("lists");
    lists.forEach(
        (id, group) ->
            shown.add(Json.object("id", id, "name", group.name(), "members", group.members())));
    return all;
  }

  synchronized void reset() {
    lists.clear();
    serial = 0;
  }
}
