package dev.footfall.sandbox.json;

import java.io.IOException;

/** A JSON number between two bounds, such as a latitude. */
public record BetweenShape(double least, double most) implements Shape {

  @Override
  public void read(Walk walk, int slot) throws IOException {
    if (!walk.json().currentToken().isNumeric()) {
      walk.wrong("must be a JSON number");
      return;
    }
    double number = walk.json().getDoubleValue();
    if (number < least || number > most) {
      walk.fault("must be between " + least + " and " + most);
    }
  }
}
