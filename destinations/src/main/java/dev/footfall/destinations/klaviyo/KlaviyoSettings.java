package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.event.attribute.LatestRow;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The settings in force.
 *
 * @param isProfiles whether people are sent, or else events
 * @param primaryKey the identifier that every person must have
 * @param listName the list to which people are added
 * @param phoneRegion where phones without a country code belong
 * @param profiles how people are read; unused by events
 * @param events how events are read; unused by profiles
 * @param api where and how requests go
 */
record KlaviyoSettings(
    boolean isProfiles,
    String primaryKey,
    Optional<String> listName,
    String phoneRegion,
    Profiles profiles,
    Events events,
    Api api) {
  private static final String OFF = "off";

  /**
   * How people are read.
   *
   * @param sendsFields whether more than identifiers is sent
   * @param unsets whether NULL clears
   * @param keep which of a person's rows stands; empty when none does
   * @param latestBy the column that decides
   * @param localeIsField whether the locale is a field rather than a property
   */
  record Profiles(
      boolean sendsFields,
      boolean unsets,
      Optional<LatestRow.Keep> keep,
      String latestBy,
      boolean localeIsField) {}

  /**
   * How events are read.
   *
   * @param backfillDays from what age on no flow may be triggered
   * @param sendsItems whether each item is an event too
   * @param updatesProfile whether names and place of the buyer go along
   * @param mostDays the greatest age
   */
  record Events(
      String metric,
      OptionalInt backfillDays,
      boolean sendsItems,
      boolean updatesProfile,
      OptionalInt mostDays,
      boolean skipsSent) {}

  /**
   * Where and how requests go.
   *
   * @param consentUrl where a person consents to an OAuth app
   * @param way {@code auto}, {@code bulk} or {@code single}
   * @param patience how long a job is watched
   */
  record Api(String baseUrl, String consentUrl, String revision, String way, Duration patience) {}

  static KlaviyoSettings of(SettingValues values) {
    boolean isProfiles = values.mode().equals(KlaviyoSpec.PROFILES);
    return new KlaviyoSettings(
        isProfiles,
        values.text("primary_key"),
        values.find("list_name").map(String::strip).filter(name -> isProfiles),
        values.text("default_phone_region"),
        profiles(values),
        events(values),
        new Api(
            values.text("base_url").replaceFirst("/+$", ""),
            values.text("base_url_authorize").replaceFirst("/+$", ""),
            values.text("api_revision"),
            values.text("delivery"),
            Duration.ofMinutes(values.number("poll_timeout_minutes"))));
  }

  private static Profiles profiles(SettingValues values) {
    Optional<LatestRow.Keep> keep =
        switch (values.text("on_duplicate_identity")) {
          case "first" -> Optional.of(LatestRow.Keep.FIRST);
          case "reject" -> Optional.empty();
          default -> Optional.of(LatestRow.Keep.LAST);
        };
    return new Profiles(
        values.flag("update_contacts"),
        values.text("null_handling").equals("unset"),
        keep,
        values.find("latest_by").orElse("timestamp"),
        values.flag("locale_as_profile_field"));
  }

  private static Events events(SettingValues values) {
    return new Events(
        values.text("metric_name").strip(),
        days(values, "backfill_older_than_days"),
        values.flag("ordered_product_events"),
        values.flag("update_profile_from_events"),
        days(values, "max_event_age_days"),
        values.flag("skip_already_sent"));
  }

  private static OptionalInt days(SettingValues values, String name) {
    String text = values.text(name);
    return text.equals(OFF) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }
}
