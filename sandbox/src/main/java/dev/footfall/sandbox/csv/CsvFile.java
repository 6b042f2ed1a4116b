package dev.footfall.sandbox.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One upload file on its way through a checker: name, size, header and the number of cells are
 * looked at here.
 */
public final class CsvFile {
  private final CsvReport report = new CsvReport();
  private final List<String> header;
  private List<String> names;
  private Optional<FirstLine> first = Optional.empty();

  /** A file that must have exactly this header. */
  public CsvFile(List<String> header) {
    this.header = List.copyOf(header);
    this.names = this.header;
  }

  /** Looks at a line that stands before the header. */
  @FunctionalInterface
  public interface FirstLine {
    /** Notes what is wrong with it. */
    void check(List<String> cells, CsvReport report);
  }

  /** Other names for the columns, where the header has one of them twice. */
  public CsvFile naming(List<String> columns) {
    names = List.copyOf(columns);
    return this;
  }

  /** The header comes after a line of another kind. */
  public CsvFile after(FirstLine check) {
    first = Optional.of(check);
    return this;
  }

  /** How much a platform takes. */
  public record Limits(long bytes, long rows) {}

  /** Looks at one line: its number, and its cells by header. */
  @FunctionalInterface
  public interface LineCheck {
    /** Notes what is wrong with the line. */
    void check(long line, Map<String, String> cells, CsvReport report);
  }

  /** Reads the whole file and gives back its faults. */
  public List<CsvFault> check(String name, InputStream file, Limits limits, LineCheck each)
      throws IOException {
    if (!name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      report.file(CsvReport.BAD_EXTENSION, "the name must end in .csv");
    }
    Counting counted = new Counting(file);
    try (CsvLines lines = new CsvLines(counted, report)) {
      long rows = header(lines) ? rows(lines, each) : 0;
      if (rows > limits.rows()) {
        report.file(CsvReport.TOO_LARGE, "has more than " + limits.rows() + " lines");
      }
    }
    if (counted.bytes > limits.bytes()) {
      report.file(CsvReport.TOO_LARGE, "has more than " + limits.bytes() + " bytes");
    }
    return report.faults();
  }

  private boolean header(CsvLines lines) throws IOException {
    if (first.isPresent()) {
      first.get().check(lines.read(), report);
    }
    List<String> found = lines.read();
    if (found.equals(header)) {
      return true;
    }
    String code = found.containsAll(header) ? CsvReport.BAD_FORMAT : CsvReport.MISSING_REQUIRED;
    report.line(code, lines.line(), "", "the header must be " + String.join(",", header));
    return false;
  }

  private long rows(CsvLines lines, LineCheck each) throws IOException {
    long rows = 0;
    for (List<String> cells = lines.read(); !cells.isEmpty(); cells = lines.read()) {
      rows++;
      if (cells.size() == header.size()) {
        each.check(lines.line(), byHeader(cells), report);
      } else {
        report.line(
            CsvReport.BAD_FORMAT,
            lines.line(),
            "",
            "has " + cells.size() + " values, not " + header.size());
      }
    }
    if (rows == 0) {
      report.file(CsvReport.MISSING_REQUIRED, "has no lines after its header");
    }
    return rows;
  }

  private Map<String, String> byHeader(List<String> cells) {
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      named.put(names.get(i), cells.get(i));
    }
    return named;
  }

  private static final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
