package dev.footfall.destinations.klaviyo;

import static dev.footfall.destinations.klaviyo.KlaviyoSpec.EVENTS;
import static dev.footfall.destinations.klaviyo.KlaviyoSpec.PROFILES;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.stream.Stream;

/** What an operator may set, and what a credential holds. */
final class KlaviyoSettingSpecs {
  /** A private key, used as it is. */
  static final String API_KEY = "api_key";

  static final String CLIENT_ID = "client_id";
  static final String CLIENT_SECRET = "client_secret";

  private static final ValueRule FLAG = new ValueRule.Flag();

  private KlaviyoSettingSpecs() {}

  static List<Setting> settings() {
    Setting mode =
        Setting.of(
            "mode",
            ValueRule.choice(PROFILES, EVENTS),
            PROFILES,
            "Properties of profiles, or an event for each order.");
    return Stream.of(
            Stream.of(mode),
            profiles().stream().map(setting -> setting.in(PROFILES)),
            events().stream().map(setting -> setting.in(EVENTS)),
            shared().stream())
        .flatMap(each -> each)
        .toList();
  }

  private static List<Setting> profiles() {
    return List.of(
        Setting.optional(
            "list_name",
            ValueRule.shaped("\\s*\\S(?s:.){0,254}", "1 to 255 characters"),
            "A list to which the people are added, made when it does not exist; being on a list"
                + " subscribes nobody."),
        Setting.of(
            "primary_key",
            ValueRule.choice("email", "phone_number", "external_id"),
            "email",
            "The identifier that every row must have; one profile is sent for each."),
        Setting.of(
            "update_contacts",
            FLAG,
            "true",
            "Whether fields and properties are sent; otherwise identifiers and the list alone."),
        Setting.of(
            "null_handling",
            ValueRule.choice("unset", "ignore"),
            "unset",
            "Whether NULL clears what Klaviyo holds, or leaves it."),
        Setting.of(
            "on_duplicate_identity",
            ValueRule.choice("last", "first", "reject"),
            "last",
            "Which row stands where a person has several."),
        Setting.optional(
                "latest_by",
                ValueRule.shaped("[^\\p{Cntrl},]{1,255}", "the name of a column"),
                "The column that says which row is the last; timestamp where the query returns it.")
            .namingColumns(),
        Setting.of(
            "locale_as_profile_field",
            FLAG,
            "false",
            "Whether the column locale is Klaviyo's field rather than a property."));
  }

  private static List<Setting> events() {
    return List.of(
        Setting.of(
            "metric_name",
            ValueRule.shaped("\\s*\\S.{0,126}", "1 to 127 characters"),
            "Placed Order",
            "The metric of rows without an event name."),
        Setting.of(
            "ordered_product_events",
            FLAG,
            "false",
            "Whether each item is an event Ordered Product as well."),
        Setting.of(
            "backfill_older_than_days",
            ValueRule.shaped(
                "off|[0-9]|[1-9][0-9]{1,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650",
                "0 to 3650, or off"),
            "3",
            "Older events are marked as backfill, so that they trigger no message."),
        Setting.of(
            "update_profile_from_events",
            FLAG,
            "false",
            "Whether names, place and properties of the buyer go along."),
        Setting.of(
            "max_event_age_days",
            ValueRule.shaped("off|[1-9][0-9]{0,3}|1[0-9]{4}|20000", "1 to 20000, or off"),
            "off",
            "How old events may be, in days."),
        Setting.of(
            "skip_already_sent", FLAG, "true", "Leave out events that were delivered before."));
  }

  private static List<Setting> shared() {
    return List.of(
        Setting.of(
            "delivery",
            ValueRule.choice("auto", "bulk", "single"),
            "auto",
            "Jobs, or a request for each; auto sends up to 20 singly, unless there is a list."),
        Setting.of(
            "default_phone_region",
            new ValueRule.Region(),
            "US",
            "Where phones without a country code belong."),
        Setting.of(
            "profile_aliases",
            FLAG,
            "true",
            "Whether canonical names such as phone and given_name feed Klaviyo's fields."),
        Setting.of(
            "poll_timeout_minutes",
            new ValueRule.Whole(1, 1440),
            "120",
            "How long a job is watched before its people count as accepted."),
        Setting.of(
            "api_revision",
            ValueRule.shaped("\\d{4}-\\d{2}-\\d{2}(\\.pre)?", "a date such as 2026-07-15"),
            "2026-07-15",
            "The revision of Klaviyo's API."),
        Setting.of(
            "base_url",
            new ValueRule.Url(),
            "https://a.klaviyo.com",
            "Where the API and its tokens are; another address is for tests and proxies."),
        Setting.of(
            "base_url_authorize",
            new ValueRule.Url(),
            "https://www.klaviyo.com",
            "Where a person consents to an OAuth app; another address is for tests."));
  }

  static List<CredentialField> credential() {
    return List.of(
        field(
            API_KEY,
            true,
            "Klaviyo, Settings, API keys, Create Private API Key: begins with pk_, with full access"
                + " to profiles and lists, to events in that mode, and read access to accounts."),
        field(
            CLIENT_ID,
            false,
            "Instead of a key: the client id of an OAuth app that you registered in Klaviyo."),
        field(CLIENT_SECRET, true, "The OAuth app's client secret."),
        field(
            "refresh_token",
            true,
            "The OAuth app's refresh token for this account: 'footfall authorise' gets and keeps"
                + " it."));
  }

  private static CredentialField field(String name, boolean isSecret, String help) {
    return new CredentialField(
        name,
        Need.OPTIONAL,
        ValueRule.shaped("\\s*\\S{1,2048}\\s*", "at most 2048 characters without spaces"),
        isSecret,
        help);
  }
}
