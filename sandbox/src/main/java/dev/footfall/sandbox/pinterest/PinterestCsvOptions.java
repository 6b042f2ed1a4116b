package dev.footfall.sandbox.pinterest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an upload file is checked against.
 *
 * @param sourceHeader {@code source_type} or {@code event_source}; Pinterest's pages name both
 * @param emailColumns 1 gives {@code email}, 2 to 4 give {@code email_1} to {@code email_4}
 */
public record PinterestCsvOptions(
    Instant now, Duration window, String sourceHeader, int emailColumns, Extras extras, Size size) {

  /** The columns that may be added. */
  public record Extras(boolean madid, boolean currency) {}

  /** The limits of a file: under 5 GB, fewer than 10 million rows. */
  public record Size(long mostBytes, long mostRows) {
    /** The documented limits. */
    public static final Size DOCUMENTED = new Size(4_999_999_999L, 9_999_999);
  }

  /** The defaults: 30 days, one e-mail column, no extras. */
  public static PinterestCsvOptions at(Instant now) {
    return new PinterestCsvOptions(
        now, Duration.ofDays(30), "source_type", 1, new Extras(false, false), Size.DOCUMENTED);
  }

  /** The same with another header for the source. */
  public PinterestCsvOptions withSourceHeader(String header) {
    return new PinterestCsvOptions(now, window, header, emailColumns, extras, size);
  }

  /** The same with more e-mail columns. */
  public PinterestCsvOptions withEmailColumns(int columns) {
    return new PinterestCsvOptions(now, window, sourceHeader, columns, extras, size);
  }

  /** The same with other extras. */
  public PinterestCsvOptions with(Extras others) {
    return new PinterestCsvOptions(now, window, sourceHeader, emailColumns, others, size);
  }

  /** The same with other limits. */
  public PinterestCsvOptions with(Size other) {
    return new PinterestCsvOptions(now, window, sourceHeader, emailColumns, extras, other);
  }

  List<String> emailHeaders() {
    List<String> headers = new ArrayList<>();
    for (int i = 1; i <= emailColumns; i++) {
      headers.add(emailColumns == 1 ? "email" : "email_" + i);
    }
    return headers;
  }

  List<String> header() {
    List<String> header = new ArrayList<>(emailHeaders());
    header.addAll(
        List.of("event_time", "event_type", sourceHeader, "value", "order_id", "quantity"));
    if (extras.madid()) {
      header.add("madid");
    }
    if (extras.currency()) {
      header.add("currency");
    }
    return header;
  }
}
