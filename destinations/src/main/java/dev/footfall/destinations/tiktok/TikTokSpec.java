package dev.footfall.destinations.tiktok;

import static dev.footfall.destinations.tiktok.TikTokSettings.API;
import static dev.footfall.destinations.tiktok.TikTokSettings.CSV_FILE;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Vocabulary;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of TikTok before a row is read. */
final class TikTokSpec {
  private static final int MOST_EVENT_BYTES = 64 << 10;

  /** Of one request. */
  static final Limits REQUEST = new Limits(1000, 5_000_000, MOST_EVENT_BYTES, 4, 600_000);

  /** Of one file. */
  static final Limits FILE = new Limits(Integer.MAX_VALUE, 50_000_000, 50_000_000, 1, 600_000);

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  private TikTokSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "tiktok",
            "TikTok",
            "Purchases in stores and other offline events, matched to people to credit ads on"
                + " TikTok.",
            "up to 24 hours; a couple of hours for uploaded files",
            links()),
        List.of(
            new Mode(API, "Events API 2.0", Mode.Transport.HTTP, REQUEST, "28 days"),
            new Mode(CSV_FILE, "Offline upload file", Mode.Transport.FILE, FILE, "28 days")),
        TikTokSettingSpecs.settings(),
        TikTokSettingSpecs.credential(),
        TikTokColumns.all(),
        rules(),
        TikTokCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link(
            "Report App, Web, Offline, or CRM Events",
            "https://business-api.tiktok.com/portal/docs?id=1771101303285761"),
        link(
            "How to upload offline events data into TikTok",
            "https://ads.tiktok.com/help/article/about-events-api-for-offline"),
        link("TikTok Business API SDK", "https://github.com/tiktok/tiktok-business-api-sdk"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("email", "phone"),
        ColumnRule.anyOf("email").advised(),
        ColumnRule.anyOf("timestamp"),
        ColumnRule.anyOf("event").unlessSetting("fixed_event_name").in(Vocabulary.PLATFORM));
  }
}
