package dev.footfall.destinations.meta;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator may set, and what a credential holds. */
final class MetaSettingSpecs {
  private MetaSettingSpecs() {}

  static List<Setting> settings() {
    return Settings.all(target(), reading(), policies());
  }

  private static List<Setting> target() {
    return List.of(
        Setting.required(
            "dataset_id",
            ValueRule.shaped("\\d{5,20}", "5 to 20 digits"),
            "The consolidated dataset (pixel) that receives the events."),
        Setting.of(
            "api_version",
            ValueRule.shaped("v\\d{1,2}\\.\\d", "a version such as v25.0"),
            "v25.0",
            "Version of the Graph API."),
        Settings.address("base_url", "https://graph.facebook.com", "Where the Graph API is"),
        Settings.address(
            "base_url_authorize",
            "https://www.facebook.com",
            "Where a person consents to an app of yours"),
        Setting.optional(
            "test_event_code",
            ValueRule.shaped("[A-Za-z0-9_-]{1,64}", "1 to 64 letters, digits, _ or -"),
            "Shows events under Test Events. Meta still uses them: no safe mode for customers."),
        Setting.optional(
            "partner_agent",
            ValueRule.shaped("[^\\p{Cntrl}]{1,23}", "at most 23 characters"),
            "A tag for the platform that sends."),
        Setting.optional(
            "upload_tag",
            ValueRule.shaped("[^\\p{Cntrl}]{1,100}", "at most 100 characters"),
            "A label for the uploads."),
        Settings.batchSize(1000, 1000));
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.of(
            "default_action_source",
            new ValueRule.Choice(ActionSource.words()),
            "physical_store",
            "Where events happened whose row does not say."),
        Setting.of(
            "default_event_name",
            new ValueRule.Choice(EventName.STANDARD),
            "Purchase",
            "What happened where the row does not say."),
        Setting.optional(
            "default_currency",
            ValueRule.shaped("[A-Za-z]{3}", "an ISO 4217 code such as USD"),
            "The currency of rows without one."),
        Settings.defaultCountry(),
        Setting.optional(
            "timezone",
            new ValueRule.Zone(),
            "Zone of times without one and of the calendar-day window; else the orchestration's."));
  }

  private static List<Setting> policies() {
    return List.of(
        Setting.of(
            "identity_policy",
            ValueRule.choice("email_or_phone", "meta_minimum"),
            "email_or_phone",
            "What an event needs to know of its person: an e-mail or phone, or what Meta takes."),
        Setting.of(
            "value_semantics",
            ValueRule.choice("order_total", "line_total"),
            "order_total",
            "Whether value is the order's total on each of its rows, or the row's own amount."),
        Settings.flag(
            "hash_external_id",
            true,
            "Whether external_id is hashed; must equal what the pixel sends."),
        Setting.of(
            "initial_load",
            ValueRule.choice("auto", "force", "off"),
            "auto",
            "The 62-day window of store events: until the first accepted, in the next run, never."),
        Setting.of(
            "ldu_mode",
            ValueRule.choice("off", "all", "by_state"),
            "off",
            "Limited Data Use for rows that do not say: none, all, or by the person's state."),
        Setting.optional(
            "extra_event_names",
            new ValueRule.Words(
                Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,49}"),
                "event names of letters, digits, spaces, _ and -"),
            "Further event names to take."));
  }

  static List<CredentialField> credential() {
    ValueRule any = ValueRule.shaped("\\S+", "text without spaces");
    return List.of(
        new CredentialField(
                "access_token",
                Need.REQUIRED,
                any,
                true,
                "Events Manager, the dataset's settings, Conversions API, Generate access token; or"
                    + " 'footfall authorise' with app_id and app_secret.")
            .unless(MetaToken.APP_ID, MetaToken.APP_SECRET),
        new CredentialField(
            "token_kind",
            Need.OPTIONAL,
            new ValueRule.Choice(MetaToken.KINDS),
            false,
            "What kind of token it is; system_user_never_expires unless given."),
        new CredentialField(
            "app_id",
            Need.OPTIONAL,
            ValueRule.shaped("\\d{1,20}", "digits"),
            false,
            "The Meta app; needed to renew a token of 60 days."),
        new CredentialField(
            "app_secret",
            Need.OPTIONAL,
            any,
            true,
            "The Meta app's secret; adds a proof to each call, and renews a token of 60 days."),
        new CredentialField(
            "token_expires_at",
            Need.OPTIONAL,
            ValueRule.shaped("\\d{9,11}|\\d{4}-\\d{2}-\\d{2}.*", "Unix seconds or ISO 8601"),
            false,
            "When the token ends, where known; kept up to date by renewals."));
  }
}
