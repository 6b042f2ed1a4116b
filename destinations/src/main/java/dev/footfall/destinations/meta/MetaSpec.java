package dev.footfall.destinations.meta;

import dev.footfall.core.destination.About;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.time.LocalDate;
import java.util.List;

/** Everything there is to know of Meta before a row is read. */
final class MetaSpec {
  static final Limits LIMITS = new Limits(1000, 4L << 20, 64 << 10, 4, 60_000);

  private static final String DOCS =
      "https://developers.facebook.com/documentation/ads-commerce/conversions-api/";
  private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);

  private MetaSpec() {}

  static DestinationSpec spec() {
    return new DestinationSpec(
        new About(
            "meta",
            "Meta",
            "Purchases in stores and other offline events, matched to people to credit ads on"
                + " Facebook, Instagram, Messenger and WhatsApp.",
            "up to 24 hours",
            links()),
        List.of(
            new Mode(
                "api",
                "Conversions API",
                Mode.Transport.HTTP,
                LIMITS,
                "7 days; 62 days on the first send of events from physical stores")),
        settings(),
        credential(),
        MetaColumns.all(),
        rules(),
        MetaCodes.all());
  }

  private static List<DocumentationLink> links() {
    return List.of(
        link("Sending offline events", DOCS + "offline-events"),
        link("Using the API", DOCS + "using-the-api"),
        link("Server event parameters", DOCS + "parameters/server-event"),
        link("Customer information", DOCS + "parameters/customer-information-parameters"),
        link("Standard parameters", DOCS + "parameters/custom-data"),
        link("Duplicate events", DOCS + "deduplicate-pixel-and-server-events"),
        link("Error codes", "https://developers.facebook.com/docs/marketing-api/error-reference"),
        link(
            "Long-lived access tokens",
            "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived"));
  }

  private static DocumentationLink link(String title, String url) {
    return new DocumentationLink(title, url, CHECKED);
  }

  private static List<Setting> settings() {
    List<Setting> settings = new java.util.ArrayList<>(target());
    settings.addAll(reading());
    return settings;
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
        Setting.of(
            "base_url",
            new ValueRule.Url(),
            "https://graph.facebook.com",
            "Where the Graph API is; another address is for tests."),
        Setting.of(
            "base_url_authorize",
            new ValueRule.Url(),
            "https://www.facebook.com",
            "Where a person consents to an app of yours; another address is for tests."),
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
        Setting.of(
            "batch_size", new ValueRule.Whole(1, 1000), "1000", "Most events in one request."));
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
        Setting.optional(
            "default_country",
            new ValueRule.Region(),
            "Where national phone numbers of rows without a country belong; else US."),
        Setting.optional(
            "timezone",
            new ValueRule.Zone(),
            "Zone of times without one and of the calendar-day window; else the orchestration's."),
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
        Setting.of(
            "hash_external_id",
            new ValueRule.Flag(),
            "true",
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
                java.util.regex.Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _-]{0,49}"),
                "event names of letters, digits, spaces, _ and -"),
            "Further event names to take."));
  }

  private static List<CredentialField> credential() {
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

  private static List<ColumnRule> rules() {
    return List.of(
        ColumnRule.anyOf("timestamp"),
        ColumnRule.anyOf("email", "phone"),
        ColumnRule.anyOf("currency").unlessColumn("event_name").unlessSetting("default_currency"),
        ColumnRule.of(List.of(List.of("price", "quantity"), List.of("value")))
            .unlessColumn("event_name"));
  }
}
