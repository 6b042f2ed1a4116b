package dev.footfall.sandbox.criteo;

import dev.footfall.sandbox.csv.CsvDialect;
import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.csv.CsvReport;
import dev.footfall.sandbox.csv.CsvTable;
import dev.footfall.sandbox.csv.Packed;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.PersonalData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a file of offline sales: the eleven columns in their order, digests, one spelling of time,
 * plain numbers, no line twice.
 */
public final class CriteoCsvChecker implements CsvTable.Check {
  static final List<String> HEADER =
      List.of(
          "user_key_1",
          "user_key_type_1",
          "user_key_2",
          "user_key_type_2",
          "event_id",
          "event_time",
          "content_ids",
          "product_value",
          "product_quantity",
          "store_id",
          "currency");
  private static final Set<String> DIGESTS_OF_NOTHING =
      Set.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "d41d8cd98f00b204e9800998ecf8427e");
  private static final Set<String> NULLS = Set.of("null", "NULL", "\\N");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  private static final Pattern VALUE = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern QUANTITY = Pattern.compile("-?[1-9]\\d{0,8}");
  private static final int MOST_REMEMBERED = 2_000_000;

  private final CriteoCsvOptions options;
  private final Pattern digest;
  private final Set<Long> seen = new HashSet<>();

  private CriteoCsvChecker(CriteoCsvOptions options) {
    this.options = options;
    this.digest = Pattern.compile("[0-9a-f]{" + options.emailDigits() + "}");
  }

  /** The faults of a file; none when Criteo would read all of it. */
  public static List<CsvFault> check(Path file, CriteoCsvOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return check(String.valueOf(file.getFileName()), in, options);
    }
  }

  static List<CsvFault> check(String name, InputStream in, CriteoCsvOptions options)
      throws IOException {
    CsvTable table = new CsvTable(CsvDialect.named(Packed.plainName(name)));
    return table.check(Packed.open(name, in), new CriteoCsvChecker(options));
  }

  @Override
  public boolean header(List<String> names, CsvReport report) {
    if (names.equals(HEADER)) {
      return true;
    }
    report.line(
        CsvReport.MISSING_REQUIRED, 1, "", "the header must be " + String.join(",", HEADER));
    return false;
  }

  @Override
  public void line(long line, Map<String, String> cells, CsvReport report) {
    Line one = new Line(line, cells, report);
    boolean first = key(one, "user_key_1", "user_key_type_1");
    boolean second = key(one, "user_key_2", "user_key_type_2");
    if (!first && !second) {
      report.line(CsvReport.MISSING_REQUIRED, line, "user_key_1", "has no user key");
    }
    one.there("event_id");
    one.there("content_ids");
    time(one);
    one.form("product_value", VALUE, "must be a plain decimal number");
    one.form("product_quantity", QUANTITY, "must be a whole number");
    currency(one);
    HEADER.forEach(one::screen);
    if (seen.size() < MOST_REMEMBERED && !seen.add(identity(cells))) {
      report.line(CsvReport.BAD_FORMAT, line, "", "repeats an earlier line");
    }
  }

  private static long identity(Map<String, String> cells) {
    return Keys.of(
        HEADER.stream().map(name -> cells.getOrDefault(name, "")).toArray(String[]::new));
  }

  private record Line(long number, Map<String, String> cells, CsvReport report) {
    String value(String column) {
      return cells.getOrDefault(column, "");
    }

    void fault(String code, String column, String message) {
      report.line(code, number, column, message);
    }

    boolean there(String column) {
      if (value(column).isBlank()) {
        fault(CsvReport.MISSING_REQUIRED, column, "is missing");
        return false;
      }
      return true;
    }

    void form(String column, Pattern form, String must) {
      if (there(column) && !form.matcher(value(column)).matches()) {
        fault(CsvReport.BAD_FORMAT, column, must);
      }
    }

    void screen(String column) {
      if (NULLS.contains(value(column))) {
        fault(CsvReport.BAD_FORMAT, column, "must be empty rather than a word for nothing");
      } else if (!column.equals("event_time") && PersonalData.in(value(column))) {
        fault(CsvReport.BAD_FORMAT, column, CsvReport.HOLDS_PERSONAL_DATA);
      }
    }
  }

  private boolean key(Line line, String column, String typeColumn) {
    String value = line.value(column);
    String type = line.value(typeColumn);
    if (value.isEmpty() != type.isEmpty()) {
      line.fault(CsvReport.BAD_FORMAT, typeColumn, "must stand beside a key, and only there");
    } else if (DIGESTS_OF_NOTHING.contains(value)) {
      line.fault(CsvReport.BAD_FORMAT, column, "is the digest of the empty text");
    } else if (type.equals("email") && !digest.matcher(value).matches()) {
      boolean personal = PersonalData.in(value);
      if (!personal) {
        String must = "must be " + options.emailDigits() + " lower-case hex digits";
        line.fault(CsvReport.BAD_FORMAT, column, must);
      }
    }
    return !value.isEmpty();
  }

  private void time(Line line) {
    if (!line.there("event_time")) {
      return;
    } else if (!TIME.matcher(line.value("event_time")).matches()) {
      line.fault(CsvReport.BAD_TIMESTAMP, "event_time", "must look like 2026-11-19T15:09:26Z");
      return;
    }
    try {
      Instant time = Instant.parse(line.value("event_time"));
      if (time.isBefore(options.now().minus(options.window()))) {
        line.fault(CsvReport.BAD_TIMESTAMP, "event_time", "is too old");
      } else if (time.isAfter(options.now().plus(options.skew()))) {
        line.fault(CsvReport.BAD_TIMESTAMP, "event_time", "is in the future");
      }
    } catch (DateTimeParseException e) {
      line.fault(CsvReport.BAD_TIMESTAMP, "event_time", "is not a real date and time");
    }
  }

  private static void currency(Line line) {
    if (!line.there("currency")) {
      return;
    }
    String code = line.value("currency");
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(one -> one.getCurrencyCode().equals(code) && !code.startsWith("XX"));
    if (!known) {
      line.fault(CsvReport.BAD_FORMAT, "currency", "is no ISO 4217 code");
    }
  }
}
