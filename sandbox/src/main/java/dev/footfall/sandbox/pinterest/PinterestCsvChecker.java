package dev.footfall.sandbox.pinterest;

import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.csv.CsvFile;
import dev.footfall.sandbox.csv.CsvReport;
import dev.footfall.sandbox.json.PersonalData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks an offline-conversions upload file: header, window, limits, one identity a line, Unix
 * seconds.
 */
public final class PinterestCsvChecker {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern QUANTITY = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final PinterestCsvOptions options;

  private PinterestCsvChecker(PinterestCsvOptions options) {
    this.options = options;
  }

  /** The faults of a file; none when Pinterest would take it. */
  public static List<CsvFault> check(Path file, PinterestCsvOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return check(String.valueOf(file.getFileName()), in, options);
    }
  }

  static List<CsvFault> check(String name, InputStream in, PinterestCsvOptions options)
      throws IOException {
    CsvFile.Limits limits =
        new CsvFile.Limits(options.size().mostBytes(), options.size().mostRows());
    return new CsvFile(options.header())
        .check(name, in, limits, new PinterestCsvChecker(options)::line);
  }

  private void line(long line, Map<String, String> cells, CsvReport report) {
    identity(line, cells, report);
    time(line, cells.getOrDefault("event_time", ""), report);
    exactly(line, cells, "event_type", "checkout", report);
    exactly(line, cells, options.sourceHeader(), "offline", report);
    form(line, cells, "value", DECIMAL, "must be a plain decimal number", report);
    form(line, cells, "quantity", QUANTITY, "must be a whole number from 1", report);
    form(line, cells, "currency", CURRENCY, "must be three capital letters", report);
    if (PersonalData.in(cells.getOrDefault("order_id", ""))) {
      report.line(
          CsvReport.BAD_FORMAT,
          line,
          "order_id",
          "holds a plain e-mail address or telephone number");
    }
  }

  private void identity(long line, Map<String, String> cells, CsvReport report) {
    List<String> columns =
        Stream.concat(options.emailHeaders().stream(), Stream.of("madid")).toList();
    if (columns.stream().allMatch(column -> cells.getOrDefault(column, "").isEmpty())) {
      report.line(
          CsvReport.MISSING_REQUIRED, line, columns.get(0), "needs an e-mail or a mobile ad id");
    }
    for (String column : columns) {
      form(line, cells, column, DIGEST, "must be 64 lower-case hex digits (SHA-256)", report);
    }
  }

  private void time(long line, String text, CsvReport report) {
    if (text.isEmpty()) {
      report.line(CsvReport.MISSING_REQUIRED, line, "event_time", "is missing");
    } else if (!SECONDS.matcher(text).matches()) {
      report.line(CsvReport.BAD_TIMESTAMP, line, "event_time", "must be Unix seconds");
    } else {
      Instant time = Instant.ofEpochSecond(Long.parseLong(text));
      if (time.isBefore(options.now().minus(options.window()))) {
        report.line(
            CsvReport.BAD_TIMESTAMP,
            line,
            "event_time",
            "is older than " + options.window().toDays() + " days");
      } else if (time.isAfter(options.now().plus(CLOCK_SKEW))) {
        report.line(CsvReport.BAD_TIMESTAMP, line, "event_time", "is in the future");
      }
    }
  }

  private static void exactly(
      long line, Map<String, String> cells, String column, String must, CsvReport report) {
    String value = cells.getOrDefault(column, "");
    if (value.isEmpty()) {
      report.line(CsvReport.MISSING_REQUIRED, line, column, "is missing");
    } else if (!value.equals(must)) {
      report.line(CsvReport.BAD_FORMAT, line, column, "must be " + must);
    }
  }

  private static void form(
      long line,
      Map<String, String> cells,
      String column,
      Pattern form,
      String must,
      CsvReport report) {
    String value = cells.getOrDefault(column, "");
    if (!value.isEmpty() && !form.matcher(value).matches()) {
      report.line(CsvReport.BAD_FORMAT, line, column, must);
    }
  }
}
