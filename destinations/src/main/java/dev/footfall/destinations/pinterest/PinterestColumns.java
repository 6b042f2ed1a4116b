package dev.footfall.destinations.pinterest;

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

/** What Pinterest takes from a query. */
final class PinterestColumns {
  private PinterestColumns() {}

  /** All of them, as the documentation lists them. */
  static List<ColumnSpec> all() {
    return Stream.of(
            person(),
            place(),
            device(),
            order(),
            items(),
            Columns.voiding(),
            privacy(),
            automatic())
        .flatMap(List::stream)
        .toList();
  }

  /** How birthdates are read. */
  static FieldRule birthdate(Birthdates.Order slashes) {
    return FieldRule.hashed(Birthdates.basic(Birthdates.slashes(slashes)), Code.BAD_BIRTHDATE);
  }

  private static List<ColumnSpec> person() {
    Normaliser name = Names.withPunctuation();
    return List.of(
        hashed("em", Emails.general(), Code.BAD_EMAIL, "email", "emails")
            .canonical("email")
            .type(ColumnType.TEXTS)
            .need(Need.RECOMMENDED)
            .help("E-mail addresses; this or a mobile ad id is needed."),
        hashed("ph", Phones.strict(Phones.Form.DIGITS), Code.BAD_PHONE, "phone", "phones")
            .canonical("phone")
            .type(ColumnType.TEXTS)
            .need(Need.RECOMMENDED)
            .help("Phone numbers; national ones are read in the row's country."),
        hashed("fn", name, Code.FIELD_DROPPED, "given_name", "first_name")
            .canonical("given_name")
            .need(Need.RECOMMENDED)
            .help("Given name."),
        hashed("ln", name, Code.FIELD_DROPPED, "surname", "last_name")
            .canonical("surname")
            .need(Need.RECOMMENDED)
            .help("Surname."),
        hashed("db", name, Code.BAD_BIRTHDATE, "birthdate", "birth_date")
            .rule(birthdate(Birthdates.Order.MDY))
            .canonical("birthdate")
            .type(ColumnType.DATE)
            .help("Date of birth."),
        hashed("ge", Genders.maleFemaleNeutral(), Code.BAD_GENDER, "gender")
            .canonical("gender")
            .help("Female, male or non-binary."));
  }

  private static List<ColumnSpec> place() {
    return List.of(
        hashed("ct", Cities.lettersAndDigits(), Code.BAD_CITY, "city")
            .canonical("city")
            .help("The customer's city."),
        hashed("st", States.twoLetters(), Code.BAD_STATE, "state")
            .canonical("state")
            .help("The customer's state; limited data processing needs it."),
        hashed("zp", PostalCodes.digits(), Code.BAD_POSTAL_CODE, "postal", "postal_code", "zip")
            .canonical("postal")
            .help("The customer's postal code; digits only."),
        hashed("country", Countries.withNativeNames(Countries.Code.ALPHA_2_LOWER), Code.BAD_COUNTRY)
            .canonical("country")
            .help("The customer's country."));
  }

  private static List<ColumnSpec> device() {
    return List.of(
        hashed("external_id", ExternalIds.asWritten(), Code.FIELD_DROPPED, "extern_id")
            .canonical("external_id")
            .need(Need.RECOMMENDED)
            .help("The brand's customer id; case counts."),
        hashed("hashed_maids", MobileAdIds.uuid(), Code.BAD_DEVICE_ID, "maid", "maids", "madid")
            .canonical("maid")
            .type(ColumnType.TEXTS)
            .help("Mobile advertising ids; hashed here, unless they are already."),
        Columns.plain("click_id", "user_data.click_id", "epik")
            .canonical("click_id")
            .help("The _epik cookie, or the epik parameter of the landing page."),
        Columns.plain("partner_id", "user_data.partner_id").help("The person's id at a partner."),
        ColumnSpec.of(
                "client_ip_address",
                "user_data.client_ip_address",
                FieldRule.plain(IpAddresses.asWritten(), Code.FIELD_DROPPED))
            .help("IPv4 or IPv6 address; only together with client_user_agent."),
        Columns.plain("client_user_agent", "user_data.client_user_agent")
            .help("The browser; only together with client_ip_address."));
  }

  private static List<ColumnSpec> order() {
    return List.of(
        Columns.judged("currency", "custom_data.currency", Code.BAD_CURRENCY)
            .canonical("currency")
            .need(Need.REQUIRED)
            .help("ISO 4217 code; there is no default."),
        Columns.judged("value", "custom_data.value", Code.BAD_VALUE, "order_revenue")
            .canonical("value")
            .type(ColumnType.DECIMAL)
            .help("Total of the order, before tax and shipping, on any or all of its rows."),
        Columns.time("event_time", "event_time", "timestamp", "order_datetime"),
        Columns.plain("order_id", "custom_data.order_id")
            .canonical("order_id")
            .need(Need.RECOMMENDED)
            .help("Groups item rows into one event."),
        ColumnSpec.of("num_items", "custom_data.num_items", FieldRule.dropping(Code.FIELD_DROPPED))
            .aliases("order_quantity")
            .type(ColumnType.WHOLE)
            .help("Units of the whole order; else the rows' quantities are added up."),
        Columns.plain("content_name", "custom_data.content_name").help("What the order is about."),
        Columns.plain("content_category", "custom_data.content_category").help("Its category."),
        Columns.plain("content_brand", "custom_data.content_brand").help("Its brand."),
        ColumnSpec.of(
                "event_source_url",
                "event_source_url",
                FieldRule.plain(Urls.absolute(), Code.FIELD_DROPPED))
            .help("An absolute http or https address."));
  }

  private static List<ColumnSpec> items() {
    String item = "custom_data.contents[].";
    return List.of(
        Columns.plain("item_id", item + "id", "id", "product_id", "sku")
            .canonical("product_id")
            .help("The item of the row."),
        Columns.plain("item_name", item + "item_name", "product_name")
            .canonical("product_name")
            .help("Its name."),
        Columns.plain("item_category", item + "item_category", "product_category")
            .canonical("product_category")
            .help("Its category."),
        Columns.plain("item_brand", item + "item_brand", "brand")
            .canonical("brand")
            .help("Its brand."),
        Columns.price("price", item + "item_price", "item_price"),
        Columns.quantity("quantity", item + "quantity", "item_quantity"),
        ColumnSpec.of("contents", "custom_data.contents", FieldRule.dropping(Code.BAD_CONTENTS))
            .type(ColumnType.ARRAY)
            .help("Items as an array of maps or its JSON; replaces the row's item columns."));
  }

  private static List<ColumnSpec> privacy() {
    return List.of(
        Columns.judged("opt_out", "opt_out", Code.BAD_OPT_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("Whether the person opted out of tracking."),
        ColumnSpec.of(
                "opt_out_type", "custom_data.opt_out_type", FieldRule.dropping(Code.FIELD_DROPPED))
            .values(List.of("ldp"))
            .help("ldp for limited data processing; filled in where opt_out is true."));
  }

  private static List<ColumnSpec> automatic() {
    return List.of(
        Columns.judged("event_name", "event_name", Code.BAD_EVENT_NAME)
            .canonical("event_name")
            .values(List.of("checkout"))
            .help("Blank or checkout; nothing else is sent."),
        ColumnSpec.of("action_source", "action_source", FieldRule.dropping(Code.COLUMN_IGNORED))
            .canonical("action_source")
            .help("Ignored: always offline."),
        ColumnSpec.of("event_id", "event_id", FieldRule.dropping(Code.COLUMN_IGNORED))
            .canonical("event_id")
            .help("Ignored: made from the order."),
        ColumnSpec.of("partner_name", "partner_name", FieldRule.dropping(Code.COLUMN_IGNORED))
            .help("Ignored: a setting."));
  }

  private static ColumnSpec hashed(
      String name, Normaliser normaliser, Code code, String... aliases) {
    return ColumnSpec.of(name, "user_data." + name + "[]", FieldRule.hashed(normaliser, code))
        .aliases(aliases);
  }
}
