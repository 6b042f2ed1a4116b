package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * A JSON integer between two bounds, written without fraction or exponent. When it is kept, its
 * slot holds it.
 */
public record WholeShape(long least, long most) implements Shape {
  private static final long EARLIEST_SECOND = 100_000_000L;
  private static final long LATEST_SECOND = 9_999_999_999L;

  /** Unix seconds; milliseconds and microseconds fall outside. */
  public static WholeShape unixSeconds() {
    return new WholeShape(EARLIEST_SECOND, LATEST_SECOND);
  }

  /** An integer of at least {@code least}. */
  public static WholeShape from(long least) {
    return new WholeShape(least, Long.MAX_VALUE);
  }

  @Override
  public void read(Walk walk, int slot) throws IOException {
    JsonParser json = walk.json();
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      walk.wrong("must be a JSON integer");
    } else if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      walk.fault("is out of range");
    } else {
      keep(walk, slot, json.getLongValue());
    }
  }

  private void keep(Walk walk, int slot, long number) {
    if (least == EARLIEST_SECOND && (number < least || number > most)) {
      walk.fault("must be Unix seconds");
    } else if (number < least || number > most) {
      walk.fault(
          most == Long.MAX_VALUE
              ? "must be at least " + least
              : "must be between " + least + " and " + most);
    }
    walk.facts().number(slot, number);
  }
}
