package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Pinterest before a row is read. */
final class PinterestSpec {
  static final String API = "api";
  static final String CSV_FILE = "csv_file";

  private static final int MOST_EVENT_BYTES = 64 << 10;

  /** Of one request. */
  static final Limits REQUEST = new Limits(1000, 10_000_000, MOST_EVENT_BYTES, 4, 5000);

  /** Of one file. */
  static final Limits FILE =
      new Limits(9_999_999, 4_999_999_999L, MOST_EVENT_BYTES, 1, Integer.MAX_VALUE);

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  private PinterestSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "pinterest",
            "Pinterest",
            "Purchases in stores and other offline checkouts, matched to people who saw or engaged"
                + " with Pins and ads.",
            "up to 48 hours",
            links()),
        List.of(
            new Mode(API, "Conversions API v5", Mode.Transport.HTTP, REQUEST, "7 days"),
            new Mode(CSV_FILE, "Offline conversions file", Mode.Transport.FILE, FILE, "30 days")),
        PinterestSettingSpecs.settings(),
        List.of(PinterestSettingSpecs.token()),
        PinterestColumns.all(),
        rules(),
        PinterestCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link(
            "Send conversions (API v5)",
            "https://developers.pinterest.com/docs/api/v5/events-create/"),
        link(
            "OpenAPI description",
            "https://github.com/pinterest/api-description/blob/main/v5/openapi.json"),
        link(
            "Use Limited Data Processing flag",
            "https://developers.pinterest.com/docs/track-conversions/use-limited-data-processing-flag/"),
        link(
            "Upload conversions with Ads Manager",
            "https://help.pinterest.com/en/business/article/upload-conversions-with-ads-manager"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("currency"),
        ColumnRule.anyOf("event_time"),
        ColumnRule.anyOf("em", "hashed_maids"),
        ColumnRule.of(
            List.of(List.of("value"), List.of("price", "quantity"), List.of("contents"))));
  }
}
