package dev.footfall.sandbox.tiktok;

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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks an offline upload file for the six kinds of error that TikTok reports. */
public final class TikTokCsvChecker {
  private static final List<String> HEADER =
      List.of(
          "event_type",
          "email",
          "phone",
          "timestamp",
          "price",
          "currency",
          "transaction_category",
          "order_id",
          "quantity",
          "product_id",
          "product_category",
          "store_id");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern PLAIN_EMAIL = Pattern.compile("[^\\s@,]+@[^\\s@,]+\\.[^\\s@,]+");
  private static final Pattern PLAIN_PHONE = Pattern.compile("\\+?[1-9]\\d{6,14}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern PRICE = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern QUANTITY = Pattern.compile("[1-9]\\d{0,8}");
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final List<String> FREE_TEXT =
      List.of("transaction_category", "order_id", "product_id", "product_category", "store_id");

  private final TikTokCsvOptions options;

  private TikTokCsvChecker(TikTokCsvOptions options) {
    this.options = options;
  }

  /** The faults of a file; none when TikTok would take it. */
  public static List<CsvFault> check(Path file, TikTokCsvOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return check(String.valueOf(file.getFileName()), in, options);
    }
  }

  static List<CsvFault> check(String name, InputStream in, TikTokCsvOptions options)
      throws IOException {
    CsvFile.Limits limits = new CsvFile.Limits(options.mostBytes(), Long.MAX_VALUE);
    return new CsvFile(HEADER).check(name, in, limits, new TikTokCsvChecker(options)::line);
  }

  private void line(long line, Map<String, String> cells, CsvReport report) {
    String event = cells.getOrDefault("event_type", "");
    if (event.isEmpty()) {
      report.line(CsvReport.MISSING_REQUIRED, line, "event_type", "is missing");
    } else if (!options.labels().contains(event)) {
      report.line(
          CsvReport.BAD_FORMAT,
          line,
          "event_type",
          "is none of the event types of this vocabulary");
    }
    identity(line, cells, report);
    time(line, cells.getOrDefault("timestamp", ""), report);
    money(line, cells, report);
    for (String column : FREE_TEXT) {
      if (PersonalData.in(cells.getOrDefault(column, ""))) {
        report.line(
            CsvReport.BAD_FORMAT, line, column, "holds a plain e-mail address or telephone number");
      }
    }
  }

  private void identity(long line, Map<String, String> cells, CsvReport report) {
    String email = cells.getOrDefault("email", "");
    String phone = cells.getOrDefault("phone", "");
    if (email.isEmpty() && phone.isEmpty()) {
      report.line(CsvReport.MISSING_REQUIRED, line, "email", "needs an e-mail or a phone");
    }
    identifier(line, "email", email, PLAIN_EMAIL, report);
    identifier(line, "phone", phone, PLAIN_PHONE, report);
  }

  private void identifier(long line, String column, String value, Pattern plain, CsvReport report) {
    boolean good =
        DIGEST.matcher(value).matches() || (!options.hashed() && plain.matcher(value).matches());
    if (!value.isEmpty() && !good) {
      String or = options.hashed() ? "" : " or a plain, normalised value";
      report.line(
          CsvReport.BAD_FORMAT, line, column, "must be 64 lower-case hex digits (SHA-256)" + or);
    }
  }

  private void time(long line, String text, CsvReport report) {
    if (text.isEmpty()) {
      report.line(CsvReport.MISSING_REQUIRED, line, "timestamp", "is missing");
      return;
    }
    if (!TIME.matcher(text).matches()) {
      report.line(
          CsvReport.BAD_TIMESTAMP, line, "timestamp", "must look like 2022-10-22T19:11:01.152Z");
      return;
    }
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(options.now().minus(options.window()))) {
        report.line(
            CsvReport.BAD_TIMESTAMP,
            line,
            "timestamp",
            "is older than " + options.window().toDays() + " days");
      } else if (time.isAfter(options.now().plus(CLOCK_SKEW))) {
        report.line(CsvReport.BAD_TIMESTAMP, line, "timestamp", "is in the future");
      }
    } catch (DateTimeParseException e) {
      report.line(CsvReport.BAD_TIMESTAMP, line, "timestamp", "is not a real date and time");
    }
  }

  private static void money(long line, Map<String, String> cells, CsvReport report) {
    String price = cells.getOrDefault("price", "");
    String currency = cells.getOrDefault("currency", "");
    String quantity = cells.getOrDefault("quantity", "");
    if (!price.isEmpty() && !PRICE.matcher(price).matches()) {
      report.line(CsvReport.BAD_FORMAT, line, "price", "must be a plain decimal number");
    }
    if (price.isEmpty() != currency.isEmpty()) {
      report.line(
          CsvReport.BAD_FORMAT,
          line,
          "currency",
          "must be there when there is a price, and only then");
    } else if (!currency.isEmpty() && !TikTokShapes.CURRENCIES.contains(currency)) {
      report.line(
          CsvReport.BAD_FORMAT,
          line,
          "currency",
          "is none of the currencies that the platform lists");
    }
    if (!quantity.isEmpty() && !QUANTITY.matcher(quantity).matches()) {
      report.line(CsvReport.BAD_FORMAT, line, "quantity", "must be a whole number from 1");
    }
  }
}
