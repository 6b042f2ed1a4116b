package dev.footfall.destinations.snapchat;

import static dev.footfall.destinations.snapchat.SnapchatSpec.API;
import static dev.footfall.destinations.snapchat.SnapchatSpec.FILE;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.core.file.FileRules;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator may set. */
final class SnapchatSettingSpecs {
  /** The credential's field for a token that lasts. */
  static final String TOKEN = "capi_token";

  private static final ValueRule CURRENCY =
      ValueRule.shaped("[A-Z]{3}", "an ISO 4217 code such as USD");
  private static final ValueRule TOKEN_TEXT =
      ValueRule.shaped("\\S{1,4096}", "at most 4096 characters without spaces");

  private SnapchatSettingSpecs() {}

  static List<Setting> settings() {
    return Settings.all(
        List.of(mode()),
        reading(),
        time(),
        Settings.in(
            FILE,
            file(),
            FileRules.settings("snapchat_offline_events_{{now|format:'yyyyMMdd_HHmmss'}}.csv")),
        Settings.in(API, target(), requests()));
  }

  private static Setting mode() {
    return Settings.mode(
        "Files that a person uploads in Events Manager, or requests to the Conversions API.",
        FILE,
        API);
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.of(
            "default_event_type",
            new ValueRule.Choice(EventName.names()),
            EventName.PURCHASE.name(),
            "What rows are that do not say; in files also a column where the query has none."),
        Setting.optional(
            "default_currency", CURRENCY, "Currency of orders whose currency cells are empty."),
        Setting.optional(
            "extra_currencies",
            new ValueRule.Words(Pattern.compile("[A-Z]{3}"), "ISO 4217 codes"),
            "Currencies that Snapchat takes besides those that are known to be taken."),
        Settings.defaultPhoneRegionOfRowsWithoutCountry(),
        Setting.optional(
            "default_country",
            new ValueRule.Region(),
            "Country for states and postal codes of rows that have none."),
        Setting.of(
            "price_is",
            ValueRule.choice("line_total", "unit_price", "order_total"),
            "line_total",
            "What the column price holds; the canonical price is always that of one unit."),
        Settings.dateOrder("birthdate_order", "a/b/yyyy and a.b.yyyy"),
        Settings.flag(
            "include_returns",
            false,
            "Whether rows marked as returns or cancellations are sent; negative amounts never"
                + " are."));
  }

  private static List<Setting> time() {
    return List.of(
        Settings.timezone(),
        Settings.windowDays("window_days", 37, 37),
        Settings.futureTolerance());
  }

  private static List<Setting> file() {
    return List.of(
        Setting.of(
            "file_grain",
            ValueRule.choice("as_rows", "by_transaction"),
            "as_rows",
            "A line for each row of the query, or for each order; canonical rows are always"
                + " by_transaction."),
        Setting.of(
            "delta_mode",
            ValueRule.choice("window_only", "new_rows_only"),
            "window_only",
            "All rows of the window in every run, or only those that no earlier file held; by SFTP"
                + " the latter unless given."),
        Setting.of(
            "event_type_style",
            ValueRule.choice("as_given", "canonical"),
            "as_given",
            "Event types as the query spells them, or in capitals."),
        Setting.of(
            "file_timestamp_format",
            ValueRule.choice("iso8601", "epoch_seconds", "epoch_millis"),
            "iso8601",
            "How times are written."));
  }

  private static List<Setting> target() {
    return List.of(
        Setting.required(
            "pixel_id",
            ValueRule.shaped("[A-Za-z0-9_-]{1,100}", "at most 100 letters, digits, - and _"),
            "The Snap Pixel that owns the offline events; in Events Manager."),
        Setting.of(
            "auth_mode",
            ValueRule.choice("capi_token", "oauth"),
            "capi_token",
            "A token that lasts, or an OAuth app whose access tokens are renewed."),
        Setting.of(
            "base_url",
            new ValueRule.Url(),
            "https://tr.snapchat.com",
            "Where the API is; https://tr-shadow.snapchat.com is Snap's staging."),
        Setting.of(
            "token_url",
            new ValueRule.Url(),
            "https://accounts.snapchat.com/login/oauth2/access_token",
            "Where access tokens are renewed."),
        Settings.flag(
            "validate_only",
            false,
            "Asks Snapchat to check events without recording them; off in production."),
        Setting.optional(
            "test_event_code",
            ValueRule.shaped("[\\x21-\\x7E]{1,100}", "at most 100 characters without spaces"),
            "Shows events in Events Manager, Test Events; off in production."),
        Settings.flag(
            "drop_opted_out",
            true,
            "Leave out people who opted out, rather than send them with opt_out; files always"
                + " do."));
  }

  private static List<Setting> requests() {
    return List.of(
        Setting.optional(
            "integration",
            ValueRule.shaped("[\\x21-\\x7E]{1,100}", "at most 100 characters without spaces"),
            "The name of a registered partner of Snap."),
        Setting.optional(
            "default_event_source_url",
            ValueRule.shaped("https?://[^\\s/]+\\S*", "an absolute http or https address"),
            "The page of events that name none."),
        Setting.of(
            "max_batch_events", new ValueRule.Whole(1, 2000), "2000", "Most events in a request."),
        Setting.of(
            "max_batch_bytes",
            new ValueRule.Whole(10_000, 2_000_000),
            "2000000",
            "Most bytes of a request; Snapchat publishes no limit."),
        Setting.of(
            "requests_per_second",
            ValueRule.shaped("0?\\.[1-9]|[1-9](\\.\\d)?|10(\\.0)?", "a number from 0.1 to 10"),
            "5",
            "How fast requests may follow each other."));
  }

  static List<CredentialField> credential() {
    return List.of(
        field(
                TOKEN,
                "Ads Manager, Business Details, Conversions API Tokens, Generate Token, as the"
                    + " organization that owns the pixel; for auth_mode capi_token.")
            .where("auth_mode", "capi_token"),
        new CredentialField(
                "client_id",
                Need.OPTIONAL,
                TOKEN_TEXT,
                false,
                "Business Details, OAuth Apps; for auth_mode oauth.")
            .where("auth_mode", "oauth"),
        field("client_secret", "Shown once when the OAuth app is made; for auth_mode oauth.")
            .where("auth_mode", "oauth"),
        field(
            "refresh_token",
            "'footfall authorise' gets and keeps it, with the scope"
                + " snapchat-offline-conversions-api; for auth_mode oauth."));
  }

  private static CredentialField field(String name, String help) {
    return new CredentialField(name, Need.OPTIONAL, TOKEN_TEXT, true, help);
  }
}
