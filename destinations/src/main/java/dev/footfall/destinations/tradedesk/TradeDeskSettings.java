package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings in force.
 *
 * @param target where conversions go
 * @param people how they are known
 * @param reading how rows are read
 * @param window which times are taken
 * @param pace how requests are filled
 */
record TradeDeskSettings(Target target, People people, Reading reading, Window window, Pace pace) {
  private static final long DAY = 86_400;
  private static final int LATE_DAYS = 3;

  /**
   * Where conversions go.
   *
   * @param baseUrl without a slash at its end
   * @param signature empty when a token is used
   */
  record Target(
      String baseUrl,
      String advertiserId,
      String providerId,
      Optional<String> tagId,
      Optional<String> merchantId,
      Optional<Signature> signature) {}

  /** Whose secret signs. */
  enum Signature {
    ADVERTISER,
    DATA_PROVIDER
  }

  /** What e-mails and phones are exchanged for. */
  enum Scope {
    UID2,
    EUID,
    NONE
  }

  /**
   * How people are known.
   *
   * @param withholdsRows whether one identifier's opt-out takes out its row
   * @param isArray whether all identifiers go in one item
   */
  record People(
      Scope scope,
      Operator operator,
      boolean withholdsRows,
      boolean takesHashes,
      boolean isArray) {}

  /** The UID2 or EUID operator. */
  record Operator(String baseUrl, int batchSize, int concurrency, Duration reuse) {}

  /**
   * How rows are read.
   *
   * @param countries three-letter codes; empty for all
   * @param storeSlot from 1; 0 for none
   */
  record Reading(
      EventName defaultName,
      Optional<Currency> defaultCurrency,
      String phoneRegion,
      Set<String> countries,
      boolean itemsNeedMerchant,
      int storeSlot) {
    /** Copies the set. */
    Reading {
      countries = Set.copyOf(countries);
    }
  }

  /** Which times are taken, by the run's clock. */
  record Window(int days, int ahead) {
    boolean isTooOld(long seconds, long now) {
      return seconds < now - days * DAY;
    }

    boolean isInFuture(long seconds, long now) {
      return seconds > now + ahead;
    }

    boolean isLate(long seconds, long now) {
      return seconds < now - LATE_DAYS * DAY;
    }

    /** The last second at which an event may still be sent. */
    long expiresAt(long seconds) {
      return seconds + days * DAY;
    }
  }

  /** How requests are filled. */
  record Pace(int items, int bytes, int inFlight, boolean isTraced) {}

  static TradeDeskSettings of(SettingValues values) {
    return new TradeDeskSettings(
        target(values),
        people(values),
        reading(values),
        new Window(values.number("window_days"), values.number("future_tolerance_seconds")),
        new Pace(
            values.number("max_batch_events"),
            values.number("max_batch_bytes"),
            values.number("max_concurrency"),
            values.flag("send_trace_id")));
  }

  private static Target target(SettingValues values) {
    boolean isSigned = values.text("auth_mode").equals("signature");
    boolean isProvider = values.text("signature_key").equals("data_provider");
    return new Target(
        bare(values.text("base_url")),
        values.text("advertiser_id"),
        values.text("offline_data_provider_id"),
        values.find("tracking_tag_id"),
        values.find("merchant_id"),
        Optional.of(isProvider ? Signature.DATA_PROVIDER : Signature.ADVERTISER)
            .filter(key -> isSigned));
  }

  private static People people(SettingValues values) {
    Scope scope = scope(values);
    String usual = scope == Scope.EUID ? "https://prod.euid.eu" : "https://prod.uidapi.com";
    return new People(
        scope,
        new Operator(
            bare(bare(values.find("uid2_base_url").orElse(usual)).replaceFirst("/v2$", "")),
            values.number("uid2_batch_size"),
            values.number("uid2_concurrency"),
            Duration.ofHours(values.number("uid2_cache_hours"))),
        values.text("opt_out_scope").equals("row"),
        values.flag("accept_prehashed"),
        values.text("identity_output").equals("user_id_array"));
  }

  private static Scope scope(SettingValues values) {
    return Scope.valueOf(values.text("identity_scope"));
  }

  private static Reading reading(SettingValues values) {
    String slot = values.text("storeid_slot");
    return new Reading(
        EventName.find(values.text("default_event_name"), Vocabulary.PLATFORM).orElseThrow(),
        values.find("default_currency").flatMap(Currencies::find),
        values.text("default_phone_region"),
        countries(values),
        values.text("send_line_items").equals("with_merchant_only"),
        slot.equals("none") ? 0 : Integer.parseInt(slot.substring(2)));
  }

  /** Given and blank means everywhere. */
  private static Set<String> countries(SettingValues values) {
    List<String> usual = scope(values) == Scope.UID2 ? List.of("USA") : List.of();
    return Set.copyOf(
        values.isGiven("allowed_countries") ? values.words("allowed_countries") : usual);
  }

  private static String bare(String url) {
    return url.replaceFirst("/+$", "");
  }

  /** The zone of times without one: the destination's own, or else the orchestration's. */
  static ZoneId zone(SettingValues values, ZoneId orchestration) {
    return values.find("timezone").map(ZoneId::of).orElse(orchestration);
  }
}
