package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.List;

/** An event's element of a job, taken apart into requests of their own. */
final class SingleEvents {
  private SingleEvents() {}

  /** The bodies: one, or more where the items are events too. */
  static List<byte[]> bodies(Event event) {
    JsonNode element = ExactJson.read(event.body()).orElseThrow().path("attributes");
    List<byte[]> bodies = new ArrayList<>();
    for (JsonNode each : element.path("events").path("data")) {
      JsonNode own = each.path("attributes");
      ObjectNode attributes = ExactJson.object();
      attributes.set("metric", own.path("metric"));
      attributes.set("profile", element.path("profile"));
      own.properties().forEach(f -> attributes.set(f.getKey(), f.getValue()));
      ObjectNode data = ExactJson.object().put("type", "event");
      data.set("attributes", attributes);
      ObjectNode body = ExactJson.object();
      body.set("data", data);
      bodies.add(ExactJson.write(body));
    }
    return bodies;
  }
}
