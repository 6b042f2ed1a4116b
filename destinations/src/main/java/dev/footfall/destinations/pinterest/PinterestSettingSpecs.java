package dev.footfall.destinations.pinterest;

import static dev.footfall.destinations.pinterest.PinterestSpec.API;
import static dev.footfall.destinations.pinterest.PinterestSpec.CSV_FILE;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.stream.Stream;

/** What an operator may set. */
final class PinterestSettingSpecs {
  /** The credential's only field. */
  static final String TOKEN = "conversion_access_token";

  private static final ValueRule FLAG = new ValueRule.Flag();

  private PinterestSettingSpecs() {}

  static List<Setting> settings() {
    Setting mode =
        Setting.of(
            "mode",
            ValueRule.choice(API, CSV_FILE),
            API,
            "Requests to the Conversions API, or files that a person uploads.");
    return Stream.of(
            Stream.of(mode),
            time().stream(),
            Stream.of(target(), reading(), privacy(), transport())
                .flatMap(List::stream)
                .map(setting -> setting.in(API)),
            file().stream().map(setting -> setting.in(CSV_FILE)))
        .flatMap(each -> each)
        .toList();
  }

  static CredentialField token() {
    return new CredentialField(
        TOKEN,
        Need.REQUIRED,
        ValueRule.shaped("\\S{1,2048}", "at most 2048 characters without spaces"),
        true,
        "Ads Manager, Ad Account Overview, Conversions, Conversions API, Set up API, Conversion"
            + " access token, Generate new token; not needed for files.");
  }

  private static List<Setting> time() {
    return List.of(
        Setting.optional(
            "timezone",
            new ValueRule.Zone(),
            "Zone of times without one; else the orchestration's."),
        Setting.of(
            "future_tolerance_seconds",
            new ValueRule.Whole(0, 3600),
            "300",
            "How far ahead events may be, for clocks that differ."));
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.of(
            "default_phone_region",
            new ValueRule.Region(),
            "US",
            "Where phones without a country code belong when the row has no usable country."),
        Setting.of(
            "birthdate_slash_order",
            ValueRule.choice("MDY", "DMY"),
            "MDY",
            "Whether the month or the day comes first in a/b/yyyy."),
        Setting.of(
            "require_external_id",
            FLAG,
            "false",
            "Whether rows without a customer id are refused."));
  }

  private static List<Setting> target() {
    return List.of(
        Setting.required(
            "ad_account_id",
            ValueRule.shaped("\\d{1,18}", "1 to 18 digits"),
            "The ad account; in the URL of Ads Manager and on the Ad Account Overview."),
        Setting.of(
            "base_url",
            new ValueRule.Url(),
            "https://api.pinterest.com",
            "Where the API is; another address is for tests and proxies."),
        Setting.of(
            "test_mode",
            FLAG,
            "false",
            "Asks Pinterest to check events without recording them; off in production."),
        Setting.optional(
            "partner_name",
            ValueRule.shaped("|ss-[a-z0-9][a-z0-9-]{0,60}", "ss- and a lower-case name, or blank"),
            "The third party that sends for the advertiser; ss-footfall unless given, blank for"
                + " none."),
        Setting.of(
            "batch_size", new ValueRule.Whole(1, 1000), "500", "Most events in one request."),
        Setting.of(
            "window_days", new ValueRule.Whole(1, 7), "7", "How old events may be, in days."));
  }

  private static List<Setting> privacy() {
    return List.of(
        Setting.of(
            "opt_out_policy",
            ValueRule.choice("send_ldp", "suppress"),
            "send_ldp",
            "Orders of people who opted out: sent for limited data processing, or not at all."),
        Setting.of(
            "event_id_without_order",
            ValueRule.choice("empty", "derived"),
            "empty",
            "The event id of rows without order id: empty, or made of person and time."));
  }

  private static List<Setting> transport() {
    ValueRule millis = new ValueRule.Whole(1, 120_000);
    return List.of(
        Setting.of(
            "max_request_bytes",
            new ValueRule.Whole(10_000, 10_000_000),
            "2000000",
            "Most bytes of one request; Pinterest publishes no limit."),
        Setting.of(
            "max_requests_per_minute",
            new ValueRule.Whole(1, 5000),
            "600",
            "How fast requests may follow each other."),
        Setting.of("connect_timeout_ms", millis, "5000", "How long to wait for a connection."),
        Setting.of("read_timeout_ms", millis, "30000", "How long to wait for an answer."),
        Setting.of(
            "max_attempts", new ValueRule.Whole(1, 10), "6", "How often one request is tried."));
  }

  private static List<Setting> file() {
    return List.of(
        Setting.of(
            "file_name_prefix",
            ValueRule.shaped("[A-Za-z0-9_-]{1,40}", "1 to 40 letters, digits, _ or -"),
            "pinterest_offline",
            "How file names begin."),
        Setting.of(
            "csv_window_days", new ValueRule.Whole(1, 30), "30", "How old events may be, in days."),
        Setting.of(
            "csv_source_header",
            ValueRule.choice("source_type", "event_source"),
            "source_type",
            "Header of the column that says offline."),
        Setting.of(
            "csv_email_columns",
            new ValueRule.Whole(1, 4),
            "1",
            "How many e-mails a line has room for."),
        Setting.of("csv_include_madid", FLAG, "false", "Whether lines carry a mobile ad id."),
        Setting.of("csv_include_currency", FLAG, "false", "Whether lines carry the currency."),
        Setting.of(
            "csv_max_rows", new ValueRule.Whole(1, 9_999_999), "9999999", "Most lines of a file."),
        Setting.of(
            "csv_max_bytes",
            new ValueRule.Whole(1, 4_999_999_999L),
            "4900000000",
            "Most bytes of a file."),
        Setting.of(
            "csv_skip_exported",
            FLAG,
            "true",
            "Leave out what an earlier file of this destination held."));
  }
}
