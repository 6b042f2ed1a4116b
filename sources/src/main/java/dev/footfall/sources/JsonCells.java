package dev.footfall.sources;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.DecimalColumn;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.MixedColumn;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON values as cells: a string is its text, a number keeps its digits, {@code null} is NULL, an
 * array or object is its JSON text.
 */
public final class JsonCells {
  private static final boolean[] NO_NULLS = {};
  private static final TextColumn NOTHING = TextCells.single(CellKind.NESTED, "");
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(1 << 30)
                  .maxNumberLength(100_000)
                  .build())
          .build();

  private JsonCells() {}

  /** Reads one text; the caller closes it. */
  public static JsonParser parser(String json) throws IOException {
    return JSON.createParser(json);
  }

  /**
   * The string, number, boolean or null on which the parser stands, as a column of one row.
   *
   * @return empty for null
   * @throws IOException when the parser stands on something else
   */
  public static Optional<Column> scalar(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Optional.empty();
      case VALUE_STRING -> Optional.of(TextCells.single(CellKind.TEXT, parser.getText()));
      case VALUE_TRUE -> Optional.of(whole(CellKind.BOOLEAN, 1));
      case VALUE_FALSE -> Optional.of(whole(CellKind.BOOLEAN, 0));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(number(parser.getText()));
      default -> throw new IOException("no single value");
    };
  }

  /**
   * A column of JSON texts, each cell read by what it holds.
   *
   * @param texts cells of kind NESTED; the same column comes back when all are arrays and objects
   * @param rows how many
   */
  public static Column column(TextColumn texts, int rows) {
    Text text = new Text();
    for (int row = 0; row < rows; row++) {
      if (!texts.isNull(row)) {
        texts.text(row, text);
        if (!isNested(text)) {
          return mixed(texts, rows);
        }
      }
    }
    return texts;
  }

  private static boolean isNested(Text text) {
    int at = text.start();
    while (at < text.end() && text.bytes()[at] <= ' ' && text.bytes()[at] >= 0) {
      at++;
    }
    return at < text.end() && (text.bytes()[at] == '{' || text.bytes()[at] == '[');
  }

  private static Column mixed(TextColumn texts, int rows) {
    List<Column> cells = new ArrayList<>(rows);
    boolean[] nulls = new boolean[rows];
    Text text = new Text();
    for (int row = 0; row < rows; row++) {
      Optional<Column> cell = Optional.empty();
      if (!texts.isNull(row)) {
        texts.text(row, text);
        cell = cell(text);
      }
      nulls[row] = cell.isEmpty();
      cells.add(cell.orElse(NOTHING));
    }
    return new MixedColumn(cells, nulls);
  }

  private static Optional<Column> cell(Text text) {
    String json = text.decode();
    if (isNested(text)) {
      return Optional.of(TextCells.single(CellKind.NESTED, json));
    }
    try (JsonParser parser = parser(json)) {
      parser.nextToken();
      return scalar(parser);
    } catch (IOException noJson) {
      // An engine's NaN, for one: what it wrote is left to the checks.
      return Optional.of(TextCells.single(CellKind.TEXT, json));
    }
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
