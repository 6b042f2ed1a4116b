package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Timeouts;
import dev.footfall.core.normalise.Birthdates;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The settings in force.
 *
 * @param isFile whether events become lines of files
 * @param reading how rows are read
 * @param window which times are taken
 * @param api how and where requests go; unused by files
 * @param file how files are made; unused by requests
 */
record PinterestSettings(boolean isFile, Reading reading, Window window, Api api, File file) {
  private static final long DAY = 86_400;

  /** How rows are read. */
  record Reading(
      String phoneRegion,
      Birthdates.Order slashes,
      boolean requiresExternalId,
      boolean suppressesOptedOut,
      boolean derivesIds) {}

  /** Which times are taken, by the run's clock. */
  record Window(int days, int ahead) {
    boolean isTooOld(long seconds, long now) {
      return seconds < now - days * DAY;
    }

    boolean isInFuture(long seconds, long now) {
      return seconds > now + ahead;
    }

    /** The last second at which an event may still be sent. */
    long expiresAt(long seconds) {
      return seconds + days * DAY;
    }
  }

  /** How and where requests go. */
  record Api(
      String baseUrl,
      String adAccountId,
      boolean isTest,
      Optional<String> partnerName,
      int batchSize,
      int mostBytes,
      int requestsPerMinute,
      Patience patience) {
    /** The address of the ad account's events. */
    String events() {
      return baseUrl + "/v5/ad_accounts/" + adAccountId + "/events";
    }
  }

  /** How long to wait, and how often to try. */
  record Patience(Timeouts timeouts, RetryPolicy retries) {}

  /** How files are made. */
  record File(
      String prefix,
      String sourceHeader,
      int emailColumns,
      boolean hasMadid,
      boolean hasCurrency,
      int mostRows,
      long mostBytes,
      boolean skipsExported) {}

  static PinterestSettings of(SettingValues values) {
    boolean isFile = values.mode().equals(PinterestSpec.CSV_FILE);
    return new PinterestSettings(
        isFile,
        new Reading(
            values.text("default_phone_region"),
            Birthdates.Order.valueOf(values.text("birthdate_slash_order")),
            !isFile && values.flag("require_external_id"),
            isFile || values.text("opt_out_policy").equals("suppress"),
            values.text("event_id_without_order").equals("derived")),
        new Window(
            values.number(isFile ? "csv_window_days" : "window_days"),
            values.number("future_tolerance_seconds")),
        api(values, isFile),
        file(values));
  }

  private static Api api(SettingValues values, boolean isFile) {
    return new Api(
        values.text("base_url").replaceFirst("/+$", ""),
        isFile ? "" : values.text("ad_account_id"),
        values.flag("test_mode"),
        partnerName(values),
        values.number("batch_size"),
        values.number("max_request_bytes"),
        values.number("max_requests_per_minute"),
        patience(values));
  }

  /** Given and blank means none at all. */
  private static Optional<String> partnerName(SettingValues values) {
    return values.isGiven("partner_name")
        ? values.find("partner_name")
        : Optional.of("ss-footfall");
  }

  private static Patience patience(SettingValues values) {
    return new Patience(
        Timeouts.of(values),
        new RetryPolicy(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            values.number("max_attempts"),
            Duration.ZERO));
  }

  private static File file(SettingValues values) {
    return new File(
        values.text("file_name_prefix"),
        values.text("csv_source_header"),
        values.number("csv_email_columns"),
        values.flag("csv_include_madid"),
        values.flag("csv_include_currency"),
        values.number("csv_max_rows"),
        values.longNumber("csv_max_bytes"),
        values.flag("csv_skip_exported"));
  }

  /** The zone of times without one: the destination's own, or else the orchestration's. */
  static ZoneId zone(SettingValues values, ZoneId orchestration) {
    return values.find("timezone").map(ZoneId::of).orElse(orchestration);
  }
}
