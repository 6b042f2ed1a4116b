package dev.footfall.sandbox.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads RFC 4180 records one at a time and says what is wrong with the form of each: wrong line
 * ends, stray quotes, control characters, bytes that are no UTF-8, and in a strict dialect quotes
 * without need. Memory holds one record.
 */
final class CsvLines implements AutoCloseable {
  private static final int END = -1;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Reader in;
  private final CsvReport report;
  private final CsvDialect dialect;
  private final StringBuilder cell = new StringBuilder();
  private long line;
  private int next;
  private int characters;
  private boolean quoting;
  private LineEnd usual = LineEnd.NONE;

  private enum LineEnd {
    NONE,
    CRLF,
    LF
  }

  CsvLines(InputStream file, CsvReport report) throws IOException {
    this(file, report, CsvDialect.STRICT);
  }

  CsvLines(InputStream file, CsvReport report, CsvDialect dialect) throws IOException {
    this.report = report;
    this.dialect = dialect;
    this.in =
        new BufferedReader(
            new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
    advance();
    if (next == '\ufeff') {
      report.file(CsvReport.ILLEGAL_CHARACTER, "starts with a byte order mark");
      advance();
    }
  }

  /** The number of the record read last, the header being 1. */
  long line() {
    return line;
  }

  /** The next record; empty at the end of the file. */
  List<String> read() throws IOException {
    List<String> cells = new ArrayList<>();
    if (next == END) {
      return cells;
    }
    line++;
    characters = 0;
    cells.add(cell());
    while (next == dialect.delimiter()) {
      advance();
      cells.add(cell());
    }
    endLine();
    return cells;
  }

  private String cell() throws IOException {
    cell.setLength(0);
    if (next == '"') {
      quoted();
    }
    while (next != dialect.delimiter() && next != '\r' && next != '\n' && next != END) {
      if (next == '"') {
        report.line(CsvReport.BAD_FORMAT, line, "", "has a stray quotation mark");
      }
      take();
    }
    return cell.toString();
  }

  private void quoted() throws IOException {
    boolean needed = false;
    advance();
    quoting = true;
    while (next != END) {
      if (next == '"') {
        advance();
        if (next != '"') {
          quoting = false;
          if (!needed && dialect.strict()) {
            report.line(CsvReport.BAD_FORMAT, line, "", "quotes a value that needs no quotes");
          }
          return;
        }
        needed = true;
      }
      needed |= next == dialect.delimiter() || next == '\n' || next == '\r';
      take();
    }
    quoting = false;
    report.line(CsvReport.BAD_FORMAT, line, "", "has an unclosed quotation mark");
  }

  private void take() throws IOException {
    if (Character.isISOControl(next) && !isLayoutInQuotes()) {
      report.line(
          CsvReport.ILLEGAL_CHARACTER, line, "", "holds a control character or a line break");
    }
    if (++characters < MOST_CHARACTERS) {
      cell.append((char) next);
    }
    advance();
  }

  /** Tabs and line breaks may stand inside quotes where the dialect is not strict. */
  private boolean isLayoutInQuotes() {
    return quoting && !dialect.strict() && (next == '\t' || next == '\r' || next == '\n');
  }

  private void endLine() throws IOException {
    LineEnd end = lineEnd();
    boolean right = dialect.strict() ? end == LineEnd.CRLF : end != LineEnd.NONE;
    if (!right) {
      String must = dialect.strict() ? "does not end with CRLF" : "does not end with a line break";
      report.line(CsvReport.BAD_FORMAT, line, "", must);
    } else if (usual != LineEnd.NONE && usual != end) {
      report.line(CsvReport.BAD_FORMAT, line, "", "does not end as the lines before it");
    }
    usual = end;
  }

  private LineEnd lineEnd() throws IOException {
    int first = next;
    if (first == END) {
      return LineEnd.NONE;
    }
    advance();
    if (first == '\r' && next == '\n') {
      advance();
      return LineEnd.CRLF;
    }
    return first == '\n' ? LineEnd.LF : LineEnd.NONE;
  }

  private void advance() throws IOException {
    try {
      next = in.read();
    } catch (CharacterCodingException e) {
      report.file(CsvReport.ILLEGAL_CHARACTER, "is not UTF-8");
      next = END;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
