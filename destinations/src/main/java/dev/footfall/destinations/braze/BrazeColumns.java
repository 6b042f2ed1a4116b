package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.OpenColumns;
import dev.footfall.core.normalise.Birthdates;
import dev.footfall.core.normalise.Countries;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.Genders;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Phones;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Braze takes from a query. */
final class BrazeColumns {
  /** Any name but those that begin with $ and two that mean something else. */
  private static final String ATTRIBUTE_NAME =
      "(?s)(?!\\$|_update_existing_only\\z|user_alias\\z).{1,255}";

  private static final Map<String, String> SUSPECTS =
      Map.of(
          "birthday", "the profile field is dob",
          "date_of_birth", "the profile field is dob",
          "phone_number", "the profile field is phone",
          "email_address", "the profile field is email",
          "locale", "the profile field is language",
          "timezone", "the profile field is time_zone");

  private static final Map<String, String> SUSPECTS_WITHOUT_ALIASES =
      Map.of(
          "given_name", "the profile field is first_name",
          "surname", "the profile field is last_name",
          "birthdate", "the profile field is dob",
          "city", "the profile field is home_city");

  private BrazeColumns() {}

  /** Custom attributes. */
  static OpenColumns attributes(boolean aliases) {
    Map<String, String> suspects = new HashMap<>(SUSPECTS);
    if (!aliases) {
      suspects.putAll(SUSPECTS_WITHOUT_ALIASES);
    }
    return OpenColumns.of(
            "attributes[]",
            ATTRIBUTE_NAME,
            "1 to 255 characters, without $ at the start, and not _update_existing_only or"
                + " user_alias")
        .suspecting(suspects)
        .ignoring(Set.of("bio"));
  }

  /** Properties of a purchase. */
  static OpenColumns properties() {
    return OpenColumns.of(
        "purchases[].properties",
        "(?s)(?!\\$).{1,255}",
        "1 to 255 characters, without $ at the start");
  }

  static List<ColumnSpec> all() {
    return join(List.of(identifiers(), profile(true), purchase(), gate()));
  }

  static List<ColumnSpec> ofAttributes(Identifier identifier, boolean aliases) {
    return join(List.of(chosen(identifier), profile(aliases), gate()));
  }

  static List<ColumnSpec> ofPurchases(Identifier identifier) {
    return join(List.of(chosen(identifier), purchase(), gate()));
  }

  private static List<ColumnSpec> join(List<List<ColumnSpec>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  private static List<ColumnSpec> identifiers() {
    return List.of(
        Columns.judged("external_id", "external_id", Code.MISSING_IDENTITY)
            .canonical("external_id")
            .rule(identity())
            .help("Your id of the user; when user_identifier is external_id."),
        Columns.judged("braze_id", "braze_id", Code.MISSING_IDENTITY)
            .rule(identity())
            .help("Braze's own id of the user; when user_identifier is braze_id."),
        Columns.judged("alias_name", "user_alias.alias_name", Code.MISSING_IDENTITY)
            .rule(identity())
            .help("With alias_label; when user_identifier is user_alias."),
        Columns.judged("alias_label", "user_alias.alias_label", Code.MISSING_IDENTITY)
            .rule(identity())
            .help("With alias_name; when user_identifier is user_alias."));
  }

  private static FieldRule identity() {
    return new FieldRule(
        Optional.of(PlainText.oneLine()),
        FieldRule.Hashing.NONE,
        Code.MISSING_IDENTITY,
        FieldRule.OnFailure.REJECT);
  }

  /** The columns of one identifier; those of the others stop the run. */
  private static List<ColumnSpec> chosen(Identifier identifier) {
    List<ColumnSpec> columns = new ArrayList<>();
    identifiers().stream()
        .filter(column -> identifier.columns().contains(column.name()))
        .map(column -> column.need(Need.REQUIRED))
        .forEach(columns::add);
    for (String name : identifier.foreignColumns()) {
      columns.add(
          Columns.judged(name, "-", Code.CONFLICTING_IDENTIFIERS)
              .need(Need.REFUSED)
              .help("users are named by " + identifier.key() + " here; leave it out."));
    }
    return columns;
  }

  private static List<ColumnSpec> profile(boolean aliases) {
    List<ColumnSpec> columns = new ArrayList<>();
    columns.add(named("first_name", "given_name", aliases).help("Given name."));
    columns.add(named("last_name", "surname", aliases).help("Family name."));
    columns.add(
        field("email", Emails.deliverable(), Code.BAD_EMAIL)
            .canonical("email")
            .help("E-mail address; never cleared."));
    columns.add(
        field("phone", Phones.strict(Phones.Form.WITH_PLUS), Code.BAD_PHONE)
            .canonical("phone")
            .help("Phone number; never cleared."));
    columns.add(named("home_city", "city", aliases).help("The customer's city."));
    columns.add(
        field("country", Countries.withNativeNames(Countries.Code.ALPHA_2_UPPER), Code.BAD_COUNTRY)
            .canonical("country")
            .help("The customer's country."));
    columns.add(
        alias(
                field("dob", birthdates(Birthdates.Order.MDY), Code.BAD_BIRTHDATE),
                "birthdate",
                aliases)
            .type(ColumnType.DATE)
            .help("Date of birth."));
    columns.add(
        field("gender", Genders.profile(), Code.BAD_GENDER)
            .canonical("gender")
            .help("M, F, O, N or P, or a word for one of them."));
    columns.addAll(rarer());
    return columns;
  }

  static Normaliser birthdates(Birthdates.Order order) {
    return Birthdates.extended(Birthdates.anySign(order));
  }

  private static List<ColumnSpec> rarer() {
    return List.of(
        field("language", ProfileWords.language(), Code.BAD_LANGUAGE)
            .help("ISO 639-1 code of the user's language."),
        field("time_zone", ProfileWords.timeZone(), Code.BAD_TIME_ZONE)
            .help("IANA time zone of the user."),
        field("email_subscribe", ProfileWords.consent(), Code.BAD_CONSENT)
            .help("opted_in, subscribed or unsubscribed; overwrites what Braze knows."),
        field("push_subscribe", ProfileWords.consent(), Code.BAD_CONSENT)
            .help("opted_in, subscribed or unsubscribed; overwrites what Braze knows."),
        flag("email_open_tracking_disabled").help("Whether opened e-mails are not tracked."),
        flag("email_click_tracking_disabled").help("Whether clicks in e-mails are not tracked."),
        time("marked_email_as_spam_at").help("When an e-mail was marked as spam."),
        time("date_of_first_session").help("When the app was first used."),
        time("date_of_last_session").help("When the app was last used."),
        json("current_location", Code.BAD_LOCATION)
            .help("Longitude and latitude, as a map, a row or JSON."),
        json("subscription_groups", Code.BAD_CONSENT)
            .type(ColumnType.ARRAY)
            .help("Subscription groups with their states; overwrites what Braze knows."),
        json("push_tokens", Code.BAD_VALUE)
            .type(ColumnType.ARRAY)
            .help("Push tokens with their apps."),
        field("image_url", Urls.absolute(), Code.BAD_VALUE).help("Address of a picture."),
        json("facebook", Code.BAD_VALUE).help("A map, a row or JSON, passed on."),
        json("twitter", Code.BAD_VALUE).help("A map, a row or JSON, passed on."));
  }

  private static ColumnSpec named(String name, String canonical, boolean aliases) {
    return alias(field(name, PlainText.oneLine(), Code.FIELD_DROPPED), canonical, aliases);
  }

  private static ColumnSpec alias(ColumnSpec column, String canonical, boolean aliases) {
    return aliases ? column.aliases(canonical).canonical(canonical) : column.canonical(canonical);
  }

  private static ColumnSpec field(String name, Normaliser normaliser, Code code) {
    return ColumnSpec.of(name, name, FieldRule.plain(normaliser, code));
  }

  private static ColumnSpec flag(String name) {
    return ColumnSpec.of(name, name, FieldRule.dropping(Code.BAD_VALUE)).type(ColumnType.BOOLEAN);
  }

  private static ColumnSpec time(String name) {
    return ColumnSpec.of(name, name, FieldRule.dropping(Code.BAD_TIMESTAMP))
        .type(ColumnType.TIMESTAMP);
  }

  private static ColumnSpec json(String name, Code code) {
    return ColumnSpec.of(name, name, FieldRule.dropping(code));
  }

  private static List<ColumnSpec> purchase() {
    return List.of(
        Columns.judged("product_id", "purchases[].product_id", Code.MISSING_PRODUCT_ID)
            .canonical("product_id")
            .help("Purchases: the product, at most 255 characters."),
        Columns.price("price", "purchases[].price").help("Purchases: price of one unit."),
        Columns.judged("currency", "purchases[].currency", Code.BAD_CURRENCY)
            .canonical("currency")
            .help("Purchases: ISO 4217 code."),
        Columns.time(
                "purchase_time", "purchases[].time", "timestamp", "event_time", "order_datetime")
            .need(Need.OPTIONAL)
            .help("Purchases: when it was bought."),
        Columns.quantity("quantity", "purchases[].quantity")
            .type(ColumnType.WHOLE)
            .help("Purchases: units, 1 to 7500; more than 100 become several objects."),
        ColumnSpec.of("order_id", "-", FieldRule.plain(PlainText.oneLine(), Code.FIELD_DROPPED))
            .canonical("order_id")
            .help("Purchases: names the purchase in the ledger; not sent, unless as a property."));
  }

  private static List<ColumnSpec> gate() {
    List<ColumnSpec> columns = new ArrayList<>(Columns.voiding());
    columns.add(
        Columns.judged("opt_out", "-", Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("True where the person does not want it; the row is not sent."));
    return columns;
  }
}
