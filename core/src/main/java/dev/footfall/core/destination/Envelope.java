package dev.footfall.core.destination;

import dev.footfall.core.event.Event;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;

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
