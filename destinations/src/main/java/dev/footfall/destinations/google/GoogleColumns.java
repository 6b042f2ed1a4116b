package dev.footfall.destinations.google;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.normalise.Countries;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.IpAddresses;
import dev.footfall.core.normalise.Names;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Phones;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.PostalCodes;
import java.util.List;
import java.util.stream.Stream;

/** What Google takes from a query. Targets are those of the Data Manager API. */
final class GoogleColumns {
  private static final String CONSENT = "DENIED stays here, unless drop_denied_consent is off.";

  private GoogleColumns() {}

  /** All of them, as the documentation lists them. */
  static List<ColumnSpec> all() {
    return Stream.of(order(), identity(), clicks(), cart(), person(), event(), privacy())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ColumnSpec> order() {
    return List.of(
        Columns.judged("order_id", "transactionId", Code.MISSING_ORDER_ID, "transaction_id")
            .canonical("order_id")
            .need(Need.REQUIRED)
            .help("Groups item rows into one conversion; Google takes each once."),
        Columns.time(
            "timestamp", "eventTimestamp", "conversion_date_time", "event_time", "order_datetime"),
        Columns.judged(
                "unit_price", "cartData.items[].unitPrice", Code.BAD_PRICE, "price", "item_price")
            .canonical("price")
            .type(ColumnType.DECIMAL)
            .need(Need.RECOMMENDED)
            .help("Price of one unit, best without tax, shipping and discounts of the cart."),
        Columns.judged("quantity", "cartData.items[].quantity", Code.BAD_QUANTITY, "item_quantity")
            .canonical("quantity")
            .type(ColumnType.DECIMAL)
            .need(Need.RECOMMENDED)
            .help("Units of the item; leave returns out."),
        Columns.judged("conversion_value", "conversionValue", Code.BAD_VALUE, "value")
            .canonical("value")
            .type(ColumnType.DECIMAL)
            .help("Total of the order, where some row has no price or quantity."),
        Columns.judged("currency_code", "currency", Code.BAD_CURRENCY, "currency")
            .canonical("currency")
            .need(Need.RECOMMENDED)
            .help("ISO 4217 code; required in files."));
  }

  private static List<ColumnSpec> identity() {
    String identifier = "userData.userIdentifiers[].";
    return List.of(
        hashed("email", identifier + "emailAddress", Emails.withoutGoogleTags(), Code.BAD_EMAIL)
            .aliases("email_address", "em")
            .canonical("email")
            .type(ColumnType.TEXTS)
            .need(Need.RECOMMENDED)
            .help("E-mail addresses; one of these, a phone or a click id is needed."),
        hashed("phone", identifier + "phoneNumber", phones(), Code.BAD_PHONE)
            .aliases("phone_number", "ph")
            .canonical("phone")
            .type(ColumnType.TEXTS)
            .need(Need.RECOMMENDED)
            .help("Phone numbers; national ones are read in the row's country."));
  }

  private static Normaliser phones() {
    return Phones.lenient(Phones.Form.WITH_PLUS);
  }

  private static List<ColumnSpec> clicks() {
    return List.of(
        plain("gclid", "adIdentifiers.gclid", GoogleWords.clickId())
            .canonical("click_id")
            .help("Google's click id, as it was captured; case counts."),
        plain("gbraid", "adIdentifiers.gbraid", GoogleWords.clickId())
            .help("Click id of app ads on iOS; left out beside a gclid."),
        plain("wbraid", "adIdentifiers.wbraid", GoogleWords.clickId())
            .help("Click id of web ads on iOS; left out beside a gclid or gbraid."));
  }

  private static List<ColumnSpec> cart() {
    return List.of(
        plain("product_id", "cartData.items[].merchantProductId", PlainText.oneLine())
            .canonical("product_id")
            .help("The item, by its id in Merchant Center."),
        plain("merchant_id", "cartData.merchantId", GoogleWords.digits())
            .help("The Merchant Center account: a number, not a store."),
        plain("feed_country_code", "cartData.merchantFeedLabel", GoogleWords.feedCountry())
            .help("Country of the product feed."),
        plain("feed_language_code", "cartData.merchantFeedLanguageCode", GoogleWords.feedLanguage())
            .help("Language of the product feed."),
        plain("local_transaction_cost", "cartData.transactionDiscount", GoogleWords.amount())
            .aliases("transaction_discount")
            .type(ColumnType.DECIMAL)
            .help("Discounts of the whole cart."),
        flag("is_return").help("Such a row does not count."),
        flag("is_cancellation").help("Such a row does not count."));
  }

  private static List<ColumnSpec> person() {
    String address = "userData.userIdentifiers[].address.";
    return List.of(
        hashed("given_name", address + "givenName", Names.withoutTitle(), Code.FIELD_DROPPED)
            .aliases("first_name")
            .canonical("given_name")
            .help("Given name, for store sales."),
        hashed("surname", address + "familyName", Names.withoutSuffix(), Code.FIELD_DROPPED)
            .aliases("last_name")
            .canonical("surname")
            .help("Surname, for store sales."),
        plain("city", "City", PlainText.oneLine())
            .canonical("city")
            .help("The customer's city, in files."),
        plain("state", "State", GoogleWords.state())
            .canonical("state")
            .help("The customer's state, in files."),
        ColumnSpec.of(
                "postal",
                address + "postalCode",
                FieldRule.plain(PostalCodes.asWritten(), Code.BAD_POSTAL_CODE))
            .aliases("zip")
            .canonical("postal")
            .help("The customer's postal code, for store sales."),
        ColumnSpec.of(
                "country",
                address + "regionCode",
                FieldRule.plain(Countries.english(Countries.Code.ALPHA_2_UPPER), Code.BAD_COUNTRY))
            .aliases("country_code")
            .canonical("country")
            .help("The customer's country; phones and postal codes are read in it."));
  }

  private static List<ColumnSpec> event() {
    return List.of(
        plain("conversion_environment", "conversionEnvironment", GoogleWords.environment())
            .values(List.of("APP", "WEB"))
            .help("Where it came about; sent to the Google Ads API only if that is switched on."),
        plain("event_source", "eventSource", GoogleWords.source())
            .canonical("action_source")
            .values(GoogleWords.SOURCES)
            .help("Where it happened; a blank one is made of click id and settings."),
        plain("store_id", "eventLocation.storeId", PlainText.oneLine())
            .aliases("store_code")
            .canonical("store_id")
            .help("The store; needed by conversion actions of type STORE_SALES only."),
        plain("customer_type", "userProperties.customerType", GoogleWords.oneOf(types()))
            .values(types())
            .help("New or old customer."),
        plain(
                "user_ip_address",
                "eventDeviceInfo.ipAddress",
                new OutsideEurope(IpAddresses.asWritten()))
            .help("Sent by the Data Manager API, for known countries outside EEA, UK, CH."),
        Columns.judged("event_name", "-", Code.BAD_EVENT_NAME)
            .canonical("event_name")
            .help("Canonical columns only: purchase, or blank."));
  }

  /** Kinds of customers; the last is unknown to the Google Ads API. */
  static List<String> types() {
    return List.of("NEW", "RETURNING", "REENGAGED");
  }

  private static List<ColumnSpec> privacy() {
    List<String> words = List.of("granted", "denied");
    return List.of(
        Columns.judged("ad_user_data", "consent.adUserData", Code.BAD_CONSENT)
            .canonical("ad_user_data")
            .values(words)
            .help("Consent to send the person's data; " + CONSENT),
        Columns.judged("ad_personalization", "consent.adPersonalization", Code.BAD_CONSENT)
            .canonical("ad_personalization")
            .values(words)
            .help("Consent to personalised ads; the Google Ads API does not take it."),
        Columns.judged("opt_out", "-", Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("Whether the person opted out; such orders stay here."));
  }

  private static ColumnSpec hashed(String name, String target, Normaliser rule, Code code) {
    return ColumnSpec.of(name, target, FieldRule.hashed(rule, code));
  }

  private static ColumnSpec plain(String name, String target, Normaliser rule) {
    return ColumnSpec.of(name, target, FieldRule.plain(rule, Code.FIELD_DROPPED));
  }

  private static ColumnSpec flag(String name) {
    return Columns.judged(name, "-", Code.RETURN_OR_CANCELLATION)
        .canonical(name)
        .type(ColumnType.BOOLEAN);
  }
}
