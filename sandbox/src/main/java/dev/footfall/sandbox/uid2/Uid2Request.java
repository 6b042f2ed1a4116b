package dev.footfall.sandbox.uid2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one decrypted document asks to be mapped: texts by kind, plain ones refused. */
record Uid2Request(Map<String, List<String>> asked) {
  static final List<String> KINDS = List.of("email", "email_hash", "phone", "phone_hash");
  private static final int MOST = 5000;

  /** What came out of reading: a request, or what the operator says instead. */
  record Reading(Optional<Uid2Request> request, String fault, boolean personal) {}

  static Reading read(byte[] document) {
    JsonNode root = Json.read(document).orElseGet(Json::object);
    Map<String, List<String>> asked = new TreeMap<>();
    int total = 0;
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      String kind = member.getKey();
      if (!KINDS.contains(kind) || !member.getValue().isArray()) {
        return fault("only arrays named " + String.join(", ", KINDS) + " may be asked for");
      } else if (!kind.endsWith("_hash") && !member.getValue().isEmpty()) {
        return new Reading(Optional.empty(), kind + ": holds plain personal data", true);
      }
      List<String> texts = new ArrayList<>();
      for (JsonNode text : member.getValue()) {
        if (!text.isTextual()) {
          return fault(kind + "[" + texts.size() + "]: must be a string");
        }
        texts.add(text.textValue());
      }
      asked.put(kind, texts);
      total += texts.size();
    }
    if (!root.isObject() || asked.isEmpty()) {
      return fault("Required Parameter Missing: one or more of " + String.join(", ", KINDS));
    } else if (total > MOST) {
      return fault("Required Parameter is out of range: at most " + MOST + " identifiers");
    }
    return new Reading(Optional.of(new Uid2Request(asked)), "", false);
  }

  private static Reading fault(String words) {
    return new Reading(Optional.empty(), words, false);
  }
}
