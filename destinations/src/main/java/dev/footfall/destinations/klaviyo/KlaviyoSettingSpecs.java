package dev.footfall.destinations.klaviyo;

import static dev.footfall.destinations.klaviyo.KlaviyoSpec.EVENTS;
import static dev.footfall.destinations.klaviyo.KlaviyoSpec.PROFILES;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;

/** What an operator may set, and what a credential holds. */
final class KlaviyoSettingSpecs {
  /** A private key, used as it is. */
  static final String API_KEY = "api_key";

  static final String CLIENT_ID = "client_id";
  static final String CLIENT_SECRET = "client_secret";

  private KlaviyoSettingSpecs() {}

  static List<Setting> settings() {
    Setting mode =
        Settings.mode("Properties of profiles, or an event for each order.", PROFILES, EVENTS);
    return Settings.all(
        List.of(mode), Settings.in(PROFILES, profiles()), Settings.in(EVENTS, events()), shared());
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
        Settings.flag(
            "update_contacts",
            true,
            "Whether fields and properties are sent; otherwise identifiers and the list alone."),
        Setting.of(
            "null_handling",
            ValueRule.choice("unset", "ignore"),
            "unset",
            "Whether NULL clears what Klaviyo holds, or leaves it."),
        Settings.onDuplicateIdentity(),
        Settings.latestBy(),
        Settings.flag(
            "locale_as_profile_field",
            false,
            "Whether the column locale is Klaviyo's field rather than a property."));
  }

  private static List<Setting> events() {
    return List.of(
        Setting.of(
            "metric_name",
            ValueRule.shaped("\\s*\\S.{0,126}", "1 to 127 characters"),
            "Placed Order",
            "The metric of rows without an event name."),
        Settings.flag(
            "ordered_product_events",
            false,
            "Whether each item is an event Ordered Product as well."),
        Setting.of(
            "backfill_older_than_days",
            ValueRule.shaped(
                "off|[0-9]|[1-9][0-9]{1,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650",
                "0 to 3650, or off"),
            "3",
            "Older events are marked as backfill, so that they trigger no message."),
        Settings.flag(
            "update_profile_from_events",
            false,
            "Whether names, place and properties of the buyer go along."),
        Setting.of(
            "max_event_age_days",
            ValueRule.shaped("off|[1-9][0-9]{0,3}|1[0-9]{4}|20000", "1 to 20000, or off"),
            "off",
            "How old events may be, in days."),
        Settings.flag("skip_already_sent", true, "Leave out events that were delivered before."));
  }

  private static List<Setting> shared() {
    return List.of(
        Setting.of(
            "delivery",
            ValueRule.choice("auto", "bulk", "single"),
            "auto",
            "Jobs, or a request for each; auto sends up to 20 singly, unless there is a list."),
        Settings.defaultPhoneRegion(),
        Settings.flag(
            "profile_aliases",
            true,
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
        Settings.address("base_url", "https://a.klaviyo.com", "Where the API and its tokens are"),
        Settings.address(
            "base_url_authorize",
            "https://www.klaviyo.com",
            "Where a person consents to an OAuth app"));
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
