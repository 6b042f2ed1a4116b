package dev.footfall.sources.files;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.MixedColumn;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.TextCells;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Rows of newline-delimited JSON. The file is read twice: once for the keys of all its objects,
 * which are the columns, and once for the rows.
 */
final class NdjsonRows implements Rows {
  private static final int BATCH_ROWS = 2048;
  private static final long BATCH_CHARS = 8 << 20;
  private static final Column NOTHING = TextCells.single(CellKind.TEXT, "");

  private final Path file;
  private final NdjsonLines lines;
  private final List<ColumnHeader> header;
  private long rowsSoFar;

  private NdjsonRows(Path file, List<ColumnHeader> header) {
    this.file = file;
    this.lines = new NdjsonLines(file);
    this.header = header;
  }

  static Rows open(Path file) {
    Set<String> keys = new LinkedHashSet<>();
    try (NdjsonLines lines = new NdjsonLines(file)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        keys.addAll(parse(file, lines.number(), line.get()).keySet());
      }
    }
    return new NdjsonRows(
        file, keys.stream().map(key -> new ColumnHeader(key, CellKind.TEXT)).toList());
  }

  @Override
  public List<ColumnHeader> header() {
    return header;
  }

  @Override
  public Optional<RowBatch> next() {
    List<Map<String, Optional<Column>>> objects = new ArrayList<>();
    long chars = 0;
    while (objects.size() < BATCH_ROWS && chars < BATCH_CHARS) {
      Optional<String> line = lines.next();
      if (line.isEmpty()) {
        break;
      }
      chars += line.get().length();
      objects.add(parse(file, lines.number(), line.get()));
    }
    long first = rowsSoFar + 1;
    rowsSoFar += objects.size();
    return objects.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RowBatch(
                header.stream().map(column -> column(column.name(), objects)).toList(),
                LongStream.rangeClosed(first, rowsSoFar).toArray()));
  }

  private static Column column(String name, List<Map<String, Optional<Column>>> objects) {
    List<Column> cells = new ArrayList<>(objects.size());
    boolean[] nulls = new boolean[objects.size()];
    for (Map<String, Optional<Column>> object : objects) {
      Optional<Column> cell = object.getOrDefault(name, Optional.empty());
      nulls[cells.size()] = cell.isEmpty();
      cells.add(cell.orElse(NOTHING));
    }
    return new MixedColumn(cells, nulls);
  }

  private static Map<String, Optional<Column>> parse(Path file, long number, String line) {
    try {
      return NdjsonObject.read(line);
    } catch (NdjsonObject.BadLine bad) {
      throw FileFaults.line(file, number, String.valueOf(bad.getMessage()));
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
