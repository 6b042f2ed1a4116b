package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator may set. */
final class TradeDeskSettingSpecs {
  static final String API_TOKEN = "api_token";
  static final String ADVERTISER_SECRET = "advertiser_secret";
  static final String PROVIDER_SECRET = "data_provider_secret";
  static final String UID2_KEY = "uid2_api_key";
  static final String UID2_SECRET = "uid2_client_secret";

  private static final ValueRule NAME =
      ValueRule.shaped("[^\\p{Cntrl}]{1,256}", "at most 256 characters");
  private static final ValueRule TOKEN_TEXT =
      ValueRule.shaped("\\S{1,4096}", "at most 4096 characters without spaces");

  private TradeDeskSettingSpecs() {}

  static List<Setting> settings() {
    return Settings.all(target(), identity(), reading(), time(), requests());
  }

  private static List<Setting> target() {
    return List.of(
        Setting.required(
            "advertiser_id",
            NAME,
            "The advertiser: Preferences, First Party Data Credentials. Not sent; the ledger"
                + " knows what was delivered by it."),
        Setting.required(
            "offline_data_provider_id",
            NAME,
            "The brand's own offline data provider, from its account manager."),
        Setting.optional(
            "tracking_tag_id", NAME, "The offline tracking tag of rows that name none."),
        Setting.optional(
            "tracking_tag_name", NAME, "The tag's name in the platform's pages; a label only."),
        Setting.optional(
            "merchant_id",
            ValueRule.shaped("\\d{1,20}", "1 to 20 digits"),
            "For retailers that are merchants of The Trade Desk."),
        Setting.of(
            "auth_mode",
            ValueRule.choice("token", "signature"),
            "token",
            "A Data API token in a header, or a signature made with a secret."),
        Setting.of(
            "signature_key",
            ValueRule.choice("advertiser", "data_provider"),
            "advertiser",
            "Whose secret signs, with auth_mode signature."),
        Settings.address("base_url", "https://offlineattrib.adsrvr.org", "Where conversions go"));
  }

  private static List<Setting> identity() {
    return List.of(
        Setting.of(
            "identity_scope",
            ValueRule.choice("UID2", "EUID", "NONE"),
            "UID2",
            "What e-mails and phones are exchanged for; with NONE they are left out."),
        Setting.optional(
            "uid2_base_url",
            new ValueRule.Url(),
            "The UID2 or EUID operator; https://prod.uidapi.com or https://prod.euid.eu unless"
                + " given."),
        Setting.of(
            "uid2_batch_size",
            new ValueRule.Whole(1, 5000),
            "5000",
            "Most identifiers in one question to the operator."),
        Setting.of("uid2_concurrency", new ValueRule.Whole(1, 20), "4", "Most questions at once."),
        Setting.of(
            "uid2_cache_hours",
            new ValueRule.Whole(0, 24),
            "24",
            "How long an answer may be used again, within one run."),
        Setting.of(
            "opt_out_scope",
            ValueRule.choice("identifier", "row"),
            "identifier",
            "Whether an opt-out at the operator withholds that identifier, or the whole row."),
        Settings.flag(
            "accept_prehashed", true, "Whether e-mails and phones may come hashed from the query."),
        Setting.of(
            "identity_output",
            ValueRule.choice("one_event_per_identifier", "user_id_array"),
            "one_event_per_identifier",
            "Whether a person's identifiers make an item each, or one item with all of them."));
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.of(
            "default_event_name",
            new ValueRule.Choice(EventName.words()),
            "purchase",
            "What rows are that do not say."),
        Setting.optional(
            "default_currency",
            ValueRule.shaped("[A-Z]{3}", "an ISO 4217 code such as USD"),
            "Currency of values that have none."),
        Settings.defaultPhoneRegion(),
        Setting.optional(
            "allowed_countries",
            new ValueRule.Words(Pattern.compile("[A-Z]{3}"), "three-letter country codes"),
            "Where conversions may have happened; USA for UID2 and everywhere for EUID unless"
                + " given, everywhere when blank."),
        Setting.of(
            "send_line_items",
            ValueRule.choice("always", "with_merchant_only"),
            "always",
            "Whether line items go, or only beside a merchant."),
        Setting.of(
            "storeid_slot",
            ValueRule.choice(
                "TD1", "TD2", "TD3", "TD4", "TD5", "TD6", "TD7", "TD8", "TD9", "TD10", "none"),
            "TD10",
            "The slot in which the store goes."));
  }

  private static List<Setting> time() {
    return List.of(
        Settings.timezone(),
        Settings.windowDays("window_days", 25, 30),
        Settings.futureTolerance());
  }

  private static List<Setting> requests() {
    return List.of(
        Setting.of(
            "max_batch_events", new ValueRule.Whole(1, 10_000), "1000", "Most items in a request."),
        Setting.of(
            "max_batch_bytes",
            new ValueRule.Whole(10_000, 2_500_000),
            "1000000",
            "Most bytes of a request; The Trade Desk publishes no limit."),
        Setting.of(
            "max_concurrency", new ValueRule.Whole(1, 4), "1", "Most requests under way at once."),
        Settings.flag(
            "send_trace_id", true, "Whether requests carry the run's id and their number in it."));
  }

  static List<CredentialField> credential() {
    return List.of(
        usual(API_TOKEN, "Manage API tokens: a Data API token; for auth_mode token.")
            .where("auth_mode", "token"),
        field(
                ADVERTISER_SECRET,
                "Preferences, First Party Data Credentials, beside the advertiser's id; for"
                    + " auth_mode signature.")
            .where("auth_mode", "signature")
            .where("signature_key", "advertiser"),
        field(
                PROVIDER_SECRET,
                "The offline data provider's secret key; signs a second header when it is given.")
            .where("auth_mode", "signature")
            .where("signature_key", "data_provider"),
        mapped(
            usual(
                UID2_KEY,
                "The UID2 or EUID portal: an API key with the role Mapper; unless identity_scope is"
                    + " NONE.")),
        mapped(
            new CredentialField(
                UID2_SECRET,
                Need.RECOMMENDED,
                ValueRule.shaped("[A-Za-z0-9+/]{43}=", "Base64 of 32 bytes"),
                true,
                "Shown once with the operator's API key; unless identity_scope is NONE.")));
  }

  /** One without which no e-mail and no phone becomes an identifier. */
  private static CredentialField mapped(CredentialField field) {
    return field.where("identity_scope", "UID2", "EUID").forColumns("email", "phone");
  }

  /** One that most accounts need, so that a new project lists it. */
  private static CredentialField usual(String name, String help) {
    return new CredentialField(name, Need.RECOMMENDED, TOKEN_TEXT, true, help);
  }

  private static CredentialField field(String name, String help) {
    return new CredentialField(name, Need.OPTIONAL, TOKEN_TEXT, true, help);
  }
}
