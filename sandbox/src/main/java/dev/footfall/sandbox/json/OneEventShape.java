package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The only event of a body that holds one and no array of them. */
public record OneEventShape(ObjectShape event) implements Shape {

  @Override
  public void read(Walk walk, int slot) throws IOException {
    if (walk.json().currentToken() == JsonToken.START_OBJECT) {
      walk.onlyEvent(event);
    } else {
      walk.wrong("must be an object");
    }
  }
}
