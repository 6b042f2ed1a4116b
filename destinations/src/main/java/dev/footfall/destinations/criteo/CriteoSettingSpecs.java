package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.core.file.FileRules;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator may set. */
final class CriteoSettingSpecs {

  private CriteoSettingSpecs() {}

  static List<Setting> settings() {
    return Settings.all(layout(), values(), window(), file());
  }

  private static List<Setting> layout() {
    return List.of(
        Settings.mode("How lines leave.", CriteoSpec.FILE),
        Setting.of(
            "layout",
            ValueRule.choice("offline_sales", "custom"),
            "offline_sales",
            "The eleven columns of Criteo's layout, or those of column_map."),
        Setting.optional(
            "column_map",
            new ValueRule.Words(
                Pattern.compile("[^\\s=,\"']+=([a-z_0-9]+|'[^',]*')"),
                "header=field or header='text'"),
            "With layout custom: header names in order, each with a column or a fixed text."),
        Setting.of(
            "email_hash",
            ValueRule.choice("sha256", "md5", "sha256_of_md5"),
            "sha256",
            "How e-mail addresses are hashed."),
        Settings.flag(
            "hash_customer_id", false, "Whether keys other than e-mails are hashed with SHA-256."));
  }

  private static List<Setting> values() {
    return List.of(
        Setting.of(
            "default_currency",
            ValueRule.shaped("[A-Z]{3}", "a currency code such as USD"),
            "USD",
            "The currency of rows without one."),
        Setting.of(
            "product_value_is",
            ValueRule.choice("line_total", "unit_price"),
            "line_total",
            "What the query's product_value is; canonical price is always the unit's."),
        Setting.of(
            "product_value_sent",
            ValueRule.choice("as_given", "unit_price"),
            "as_given",
            "What the file carries; ask Criteo whether it multiplies by the quantity."),
        Settings.flag(
            "include_returns",
            false,
            "Whether rows flagged as return or cancellation are written, negatives included."),
        Setting.optional(
            "default_store_id",
            ValueRule.shaped("[^\\p{Cntrl}]{1,200}", "at most 200 characters"),
            "The store of rows without one."));
  }

  private static List<Setting> window() {
    return List.of(
        Setting.of(
            "lookback_days",
            new ValueRule.Whole(0, 30),
            "2",
            "The window begins at 00:00, this many days before the run's date."),
        Setting.of(
            "initial_load",
            ValueRule.choice("auto", "force", "off"),
            "auto",
            "Whether the first successful run may look back initial_load_days."),
        Setting.optional(
            "initial_load_days",
            new ValueRule.Whole(0, 365),
            "How far back the first successful run looks; as lookback_days unless given."),
        Setting.of("window_timezone", new ValueRule.Zone(), "UTC", "The zone in which days begin."),
        Settings.timezone(),
        Setting.of(
            "delta_mode",
            ValueRule.choice("new_rows_only", "window_only"),
            "new_rows_only",
            "Only lines that no earlier file held, or all of the window."));
  }

  /** Criteo reads its own columns and none of numbers. */
  private static List<Setting> file() {
    return FileRules.settings("offline_sales_{{now|format:'yyyyMMdd'}}.csv").stream()
        .filter(setting -> !setting.name().equals(FileRules.NUMBERS))
        .map(CriteoSettingSpecs::withHeader)
        .toList();
  }

  private static Setting withHeader(Setting setting) {
    return setting.name().equals("header")
        ? setting.usually("true", "true: Criteo reads columns by their names in line 1")
        : setting;
  }
}
