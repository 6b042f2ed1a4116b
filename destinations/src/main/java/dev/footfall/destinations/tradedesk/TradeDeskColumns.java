package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.normalise.Countries;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.MobileAdIds;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.OpaqueIds;
import dev.footfall.core.normalise.Phones;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What The Trade Desk takes from a query. */
final class TradeDeskColumns {
  /** Each of them alone is enough to know a person by. */
  static final List<String> IDENTITIES =
      List.of(
          "email",
          "phone",
          "uid2",
          "euid",
          "uid2_token",
          "euid_token",
          "tdid",
          "daid",
          "madid",
          "idfa",
          "aaid",
          "gaid",
          "rampid",
          "impression_id");

  /** Those of them that the operator exchanges. */
  static final List<String> MAPPED = List.of("email", "phone");

  /** The names of a device's advertising id; the first that is filled counts. */
  static final List<String> DEVICES = List.of("daid", "madid", "idfa", "aaid", "gaid");

  /** How many slots there are for texts of the advertiser's own. */
  static final int SLOTS = 10;

  private TradeDeskColumns() {}

  static List<ColumnSpec> all() {
    return Stream.of(
            hashed(),
            people(),
            devices(),
            event(),
            place(),
            slots(),
            items(),
            Columns.voiding(),
            privacy())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ColumnSpec> hashed() {
    return List.of(
        ColumnSpec.of("email", "email_hash → UID2", mapped(Emails.uid2(), Code.BAD_EMAIL))
            .aliases("email_address")
            .canonical("email")
            .need(Need.RECOMMENDED)
            .help("E-mail address; goes as the UID2 or EUID that the operator has for its hash."),
        ColumnSpec.of("phone", "phone_hash → UID2", mapped(Phones.uid2(), Code.BAD_PHONE))
            .aliases("phone_number")
            .canonical("phone")
            .need(Need.RECOMMENDED)
            .help("Phone number; goes as the UID2 or EUID that the operator has for its hash."));
  }

  private static FieldRule mapped(Normaliser normaliser, Code code) {
    return FieldRule.hashed(normaliser, code).hashing(FieldRule.Hashing.BASE64);
  }

  private static List<ColumnSpec> people() {
    return List.of(
        id("uid2", "UID2", OpaqueIds.uid2(), Code.BAD_UID2)
            .canonical("uid2")
            .help("A raw UID2; the e-mail is then not mapped. Case counts."),
        id("euid", "EUID", OpaqueIds.uid2(), Code.BAD_EUID)
            .canonical("euid")
            .help("A raw EUID. Case counts."),
        Columns.plain("uid2_token", "UID2Token").help("A UID2 token. Case counts."),
        Columns.plain("euid_token", "EUIDToken").help("An EUID token. Case counts."),
        id("rampid", "RampID", OpaqueIds.rampId(), Code.BAD_RAMP_ID)
            .aliases("ramp_id", "idl", "identitylink")
            .help("A RampID that was mapped for The Trade Desk."));
  }

  private static List<ColumnSpec> devices() {
    return List.of(
        id("tdid", "TDID", MobileAdIds.uuid(), Code.BAD_DEVICE_ID)
            .help("The Trade Desk's own cookie id."),
        id("daid", "DAID", MobileAdIds.uuid(), Code.BAD_DEVICE_ID)
            .canonical("maid")
            .help("Mobile advertising id, never hashed; the first of its names that is filled."),
        id("madid", "DAID", MobileAdIds.uuid(), Code.BAD_DEVICE_ID).help("As daid."),
        id("idfa", "DAID", MobileAdIds.uuid(), Code.BAD_DEVICE_ID).help("As daid."),
        id("aaid", "DAID", MobileAdIds.uuid(), Code.BAD_DEVICE_ID).help("As daid."),
        id("gaid", "DAID", MobileAdIds.uuid(), Code.BAD_DEVICE_ID).help("As daid."),
        id("impression_id", "ImpressionId", MobileAdIds.uuid(), Code.FIELD_DROPPED)
            .aliases("impressionid")
            .help("The impression that led here; enough alone, and added to every item."));
  }

  private static ColumnSpec id(String name, String target, Normaliser rule, Code code) {
    return ColumnSpec.of(name, target, FieldRule.plain(rule, code));
  }

  private static List<ColumnSpec> event() {
    return List.of(
        Columns.time("timestamp", "TimestampUtc", "timestamp_utc", "order_datetime"),
        Columns.judged("eventname", "EventName", Code.BAD_EVENT_NAME, "event_name")
            .canonical("event_name")
            .values(EventName.words())
            .help("What happened; blank is default_event_name."),
        Columns.judged("tracking_tag_id", "TrackingTagId", Code.MISSING_TRACKING_TAG)
            .help("The offline tracking tag; else the setting."),
        Columns.judged("orderid", "OrderId", Code.ORDER_ID_HASHED, "order_id")
            .canonical("order_id")
            .rule(FieldRule.dropping(Code.ORDER_ID_HASHED))
            .need(Need.RECOMMENDED)
            .help("Groups item rows into one conversion; above 64 characters it goes hashed."),
        Columns.judged("value", "Value", Code.BAD_VALUE, "order_value")
            .canonical("value")
            .type(ColumnType.DECIMAL)
            .need(Need.RECOMMENDED)
            .help("Total of the order, repeated on its rows; else price × quantity added up."),
        Columns.judged(
                "valuecurrency", "ValueCurrency", Code.BAD_CURRENCY, "value_currency", "currency")
            .canonical("currency")
            .help("ISO 4217 code; goes only beside a value."),
        Columns.plain("merchant_id", "MerchantId")
            .help("The retailer's number; wins over the setting."));
  }

  private static List<ColumnSpec> place() {
    return List.of(
        ColumnSpec.of(
                "country",
                "Country",
                FieldRule.plain(Countries.english(Countries.Code.ALPHA_3), Code.BAD_COUNTRY))
            .help("Where it happened, not where the customer lives; needs region."),
        ColumnSpec.of(
                "customer_country",
                "-",
                FieldRule.plain(Countries.english(Countries.Code.ALPHA_2_LOWER), Code.BAD_COUNTRY))
            .canonical("country")
            .help("The customer's country: where a phone without a country code belongs."),
        Columns.plain("region", "Region", "state").help("Where it happened; with country."),
        Columns.plain("city", "City").help("Where it happened."),
        Columns.plain("metro", "Metro").help("Where it happened: the DMA code."),
        Columns.plain("storeid", "TD10", "store_id")
            .canonical("store_id")
            .help("Where it was bought; goes into the slot that storeid_slot names."));
  }

  private static List<ColumnSpec> slots() {
    return IntStream.rangeClosed(1, SLOTS)
        .mapToObj(
            i ->
                Columns.plain("td" + i, "TD" + i)
                    .help("A text of the advertiser's own, at most 64 characters."))
        .toList();
  }

  private static List<ColumnSpec> items() {
    String item = "LineItems[].";
    return List.of(
        Columns.plain("item_code", item + "item_code", "product_id", "sku")
            .canonical("product_id")
            .help("The item of the row; without it the row is no line item."),
        Columns.plain("cat", item + "cat", "product_category", "item_category")
            .canonical("product_category")
            .help("Its category."),
        Columns.plain("item_name", item + "name", "product_name")
            .canonical("product_name")
            .help("Its name, at most 150 characters."),
        Columns.price("price", item + "price", "item_price")
            .rule(FieldRule.dropping(Code.BAD_PRICE)),
        Columns.quantity("qty", item + "qty", "quantity", "item_quantity")
            .rule(FieldRule.dropping(Code.BAD_QUANTITY)));
  }

  private static List<ColumnSpec> privacy() {
    return List.of(
        Columns.judged("opt_out", "-", Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("Whether the person does not want it; the order then stays here."),
        Columns.plain("privacy_type", "PrivacySettings[].privacy_type")
            .help("Which consent it is, such as GDPR or GPP."),
        Columns.plain("is_applicable", "PrivacySettings[].is_applicable")
            .help("1 or 0; with privacy_type."),
        Columns.plain("consent_string", "PrivacySettings[].consent_string")
            .help("The consent itself; with privacy_type."));
  }
}
