package dev.footfall.destinations.meta;

import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The settings in force.
 *
 * @param target where events go
 * @param defaults what fills blank cells
 * @param rules how rows are read
 * @param tags what goes on the request beside its events
 * @param batchSize most events in a request
 */
record MetaSettings(Target target, Defaults defaults, Rules rules, Tags tags, int batchSize) {
  /** The dataset and the way to it. */
  record Target(String baseUrl, String consentUrl, String version, String datasetId) {
    /** The address of something below the API's version. */
    String url(String path) {
      return baseUrl + "/" + version + "/" + path;
    }
  }

  /** What fills blank cells. */
  record Defaults(
      ActionSource actionSource, String eventName, Optional<Currency> currency, String region) {}

  /**
   * How rows are read.
   *
   * @param lineTotals whether {@code value} is the row's amount rather than the order's
   * @param firstLoad whether the first send may use its wider window
   */
  record Rules(
      boolean emailOrPhone,
      boolean lineTotals,
      boolean hashExternalId,
      boolean firstLoad,
      LimitedUse limitedUse,
      Set<String> extraEventNames) {
    Rules {
      extraEventNames = Set.copyOf(extraEventNames);
    }
  }

  /** When Limited Data Use applies to rows that do not say. */
  enum LimitedUse {
    OFF,
    ALL,
    BY_STATE
  }

  /** What goes on the request beside its events. */
  record Tags(
      Optional<String> testEventCode, Optional<String> partnerAgent, Optional<String> uploadTag) {}

  static MetaSettings of(SettingValues values) {
    return new MetaSettings(
        new Target(
            values.text("base_url").replaceFirst("/+$", ""),
            values.text("base_url_authorize").replaceFirst("/+$", ""),
            values.text("api_version"),
            values.text("dataset_id")),
        new Defaults(
            ActionSource.find(values.text("default_action_source")).orElseThrow(),
            values.text("default_event_name"),
            values.find("default_currency").flatMap(Currencies::find),
            values.text("default_country")),
        new Rules(
            values.text("identity_policy").equals("email_or_phone"),
            values.text("value_semantics").equals("line_total"),
            values.flag("hash_external_id"),
            !values.text("initial_load").equals("off"),
            LimitedUse.valueOf(values.text("ldu_mode").toUpperCase(Locale.ROOT)),
            Set.copyOf(values.words("extra_event_names"))),
        new Tags(
            values.find("test_event_code"),
            values.find("partner_agent"),
            values.find("upload_tag")),
        values.number("batch_size"));
  }

  /** The zone of times without one: the destination's own, or else the orchestration's. */
  static ZoneId zone(SettingValues values, ZoneId orchestration) {
    return values.find("timezone").map(ZoneId::of).orElse(orchestration);
  }
}
