package dev.footfall.core.destination;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Settings that destinations specify alike: what means the same has the same name, rule and words
 * everywhere. What only one platform knows is a {@link Setting} of its own.
 */
public final class Settings {
  private Settings() {}

  /** The settings of several groups, one group after the other. */
  @SafeVarargs
  public static List<Setting> all(List<Setting>... groups) {
    List<Setting> settings = new ArrayList<>();
    for (List<Setting> group : groups) {
      settings.addAll(group);
    }
    return List.copyOf(settings);
  }

  /** The settings of several groups, used by one mode only. */
  @SafeVarargs
  public static List<Setting> in(String mode, List<Setting>... groups) {
    return in(List.of(mode), groups);
  }

  /** The settings of several groups, used by these modes only. */
  @SafeVarargs
  public static List<Setting> in(Collection<String> modes, List<Setting>... groups) {
    String[] names = modes.toArray(String[]::new);
    return all(groups).stream().map(setting -> setting.in(names)).toList();
  }

  /** Which of its ways to deliver a destination takes; the first one unless given. */
  public static Setting mode(String help, String... modes) {
    return Setting.of("mode", ValueRule.choice(modes), modes[0], help);
  }

  /** true or false. */
  public static Setting flag(String name, boolean fallback, String help) {
    return Setting.of(name, new ValueRule.Flag(), String.valueOf(fallback), help);
  }

  /**
   * Where a service is.
   *
   * @param what stands there: the beginning of a sentence
   */
  public static Setting address(String name, String fallback, String what) {
    String help = what + "; another address is for tests and proxies.";
    return Setting.of(name, new ValueRule.Url(), fallback, help);
  }

  /** In which zone times are read that name none. */
  public static Setting timezone() {
    return Setting.optional(
        "timezone", new ValueRule.Zone(), "Zone of times without one; else the orchestration's.");
  }

  /** How old events may be. */
  public static Setting windowDays(String name, int fallback, int most) {
    return Setting.of(
        name,
        new ValueRule.Whole(1, most),
        String.valueOf(fallback),
        "How old events may be, in days.");
  }

  /** How far ahead of this machine's clock events may be. */
  public static Setting futureTolerance() {
    return Setting.of(
        "future_tolerance_seconds",
        new ValueRule.Whole(0, 3600),
        "300",
        "How far ahead events may be, for clocks that differ.");
  }

  /** The country of national phone numbers. */
  public static Setting defaultPhoneRegion() {
    return phoneRegion("Where phones without a country code belong.");
  }

  /** The country of national phone numbers, unless the row itself has one. */
  public static Setting defaultPhoneRegionOfRowsWithoutCountry() {
    return phoneRegion(
        "Where phones without a country code belong when the row has no usable country.");
  }

  private static Setting phoneRegion(String help) {
    return region("default_phone_region", help);
  }

  /** The country of national phone numbers, where platforms name it so. */
  public static Setting defaultCountry() {
    return region(
        "default_country",
        "Where phones without a country code belong when the row has no usable country.");
  }

  private static Setting region(String name, String help) {
    return Setting.of(name, new ValueRule.Region(), "US", help);
  }

  /**
   * How dates that name no order are read.
   *
   * @param shapes of such dates
   */
  public static Setting dateOrder(String name, String shapes) {
    return Setting.of(
        name,
        ValueRule.choice("MDY", "DMY"),
        "MDY",
        "Whether the month or the day comes first in " + shapes + ".");
  }

  /** Which of a person's rows stands. */
  public static Setting onDuplicateIdentity() {
    return Setting.of(
        "on_duplicate_identity",
        ValueRule.choice("last", "first", "reject"),
        "last",
        "Which row stands where a person has several.");
  }

  /** What makes a row the last of a person's. */
  public static Setting latestBy() {
    return Setting.optional(
            "latest_by",
            ValueRule.shaped("[^\\p{Cntrl},]{1,255}", "the name of a column"),
            "The column that says which row is the last; timestamp where the query returns it.")
        .namingColumns();
  }

  /** How many events go together. */
  public static Setting batchSize(int fallback, int most) {
    return Setting.of(
        "batch_size",
        new ValueRule.Whole(1, most),
        String.valueOf(fallback),
        "Most events in one request.");
  }

  /** How stubborn delivery is. */
  public static Setting maxAttempts(int fallback) {
    return Setting.of(
        "max_attempts",
        new ValueRule.Whole(1, 10),
        String.valueOf(fallback),
        "How often one request is tried in all.");
  }

  /** How long requests may take, which {@link Timeouts#of} reads, and how often they are tried. */
  public static List<Setting> patience(int attempts) {
    ValueRule millis = new ValueRule.Whole(1, 120_000);
    return List.of(
        Setting.of("connect_timeout_ms", millis, "5000", "How long to wait for a connection."),
        Setting.of("read_timeout_ms", millis, "30000", "How long to wait for an answer."),
        maxAttempts(attempts));
  }

  /** How names of files begin. */
  public static Setting fileNamePrefix(String fallback) {
    return Setting.of(
        "file_name_prefix",
        ValueRule.shaped("[A-Za-z0-9_-]{1,40}", "1 to 40 letters, digits, _ or -"),
        fallback,
        "How file names begin.");
  }

  /** Whether files take up only what is new. */
  public static Setting skipExported() {
    return flag(
        "csv_skip_exported", true, "Leave out what an earlier file of this destination held.");
  }
}
