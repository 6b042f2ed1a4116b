package dev.footfall.destinations.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.destination.HttpAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers that every platform may give on a bad day, in its own words; by name, in order. */
final class GoldenAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] NUL = {0};
  private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, (byte) 0xc3, '('};
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final int[] STRANGE_STATUSES = {
    0, 100, 200, 201, 202, 204, 206, 207, 299, 300, 302, 304, 399, 400, 404, 409, 418, 422, 451,
    499, 500, 503, 599, 600, 999
  };

  private final Map<String, HttpAnswer> answers = new LinkedHashMap<>();
  private final Speech speech;
  private final int events;

  private GoldenAnswers(Speech speech, int events) {
    this.speech = speech;
    this.events = events;
  }

  /** All of them, for a request of so many events. */
  static Map<String, HttpAnswer> of(Speech speech, int events) {
    GoldenAnswers golden = new GoldenAnswers(speech, events);
    golden.noAnswers();
    golden.foreigners();
    String success = speech.success().apply(events);
    if (!success.isEmpty()) {
      golden.twisted(success);
      golden.hidden(success.getBytes(StandardCharsets.UTF_8));
    }
    golden.miscounted();
    golden.blaming();
    for (int status : STRANGE_STATUSES) {
      golden.add("success with HTTP " + status, status, success);
      golden.add("nothing with HTTP " + status, status, "");
    }
    return golden.answers;
  }

  private void add(String name, int status, String body) {
    answers.put(name, new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  private void add(String name, String body) {
    add(name, speech.status(), body);
  }

  private void add(String name, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    answers.put(name, new HttpAnswer(speech.status(), Map.of(), body.toByteArray()));
  }

  private void noAnswers() {
    add("nothing", "");
    add("4 MB of spaces", " ".repeat(4 << 20));
    add("{}", "{}");
    add("[]", "[]");
    add("[{},{},{}]", "[{},{},{}]");
    add("null", "null");
    add("true", "true");
    add("a number", "3");
    add("a long number", "9".repeat(5000));
    add("a JSON text", "\"success\"");
    add("a word", "OK");
    add("a page", "<html><body>Please log in</body></html>");
    add("a page after a blank line", "\r\n<!DOCTYPE html><html></html>");
    add("an unknown error", "{\"error\":{\"code\":987654,\"message\":\"no\"}}");
    add("an empty error", "{\"error\":{}}");
    add("errors of another shape", "{\"errors\":[{\"oops\":[null]}]}");
    add("a status nobody knows", "{\"status\":\"maintenance\",\"message\":\"later\"}");
    add("a NUL", NUL);
    add("bytes that are no text", NO_TEXT);
    add("a byte-order mark", MARK);
    add("deep arrays", "[".repeat(5000) + "]".repeat(5000));
    add("deep objects", "{\"data\":".repeat(900) + "null" + "}".repeat(900));
  }

  /** What others say when they have taken two events. */
  private void foreigners() {
    add("Meta's success", "{\"events_received\":2,\"messages\":[],\"fbtrace_id\":\"A\"}");
    add("TikTok's success", "{\"code\":0,\"message\":\"OK\",\"request_id\":\"1\",\"data\":{}}");
    add(
        "Pinterest's success",
        "{\"num_events_received\":2,\"num_events_processed\":2,\"events\":["
            + "{\"status\":\"processed\"},{\"status\":\"processed\"}]}");
    add("Google Ads' success", "{\"results\":[{\"orderId\":\"a\"},{\"orderId\":\"b\"}]}");
    add("the Data Manager's success", "{\"requestId\":\"126365e1-16d0\"}");
    add("Snapchat's success", "{\"status\":\"VALID\",\"reason\":\"2 events\"}");
    add("The Trade Desk's success", "{\"FailedLines\":[]}");
    add("Braze's success", "{\"message\":\"success\"}");
    add("Klaviyo's success", "{\"data\":{\"type\":\"profile\",\"id\":\"Z2fA1x\"}}");
  }

  private void twisted(String success) {
    String members = success.substring(1, success.length() - 1);
    String nulls = JsonNodes.withNulls(success);
    add("half of success", success.substring(0, success.length() / 2));
    add("success without its end", success.substring(0, success.length() - 1));
    add("success and an error", "{" + members + ",\"error\":{\"code\":1},\"errors\":[{}]}");
    add("success in a list", "[" + success + "]");
    add("success one level down", "{\"data\":" + success + "}");
    add("success as a text", JsonNodes.quoted(success));
    add("success, then more", success + "{\"error\":1}");
    add("success with nulls for values", nulls);
    add("success that says everything twice", "{" + members + "," + members + "}");
    add(
        "success that contradicts itself",
        nulls.substring(0, nulls.length() - 1) + "," + members + "}");
  }

  private void miscounted() {
    if (!speech.success().apply(0).equals(speech.success().apply(events))) {
      misnumbered();
    }
    if (speech.counted().isPresent()) {
      add("a count of 0", speech.withCount("0"));
      add("a count that is too small", speech.withCount(Integer.toString(events - 1)));
      add("a count that is too large", speech.withCount(Integer.toString(events + 1)));
      add("a count as a text", speech.withCount("\"" + events + "\""));
      add("a count in words", speech.withCount("\"all\""));
      add("a count below zero", speech.withCount("-1"));
      add("a huge count", speech.withCount(Long.toString((1L << 32) + events)));
      add("a count with a point", speech.withCount(events + ".0"));
      add("a count in a list", speech.withCount("[" + events + "]"));
      add("no count but null", speech.withCount("null"));
    }
  }

  private void misnumbered() {
    add("success of no event", speech.success().apply(0));
    add("success of one event fewer", speech.success().apply(events - 1));
    add("success of one event more", speech.success().apply(events + 1));
  }

  private void blaming() {
    if (speech.faults().isEmpty()) {
      return;
    }
    String first = speech.faultOf("0");
    add("the first event is at fault", speech.withFaults(first));
    add("the same event is at fault twice", speech.withFaults(first + "," + first));
    String[] nowhere = {
      "-1", "null", "\"0\"", "\"first\"", "0.5", "[0]", "{}", "99999999999999999999"
    };
    for (String index : nowhere) {
      add("the event at fault is " + index, speech.withFaults(speech.faultOf(index)));
    }
    add("the event at fault is one behind", speech.withFaults(speech.faultOf("" + events)));
    add(
        "one event at fault is there, one is not",
        speech.withFaults(first + "," + speech.faultOf("" + events)));
    for (String fault : new String[] {"", "{}", "null", "1", "[[null]]"}) {
      add("faults are [" + fault + "]", speech.withFaults(fault));
    }
  }

  private void hidden(byte[] success) {
    byte[] half = Arrays.copyOf(success, success.length / 2);
    add("a NUL before success", NUL, success);
    add("a NUL behind success", success, NUL);
    add("a NUL before half of success", NUL, half);
    add("success behind bytes that are no text", NO_TEXT, success);
    add("a byte-order mark before success", MARK, success);
    add("a byte-order mark before half of success", MARK, half);
  }

  /** Changes JSON. */
  private static final class JsonNodes {
    private JsonNodes() {}

    static String quoted(String text) {
      return JSON.getNodeFactory().textNode(text).toString();
    }

    /** The same members, all values null. */
    static String withNulls(String json) {
      try {
        return emptied(JSON.readTree(json)).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static JsonNode emptied(JsonNode node) {
      if (node instanceof ObjectNode object) {
        object.properties().forEach(member -> member.setValue(emptied(member.getValue())));
        return object;
      }
      if (node instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, emptied(array.get(i)));
        }
        return array;
      }
      return NullNode.getInstance();
    }
  }
}
