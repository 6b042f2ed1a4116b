package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * An array of like elements, of a length between two bounds. When it is kept, its slot holds the
 * length.
 */
public record ArrayShape(Shape element, int least, int most) implements Shape {

  /** An array of at least one element. */
  public static ArrayShape some(Shape element, int most) {
    return new ArrayShape(element, 1, most);
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonParser json = walk.json();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      walk.wrong("must be an array");
      return;
    }
    int length = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      walk.enter(length++);
      if (json.currentToken() == JsonToken.VALUE_NULL && !element.takesNull()) {
        walk.wrong("must not be null");
      } else {
        element.read(walk, NO_SLOT);
      }
      walk.leave();
    }
    if (length < least) {
      walk.fault(length == 0 ? "must not be an empty array" : "must hold at least " + least);
    } else if (length > most) {
      walk.fault("must hold at most " + most + ", holds " + length);
    }
    walk.facts().number(slot, length);
  }
}
