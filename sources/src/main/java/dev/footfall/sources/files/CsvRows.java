package dev.footfall.sources.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifier;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.TextCells;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Rows of a CSV file with a header: all cells are text, an empty cell without quotes is NULL. */
final class CsvRows implements Rows {
  private static final int BATCH_ROWS = 4096;
  private static final int BATCH_BYTES = 16 << 20;
  private static final int LONGEST_CELL = 256 << 20;

  /** Stands for NULL; no decoded text holds a lone surrogate. */
  private static final String NULL = "\uD800";

  private static final FieldModifier NULLS =
      new FieldModifier() {
        @Override
        public String modify(long line, int field, boolean quoted, String text) {
          return text.isEmpty() && !quoted ? NULL : text;
        }
      };

  private final Path file;
  private final CloseableIterator<CsvRecord> records;
  private final List<ColumnHeader> header;
  private long rowsSoFar;

  private CsvRows(Path file, CloseableIterator<CsvRecord> records, List<ColumnHeader> header) {
    this.file = file;
    this.records = records;
    this.header = header;
  }

  static Rows open(Path file) {
    try {
      CloseableIterator<CsvRecord> records = records(file);
      if (!hasNext(records, file, 1)) {
        records.close();
        throw FileFaults.line(file, 1, "the file is empty. Its first line must name the columns");
      }
      List<ColumnHeader> header =
          records.next().getFields().stream()
              .map(name -> new ColumnHeader(name.equals(NULL) ? "" : name, CellKind.TEXT))
              .toList();
      return new CsvRows(file, records, header);
    } catch (IOException e) {
      throw FileFaults.unreadable(file, e);
    }
  }

  private static CloseableIterator<CsvRecord> records(Path file) throws IOException {
    return CsvReader.builder()
        .maxBufferSize(LONGEST_CELL)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(
            CsvRecordHandler.builder()
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(LONGEST_CELL)
                .fieldModifier(NULLS)
                .build(),
            withoutMark(file))
        .iterator();
  }

  /** Malformed bytes become U+FFFD; a byte order mark at the beginning is passed over. */
  private static Reader withoutMark(Path file) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  @Override
  public List<ColumnHeader> header() {
    return header;
  }

  @Override
  public Optional<RowBatch> next() {
    List<TextCells> cells =
        Stream.generate(() -> new TextCells(CellKind.TEXT, BATCH_ROWS))
            .limit(header.size())
            .toList();
    int rows = 0;
    while (rows < BATCH_ROWS
        && cells.stream().mapToLong(TextCells::size).sum() < BATCH_BYTES
        && hasNext(records, file, rowsSoFar + rows + 2)) {
      add(records.next(), cells);
      rows++;
    }
    long first = rowsSoFar + 1;
    rowsSoFar += rows;
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            new RowBatch(
                cells.stream().<Column>map(TextCells::column).toList(),
                LongStream.rangeClosed(first, rowsSoFar).toArray()));
  }

  private void add(CsvRecord record, List<TextCells> cells) {
    if (record.getFieldCount() != header.size()) {
      throw FileFaults.line(
          file,
          record.getStartingLineNumber(),
          "the row has "
              + record.getFieldCount()
              + " cells, the header names "
              + header.size()
              + ". Quote cells that hold a comma or a line break");
    }
    for (int i = 0; i < header.size(); i++) {
      String cell = record.getField(i);
      if (cell.equals(NULL)) {
        cells.get(i).addNull();
      } else {
        cells.get(i).add(cell);
      }
    }
  }

  /** The parser's own message is left out: it may quote the row. */
  private static boolean hasNext(CloseableIterator<CsvRecord> records, Path file, long record) {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException e) {
      throw FileFaults.line(
          file,
          record,
          "this or a later line is no CSV. Close each quote, and double a quote inside quotes");
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw FileFaults.unreadable(file, e);
    }
  }
}
