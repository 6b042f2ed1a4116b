package dev.footfall.sandbox.snapchat;

import dev.footfall.sandbox.csv.CsvDialect;
import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.csv.CsvReport;
import dev.footfall.sandbox.csv.CsvTable;
import dev.footfall.sandbox.csv.Packed;
import dev.footfall.sandbox.json.PersonalData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks an offline upload file: a header with a time and an identity, digests, one spelling of
 * time, plain numbers.
 *
 * <p>Headers of the brand's own may stand beside the known ones; no column may hold plain personal
 * data.
 */
public final class SnapchatCsvChecker implements CsvTable.Check {
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern UUID =
      Pattern.compile("(?!0{8}-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  private static final Pattern SECONDS = Pattern.compile("\\d{10}");
  private static final Pattern MILLIS = Pattern.compile("\\d{13}");
  private static final Set<SnapchatColumns> ENOUGH =
      EnumSet.of(SnapchatColumns.EMAIL, SnapchatColumns.PHONE, SnapchatColumns.MADID);

  private final SnapchatCsvOptions options;
  private int spelling;

  private SnapchatCsvChecker(SnapchatCsvOptions options) {
    this.options = options;
  }

  /** The faults of a file; none when Snapchat would take it. */
  public static List<CsvFault> check(Path file, SnapchatCsvOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return check(String.valueOf(file.getFileName()), in, options);
    }
  }

  static List<CsvFault> check(String name, InputStream in, SnapchatCsvOptions options)
      throws IOException {
    CsvTable table = new CsvTable(CsvDialect.named(Packed.plainName(name)));
    return table.check(Packed.open(name, in), new SnapchatCsvChecker(options));
  }

  @Override
  public boolean header(List<String> names, CsvReport report) {
    Set<String> seen = new HashSet<>();
    Set<SnapchatColumns> columns = EnumSet.noneOf(SnapchatColumns.class);
    for (String name : names) {
      boolean twice =
          SnapchatColumns.under(name)
              .map(column -> !columns.add(column) && column != SnapchatColumns.MADID)
              .orElse(false);
      if (name.isBlank() || !seen.add(name.toLowerCase(Locale.ROOT)) || twice) {
        report.line(CsvReport.BAD_FORMAT, 1, "", "names a column twice, or not at all");
        return false;
      }
    }
    if (!columns.contains(SnapchatColumns.TIME) || !identifies(columns)) {
      report.line(CsvReport.MISSING_REQUIRED, 1, "", "needs a time and an identity that is enough");
      return false;
    }
    return true;
  }

  private static boolean identifies(Set<SnapchatColumns> columns) {
    return columns.stream().anyMatch(ENOUGH::contains)
        || columns.containsAll(Set.of(SnapchatColumns.IP, SnapchatColumns.AGENT));
  }

  @Override
  public void line(long line, Map<String, String> cells, CsvReport report) {
    Set<SnapchatColumns> filled = EnumSet.noneOf(SnapchatColumns.class);
    cells.forEach(
        (header, value) -> {
          if (!value.isEmpty()) {
            SnapchatColumns.under(header).ifPresent(filled::add);
            value(new Cell(line, header, value), report);
          }
        });
    if (!identifies(filled)) {
      report.line(CsvReport.MISSING_REQUIRED, line, "", "has no identity that is enough");
    }
    if (!filled.contains(SnapchatColumns.TIME)) {
      report.line(CsvReport.MISSING_REQUIRED, line, "", "has no time");
    }
  }

  private record Cell(long line, String header, String value) {}

  private void value(Cell cell, CsvReport report) {
    Optional<SnapchatColumns> column = SnapchatColumns.under(cell.header());
    boolean time = column.filter(SnapchatColumns.TIME::equals).isPresent();
    String wrong = column.map(known -> wrong(known.form(), cell.value())).orElse("");
    if (!time && PersonalData.in(cell.value())) {
      wrong = CsvReport.HOLDS_PERSONAL_DATA;
    }
    if (!wrong.isEmpty()) {
      String code = time ? CsvReport.BAD_TIMESTAMP : CsvReport.BAD_FORMAT;
      report.line(code, cell.line(), cell.header(), wrong);
    }
  }

  /** What is wrong with a value that is there, empty when nothing is. */
  private String wrong(SnapchatColumns.Form form, String value) {
    return switch (form) {
      case NAME ->
          SnapchatShapes.NAMES.contains(value.toUpperCase(Locale.ROOT))
              ? ""
              : "is none of the event types";
      case TIME -> wrongTime(value);
      case DIGEST ->
          unless(
              DIGEST.matcher(value).matches() && !value.equals(EMPTY),
              "must be 64 lower-case hex digits (SHA-256), not those of the empty text");
      case UUID -> unless(UUID.matcher(value).matches(), "must be a lower-case UUID");
      case DECIMAL -> unless(DECIMAL.matcher(value).matches(), "must be a plain decimal number");
      case CURRENCY ->
          unless(
              SnapchatShapes.CURRENCIES.contains(value),
              "is none of the currencies that the platform lists");
      case COUNT -> unless(COUNT.matcher(value).matches(), "must be a whole number");
      case ADDRESS -> "";
    };
  }

  private static String unless(boolean right, String must) {
    return right ? "" : must;
  }

  private String wrongTime(String value) {
    int length = value.length();
    if (spelling != 0 && spelling != length) {
      return "is not spelled as the times before it";
    }
    spelling = length;
    try {
      Instant time = instant(value);
      if (time.isBefore(options.now().minus(options.window()))) {
        return "is older than " + options.window().toDays() + " days";
      }
      return unless(!time.isAfter(options.now().plus(options.skew())), "is in the future");
    } catch (DateTimeParseException e) {
      return "must look like 2026-11-18T15:09:26Z, or be Unix seconds or milliseconds";
    }
  }

  private static Instant instant(String value) {
    if (SECONDS.matcher(value).matches()) {
      return Instant.ofEpochSecond(Long.parseLong(value));
    } else if (MILLIS.matcher(value).matches()) {
      return Instant.ofEpochMilli(Long.parseLong(value));
    } else if (ISO.matcher(value).matches()) {
      return Instant.parse(value);
    }
    throw new DateTimeParseException("no known spelling", "", 0);
  }
}
