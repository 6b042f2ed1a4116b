package dev.footfall.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Prints rows of a query, for people or for programs; personal columns masked. */
final class RowPrinter {
  private static final int GAP = 2;
  private static final int WIDEST_CELL = 60;

  private final List<ColumnHeader> header;
  private final boolean[] hidden;
  private final boolean reveal;
  private final Text text = Text.of("");

  RowPrinter(List<ColumnHeader> header, PersonalColumns personal, boolean reveal) {
    this.header = header;
    this.reveal = reveal;
    this.hidden = new boolean[header.size()];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = !reveal && personal.contains(header.get(i).name());
    }
  }

  /** Which columns were masked, in words. */
  Optional<String> masked() {
    List<String> names =
        IntStream.range(0, hidden.length)
            .filter(i -> hidden[i])
            .mapToObj(i -> header.get(i).name())
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("Masked: " + String.join(", ", names) + " (--reveal shows them)");
  }

  /** Prints one JSON object a row; returns how many rows there were. */
  long json(Rows rows, Console console) {
    long count = 0;
    try (JsonGenerator json = new JsonFactory().createGenerator(console.out())) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setRootValueSeparator(null);
      for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        for (int row = 0; row < batch.get().size(); row++) {
          object(json, batch.get(), row);
        }
        count += batch.get().size();
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    return count;
  }

  private void object(JsonGenerator json, RowBatch batch, int row) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < hidden.length; i++) {
      json.writeFieldName(header.get(i).name());
      Column column = batch.column(i);
      if (column.isNull(row)) {
        json.writeNull();
      } else if (hidden[i]) {
        json.writeString(PersonalColumns.MASK);
      } else {
        value(json, column.kind(row), cell(column, row));
      }
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static void value(JsonGenerator json, CellKind kind, String cell) throws IOException {
    switch (kind) {
      case INTEGER, DECIMAL -> json.writeNumber(cell);
      case REAL -> {
        if (cell.matches("-?(Infinity|inf.*)|NaN|nan")) {
          json.writeString(cell);
        } else {
          json.writeNumber(cell);
        }
      }
      case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(cell));
      case NESTED -> json.writeRawValue(cell);
      case TEXT, DATE, LOCAL_TIMESTAMP, INSTANT -> json.writeString(cell);
    }
  }

  /** Prints a table, or row under row when it would be too wide; returns how many rows. */
  long table(Rows rows, Console console) {
    List<List<Cell>> all = new ArrayList<>();
    for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
      for (int row = 0; row < batch.get().size(); row++) {
        all.add(cells(batch.get(), row));
      }
    }
    if (width(all) <= console.width()) {
      Table table = Table.of(header.stream().map(ColumnHeader::name).toArray(String[]::new));
      table.right(numbers());
      all.forEach(table::row);
      table.print(console);
    } else {
      upright(all, console);
    }
    return all.size();
  }

  private Integer[] numbers() {
    return IntStream.range(0, header.size())
        .filter(
            i ->
                switch (header.get(i).kind()) {
                  case INTEGER, DECIMAL, REAL -> true;
                  case TEXT, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT, NESTED -> false;
                })
        .boxed()
        .toArray(Integer[]::new);
  }

  private void upright(List<List<Cell>> all, Console console) {
    for (int row = 0; row < all.size(); row++) {
      console.print((row == 0 ? "" : "\n") + console.styled(Style.STRONG, "row " + (row + 1)));
      Table table = Table.of("", "");
      for (int i = 0; i < header.size(); i++) {
        table.row(List.of(new Cell(header.get(i).name(), Style.COMMAND), all.get(row).get(i)));
      }
      table.print(console, 2);
    }
  }

  private int width(List<List<Cell>> all) {
    int total = 0;
    for (int i = 0; i < header.size(); i++) {
      int widest = header.get(i).name().length();
      for (List<Cell> row : all) {
        widest = Math.max(widest, Math.min(WIDEST_CELL, row.get(i).text().length()));
      }
      total += widest + GAP;
    }
    return total - GAP;
  }

  private List<Cell> cells(RowBatch batch, int row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < hidden.length; i++) {
      Column column = batch.column(i);
      if (column.isNull(row)) {
        cells.add(new Cell("NULL", Style.FAINT));
      } else if (hidden[i]) {
        cells.add(new Cell(PersonalColumns.MASK, Style.FAINT));
      } else {
        cells.add(Cell.of(plain(cell(column, row))));
      }
    }
    return cells;
  }

  private String cell(Column column, int row) {
    column.text(row, text);
    String cell = text.decode();
    return reveal ? cell : PersonalColumns.withoutAddresses(cell);
  }

  /** Control characters would move the terminal's cursor. */
  private static String plain(String cell) {
    return cell.replaceAll("\\p{Cntrl}", "·");
  }
}
