package dev.footfall.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.KeptEvent;
import dev.footfall.sandbox.platform.RecordedRequest;
import dev.footfall.sandbox.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the books hold, as JSON. */
final class Listing {
  private Listing() {}

  static ObjectNode counters(Counters counters) {
    return Json.object(
        "requests", counters.requests(),
        "received", counters.received(),
        "kept", counters.kept(),
        "duplicates", counters.duplicates(),
        "refused", counters.refused(),
        "test", counters.test(),
        "repeated", counters.repeated(),
        "personal_data", counters.personalData());
  }

  static ObjectNode events(List<KeptEvent> events) {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("events");
    for (KeptEvent event : events) {
      ObjectNode node =
          Json.object("at", event.at().toString(), "target", event.target(), "test", event.test());
      node.set(
          "event",
          Json.read(event.json().getBytes(StandardCharsets.UTF_8)).orElseGet(Json::object));
      list.add(node);
    }
    return all;
  }

  static ObjectNode requests(List<RecordedRequest> requests) {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("requests");
    for (RecordedRequest request : requests) {
      list.add(
          Json.object(
              "at", request.at().toString(),
              "operation", request.operation(),
              "method", request.method(),
              "target", request.target(),
              "headers", request.headers(),
              "bytes", request.bytes(),
              "status", request.status(),
              "injected", request.injected()));
    }
    return all;
  }

  static ObjectNode refusals(List<Refusal> refusals) {
    ObjectNode all = Json.object();
    ArrayNode list = all.putArray("refusals");
    for (Refusal refusal : refusals) {
      list.add(
          Json.object(
              "at", refusal.at().toString(),
              "operation", refusal.operation(),
              "events", refusal.events(),
              "reason", refusal.reason()));
    }
    return all;
  }

  /** A detail of an injection: text, whole number, boolean, or a list of them. */
  static Object plain(JsonNode value) {
    if (value.isInt()) {
      return value.intValue();
    } else if (value.isBoolean()) {
      return value.booleanValue();
    } else if (value.isArray()) {
      List<Object> list = new ArrayList<>();
      value.forEach(one -> list.add(plain(one)));
      return list;
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
