package dev.footfall.destinations.criteo;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cells of one line: how they are written, and what the line is known by. One thread. */
final class SaleLine {
  private static final byte[] NAME = Text.utf8("footfall-event/1\u001fcriteo");
  private static final char SEPARATOR = '\u001f';

  private final Layout layout;
  private final SeparatedCells csv;
  private final Map<SaleColumn, ByteBuilder> cells = new EnumMap<>(SaleColumn.class);
  private final List<ByteBuilder> fixed = new ArrayList<>();
  private final ByteBuilder joined = new ByteBuilder(512);
  private final byte[] hex = new byte[Sha256.HEX];

  SaleLine(CriteoSettings settings) {
    this.layout = settings.layout();
    this.csv = new SeparatedCells(settings.file().style());
    SaleColumn.ALL.forEach(column -> cells.put(column, new ByteBuilder(64)));
    layout.cells().forEach(c -> fixed.add(new ByteBuilder(16).add(Text.utf8(c.fixed()))));
  }

  ByteBuilder cell(SaleColumn column) {
    return Objects.requireNonNull(cells.get(column));
  }

  /** The line's fingerprint in hex: the same for the same values in any dialect. */
  String fingerprint() {
    joined.clear().add(NAME);
    for (ByteBuilder cell : cells.values()) {
      joined.add(SEPARATOR).add(cell.bytes(), 0, cell.length());
    }
    Sha256.ofThread().hexInto(joined.bytes(), joined.length(), hex, 0);
    return new String(hex, StandardCharsets.ISO_8859_1);
  }

  /** What versions of the line share: transaction and product. */
  byte[] kin() {
    ByteBuilder event = cell(SaleColumn.EVENT_ID);
    ByteBuilder product = cell(SaleColumn.CONTENT_IDS);
    joined.clear().add('k').add(event.bytes(), 0, event.length()).add(SEPARATOR);
    return joined.add(product.bytes(), 0, product.length()).copy();
  }

  /** Writes the line; false when it could not be read back. */
  boolean write() {
    csv.clear();
    for (int i = 0; i < layout.cells().size(); i++) {
      Layout.Cell cell = layout.cells().get(i);
      if (cell.column().isEmpty()) {
        csv.text(fixed.get(i));
      } else if (cell.column().get().isNumber()) {
        csv.number(cell(cell.column().get()));
      } else {
        csv.text(cell(cell.column().get()));
      }
    }
    csv.endLine();
    return csv.isReadable();
  }

  /** What was written. */
  byte[] bytes() {
    return csv.toBytes();
  }
}
