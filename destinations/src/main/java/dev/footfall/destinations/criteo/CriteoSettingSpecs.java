package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an operator may set. */
final class CriteoSettingSpecs {
  private static final ValueRule FLAG = new ValueRule.Flag();
  private static final ValueRule CHARACTER =
      ValueRule.shaped("[\\x21-\\x7E&&[^\"A-Za-z0-9]]", "one punctuation character, no quote");

  private CriteoSettingSpecs() {}

  static List<Setting> settings() {
    return Stream.of(layout(), values(), window(), file()).flatMap(List::stream).toList();
  }

  private static List<Setting> layout() {
    return List.of(
        Setting.of("mode", ValueRule.choice(CriteoSpec.FILE), CriteoSpec.FILE, "How lines leave."),
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
        Setting.of(
            "hash_customer_id",
            FLAG,
            "false",
            "Whether keys other than e-mails are hashed with SHA-256."));
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
        Setting.of(
            "include_returns",
            FLAG,
            "false",
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
        Setting.optional(
            "timezone",
            new ValueRule.Zone(),
            "Zone of times without one; else the orchestration's."),
        Setting.of(
            "delta_mode",
            ValueRule.choice("new_rows_only", "window_only"),
            "new_rows_only",
            "Only lines that no earlier file held, or all of the window."));
  }

  private static List<Setting> file() {
    return List.of(
        Setting.folder(),
        Setting.of(
            "file_format",
            ValueRule.choice("csv", "tsv", "psv", "custom"),
            "csv",
            "What stands between cells: comma, tab, bar, or delimiter."),
        Setting.optional("delimiter", CHARACTER, "The character of file_format custom."),
        Setting.of("header", FLAG, "true", "Whether line 1 names the columns; Criteo wants it."),
        Setting.of(
            "quote_mode",
            ValueRule.choice("all", "all_non_null", "minimal", "non_numeric", "none"),
            "minimal",
            "Which cells stand in quotes."),
        Setting.optional(
            "escape_char", CHARACTER, "Stands before special characters; quotes double without."),
        Setting.of("line_ending", ValueRule.choice("LF", "CRLF"), "LF", "What ends a line."),
        Setting.optional(
            "filename_template",
            ValueRule.shaped("[^/\\\\\\p{Cntrl}]{1,200}", "a file name without folders"),
            "Name of the files, with {{now}}, {{now|format:'yyyyMMdd'}}, {{run_id}} and"
                + " {{file_number}}; offline_sales_ and the date unless given."),
        Setting.of(
            "filename_timezone", new ValueRule.Zone(), "UTC", "The zone of now in file names."),
        Setting.of(
            "split",
            ValueRule.choice("none", "rows", "megabytes"),
            "none",
            "Whether files are split, by split_rows or split_megabytes."),
        Setting.of(
            "split_rows", new ValueRule.Whole(50_000, 10_000_000), "1000000", "Lines of a file."),
        Setting.of("split_megabytes", new ValueRule.Whole(1, 2000), "500", "Megabytes of a file."),
        Setting.of(
            "write_empty_file",
            FLAG,
            "false",
            "Whether a file with a header alone is written when there is nothing to send."));
  }
}
