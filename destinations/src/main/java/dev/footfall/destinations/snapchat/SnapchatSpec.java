package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Snapchat before a row is read. */
final class SnapchatSpec {
  static final String FILE = "file";
  static final String API = "conversions_api";

  /** Of one request; the bytes are what a certified partner of Snapchat sends. */
  static final Limits REQUEST = new Limits(2000, 2_000_000, 2_000_000, 2, 600);

  /** Of one file; Snapchat names none, so an event has the bound that it has in a request. */
  static final Limits WHOLE_FILE =
      new Limits(Integer.MAX_VALUE, Long.MAX_VALUE, 2_000_000, 1, Integer.MAX_VALUE);

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);
  private static final String DOCS =
      "https://developers.snap.com/api/marketing-api/Conversions-API/";

  private SnapchatSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "snapchat",
            "Snapchat",
            "Purchases and other events in stores, by phone, chat or e-mail, credited to Snapchat"
                + " campaigns.",
            "usually within a day; not guaranteed",
            links()),
        List.of(
            new Mode(FILE, "Offline events file", Mode.Transport.FILE, WHOLE_FILE, "37 days"),
            new Mode(API, "Conversions API v3", Mode.Transport.HTTP, REQUEST, "37 days")),
        SnapchatSettingSpecs.settings(),
        SnapchatSettingSpecs.credential(),
        SnapchatColumns.all(),
        rules(),
        SnapchatCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link("Using the Conversions API", DOCS + "UsingTheAPI"),
        link("Parameters", DOCS + "Parameters"),
        link("Offline events", DOCS + "OfflineEvents"),
        link("Deduplication", DOCS + "Deduplication"),
        link("Verify the set-up", DOCS + "VerifySetUp"),
        link("OpenAPI description of the SDK", "https://github.com/Snapchat/business-sdk-v3-java"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("timestamp"),
        ColumnRule.of(
            List.of(
                List.of("email"),
                List.of("phone"),
                List.of("madid"),
                List.of("mobile_ad_id"),
                List.of("maid"),
                List.of("idfa"),
                List.of("aaid"),
                List.of("gaid"),
                List.of("ip_address", "user_agent"))),
        ColumnRule.anyOf("price", "order_value").unlessColumn("event_type").in(API),
        ColumnRule.anyOf("currency")
            .unlessColumn("event_type")
            .unlessSetting("default_currency")
            .in(API));
  }
}
