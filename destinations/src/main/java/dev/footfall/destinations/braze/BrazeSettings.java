package dev.footfall.destinations.braze;

import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.normalise.Birthdates;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings in force.
 *
 * @param isPurchases whether rows are purchases
 * @param target where requests go
 * @param people who they are about
 * @param reading how rows are read
 * @param attributes what the mode of that name needs
 * @param purchases what the mode of that name needs
 */
record BrazeSettings(
    boolean isPurchases,
    Target target,
    People people,
    Reading reading,
    Attributes attributes,
    Purchases purchases) {
  /** Where requests go, and how many objects in each. */
  record Target(String baseUrl, boolean isBulk, int batchSize, int requestsPerMinute) {}

  /** Who requests are about. */
  record People(Identifier identifier, boolean onlyExisting) {}

  /** How rows are read. */
  record Reading(String phoneRegion, Birthdates.Order dates, boolean isStrict) {}

  /** What attributes need. */
  record Attributes(
      boolean onlyChanges,
      Nulls nulls,
      Duplicates duplicates,
      Optional<String> latestBy,
      Set<String> jsonColumns) {}

  /** What purchases need. */
  record Purchases(boolean skipsSent, Optional<String> appId) {}

  /** What NULL does. */
  enum Nulls {
    CLEAR_IF_SENT,
    ALWAYS_CLEAR,
    IGNORE
  }

  /** Which of several rows stands. */
  enum Duplicates {
    LAST,
    FIRST,
    REJECT
  }

  static BrazeSettings of(SettingValues values) {
    boolean isPurchases = values.mode().equals(BrazeSpec.PURCHASES);
    Identifier identifier = Identifier.of(values.text("user_identifier"));
    boolean isAliased = isPurchases && identifier == Identifier.USER_ALIAS;
    return new BrazeSettings(
        isPurchases,
        target(values, isPurchases),
        new People(identifier, isAliased || values.flag("update_existing_only")),
        new Reading(
            values.text("default_phone_region"),
            Birthdates.Order.valueOf(values.text("date_order")),
            values.flag("strict_times")),
        attributes(values),
        new Purchases(values.flag("skip_already_sent"), values.find("app_id")));
  }

  private static Target target(SettingValues values, boolean isPurchases) {
    boolean isBulk = values.text("endpoint").equals("track_bulk");
    if (isBulk && isPurchases) {
      throw new SettingFault("endpoint", "setting 'endpoint' must be track in mode purchases");
    }
    int most = isBulk ? BrazeSpec.BULK.events() : BrazeSpec.TRACK.events();
    int batch = values.find("batch_size").map(Integer::parseInt).orElse(most);
    if (batch > most) {
      throw new SettingFault(
          "batch_size", "setting 'batch_size' must be at most " + most + " for this endpoint");
    }
    return new Target(
        baseUrl(values), isBulk, batch, 60 * values.number("max_requests_per_second"));
  }

  private static String baseUrl(SettingValues values) {
    return values
        .find("base_url")
        .map(url -> url.replaceFirst("/+$", ""))
        .or(() -> values.find("instance").map(Instances::url))
        .orElseThrow(
            () -> new SettingFault("instance", "setting 'instance' or 'base_url' is required"));
  }

  private static Attributes attributes(SettingValues values) {
    return new Attributes(
        values.flag("send_only_changes"),
        Nulls.valueOf(upper(values, "null_handling")),
        Duplicates.valueOf(upper(values, "on_duplicate_identity")),
        values.find("latest_by"),
        values.words("json_columns").stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String upper(SettingValues values, String setting) {
    return values.text(setting).toUpperCase(Locale.ROOT);
  }
}
