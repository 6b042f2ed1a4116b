package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The array of events in a body: {@code least} to {@code most} of them, each read and judged alone.
 * When it is kept, its slot holds how many there are.
 */
public record EventsShape(ObjectShape event, int least, int most) implements Shape {

  /** At least one event. */
  public EventsShape(ObjectShape event, int most) {
    this(event, 1, most);
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonParser json = walk.json();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      walk.wrong("must be an array of events");
      return;
    }
    int events = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      walk.event(events++, event);
    }
    if (events < least) {
      walk.fault("must hold at least one event");
    } else if (events > most) {
      walk.fault("must hold at most " + most + " events, holds " + events);
    }
    walk.facts().number(slot, events);
  }
}
