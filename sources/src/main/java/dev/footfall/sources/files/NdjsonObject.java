package dev.footfall.sources.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.sources.JsonCells;
import dev.footfall.sources.TextCells;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One line's object: its keys, and its values as one-row columns; NULL values are empty. */
final class NdjsonObject {
  private NdjsonObject() {}

  /** Why a line is no row. */
  static final class BadLine extends Exception {
    BadLine(String message) {
      super(message);
    }
  }

  static Map<String, Optional<Column>> read(String line) throws BadLine {
    try (JsonParser parser = JsonCells.parser(line)) {
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
    if (!parser.currentToken().isStructStart()) {
      return JsonCells.scalar(parser);
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    int end = (int) parser.currentLocation().getCharOffset();
    return Optional.of(TextCells.single(CellKind.NESTED, line.substring(start, end)));
  }
}
