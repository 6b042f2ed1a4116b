package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Criteo before a row is read. */
final class CriteoSpec {
  static final String FILE = "file";

  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  /** Criteo publishes none; ours keep a file readable. */
  static final Limits LIMITS =
      new Limits(Integer.MAX_VALUE, 1L << 40, 64 << 10, 1, Integer.MAX_VALUE);

  private CriteoSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "criteo",
            "Criteo",
            "Store sales as delimited files, one line a product, matched to online shoppers.",
            "up to 48 hours until a file is taken in",
            links()),
        List.of(
            new Mode(
                FILE,
                "Offline sales file",
                Mode.Transport.FILE,
                LIMITS,
                "lookback_days (2) before the run's date")),
        CriteoSettingSpecs.settings(),
        List.of(),
        CriteoColumns.all(),
        rules(),
        CriteoCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        new DocumentationLink(
            "How can I pass my offline sales data to Criteo",
            "https://help.criteo.com/kb/guide/en/how-can-i-pass-my-offline-sales-data-to-criteo-Yf95KPKbjB/Steps/775624,914151,775585",
            CHECKED),
        new DocumentationLink(
            "Offline sales implementation",
            "https://developers.criteo.com/retailer-integration/docs/offline-sales-implementation",
            CHECKED),
        new DocumentationLink(
            "Send events to Criteo",
            "https://docs.amperity.com/operator/events_criteo.html",
            CHECKED));
  }

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("user_key_1", "user_key_2"),
        ColumnRule.anyOf("event_id"),
        ColumnRule.anyOf("event_time"),
        ColumnRule.anyOf("content_ids"),
        ColumnRule.anyOf("product_value"));
  }
}
