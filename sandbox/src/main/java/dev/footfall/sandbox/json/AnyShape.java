package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Any JSON value whose arrays and objects hold no nulls; the value itself may be null.
 *
 * @param mostText the longest text in it
 */
public record AnyShape(int mostText) implements Shape {

  /** With texts of any length. */
  public AnyShape() {
    this(Integer.MAX_VALUE);
  }

  @Override
  public boolean takesNull() {
    return true;
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonParser json = walk.json();
    if (!json.currentToken().isStructStart()) {
      if (json.currentToken() == JsonToken.VALUE_STRING && json.getTextLength() > mostText) {
        walk.fault("must have at most " + mostText + " characters");
      }
      return;
    }
    boolean array = json.currentToken() == JsonToken.START_ARRAY;
    int index = 0;
    while (!json.nextToken().isStructEnd()) {
      if (array) {
        walk.enter(index++);
      } else {
        walk.enter(json.currentName());
        json.nextToken();
      }
      inner(walk);
      walk.leave();
    }
  }

  private void inner(Walk walk) throws IOException {
    if (walk.json().currentToken() == JsonToken.VALUE_NULL) {
      walk.wrong("must not be null");
    } else {
      read(walk, NO_SLOT);
    }
  }
}
