package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings in force.
 *
 * @param mode the name of the mode
 * @param target where events go
 * @param reading how rows are read
 * @param window which event times are taken
 * @param request what requests look like, in the mode {@code api}
 * @param pace how fast requests follow and how often they are repeated
 * @param file what files look like, in the mode {@code csv_file}
 */
record TikTokSettings(
    String mode,
    Target target,
    Reading reading,
    Window window,
    Request request,
    Pace pace,
    Files file) {
  static final String API = "api";
  static final String CSV_FILE = "csv_file";

  /** The ad account, its event set, and the way to them. */
  record Target(
      String baseUrl,
      String advertiserId,
      Optional<String> eventSetId,
      boolean autoTracking,
      boolean oauth) {
    /** The address of something below the API's version. */
    String url(String path) {
      return baseUrl + "/open_api/v1.3/" + path;
    }
  }

  /** How rows are read. */
  record Reading(
      Optional<String> fixedEventName,
      String phoneRegion,
      Optional<Currency> currency,
      boolean externalId) {}

  /** Which event times are taken. */
  record Window(int days, int futureSeconds) {
    private static final long DAY = 86_400;

    boolean isTooOld(long seconds, long now) {
      return seconds < now - days * DAY;
    }

    boolean isInFuture(long seconds, long now) {
      return seconds > now + futureSeconds;
    }

    /** The last second at which an event may still be sent. */
    long expiresAt(long seconds) {
      return seconds + days * DAY;
    }
  }

  /** What requests look like. */
  record Request(
      Optional<String> partnerName,
      Optional<String> testEventCode,
      int batchSize,
      int mostBytes,
      Timeouts timeouts) {}

  /** How fast requests follow and how often they are repeated. */
  record Pace(int requestsPerSecond, RetryPolicy retries) {}

  /** What files look like. */
  record Files(
      EventType.Labels labels,
      boolean lineOfOrder,
      boolean hashed,
      int mostBytes,
      boolean skipExported,
      String prefix) {}

  boolean isFile() {
    return mode.equals(CSV_FILE);
  }

  static TikTokSettings of(SettingValues values) {
    return new TikTokSettings(
        values.mode(),
        target(values),
        new Reading(
            values.find("fixed_event_name"),
            values.text("default_phone_region"),
            Currencies.find(values.text("default_currency")),
            values.flag("send_external_id")),
        new Window(values.number("window_days"), values.number("future_tolerance_seconds")),
        request(values),
        pace(values),
        file(values));
  }

  private static Target target(SettingValues values) {
    return new Target(
        values.text("base_url").replaceFirst("/+$", ""),
        values.find("advertiser_id").orElse(""),
        values.find("event_set_id"),
        values.find("auto_tracking").filter("true"::equals).isPresent(),
        values.text("auth_mode").equals("oauth"));
  }

  private static Request request(SettingValues values) {
    return new Request(
        values.find("partner_name"),
        values.find("test_event_code"),
        values.number("batch_size"),
        values.number("max_request_bytes"),
        Timeouts.of(values));
  }

  private static Pace pace(SettingValues values) {
    return new Pace(
        values.number("max_requests_per_second"),
        new RetryPolicy(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            values.number("max_attempts"),
            Duration.ZERO));
  }

  private static Files file(SettingValues values) {
    return new Files(
        EventType.Labels.valueOf(values.text("csv_vocabulary").toUpperCase(Locale.ROOT)),
        values.text("csv_grain").equals("order"),
        values.flag("csv_hash_pii"),
        values.number("csv_max_bytes"),
        values.flag("csv_skip_exported"),
        values.text("file_name_prefix"));
  }

  /** The event of rows that name none. */
  Optional<EventType> fixedEvent(EventTypes known) {
    return reading
        .fixedEventName()
        .map(
            name ->
                known
                    .find(name)
                    .orElseThrow(
                        () ->
                            new SettingFault(
                                "fixed_event_name",
                                "'" + name + "' is no event name of the mode " + mode)));
  }

  /** The zone of times without one: the destination's own, or else the orchestration's. */
  static ZoneId zone(SettingValues values, ZoneId orchestration) {
    return values.find("timezone").map(ZoneId::of).orElse(orchestration);
  }
}
