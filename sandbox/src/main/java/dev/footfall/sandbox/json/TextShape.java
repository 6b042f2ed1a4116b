package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A JSON string that passes a test. Every text that its test does not pin down is also screened for
 * plain personal data.
 *
 * @param must what the text must be, to follow the path in a fault
 * @param screened whether a plain e-mail address or telephone number could hide in it
 */
public record TextShape(String must, Test test, boolean screened) implements Shape {

  /** A condition on the characters of a text. */
  @FunctionalInterface
  public interface Test {
    /** Whether {@code length} characters from {@code start} on are as they must be. */
    boolean holds(char[] chars, int start, int length);
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonParser json = walk.json();
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      walk.wrong("must be a string");
      return;
    }
    char[] chars = json.getTextCharacters();
    int start = json.getTextOffset();
    int length = json.getTextLength();
    boolean good = test.holds(chars, start, length);
    if ((screened || !good) && PersonalData.in(chars, start, length)) {
      walk.personal();
    } else if (!good) {
      walk.fault(length == 0 ? "must not be an empty string" : must);
    }
    if (slot != NO_SLOT) {
      walk.facts().text(slot, json.getText());
    }
  }
}
