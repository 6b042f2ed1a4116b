package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A JSON number that is not negative (or may be), never text. When it is kept, its slot only tells
 * that it was there.
 */
public record DecimalShape(boolean mayBeNegative) implements Shape {
  private static final int MOST_DIGITS = 40;

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonToken token = walk.json().currentToken();
    if (!token.isNumeric()) {
      walk.wrong("must be a JSON number");
      return;
    }
    if (walk.json().getTextLength() > MOST_DIGITS) {
      walk.fault("has too many digits");
    } else if (!mayBeNegative
        && walk.json().getTextCharacters()[walk.json().getTextOffset()] == '-') {
      walk.fault("must not be negative");
    }
    walk.facts().number(slot, 1);
  }
}
