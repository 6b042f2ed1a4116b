package dev.footfall.sandbox.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One file whose header is for the checker to judge; memory holds one line. */
public final class CsvTable {
  private final CsvDialect dialect;
  private final CsvReport report = new CsvReport();

  /** A file in some dialect. */
  public CsvTable(CsvDialect dialect) {
    this.dialect = dialect;
  }

  /** Looks at the header and then at each line. */
  public interface Check {
    /** Notes what is wrong with the header; whether the lines can be read all the same. */
    boolean header(List<String> names, CsvReport report);

    /** Notes what is wrong with a line, its cells by header as spelled in the file. */
    void line(long line, Map<String, String> cells, CsvReport report);
  }

  /** Takes in each line as it stands, the header being line 1. */
  @FunctionalInterface
  public interface Taker {
    /** One line. */
    void take(long line, List<String> cells);
  }

  /** Reads the whole file and gives back its faults. */
  public List<CsvFault> check(InputStream file, Check check) throws IOException {
    try (CsvLines lines = new CsvLines(file, report, dialect)) {
      List<String> names = lines.read();
      if (names.isEmpty()) {
        report.file(CsvReport.MISSING_REQUIRED, "is empty");
      } else if (check.header(names, report)) {
        lines(lines, names, check);
      }
    }
    return report.faults();
  }

  private void lines(CsvLines lines, List<String> names, Check check) throws IOException {
    for (List<String> cells = lines.read(); !cells.isEmpty(); cells = lines.read()) {
      if (cells.size() == names.size()) {
        check.line(lines.line(), named(names, cells), report);
      } else {
        String words = "has " + cells.size() + " values, not " + names.size();
        report.line(CsvReport.BAD_FORMAT, lines.line(), "", words);
      }
    }
  }

  private static Map<String, String> named(List<String> names, List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      named.put(names.get(i), cells.get(i));
    }
    return named;
  }

  /** Hands over every line without a verdict. */
  public void take(InputStream file, Taker taker) throws IOException {
    try (CsvLines lines = new CsvLines(file, report, dialect)) {
      for (List<String> cells = lines.read(); !cells.isEmpty(); cells = lines.read()) {
        taker.take(lines.line(), cells);
      }
    }
  }
}
