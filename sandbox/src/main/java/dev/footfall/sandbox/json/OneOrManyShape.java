package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A value that may stand alone or in an array of its like. */
public record OneOrManyShape(Shape one, ArrayShape many) implements Shape {

  /** One such value, or an array of up to {@code most} of them. */
  public static OneOrManyShape of(Shape element, int most) {
    return new OneOrManyShape(element, ArrayShape.some(element, most));
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    if (walk.json().currentToken() == JsonToken.START_ARRAY) {
      many.read(walk, slot);
    } else {
      one.read(walk, slot);
    }
  }
}
