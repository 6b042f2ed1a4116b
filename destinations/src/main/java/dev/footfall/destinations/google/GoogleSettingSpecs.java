package dev.footfall.destinations.google;

import static dev.footfall.destinations.google.GoogleSpec.DATA_MANAGER;
import static dev.footfall.destinations.google.GoogleSpec.GOOGLE_ADS;
import static dev.footfall.destinations.google.GoogleSpec.STORE_SALES_CSV;

import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;

/** What an operator may set. */
final class GoogleSettingSpecs {
  /** As Google's template for retailers has it. */
  static final String HEADER =
      "Email,Email,Email,First Name,Last Name,City,State,Zip,Country,Phone Number,Phone Number,"
          + "Phone Number,Conversion Name,Conversion Time,Conversion Value,Conversion Currency";

  private static final ValueRule ACCOUNT =
      ValueRule.shaped(" *([0-9][ -]*){10}", "ten digits, such as 123-456-7890");
  private static final ValueRule SOURCE =
      ValueRule.choice(GoogleWords.SOURCES.toArray(String[]::new));
  private static final ValueRule CONSENT = ValueRule.choice("GRANTED", "DENIED", "UNSPECIFIED");
  private static final ValueRule SHARE =
      ValueRule.shaped("1(\\.0{1,6})?|0?\\.(?=0*[1-9])[0-9]{1,6}", "above 0 and at most 1");

  private GoogleSettingSpecs() {}

  static List<Setting> settings() {
    Setting mode =
        Settings.mode(
            "The Data Manager API, the Google Ads API (old accounts), or files of store sales.",
            DATA_MANAGER,
            GOOGLE_ADS,
            STORE_SALES_CSV);
    return Settings.all(
        List.of(mode),
        reading(),
        Settings.in(List.of(DATA_MANAGER, GOOGLE_ADS), account(), action(), request()),
        Settings.in(DATA_MANAGER, dataManager()),
        Settings.in(GOOGLE_ADS, googleAds()),
        Settings.in(STORE_SALES_CSV, file()));
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.optional(
            "conversion_action_name",
            ValueRule.shaped("[^\\p{Cntrl}]{1,100}", "at most 100 characters"),
            "The conversion action, by name; files need it, the APIs may have its id instead."),
        Setting.optional(
            "default_currency",
            ValueRule.shaped("[A-Za-z]{3}", "an ISO 4217 code such as USD"),
            "Currency of orders without one."),
        Settings.defaultCountry(),
        Settings.timezone(),
        Settings.flag(
            "drop_denied_consent",
            true,
            "Leave out people whose ad_user_data is denied; files always do."));
  }

  private static List<Setting> account() {
    return List.of(
        Setting.required("customer_id", ACCOUNT, "The Google Ads account, top right in its pages."),
        Setting.optional(
            "login_customer_id", ACCOUNT, "The manager account through which access is had."),
        Settings.address(
            "base_url_oauth", "https://oauth2.googleapis.com", "Where tokens are made"),
        Settings.address(
            "base_url_authorize", "https://accounts.google.com", "Where a person consents"),
        Setting.of(
            "base_url_ads",
            new ValueRule.Url(),
            "https://googleads.googleapis.com",
            "Where the Google Ads API is; it also looks up conversion actions."),
        Setting.of(
            "api_version",
            ValueRule.shaped("v[0-9]{2}", "a version such as v25"),
            "v25",
            "Version of the Google Ads API."));
  }

  private static List<Setting> action() {
    return List.of(
        Setting.optional(
            "conversion_action_id",
            ValueRule.shaped("[0-9]{1,18}", "digits"),
            "The conversion action, by id: ctId in the address of its page; else by name."),
        Settings.flag(
            "create_conversion_action",
            true,
            "Make the named conversion action when it is missing; it takes events 6 hours later."));
  }

  private static List<Setting> request() {
    return List.of(
        Setting.of(
            "send_cart_data",
            ValueRule.choice("auto", "never"),
            "auto",
            "Whether items with a product_id go along."),
        Setting.optional(
            "merchant_center_id",
            ValueRule.shaped("[0-9]{1,18}", "digits"),
            "The Merchant Center account; wins over the column merchant_id."),
        Setting.of(
            "default_ad_user_data", CONSENT, "UNSPECIFIED", "Consent of rows that say nothing."),
        Setting.of(
            "default_ad_personalization",
            CONSENT,
            "UNSPECIFIED",
            "Consent to personalised ads of rows that say nothing."),
        Settings.flag("validate_only", false, "Have Google check events without storing."),
        Settings.batchSize(2000, GoogleSpec.MOST_EVENTS),
        Settings.maxAttempts(10));
  }

  private static List<Setting> dataManager() {
    return List.of(
        Setting.of(
            "event_source_click", SOURCE, "WEB", "Event source of rows with a click id alone."),
        Setting.of(
            "event_source_no_click", SOURCE, "IN_STORE", "Event source of rows without click id."),
        Setting.of(
            "conversion_action_type",
            ValueRule.choice("UPLOAD_CLICKS", "STORE_SALES"),
            "UPLOAD_CLICKS",
            "Type of a conversion action that is given by id; by name it is looked up."),
        Setting.optional(
            "quota_project",
            ValueRule.shaped("[a-z0-9.:-]{1,100}", "a cloud project's id"),
            "The cloud project whose quota counts, for OAuth credentials."),
        Setting.of(
            "await_diagnostics_minutes",
            new ValueRule.Whole(0, 1440),
            "0",
            "How long a run waits for Google's judgement; it comes after half an hour or later."),
        Settings.address(
            "base_url_dm", "https://datamanager.googleapis.com", "Where the Data Manager API is"));
  }

  private static List<Setting> googleAds() {
    return List.of(
        Setting.optional(
            "developer_token",
            ValueRule.shaped("\\S{1,100}", "text without spaces"),
            "Sent only if set; Google stopped asking for it."),
        Settings.flag(
            "send_conversion_environment",
            false,
            "Send conversion_environment; only accounts that Google has listed may."),
        Setting.of(
            "user_identifier_source",
            ValueRule.choice("FIRST_PARTY", "THIRD_PARTY", "none"),
            "FIRST_PARTY",
            "Who collected e-mails and phones."));
  }

  private static List<Setting> file() {
    return List.of(
        Setting.required(
            "loyalty_rate", SHARE, "Share of all transactions that can be tied to a customer."),
        Setting.required(
            "transaction_upload_rate", SHARE, "Share of those transactions that is uploaded."),
        Settings.flag("hash_csv", true, "Hash e-mails, phones and names."),
        Setting.of(
            "max_rows_per_file",
            new ValueRule.Whole(1, 300_000),
            "100000",
            "Most lines of a file; scheduled uploads take 100000, uploads by hand 300000."),
        Setting.of(
            "csv_header",
            ValueRule.shaped("[^,\\p{Cntrl}]*(,[^,\\p{Cntrl}]*){15}", "16 names with commas"),
            HEADER,
            "The second line of a file; compare it with the template in the account."));
  }
}
