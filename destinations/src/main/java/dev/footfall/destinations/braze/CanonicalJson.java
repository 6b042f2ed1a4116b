package dev.footfall.destinations.braze;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * JSON written in one way only: keys in order, plain numbers, no white space. Members without a
 * value are left out, because Braze drops the whole object for one of them.
 */
final class CanonicalJson {
  /** More digits than this are no number of a shop. */
  private static final int MOST_DIGITS = 400;

  private CanonicalJson() {}

  /** Whether a value can be written plainly. */
  static boolean isSendable(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }
    for (JsonNode child : value) {
      if (!isSendable(child)) {
        return false;
      }
    }
    return true;
  }

  /** Writes a value, of an array at most so many elements; true when others were left out. */
  static boolean write(JsonNode value, int mostElements, JsonBytes json) {
    if (!value.isArray()) {
      write(value, json);
      return false;
    }
    json.beginArray();
    int written = 0;
    for (JsonNode element : value) {
      if (written < mostElements && !element.isNull()) {
        write(element, json);
        written++;
      }
    }
    json.endArray();
    return value.size() > mostElements;
  }

  private static void write(JsonNode value, JsonBytes json) {
    if (value.isObject()) {
      object(value, json);
    } else if (value.isArray()) {
      write(value, Integer.MAX_VALUE, json);
    } else if (value.isNumber()) {
      json.number(new Decimal().set(value.decimalValue()).strip());
    } else if (value.isBoolean()) {
      json.flag(value.booleanValue());
    } else if (value.isNull()) {
      json.none();
    } else {
      json.text(value.asText());
    }
  }

  private static void object(JsonNode value, JsonBytes json) {
    List<String> names = new ArrayList<>();
    value.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    json.beginObject();
    for (String name : names) {
      if (!value.get(name).isNull()) {
        json.key(JsonBytes.anyKey(name));
        write(value.get(name), json);
      }
    }
    json.endObject();
  }
}
