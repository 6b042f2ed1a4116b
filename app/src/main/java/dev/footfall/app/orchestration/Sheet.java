package dev.footfall.app.orchestration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.footfall.core.destination.HttpCall;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** One request or file of a preview. */
public sealed interface Sheet {
  /** Its line, as programs rely on it; secrets are masked. */
  ObjectNode json();

  /** Whence it comes. */
  record Origin(String destination, String mode) {
    private ObjectNode begin(String kind) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("kind", kind)
          .put("destination", destination)
          .put("mode", mode);
    }
  }

  /** A request. */
  record Http(Origin origin, HttpCall call, int events, int rows) implements Sheet {
    @Override
    public ObjectNode json() {
      ObjectNode json = head(origin.begin("http"), call);
      json.put("events", events);
      json.put("rows", rows);
      json.putRawValue("body", new RawValue(body(call)));
      return json;
    }
  }

  /** A question whose answer events wait for. */
  record Lookup(Origin origin, HttpCall call, int names, int rows) implements Sheet {
    @Override
    public ObjectNode json() {
      ObjectNode json = head(origin.begin("lookup"), call);
      json.put("names", names);
      json.put("rows", rows);
      json.putRawValue("body", new RawValue(body(call)));
      return json;
    }
  }

  private static ObjectNode head(ObjectNode json, HttpCall call) {
    json.put("method", call.method());
    json.put("url", call.maskedUrl());
    ObjectNode headers = json.putObject("headers");
    new TreeMap<>(call.headers())
        .forEach(
            (name, value) ->
                headers.put(name, call.secretHeaders().contains(name) ? "***" : value));
    return json;
  }

  private static String body(HttpCall call) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    call.body().forEach(body::writeBytes);
    return body.toString(StandardCharsets.UTF_8);
  }

  /** A file. */
  record File(Origin origin, String name, int rows, String content) implements Sheet {
    @Override
    public ObjectNode json() {
      return origin.begin("file").put("name", name).put("rows", rows).put("content", content);
    }

    @Override
    public String toString() {
      return "File of " + rows + " rows";
    }
  }
}
