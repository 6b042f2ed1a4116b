package dev.footfall.sandbox.google;

import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.csv.CsvFile;
import dev.footfall.sandbox.csv.CsvReport;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a store-sales upload file: parameters, header, then one order a line. The header is that
 * of the older retail template; the current one has to be compared in the account.
 */
public final class GoogleCsvChecker {
  private static final List<String> HEADER =
      List.of(
          "Email",
          "Email",
          "Email",
          "First Name",
          "Last Name",
          "City",
          "State",
          "Zip",
          "Country",
          "Phone Number",
          "Phone Number",
          "Phone Number",
          "Conversion Name",
          "Conversion Time",
          "Conversion Value",
          "Conversion Currency");
  private static final List<String> NAMES =
      List.of(
          "Email 1",
          "Email 2",
          "Email 3",
          "First Name",
          "Last Name",
          "City",
          "State",
          "Zip",
          "Country",
          "Phone Number 1",
          "Phone Number 2",
          "Phone Number 3",
          "Conversion Name",
          "Conversion Time",
          "Conversion Value",
          "Conversion Currency");
  private static final List<String> HASHED =
      List.of(
          "Email 1",
          "Email 2",
          "Email 3",
          "First Name",
          "Last Name",
          "Phone Number 1",
          "Phone Number 2",
          "Phone Number 3");
  private static final List<String> ADDRESS = List.of("First Name", "Last Name", "Zip", "Country");
  private static final Set<String> CONTACTS =
      Set.of("Email 1", "Email 2", "Email 3", "Phone Number 1", "Phone Number 2", "Phone Number 3");
  private static final Pattern PARAMETERS =
      Pattern.compile(
          "Parameters:TimeZone=([+-]\\d{4}|[A-Za-z_]+(/[A-Za-z_]+)*);LoyaltyRate=(\\d(\\.\\d+)?);TransactionUploadRate=(\\d(\\.\\d+)?)");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
  private static final Pattern VALUE = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final CsvFile.Limits LIMITS = new CsvFile.Limits(150_000_000, 300_000);
  private static final Duration WINDOW = Duration.ofDays(90);
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Instant now;
  private ZoneId zone = ZoneOffset.UTC;

  private GoogleCsvChecker(Instant now) {
    this.now = now;
  }

  /** The faults of a file, its personal columns hashed; none when Google would take it. */
  public static List<CsvFault> check(String name, InputStream file, Instant now)
      throws IOException {
    GoogleCsvChecker checker = new GoogleCsvChecker(now);
    return new CsvFile(HEADER)
        .naming(NAMES)
        .after(checker::parameters)
        .check(name, file, LIMITS, checker::line);
  }

  private void parameters(List<String> cells, CsvReport report) {
    Matcher found = PARAMETERS.matcher(cells.isEmpty() ? "" : cells.get(0));
    boolean alone = cells.stream().skip(1).allMatch(String::isEmpty);
    if (!found.matches() || !alone || cells.size() != HEADER.size()) {
      report.line(
          CsvReport.MISSING_REQUIRED,
          1,
          "",
          "must be Parameters:TimeZone=…;LoyaltyRate=…;TransactionUploadRate=… and empty cells");
      return;
    }
    rate(found.group(3), "LoyaltyRate", report);
    rate(found.group(5), "TransactionUploadRate", report);
    try {
      zone = ZoneId.of(found.group(1));
    } catch (DateTimeException e) {
      report.line(CsvReport.BAD_FORMAT, 1, "TimeZone", "is no time zone");
    }
  }

  private static void rate(String text, String name, CsvReport report) {
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      report.line(CsvReport.BAD_FORMAT, 1, name, "must be above 0 and at most 1");
    }
  }

  private void line(long line, Map<String, String> cells, CsvReport report) {
    for (String column : HASHED) {
      form(line, cells, column, DIGEST, "must be 64 lower-case hex digits (SHA-256)", report);
    }
    boolean contact = CONTACTS.stream().anyMatch(column -> !cell(cells, column).isEmpty());
    if (!contact && ADDRESS.stream().anyMatch(column -> cell(cells, column).isEmpty())) {
      report.line(
          CsvReport.MISSING_REQUIRED,
          line,
          "Email 1",
          "needs an e-mail, a phone, or names with zip and country");
    }
    for (String column : NAMES.subList(NAMES.indexOf("Conversion Name"), NAMES.size())) {
      if (cell(cells, column).isEmpty()) {
        report.line(CsvReport.MISSING_REQUIRED, line, column, "is missing");
      }
    }
    form(line, cells, "Conversion Value", VALUE, "must be a plain decimal number", report);
    form(line, cells, "Conversion Currency", CURRENCY, "must be three capital letters", report);
    form(line, cells, "Country", COUNTRY, "must be two capital letters", report);
    time(line, cell(cells, "Conversion Time"), report);
  }

  private void time(long line, String text, CsvReport report) {
    String column = "Conversion Time";
    try {
      if (text.isEmpty()) {
        return;
      } else if (!TIME.matcher(text).matches()) {
        report.line(CsvReport.BAD_TIMESTAMP, line, column, "must look like 2026-11-20 18:05:00");
        return;
      }
      Instant time = LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
      if (time.isBefore(now.minus(WINDOW)) || time.isAfter(now.plus(AHEAD))) {
        report.line(
            CsvReport.BAD_TIMESTAMP, line, column, "is older than 90 days or in the future");
      }
    } catch (DateTimeException e) {
      report.line(CsvReport.BAD_TIMESTAMP, line, column, "is no real date and time");
    }
  }

  private static String cell(Map<String, String> cells, String column) {
    return cells.getOrDefault(column, "");
  }

  private static void form(
      long line,
      Map<String, String> cells,
      String column,
      Pattern form,
      String must,
      CsvReport report) {
    String value = cell(cells, column);
    if (!value.isEmpty() && !form.matcher(value).matches()) {
      report.line(CsvReport.BAD_FORMAT, line, column, must);
    }
  }
}
