package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of The Trade Desk before a row is read. */
final class TradeDeskSpec {
  static final String TYPE = "the-trade-desk";

  /** The one mode. */
  static final String API = "api";

  /** Of one request, before settings narrow it; none of it is published. */
  static final Limits REQUEST = new Limits(10_000, 2_500_000, 2_500_000, 4, 600);

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);
  private static final String DOCUMENTS = "https://open.thetradedesk.com/advertiser/docsApp/";
  private static final String UID2 = "https://unifiedid.com/docs/";

  private TradeDeskSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            TYPE,
            "tradedesk",
            "The Trade Desk",
            "Purchases in stores and other offline conversions, matched to programmatic campaigns"
                + " by UID2 or EUID.",
            "up to 48 hours",
            links()),
        List.of(new Mode(API, "Offline conversions", Mode.Transport.HTTP, REQUEST, "25 days")),
        TradeDeskSettingSpecs.settings(),
        TradeDeskSettingSpecs.credential(),
        TradeDeskColumns.all(),
        rules(),
        TradeDeskCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link(
            "Offline conversions",
            DOCUMENTS + "GuidesAdvertiser/data/doc/post-providerapi-offlineconversion"),
        link("Authentication", DOCUMENTS + "Foundations/resources/doc/PlatformAuthentication"),
        link("Return codes", DOCUMENTS + "Foundations/resources/doc/ReturnCodes"),
        link("Python SDK", "https://github.com/thetradedesk/ttd-data-python"),
        link("UID2: identity map", UID2 + "endpoints/post-identity-map"),
        link("UID2: normalisation", UID2 + "getting-started/gs-normalization-encoding"),
        link("UID2: encryption", UID2 + "getting-started/gs-encryption-decryption"),
        link("EUID", "https://euid.eu/docs/intro"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("timestamp"),
        ColumnRule.anyOf(TradeDeskColumns.IDENTITIES.toArray(String[]::new)));
  }

  /** What a query must return where nobody maps e-mails and phones. */
  static List<ColumnRule> rulesWithoutMapping() {
    return List.of(
        ColumnRule.anyOf("timestamp"),
        ColumnRule.anyOf(
                TradeDeskColumns.IDENTITIES.stream()
                    .filter(name -> !TradeDeskColumns.MAPPED.contains(name))
                    .toArray(String[]::new))
            .because("identity_scope NONE leaves e-mails and phones out"));
  }
}
