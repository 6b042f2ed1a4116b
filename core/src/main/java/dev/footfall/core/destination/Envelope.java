package dev.footfall.core.destination;

import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A request body: the bytes of its events, commas between them, within a beginning and an end that
 * are the same for every request.
 */
public final class Envelope {
  private static final byte[] COMMA = Text.utf8(",");

  private final byte[] begin;
  private final byte[] end;

  private Envelope(byte[] begin, byte[] end) {
    this.begin = begin;
    this.end = end;
  }

  /** An envelope such as <code>{"data":[</code> and <code>]}</code>. */
  public static Envelope of(String begin, String end) {
    return new Envelope(Text.utf8(begin), Text.utf8(end));
  }

  /**
   * A JSON object that holds the events in an array, and texts before and after it.
   *
   * @param before name to text, in this order
   * @param after name to text, in this order
   */
  public static Envelope object(
      Map<String, String> before, String array, Map<String, String> after) {
    JsonBytes json = new JsonBytes().beginObject();
    before.forEach((name, text) -> json.key(JsonBytes.key(name)).text(text));
    json.key(JsonBytes.key(array)).beginArray();
    int middle = json.length();
    json.endArray();
    after.forEach((name, text) -> json.key(JsonBytes.key(name)).text(text));
    byte[] whole = json.endObject().toBytes();
    return new Envelope(
        Arrays.copyOfRange(whole, 0, middle), Arrays.copyOfRange(whole, middle, whole.length));
  }

  /** The body that holds these events. */
  public List<byte[]> around(List<Event> events) {
    List<byte[]> body = new ArrayList<>(2 * events.size() + 1);
    for (Event event : events) {
      body.add(body.isEmpty() ? begin : COMMA);
      body.add(event.body());
    }
    body.add(end);
    return body;
  }

  /** Bytes besides the events and the commas between them. */
  public int overhead() {
    return begin.length + end.length;
  }
}
