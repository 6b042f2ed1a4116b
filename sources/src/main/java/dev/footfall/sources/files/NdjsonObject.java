package dev.footfall.sources.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.DecimalColumn;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.Text;
import dev.footfall.sources.TextCells;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line's object: its keys, and its values as one-row columns; NULL values are empty. */
final class NdjsonObject {
  private static final boolean[] NO_NULLS = {};
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(1 << 30)
                  .maxNumberLength(100_000)
                  .build())
          .build();

  private NdjsonObject() {}

  /** Why a line is no row. */
  static final class BadLine extends Exception {
    BadLine(String message) {
      super(message);
    }
  }

  static Map<String, Optional<Column>> read(String line) throws BadLine {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadLine("the line is no JSON object. Write one object a line");
      }
      Map<String, Optional<Column>> cells = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (cells.put(name, cell(parser, line)) != null) {
          throw new BadLine("the key '" + name + "' stands twice in the object. Keep one of them");
        }
      }
      if (parser.nextToken() != null) {
        throw new BadLine("something follows the object. Write one object a line");
      }
      return cells;
    } catch (IOException noJson) {
      throw new BadLine("the line is no JSON. Write one object a line, without line breaks in it");
    }
  }

  private static Optional<Column> cell(JsonParser parser, String line) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Optional.empty();
      case VALUE_STRING -> Optional.of(TextCells.single(CellKind.TEXT, parser.getText()));
      case VALUE_TRUE -> Optional.of(whole(CellKind.BOOLEAN, 1));
      case VALUE_FALSE -> Optional.of(whole(CellKind.BOOLEAN, 0));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number(parser.getText()));
      case START_OBJECT, START_ARRAY -> {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getCharOffset();
        yield Optional.of(TextCells.single(CellKind.NESTED, line.substring(start, end)));
      }
      default -> throw new IOException("no value");
    };
  }

  /** A number as written: whole if it is written so, else an exact decimal. */
  private static Column number(String digits) {
    byte[] bytes = Text.utf8(digits);
    Decimal value = new Decimal();
    if (!value.parse(bytes, 0, bytes.length)) {
      return TextCells.single(CellKind.TEXT, digits); // beyond all reason, left to the checks
    }
    boolean written = digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    if (written && value.fitsLong()) {
      return whole(CellKind.INTEGER, value.longValue());
    }
    BigDecimal exact = value.toBigDecimal();
    BigDecimal plain = exact.scale() < 0 ? exact.setScale(0) : exact;
    return new DecimalColumn(plain.scale(), new long[0], List.of(plain), NO_NULLS);
  }

  private static Column whole(CellKind kind, long value) {
    return new LongColumn(kind, new long[] {value}, NO_NULLS);
  }
}
