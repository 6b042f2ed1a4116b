package dev.footfall.destinations.meta;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Meta before a row is read. */
final class MetaSpec {
  static final Limits LIMITS = new Limits(1000, 4L << 20, 64 << 10, 4, 60_000);

  private static final String DOCS =
      "https://developers.facebook.com/documentation/ads-commerce/conversions-api/";
  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  private MetaSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "meta",
            "Meta",
            "Purchases in stores and other offline events, matched to people to credit ads on"
                + " Facebook, Instagram, Messenger and WhatsApp.",
            "up to 24 hours",
            links()),
        List.of(
            new Mode(
                "api",
                "Conversions API",
                Mode.Transport.HTTP,
                LIMITS,
                "7 days; 62 days on the first send of events from physical stores")),
        MetaSettingSpecs.settings(),
        MetaSettingSpecs.credential(),
        MetaColumns.all(),
        rules(),
        MetaCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link("Sending offline events", DOCS + "offline-events"),
        link("Using the API", DOCS + "using-the-api"),
        link("Server event parameters", DOCS + "parameters/server-event"),
        link("Customer information", DOCS + "parameters/customer-information-parameters"),
        link("Standard parameters", DOCS + "parameters/custom-data"),
        link("Duplicate events", DOCS + "deduplicate-pixel-and-server-events"),
        link("Error codes", "https://developers.facebook.com/docs/marketing-api/error-reference"),
        link(
            "Long-lived access tokens",
            "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("timestamp"),
        ColumnRule.anyOf("email", "phone"),
        ColumnRule.anyOf("currency").unlessColumn("event_name").unlessSetting("default_currency"),
        ColumnRule.of(List.of(List.of("price", "quantity"), List.of("value")))
            .unlessColumn("event_name"));
  }
}
