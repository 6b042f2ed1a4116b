package dev.footfall.destinations.braze;

import static dev.footfall.destinations.braze.BrazeSpec.ATTRIBUTES;
import static dev.footfall.destinations.braze.BrazeSpec.PURCHASES;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator may set. */
final class BrazeSettingSpecs {
  /** The credential's only field. */
  static final String KEY = "rest_api_key";

  private static final String COLUMN_NAME = "[^\\p{Cntrl},]{1,255}";

  private BrazeSettingSpecs() {}

  static CredentialField key() {
    return new CredentialField(
        KEY,
        Need.REQUIRED,
        ValueRule.shaped("[\\x21-\\x7E]{1,2048}", "printable ASCII without spaces"),
        true,
        "Braze, Settings, API Keys, Create API Key, with the permission users.track (and"
            + " users.track.bulk for that endpoint); it belongs to one instance.");
  }

  static List<Setting> settings() {
    return Settings.all(
        target(),
        people(),
        reading(),
        Settings.in(ATTRIBUTES, attributes()),
        Settings.in(PURCHASES, purchases()));
  }

  private static List<Setting> target() {
    return List.of(
        Settings.mode("Attributes of users, or a purchase a row.", ATTRIBUTES, PURCHASES),
        Setting.optional(
            "instance",
            ValueRule.choice(Instances.names()),
            "The instance that the key belongs to; required unless base_url is set."),
        Setting.optional(
            "base_url",
            new ValueRule.Url(),
            "REST address of an instance that is not listed, or of a test server."),
        Setting.optional(
            "batch_size",
            new ValueRule.Whole(1, 1000),
            "Objects in a request: at most 75, or 1000 for track_bulk."),
        Setting.of(
            "max_requests_per_second",
            new ValueRule.Whole(1, 1000),
            "50",
            "Most requests in a second."));
  }

  private static List<Setting> people() {
    return List.of(
        Setting.of(
            "user_identifier",
            ValueRule.choice("external_id", "braze_id", "user_alias"),
            "external_id",
            "The column that tells Braze who a user is; user_alias takes alias_name and"
                + " alias_label."),
        Settings.flag(
            "update_existing_only",
            false,
            "Whether nobody is created: Braze then says success for people it does not know and"
                + " stores nothing. Purchases of users with an alias never create anybody."));
  }

  private static List<Setting> reading() {
    return List.of(
        Settings.defaultPhoneRegion(),
        Settings.flag(
            "strict_times",
            false,
            "Whether times without offset, and epochs other than seconds, are refused."));
  }

  private static List<Setting> attributes() {
    return List.of(
        Setting.of(
            "endpoint",
            ValueRule.choice("track", "track_bulk"),
            "track",
            "The usual endpoint, or the one for 1000 users a request, which is slower to apply."),
        Settings.flag(
            "send_only_changes", true, "Whether a value that Braze confirmed before is left out."),
        Setting.of(
            "null_handling",
            ValueRule.choice("clear_if_sent", "always_clear", "ignore"),
            "clear_if_sent",
            "What NULL does: takes away what was sent before, whatever is there, or nothing."),
        Settings.onDuplicateIdentity(),
        Settings.latestBy(),
        Settings.flag(
            "profile_aliases",
            true,
            "Whether given_name, surname, city and birthdate are profile fields too."),
        Settings.dateOrder("date_order", "a/b/yyyy"),
        Setting.optional(
                "json_columns",
                new ValueRule.Words(Pattern.compile(COLUMN_NAME), "columns"),
                "Text columns that hold JSON and go as arrays or objects.")
            .namingColumns());
  }

  private static List<Setting> purchases() {
    return List.of(
        Settings.flag(
            "skip_already_sent",
            true,
            "Whether purchases of earlier runs are left out; Braze counts what comes twice twice."),
        Setting.optional(
            "app_id",
            ValueRule.shaped("[^\\p{Cntrl}]{1,255}", "at most 255 characters"),
            "Braze's app identifier, copied into every purchase."),
        Settings.flag(
            "send_extra_columns_as_properties",
            false,
            "Whether all other columns go as properties of the purchase."));
  }
}
