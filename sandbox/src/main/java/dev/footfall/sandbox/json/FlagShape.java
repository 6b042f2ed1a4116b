package dev.footfall.sandbox.json;

import java.io.IOException;

/** A JSON boolean; when it is kept, its slot holds 1 or 0. */
public record FlagShape() implements Shape {

  @Override
  public void read(Walk walk, int slot) throws IOException {
    if (walk.json().currentToken().isBoolean()) {
      walk.facts().number(slot, walk.json().getBooleanValue() ? 1 : 0);
    } else {
      walk.wrong("must be true or false");
    }
  }
}
