package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.normalise.Birthdates;
import dev.footfall.core.normalise.Cities;
import dev.footfall.core.normalise.Countries;
import dev.footfall.core.normalise.Digits;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.ExternalIds;
import dev.footfall.core.normalise.Genders;
import dev.footfall.core.normalise.IpAddresses;
import dev.footfall.core.normalise.MobileAdIds;
import dev.footfall.core.normalise.Names;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Phones;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.PostalCodes;
import dev.footfall.core.normalise.States;
import dev.footfall.core.normalise.Urls;
import java.util.List;
import java.util.stream.Stream;

/** What Meta takes from a query. */
final class MetaColumns {
  static final List<String> DELIVERY_CATEGORIES = List.of("in_store", "curbside", "home_delivery");
  static final List<String> CHANNELS = List.of("messenger", "instagram", "whatsapp");
  private static final List<String> SEGMENTS =
      List.of(
          "new_customer_to_business",
          "new_customer_to_business_line",
          "new_customer_to_product_area",
          "new_customer_to_medium",
          "existing_customer_to_business",
          "existing_customer_to_business_line",
          "existing_customer_to_product_area",
          "existing_customer_to_medium",
          "customer_in_loyalty_program");

  private MetaColumns() {}

  /** All of them, as the documentation lists them. */
  static List<ColumnSpec> all() {
    return Stream.of(
            person(),
            place(),
            ids(),
            browser(),
            event(),
            order(),
            Columns.voiding(),
            details(),
            app(),
            flags())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ColumnSpec> person() {
    Normaliser name = Names.withoutPunctuation();
    return List.of(
        hashed("email", "em", Emails.ascii(), Code.BAD_EMAIL, "em", "email_address")
            .need(Need.RECOMMENDED)
            .help("E-mail addresses; this or phone is needed."),
        hashed(
                "phone",
                "ph",
                Phones.lenient(Phones.Form.DIGITS),
                Code.BAD_PHONE,
                "ph",
                "phone_number")
            .need(Need.RECOMMENDED)
            .help("Phone numbers; national ones are read in the row's country."),
        hashed("given_name", "fn", name, Code.FIELD_DROPPED, "fn", "first_name")
            .help("Given name."),
        hashed("surname", "ln", name, Code.FIELD_DROPPED, "ln", "last_name").help("Surname."),
        hashed(
                "birthdate",
                "db",
                Birthdates.basic(Birthdates.usual()),
                Code.BAD_BIRTHDATE,
                "db",
                "dob",
                "birth")
            .type(ColumnType.DATE)
            .help("Date of birth."),
        hashed("gender", "ge", Genders.maleFemaleAbbreviated(), Code.BAD_GENDER, "ge", "gen")
            .help("Female or male."));
  }

  private static List<ColumnSpec> place() {
    return List.of(
        hashed("city", "ct", Cities.letters(), Code.BAD_CITY, "ct").help("The customer's city."),
        hashed("state", "st", States.letters(), Code.BAD_STATE, "st").help("The customer's state."),
        hashed(
                "postal",
                "zp",
                PostalCodes.lettersAndDigits(),
                Code.BAD_POSTAL_CODE,
                "zp",
                "zip",
                "postal_code")
            .help("The customer's postal code."),
        hashed(
                "country",
                "country",
                Countries.english(Countries.Code.ALPHA_2_LOWER),
                Code.BAD_COUNTRY,
                "country_code")
            .help("The customer's country; send it whenever it is known."));
  }

  private static List<ColumnSpec> ids() {
    return List.of(
        ColumnSpec.of(
                "madid", "user_data.madid", FieldRule.plain(MobileAdIds.uuid(), Code.BAD_DEVICE_ID))
            .canonical("maid")
            .help("Mobile advertising id, not hashed."),
        hashed(
                "external_id",
                "external_id",
                ExternalIds.asWritten(),
                Code.FIELD_DROPPED,
                "extern_id")
            .need(Need.RECOMMENDED)
            .help("The brand's customer id; case counts."));
  }

  private static List<ColumnSpec> browser() {
    Normaliser line = PlainText.oneLine();
    return List.of(
        Columns.plain("client_user_agent", "user_data.client_user_agent", line, "user_agent")
            .help("The browser's user agent; website events need it."),
        Columns.plain(
                "client_ip_address",
                "user_data.client_ip_address",
                IpAddresses.asWritten(),
                "client_ip",
                "ip_address")
            .help("The browser's IPv4 or IPv6 address."),
        Columns.plain("fbc", "user_data.fbc", MetaRules.browserId(false))
            .help("Meta's click id cookie."),
        Columns.plain("fbp", "user_data.fbp", MetaRules.browserId(true))
            .help("Meta's browser id cookie."),
        Columns.plain("lead_id", "user_data.lead_id", Digits.integer())
            .type(ColumnType.WHOLE)
            .help("Lead id."),
        Columns.plain("fb_login_id", "user_data.fb_login_id", Digits.integer())
            .type(ColumnType.WHOLE)
            .help("Facebook login id."),
        Columns.plain("subscription_id", "user_data.subscription_id", line)
            .help("Subscription id."),
        Columns.plain("anon_id", "user_data.anon_id", line).help("Install id."),
        Columns.plain("ctwa_clid", "user_data.ctwa_clid", line).help("Click-to-WhatsApp click id."),
        Columns.plain("page_id", "user_data.page_id", line).help("Page id."));
  }

  private static List<ColumnSpec> event() {
    return List.of(
        Columns.judged("event_name", "event_name", Code.BAD_EVENT_NAME)
            .canonical("event_name")
            .values(EventName.STANDARD)
            .help("What happened; default_event_name when blank."),
        Columns.judged("action_source", "action_source", Code.BAD_ACTION_SOURCE)
            .canonical("action_source")
            .values(ActionSource.words())
            .help("Where it happened; default_action_source when blank."),
        Columns.time("timestamp", "event_time", "event_time", "order_datetime"),
        Columns.plain("event_id", "event_id", PlainText.oneLine())
            .canonical("event_id")
            .help("The web event's id; made from the event when blank."),
        Columns.plain("event_source_url", "event_source_url", Urls.absolute(), "page_url")
            .help("The page's address; website events need it."),
        Columns.plain("referrer_url", "referrer_url", Urls.absolute()).help("The referring page."),
        Columns.judged("opt_out", "opt_out", Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("Use for attribution only, not to choose who sees ads."));
  }

  private static List<ColumnSpec> order() {
    return List.of(
        Columns.plain("order_id", "custom_data.order_id", PlainText.oneLine())
            .canonical("order_id")
            .need(Need.RECOMMENDED)
            .help("Groups item rows into one event."),
        Columns.plain("product_id", "custom_data.contents[].id", PlainText.oneLine(), "content_id")
            .canonical("product_id")
            .help("The item of the row."),
        Columns.quantity("quantity", "custom_data.contents[].quantity", "item_quantity"),
        Columns.price("price", "custom_data.contents[].item_price", "item_price", "unit_price"),
        Columns.judged("value", "custom_data.value", Code.BAD_VALUE, "order_value")
            .canonical("value")
            .type(ColumnType.DECIMAL)
            .help("Total of the order, or of the row; see value_semantics."),
        Columns.judged("currency", "custom_data.currency", Code.BAD_CURRENCY, "currency_code")
            .canonical("currency")
            .help("ISO 4217 code."));
  }

  private static List<ColumnSpec> details() {
    String store = "custom_data.store_data.";
    return List.of(
        Columns.plain(
                "delivery_category",
                "custom_data.delivery_category",
                MetaRules.oneOf(DELIVERY_CATEGORIES))
            .values(DELIVERY_CATEGORIES)
            .help("How the item reached the customer."),
        Columns.plain("item_number", "custom_data.item_number", PlainText.oneLine())
            .help("Only where all rows of the order agree."),
        Columns.plain("store_code", store + "store_code", MetaRules.atMost(64))
            .help("Meta's store code."),
        Columns.plain("store_page_id", store + "store_page_id", Digits.integer())
            .type(ColumnType.WHOLE)
            .help("The store's page."),
        Columns.plain("brand_page_id", store + "brand_page_id", Digits.integer())
            .type(ColumnType.WHOLE)
            .help("The brand's page."),
        Columns.plain("net_revenue", "custom_data.net_revenue", MetaRules.number())
            .type(ColumnType.DECIMAL)
            .help("Net revenue."),
        Columns.plain("predicted_ltv", "custom_data.predicted_ltv", MetaRules.number())
            .type(ColumnType.DECIMAL)
            .help("Predicted lifetime value."),
        Columns.plain(
                "customer_segmentation",
                "custom_data.customer_segmentation",
                MetaRules.oneOf(SEGMENTS))
            .values(SEGMENTS)
            .help("The customer's segment."),
        Columns.plain("search_string", "custom_data.search_string", PlainText.oneLine())
            .help("What was searched; Search events only."));
  }

  private static List<ColumnSpec> app() {
    return List.of(
        Columns.plain("messaging_channel", "messaging_channel", MetaRules.oneOf(CHANNELS))
            .values(CHANNELS)
            .help("The channel of a business_messaging event."),
        Columns.judged(
                "advertiser_tracking_enabled",
                "app_data.advertiser_tracking_enabled",
                Code.MISSING_APP_DATA)
            .type(ColumnType.BOOLEAN)
            .help("App events: whether the device allows tracking."),
        Columns.judged(
                "application_tracking_enabled",
                "app_data.application_tracking_enabled",
                Code.MISSING_APP_DATA)
            .type(ColumnType.BOOLEAN)
            .help("App events: whether the app allows tracking."),
        Columns.judged("app_extinfo", "app_data.extinfo", Code.MISSING_APP_DATA)
            .type(ColumnType.ARRAY)
            .help("App events: the 16 entries of extended device information."));
  }

  private static List<ColumnSpec> flags() {
    return List.of(
        option("data_processing_options")
            .type(ColumnType.TEXTS)
            .values(List.of("LDU"))
            .help("LDU for Limited Data Use, [] for none; overrides ldu_mode."),
        option("data_processing_options_country")
            .type(ColumnType.WHOLE)
            .help("0 for Meta to locate the person, 1 for the United States."),
        option("data_processing_options_state")
            .type(ColumnType.WHOLE)
            .help("0, or Meta's code of the state."));
  }

  private static ColumnSpec hashed(
      String name, String key, Normaliser normaliser, Code code, String... aliases) {
    return ColumnSpec.of(name, "user_data." + key + "[]", FieldRule.hashed(normaliser, code))
        .aliases(aliases)
        .canonical(name);
  }

  private static ColumnSpec option(String name) {
    return ColumnSpec.of(name, name, FieldRule.dropping(Code.FIELD_DROPPED));
  }
}
