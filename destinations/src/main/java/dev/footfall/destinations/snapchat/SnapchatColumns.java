package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.normalise.Birthdates;
import dev.footfall.core.normalise.Cities;
import dev.footfall.core.normalise.Countries;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.ExternalIds;
import dev.footfall.core.normalise.Genders;
import dev.footfall.core.normalise.IpAddresses;
import dev.footfall.core.normalise.MobileAdIds;
import dev.footfall.core.normalise.Names;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Phones;
import dev.footfall.core.normalise.PostalCodes;
import dev.footfall.core.normalise.States;
import dev.footfall.core.normalise.Urls;
import java.util.List;
import java.util.stream.Stream;

/** What Snapchat takes from a query. */
final class SnapchatColumns {
  /** Where a mobile advertising id may stand; the first that holds one counts. */
  static final List<String> MOBILE_IDS =
      List.of("madid", "mobile_ad_id", "maid", "idfa", "aaid", "gaid");

  private static final FieldRule BAD_NUMBER = FieldRule.dropping(Code.FIELD_DROPPED);

  private SnapchatColumns() {}

  /** All of them, as the documentation lists them. */
  static List<ColumnSpec> all() {
    return Stream.of(
            event(), person(), place(), mobile(), device(), order(), items(), details(), privacy())
        .flatMap(List::stream)
        .toList();
  }

  /** How birthdates are read. */
  static FieldRule birthdate(Birthdates.Order order) {
    return FieldRule.hashed(Birthdates.basic(Birthdates.slashesAndDots(order)), Code.BAD_BIRTHDATE);
  }

  private static List<ColumnSpec> event() {
    return List.of(
        Columns.judged("event_type", "event_name", Code.BAD_EVENT_NAME, "event_name")
            .canonical("event_name")
            .values(EventName.names())
            .help("What happened, in any case; default_event_type where it is empty."),
        Columns.time("timestamp", "event_time", "event_time", "order_datetime"),
        Columns.plain("event_id", "event_id", "client_dedup_id")
            .canonical("event_id")
            .help("The web event's id where the same purchase was seen online; else made here."),
        Columns.judged(
                "action_source", "action_source", Code.BAD_ACTION_SOURCE, "event_conversion_type")
            .canonical("action_source")
            .help("Always sent as OFFLINE; rows that say web or app are refused."),
        ColumnSpec.of(
                "event_source_url",
                "event_source_url",
                FieldRule.plain(Urls.absolute(), Code.FIELD_DROPPED))
            .aliases("page_url")
            .help("An absolute http or https address."),
        flag("is_return"),
        flag("is_cancellation"));
  }

  private static List<ColumnSpec> person() {
    return List.of(
        hashed("email", "em", Emails.simple(), Code.BAD_EMAIL, "hashed_email")
            .canonical("email")
            .need(Need.RECOMMENDED)
            .help("E-mail address; this, a phone, a mobile ad id or IP and agent are needed."),
        hashed(
                "phone",
                "ph",
                Phones.asParsed(Phones.Form.DIGITS),
                Code.BAD_PHONE,
                "phone_number",
                "hashed_phone_number")
            .canonical("phone")
            .need(Need.RECOMMENDED)
            .help("Phone number; a national one is read in the row's country."),
        hashed("first_name", "fn", Names.lettersAndDigits(), Code.FIELD_DROPPED, "given_name")
            .canonical("given_name")
            .help("Given name."),
        hashed("last_name", "ln", Names.lettersAndDigits(), Code.FIELD_DROPPED, "surname")
            .canonical("surname")
            .help("Surname."),
        hashed("gender", "ge", Genders.maleFemale(), Code.BAD_GENDER, "gen")
            .canonical("gender")
            .help("Female or male."),
        ColumnSpec.of("birthdate", "user_data.db", birthdate(Birthdates.Order.MDY))
            .aliases("db", "dob", "date_of_birth", "birth")
            .canonical("birthdate")
            .type(ColumnType.DATE)
            .help("Date of birth."),
        ColumnSpec.of(
                "external_id",
                "user_data.external_id",
                FieldRule.hashed(ExternalIds.lowerCaseWithoutSpace(), Code.FIELD_DROPPED))
            .aliases("extern_id", "customer_id")
            .canonical("external_id")
            .help("The brand's customer id; not enough alone."));
  }

  private static List<ColumnSpec> place() {
    return List.of(
        hashed("city", "ct", Cities.lettersAndDigits(), Code.FIELD_DROPPED)
            .canonical("city")
            .help("The customer's city."),
        hashed("state", "st", States.lettersAndDigits(), Code.FIELD_DROPPED, "region", "province")
            .canonical("state")
            .help("The customer's state or province."),
        hashed(
                "zip",
                "zp",
                PostalCodes.withoutSpacesAndHyphens(),
                Code.BAD_POSTAL_CODE,
                "postal",
                "postal_code",
                "zipcode")
            .canonical("postal")
            .help("The customer's postal code."),
        hashed(
                "country",
                "country",
                Countries.english(Countries.Code.ALPHA_2_LOWER),
                Code.BAD_COUNTRY,
                "country_code")
            .canonical("country")
            .help("The customer's country."));
  }

  private static List<ColumnSpec> mobile() {
    return MOBILE_IDS.stream()
        .map(
            name ->
                ColumnSpec.of(
                        name,
                        "user_data.madid",
                        FieldRule.plain(MobileAdIds.uuid(), Code.BAD_DEVICE_ID))
                    .help("Mobile advertising id, not hashed; the first such column counts."))
        .map(column -> column.name().equals("madid") ? column.canonical("maid") : column)
        .toList();
  }

  private static List<ColumnSpec> device() {
    return List.of(
        ColumnSpec.of(
                "ip_address",
                "user_data.client_ip_address",
                FieldRule.plain(IpAddresses.publicOnly(), Code.FIELD_DROPPED))
            .aliases("client_ip_address")
            .help("Public IPv4 or IPv6 address; counts together with user_agent."),
        Columns.plain("user_agent", "user_data.client_user_agent", "client_user_agent")
            .help("The browser; counts together with ip_address."),
        Columns.plain("click_id", "user_data.sc_click_id", "sc_click_id")
            .canonical("click_id")
            .help("The ScCid parameter of the landing page."),
        Columns.plain("uuid_c1", "user_data.sc_cookie1", "sc_cookie1").help("The _scid cookie."),
        ColumnSpec.of(
                "idfv", "user_data.idfv", FieldRule.plain(MobileAdIds.uuid(), Code.FIELD_DROPPED))
            .help("The vendor's id of an Apple device."),
        Columns.plain("lead_id", "user_data.lead_id").help("The lead's id."),
        Columns.plain("subscription_id", "user_data.subscription_id")
            .help("The subscription's id."));
  }

  private static List<ColumnSpec> order() {
    return List.of(
        Columns.plain("transaction_id", "custom_data.order_id", "order_id")
            .canonical("order_id")
            .need(Need.RECOMMENDED)
            .help("Groups item rows into one event."),
        Columns.judged("price", "custom_data.value", Code.BAD_VALUE, "value")
            .canonical("price")
            .type(ColumnType.DECIMAL)
            .help("Amount of the row, as price_is says."),
        Columns.judged("order_value", "custom_data.value", Code.BAD_VALUE)
            .canonical("value")
            .type(ColumnType.DECIMAL)
            .help("Total of the order on any or all of its rows; wins over price."),
        Columns.judged("currency", "custom_data.currency", Code.BAD_CURRENCY)
            .canonical("currency")
            .help("ISO 4217 code; the API needs it on purchases."),
        ColumnSpec.of(
                "number_items", "custom_data.num_items", FieldRule.dropping(Code.BAD_QUANTITY))
            .aliases("num_items")
            .type(ColumnType.WHOLE)
            .help("Units of the row; added up to the order's."));
  }

  private static List<ColumnSpec> items() {
    String item = "custom_data.contents[].";
    return List.of(
        Columns.plain(
                "item_id",
                item + "id",
                "item_ids",
                "content_id",
                "content_ids",
                "product_id",
                "sku")
            .canonical("product_id")
            .help("The row's item, or several with semicolons between them."),
        ColumnSpec.of("quantity", item + "quantity", FieldRule.dropping(Code.BAD_QUANTITY))
            .aliases("item_quantity")
            .canonical("quantity")
            .type(ColumnType.WHOLE)
            .help("Units of the item; number_items, then 1, where it is empty."),
        ColumnSpec.of("item_price", item + "item_price", BAD_NUMBER)
            .type(ColumnType.DECIMAL)
            .help("Price of one unit; else reckoned from price."),
        Columns.plain("item_category", "custom_data.content_category", "content_category")
            .canonical("product_category")
            .help("Its category."),
        Columns.plain("brand", item + "brand", "brands").canonical("brand").help("Its brand."),
        Columns.plain("delivery_category", item + "delivery_category")
            .help("How it is delivered."));
  }

  private static List<ColumnSpec> details() {
    return List.of(
        Columns.plain("content_name", "custom_data.content_name").help("Name of what was bought."),
        Columns.plain("search_string", "custom_data.search_string").help("What was searched for."),
        Columns.plain("sign_up_method", "custom_data.sign_up_method")
            .help("How somebody signed up."),
        Columns.plain("event_tag", "custom_data.event_tag").help("A tag of the brand's own."),
        Columns.plain("status", "custom_data.status").help("A status of the brand's own."),
        ColumnSpec.of("predicted_ltv", "custom_data.predicted_ltv", BAD_NUMBER)
            .type(ColumnType.DECIMAL)
            .help("Predicted lifetime value."));
  }

  private static List<ColumnSpec> privacy() {
    String options = "data_processing_options";
    return List.of(
        ColumnSpec.of("limited_data_use", options, FieldRule.dropping(Code.FIELD_DEFAULTED))
            .aliases(options, "ldu")
            .help("Whether limited data use applies: true, or LDU."),
        ColumnSpec.of(options + "_country", options + "_country", BAD_NUMBER)
            .type(ColumnType.WHOLE)
            .help("0 for Snapchat's guess, 1 for the United States; with limited data use."),
        ColumnSpec.of(options + "_state", options + "_state", BAD_NUMBER)
            .type(ColumnType.WHOLE)
            .help("0 for Snapchat's guess, 1000 for California; with limited data use."),
        Columns.judged("opt_out", "opt_out", Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("Whether the person does not want it."));
  }

  /** A hashed column, also known by the name that it has at Snapchat. */
  private static ColumnSpec hashed(
      String name, String target, Normaliser normaliser, Code code, String... aliases) {
    Stream<String> own = name.equals(target) ? Stream.of() : Stream.of(target);
    return ColumnSpec.of(name, "user_data." + target + "[]", FieldRule.hashed(normaliser, code))
        .aliases(Stream.concat(own, Stream.of(aliases)).toArray(String[]::new));
  }

  private static ColumnSpec flag(String name) {
    return Columns.judged(name, "-", Code.RETURN_OR_CANCELLATION)
        .canonical(name)
        .type(ColumnType.BOOLEAN)
        .help("Such a row does not count, unless include_returns says so.");
  }
}
