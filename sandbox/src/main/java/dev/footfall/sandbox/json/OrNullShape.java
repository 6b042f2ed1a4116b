package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A value that may also be null, on platforms to which null means something. */
public record OrNullShape(Shape shape) implements Shape {

  @Override
  public boolean takesNull() {
    return true;
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    if (walk.json().currentToken() != JsonToken.VALUE_NULL) {
      shape.read(walk, slot);
    }
  }
}
