package dev.footfall.destinations.tiktok;

import static dev.footfall.destinations.tiktok.TikTokSettings.API;
import static dev.footfall.destinations.tiktok.TikTokSettings.CSV_FILE;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;

/** What an operator may set. */
final class TikTokSettingSpecs {
  private static final ValueRule DIGITS = ValueRule.shaped("\\d{1,20}", "1 to 20 digits");
  private static final String NINETEEN = "\\d{19}";
  private static final String IN_WORDS = "19 digits";

  private TikTokSettingSpecs() {}

  static List<Setting> settings() {
    return Settings.all(
        target(),
        reading(),
        Settings.in(API, request(), Settings.patience(6), pace()),
        Settings.in(CSV_FILE, file()));
  }

  private static List<Setting> target() {
    return List.of(
        Settings.mode("Requests to the Events API, or files that a person uploads.", API, CSV_FILE),
        Setting.of(
                "auth_mode",
                ValueRule.choice("access_token", "oauth"),
                "access_token",
                "A token that is pasted, or one that is exchanged and renewed.")
            .in(API),
        Setting.required(
                "advertiser_id", DIGITS, "The ad account, normally 19 digits; owns the event set.")
            .usually(NINETEEN, IN_WORDS)
            .in(API),
        Setting.optional(
                "event_set_id",
                DIGITS,
                "The offline event set for rows that name none, normally 19 digits; in file names"
                    + " too.")
            .usually(NINETEEN, IN_WORDS),
        Setting.of(
            "event_source", ValueRule.choice("offline"), "offline", "Offline events, no others."),
        Setting.optional(
                "auto_tracking",
                new ValueRule.Flag(),
                "true switches the event set's auto-tracking on; it is never switched off.")
            .in(API),
        Settings.address("base_url", "https://business-api.tiktok.com", "Where the API is")
            .in(API));
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.optional(
            "fixed_event_name",
            new ValueRule.Choice(EventTypes.namesAndLabels()),
            "The event of rows that name none."),
        Settings.defaultPhoneRegion(),
        Setting.of(
            "default_currency",
            new ValueRule.Choice(TikTokCurrencies.CODES),
            "USD",
            "The currency of orders that name none."),
        Settings.timezone(),
        Settings.windowDays("window_days", 28, 28),
        Settings.futureTolerance(),
        Settings.flag(
                "send_external_id",
                false,
                "Also send the hashed customer id, which TikTok lists for web events only.")
            .in(API));
  }

  private static List<Setting> request() {
    return List.of(
        Setting.optional(
            "partner_name",
            ValueRule.shaped("[A-Za-z0-9 ._-]{1,64}", "1 to 64 of A-Z a-z 0-9 space . _ -"),
            "A name for the system that sends."),
        Settings.flag(
            "limited_data_use",
            false,
            "Accepted without effect: TikTok has no such mark for offline events."),
        Setting.optional(
            "test_event_code",
            ValueRule.shaped("\\S{1,64}", "1 to 64 characters without spaces"),
            "Sends events to the Test events tab; the ledger then remembers nothing."),
        Settings.batchSize(500, 1000),
        Setting.of(
            "max_request_bytes",
            new ValueRule.Whole(10_000, 5_000_000),
            "1000000",
            "Most bytes of one request."));
  }

  private static List<Setting> pace() {
    return List.of(
        Setting.of(
            "max_requests_per_second",
            new ValueRule.Whole(1, 1000),
            "10",
            "How fast requests may follow each other."));
  }

  private static List<Setting> file() {
    return List.of(
        Setting.of(
            "csv_vocabulary",
            ValueRule.choice("original", "current"),
            "original",
            "Complete Payment and SubmitForm, or Purchase and Lead."),
        Setting.of(
            "csv_grain",
            ValueRule.choice("item", "order"),
            "item",
            "A line for each row, or one for each order."),
        Settings.flag("csv_hash_pii", true, "Write SHA-256 instead of plain identities."),
        Setting.of(
            "csv_max_bytes",
            new ValueRule.Whole(1_000_000, 50_000_000),
            "10000000",
            "Most bytes of one file."),
        Settings.skipExported(),
        Settings.fileNamePrefix("tiktok_offline"));
  }

  static List<CredentialField> credential() {
    ValueRule secret = ValueRule.shaped("\\S{1,512}", "at most 512 characters without spaces");
    return List.of(
        new CredentialField(
            TikTokToken.ACCESS_TOKEN,
            Need.OPTIONAL,
            secret,
            true,
            "Events Manager, the event set, Generate access token; needed unless auth_mode is"
                + " oauth."),
        new CredentialField(
            TikTokToken.APP_ID,
            Need.OPTIONAL,
            ValueRule.shaped("\\d{1,20}", "digits"),
            false,
            "The developer app; needed for oauth."),
        new CredentialField(
            TikTokToken.APP_SECRET,
            Need.OPTIONAL,
            secret,
            true,
            "The developer app's secret; needed for oauth."),
        new CredentialField(
            TikTokToken.AUTH_CODE,
            Need.OPTIONAL,
            secret,
            true,
            "The code that TikTok's authorisation page sent back; 'footfall authorise' spares it."),
        new CredentialField(
            TikTokToken.REFRESH_TOKEN,
            Need.OPTIONAL,
            secret,
            true,
            "Renews the access token, where TikTok issued one; kept up to date by renewals."));
  }
}
