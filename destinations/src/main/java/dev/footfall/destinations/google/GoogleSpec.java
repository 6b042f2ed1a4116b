package dev.footfall.destinations.google;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Google before a row is read. */
final class GoogleSpec {
  static final String DATA_MANAGER = "data_manager";
  static final String GOOGLE_ADS = "google_ads";
  static final String STORE_SALES_CSV = "store_sales_csv";

  /** Google counts no more in one request. */
  static final int MOST_EVENTS = 2000;

  private static final int MOST_EVENT_BYTES = 64 << 10;
  private static final long MOST_BYTES = 8 << 20;

  static final Limits DATA_MANAGER_REQUEST =
      new Limits(MOST_EVENTS, MOST_BYTES, MOST_EVENT_BYTES, 4, 300);

  /** Uploads at the same time to one account may collide. */
  static final Limits ADS_REQUEST = new Limits(MOST_EVENTS, MOST_BYTES, MOST_EVENT_BYTES, 1, 600);

  static final Limits FILE =
      new Limits(300_000, 150_000_000, MOST_EVENT_BYTES, 1, Integer.MAX_VALUE);

  private static final String API_WINDOW = "90 days with a click id, else 63 days";
  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  private GoogleSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "google-enhanced-conversions",
            "Google Enhanced Conversions",
            "Purchases on the web, in apps and in stores, tied to Google Ads by click ids and"
                + " hashed identities.",
            "up to 24 hours",
            links()),
        List.of(
            new Mode(
                DATA_MANAGER,
                "Data Manager API v1",
                Mode.Transport.HTTP,
                DATA_MANAGER_REQUEST,
                API_WINDOW),
            new Mode(GOOGLE_ADS, "Google Ads API", Mode.Transport.HTTP, ADS_REQUEST, API_WINDOW),
            new Mode(STORE_SALES_CSV, "Store sales file", Mode.Transport.FILE, FILE, "63 days")),
        GoogleSettingSpecs.settings(),
        GoogleCredential.fields(),
        GoogleColumns.all(),
        rules(),
        GoogleCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link(
            "Data Manager API: send events",
            "https://developers.google.com/data-manager/api/devguides/events/google-ads/offline/upgrade/field-mappings"),
        link(
            "Data Manager API: limits and quotas",
            "https://developers.google.com/data-manager/api/devguides/limits"),
        link(
            "Google Ads API: import offline conversions",
            "https://developers.google.com/google-ads/api/docs/conversions/upload-offline"),
        link(
            "Changes to offline click conversion import",
            "https://developers.google.com/ads/blog/posts/2026/05/changes-to-offline-click-conversion"),
        link(
            "Format your store sales data",
            "https://support.google.com/google-ads/answer/10018336"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("order_id"),
        ColumnRule.anyOf("timestamp"),
        ColumnRule.anyOf("email", "phone", "gclid", "gbraid", "wbraid")
            .in(DATA_MANAGER, GOOGLE_ADS),
        ColumnRule.of(
                List.of(
                    List.of("email"),
                    List.of("phone"),
                    List.of("given_name", "surname", "postal", "country")))
            .in(STORE_SALES_CSV),
        ColumnRule.of(List.of(List.of("conversion_value"), List.of("unit_price", "quantity")))
            .in(STORE_SALES_CSV),
        ColumnRule.anyOf("currency_code").unlessSetting("default_currency").in(STORE_SALES_CSV));
  }
}
