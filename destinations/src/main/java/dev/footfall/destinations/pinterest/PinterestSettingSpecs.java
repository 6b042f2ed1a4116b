package dev.footfall.destinations.pinterest;

import static dev.footfall.destinations.pinterest.PinterestSpec.API;
import static dev.footfall.destinations.pinterest.PinterestSpec.CSV_FILE;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;

/** What an operator may set. */
final class PinterestSettingSpecs {
  /** The credential's only field. */
  static final String TOKEN = "conversion_access_token";

  private PinterestSettingSpecs() {}

  static List<Setting> settings() {
    Setting mode =
        Settings.mode(
            "Requests to the Conversions API, or files that a person uploads.", API, CSV_FILE);
    return Settings.all(
        List.of(mode),
        time(),
        Settings.in(API, target(), reading(), privacy(), requests(), Settings.patience(6)),
        Settings.in(CSV_FILE, file()));
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
    return List.of(Settings.timezone(), Settings.futureTolerance());
  }

  private static List<Setting> reading() {
    return List.of(
        Settings.defaultPhoneRegionOfRowsWithoutCountry(),
        Settings.dateOrder("birthdate_slash_order", "a/b/yyyy"),
        Settings.flag(
            "require_external_id", false, "Whether rows without a customer id are refused."));
  }

  private static List<Setting> target() {
    return List.of(
        Setting.required(
            "ad_account_id",
            ValueRule.shaped("\\d{1,18}", "1 to 18 digits"),
            "The ad account; in the URL of Ads Manager and on the Ad Account Overview."),
        Settings.address("base_url", "https://api.pinterest.com", "Where the API is"),
        Settings.flag(
            "test_mode",
            false,
            "Asks Pinterest to check events without recording them; off in production."),
        Setting.optional(
            "partner_name",
            ValueRule.shaped("|ss-[a-z0-9][a-z0-9-]{0,60}", "ss- and a lower-case name, or blank"),
            "The third party that sends for the advertiser; ss-footfall unless given, blank for"
                + " none."),
        Settings.batchSize(500, 1000),
        Settings.windowDays("window_days", 7, 7));
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

  private static List<Setting> requests() {
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
            "How fast requests may follow each other."));
  }

  private static List<Setting> file() {
    return List.of(
        Settings.fileNamePrefix("pinterest_offline"),
        Settings.windowDays("csv_window_days", 30, 30),
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
        Settings.flag("csv_include_madid", false, "Whether lines carry a mobile ad id."),
        Settings.flag("csv_include_currency", false, "Whether lines carry the currency."),
        Setting.of(
            "csv_max_rows", new ValueRule.Whole(1, 9_999_999), "9999999", "Most lines of a file."),
        Setting.of(
            "csv_max_bytes",
            new ValueRule.Whole(1, 4_999_999_999L),
            "4900000000",
            "Most bytes of a file."),
        Settings.skipExported());
  }
}
