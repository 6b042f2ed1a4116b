package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A JSON string that passes a test and is personal by nature, on platforms that take it plain: it
 * is never screened.
 */
public record PlainShape(String must, TextShape.Test test) implements Shape {

  @Override
  public void read(Walk walk, int slot) throws IOException {
    if (walk.json().currentToken() != JsonToken.VALUE_STRING) {
      walk.wrong("must be a string");
      return;
    }
    String text = walk.json().getText();
    if (!test.holds(text.toCharArray(), 0, text.length())) {
      walk.fault(text.isEmpty() ? "must not be an empty string" : must);
    }
    walk.facts().text(slot, text);
  }
}
