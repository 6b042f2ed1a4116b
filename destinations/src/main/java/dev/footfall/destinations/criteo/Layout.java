package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which cells a file has.
 *
 * @param cells in their order
 */
record Layout(List<Cell> cells) {
  private static final String COLUMN_MAP = "column_map";

  /** Copies the list. */
  Layout {
    cells = List.copyOf(cells);
  }

  /**
   * A cell of every line.
   *
   * @param column what it holds; empty for a fixed text
   */
  record Cell(String header, Optional<SaleColumn> column, String fixed) {}

  static Layout of(SettingValues values) {
    if (!values.text("layout").equals("custom")) {
      return new Layout(
          SaleColumn.ALL.stream().map(c -> new Cell(c.header(), Optional.of(c), "")).toList());
    }
    List<Cell> cells = values.words(COLUMN_MAP).stream().map(Layout::cell).toList();
    if (cells.isEmpty()) {
      throw new SettingFault(COLUMN_MAP, "setting 'column_map' is required with layout custom");
    }
    Set<String> headers = new HashSet<>();
    if (!cells.stream().map(Cell::header).allMatch(headers::add)) {
      throw new SettingFault(COLUMN_MAP, "setting 'column_map' must not name a header twice");
    }
    return new Layout(cells);
  }

  private static Cell cell(String text) {
    int equals = text.indexOf('=');
    String header = text.substring(0, equals);
    String source = text.substring(equals + 1);
    if (source.startsWith("'")) {
      return new Cell(header, Optional.empty(), source.substring(1, source.length() - 1));
    }
    SaleColumn column =
        SaleColumn.ALL.stream()
            .filter(c -> c.header().equals(source))
            .findFirst()
            .orElseThrow(
                () ->
                    new SettingFault(
                        COLUMN_MAP,
                        "setting 'column_map' must map to "
                            + String.join(", ", SaleColumn.headers())
                            + " or 'text'"));
    return new Cell(header, Optional.of(column), "");
  }
}
