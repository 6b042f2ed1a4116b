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
 * Reads RFC 4180 records one at a time and says what is wrong with the form of each: line ends
 * other than CRLF, stray quotes, quotes without need, control characters, bytes that are no UTF-8.
 * Memory holds one record.
 */
final class CsvLines implements AutoCloseable {
  private static final int END = -1;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final Reader in;
  private final CsvReport report;
  private final StringBuilder cell = new StringBuilder();
  private long line;
  private int next;
  private int characters;

  CsvLines(InputStream file, CsvReport report) throws IOException {
    this.report = report;
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
    while (next == ',') {
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
    while (next != ',' && next != '\r' && next != '\n' && next != END) {
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
    while (next != END) {
      if (next == '"') {
        advance();
        if (next != '"') {
          if (!needed) {
            report.line(CsvReport.BAD_FORMAT, line, "", "quotes a value that needs no quotes");
          }
          return;
        }
        needed = true;
      }
      needed |= next == ',' || next == '\n' || next == '\r';
      take();
    }
    report.line(CsvReport.BAD_FORMAT, line, "", "has an unclosed quotation mark");
  }

  private void take() throws IOException {
    if (Character.isISOControl(next)) {
      report.line(
          CsvReport.ILLEGAL_CHARACTER, line, "", "holds a control character or a line break");
    }
    if (++characters < MOST_CHARACTERS) {
      cell.append((char) next);
    }
    advance();
  }

  private void endLine() throws IOException {
    if (next == END) {
      report.line(CsvReport.BAD_FORMAT, line, "", "does not end with CRLF");
      return;
    }
    int end = next;
    advance();
    if (end == '\r' && next == '\n') {
      advance();
    } else {
      report.line(CsvReport.BAD_FORMAT, line, "", "does not end with CRLF");
    }
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
