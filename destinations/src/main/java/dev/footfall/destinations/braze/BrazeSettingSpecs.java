package dev.footfall.destinations.braze;

import static dev.footfall.destinations.braze.BrazeSpec.ATTRIBUTES;
import static dev.footfall.destinations.braze.BrazeSpec.PURCHASES;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an operator may set. */
final class BrazeSettingSpecs {
  /** The credential's only field. */
  static final String KEY = "rest_api_key";

  private static final ValueRule FLAG = new ValueRule.Flag();
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
    return Stream.of(
            target(),
            people(),
            reading(),
            attributes().stream().map(setting -> setting.in(ATTRIBUTES)).toList(),
            purchases().stream().map(setting -> setting.in(PURCHASES)).toList())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Setting> target() {
    return List.of(
        Setting.of(
            "mode",
            ValueRule.choice(ATTRIBUTES, PURCHASES),
            ATTRIBUTES,
            "Attributes of users, or a purchase a row."),
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
        Setting.of(
            "update_existing_only",
            FLAG,
            "false",
            "Whether nobody is created: Braze then says success for people it does not know and"
                + " stores nothing. Purchases of users with an alias never create anybody."));
  }

  private static List<Setting> reading() {
    return List.of(
        Setting.of(
            "default_phone_region",
            new ValueRule.Region(),
            "US",
            "Where phone numbers without a country code belong."),
        Setting.of(
            "strict_times",
            FLAG,
            "false",
            "Whether times without offset, and epochs other than seconds, are refused."));
  }

  private static List<Setting> attributes() {
    return List.of(
        Setting.of(
            "endpoint",
            ValueRule.choice("track", "track_bulk"),
            "track",
            "The usual endpoint, or the one for 1000 users a request, which is slower to apply."),
        Setting.of(
            "send_only_changes",
            FLAG,
            "true",
            "Whether a value that Braze confirmed before is left out."),
        Setting.of(
            "null_handling",
            ValueRule.choice("clear_if_sent", "always_clear", "ignore"),
            "clear_if_sent",
            "What NULL does: takes away what was sent before, whatever is there, or nothing."),
        Setting.of(
            "on_duplicate_identity",
            ValueRule.choice("last", "first", "reject"),
            "last",
            "Which row stands where several are about one user."),
        Setting.optional(
                "latest_by",
                ValueRule.shaped(COLUMN_NAME, "a column's name"),
                "The column that says which row is the last; else timestamp, where the query"
                    + " returns it.")
            .namingColumns(),
        Setting.of(
            "profile_aliases",
            FLAG,
            "true",
            "Whether given_name, surname, city and birthdate are profile fields too."),
        Setting.of(
            "date_order",
            ValueRule.choice("MDY", "DMY"),
            "MDY",
            "Whether the month or the day comes first in a/b/yyyy."),
        Setting.optional(
                "json_columns",
                new ValueRule.Words(Pattern.compile(COLUMN_NAME), "columns"),
                "Text columns that hold JSON and go as arrays or objects.")
            .namingColumns());
  }

  private static List<Setting> purchases() {
    return List.of(
        Setting.of(
            "skip_already_sent",
            FLAG,
            "true",
            "Whether purchases of earlier runs are left out; Braze counts what comes twice twice."),
        Setting.optional(
            "app_id",
            ValueRule.shaped("[^\\p{Cntrl}]{1,255}", "at most 255 characters"),
            "Braze's app identifier, copied into every purchase."),
        Setting.of(
            "send_extra_columns_as_properties",
            FLAG,
            "false",
            "Whether all other columns go as properties of the purchase."));
  }
}
