package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnNames;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.OpenColumns;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.IpAddresses;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Phones;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Klaviyo takes from a query; all other columns are custom properties. */
final class KlaviyoColumns {
  static final List<String> IDENTIFIERS = List.of("email", "phone_number", "external_id");

  /** Custom properties, under the labels of the query. */
  static final OpenColumns OPEN =
      OpenColumns.of("attributes.properties", "(?s)(?!\\$).*\\S.*", "a text without $ in front")
          .suspecting(suspects());

  /** People's columns that are no properties of what they bought. */
  private static final Set<String> NOT_OF_AN_ORDER =
      Set.of(
          "birthdate",
          "gender",
          "maid",
          "click_id",
          "uid2",
          "euid",
          "event_id",
          "ad_user_data",
          "ad_personalization");

  private static final Normaliser LINE = PlainText.oneLine();

  private KlaviyoColumns() {}

  static List<ColumnSpec> all() {
    List<ColumnSpec> all = new ArrayList<>(identifiers());
    all.addAll(person());
    all.addAll(place());
    all.addAll(event());
    all.addAll(item());
    return List.copyOf(all);
  }

  private static Map<String, String> suspects() {
    Map<String, String> advice = new HashMap<>();
    advice.put("email_address", "call it email if it is the address");
    advice.put("phone_e164", "call it phone_number if it is the phone");
    advice.put("mobile", "call it phone_number if it is the phone");
    advice.put("lat", "call it latitude if it is the person's");
    advice.put("lon", "call it longitude if it is the person's");
    advice.put("lng", "call it longitude if it is the person's");
    advice.put("time_zone", "call it timezone if it is the person's");
    advice.put("zip_code", "call it zip if it is the person's");
    advice.put("consent", "it subscribes nobody");
    advice.put("accepts_marketing", "it subscribes nobody");
    return advice;
  }

  /** The columns that are taken in a mode, with its settings; the rest are properties. */
  static DestinationSpec narrowed(DestinationSpec spec, SettingValues values) {
    boolean isProfiles = values.mode().equals(KlaviyoSpec.PROFILES);
    boolean takesPerson = isProfiles || values.flag("update_profile_from_events");
    Map<String, String> suspects = new HashMap<>();
    Set<String> ignored = new HashSet<>(isProfiles ? Set.of() : NOT_OF_AN_ORDER);
    List<ColumnSpec> columns = new ArrayList<>(aliased(identifiers(), values, suspects));
    List<ColumnSpec> others = new ArrayList<>(person());
    others.addAll(place());
    if (!isProfiles || !values.flag("locale_as_profile_field")) {
      others.removeIf(column -> column.name().equals("locale"));
    }
    if (takesPerson) {
      columns.addAll(aliased(others, values, suspects));
    } else {
      others.forEach(column -> ignored.addAll(namesOf(column)));
    }
    if (isProfiles) {
      columns.add(optOut());
    } else {
      columns.addAll(event());
      columns.addAll(item());
    }
    return spec.taking(columns, Optional.of(OPEN.suspecting(suspects).ignoring(ignored)));
  }

  private static List<String> namesOf(ColumnSpec column) {
    List<String> names = new ArrayList<>(column.names().aliases());
    names.add(column.name());
    column.names().canonical().ifPresent(names::add);
    return names;
  }

  /** Without canonical aliases where they are switched off, and suspicious of them then. */
  private static List<ColumnSpec> aliased(
      List<ColumnSpec> columns, SettingValues values, Map<String, String> suspects) {
    if (values.flag("profile_aliases")) {
      return columns;
    }
    List<ColumnSpec> plain = new ArrayList<>();
    for (ColumnSpec column : columns) {
      column
          .names()
          .aliases()
          .forEach(alias -> suspects.put(alias, "call it " + column.name() + " if it is that"));
      plain.add(named(column, List.of()));
    }
    return plain;
  }

  private static ColumnSpec named(ColumnSpec column, List<String> aliases) {
    return new ColumnSpec(
        column.name(),
        new ColumnNames(aliases, column.names().canonical()),
        column.need(),
        column.type(),
        column.rule(),
        column.target(),
        column.values(),
        column.help());
  }

  private static List<ColumnSpec> identifiers() {
    return List.of(
        ColumnSpec.of(
                "email", "attributes.email", FieldRule.plain(Emails.deliverable(), Code.BAD_EMAIL))
            .canonical("email")
            .need(Need.RECOMMENDED)
            .help("The person's e-mail address, sent in plain text."),
        ColumnSpec.of(
                "phone_number",
                "attributes.phone_number",
                FieldRule.plain(Phones.strict(Phones.Form.WITH_PLUS), Code.BAD_PHONE))
            .aliases("phone")
            .canonical("phone")
            .help("The person's phone, sent in E.164 with a plus."),
        ColumnSpec.of(
                "external_id",
                "attributes.external_id",
                FieldRule.plain(ExternalId.RULE, Code.VALUE_TOO_LONG))
            .canonical("external_id")
            .help("Your own id of the person, 1 to 255 characters; case counts."));
  }

  private static ColumnSpec line(String name, String target, String help) {
    return ColumnSpec.of(name, target, FieldRule.plain(LINE, Code.FIELD_DROPPED)).help(help);
  }

  private static List<ColumnSpec> person() {
    return List.of(
        line("first_name", "attributes.first_name", "Given name.")
            .aliases("given_name")
            .canonical("given_name"),
        line("last_name", "attributes.last_name", "Family name.")
            .aliases("surname")
            .canonical("surname"),
        line("organization", "attributes.organization", "Company.").aliases("company"),
        line("title", "attributes.title", "Job title; some use it as form of address."),
        ColumnSpec.of("image", "attributes.image", FieldRule.plain(Urls.absolute(), Code.BAD_VALUE))
            .help("Web address of a picture."),
        line("locale", "attributes.locale", "Such as en-US; a property unless switched."),
        ColumnSpec.of(
                "properties", "attributes.properties", FieldRule.rejecting(Code.BAD_PROPERTIES))
            .help("A map or JSON object whose members become properties; columns win."));
  }

  private static List<ColumnSpec> place() {
    return List.of(
        line("address1", "attributes.location.address1", "Street.").aliases("address"),
        line("address2", "attributes.location.address2", "Second line of the street."),
        line("city", "attributes.location.city", "City.").canonical("city"),
        line("region", "attributes.location.region", "State or region, name or code.")
            .aliases("state")
            .canonical("state"),
        line("zip", "attributes.location.zip", "Postal code, as text.")
            .aliases("postal")
            .canonical("postal"),
        line("country", "attributes.location.country", "Country, name or code.")
            .canonical("country"),
        coordinate("latitude", "From −90 to 90; needs longitude."),
        coordinate("longitude", "From −180 to 180; needs latitude."),
        ColumnSpec.of(
                "timezone",
                "attributes.location.timezone",
                FieldRule.plain(TimeZoneName.RULE, Code.BAD_TIME_ZONE))
            .help("An IANA zone such as America/New_York, or UTC."),
        ColumnSpec.of(
                "ip",
                "attributes.location.ip",
                FieldRule.plain(IpAddresses.canonical(), Code.BAD_VALUE))
            .help("IPv4 or IPv6 address."));
  }

  private static ColumnSpec coordinate(String name, String help) {
    return ColumnSpec.of(name, "attributes.location." + name, FieldRule.dropping(Code.BAD_LOCATION))
        .type(ColumnType.DECIMAL)
        .help(help);
  }

  private static ColumnSpec optOut() {
    return flag("opt_out", Code.BAD_OPT_OUT, "Rows of people who want nothing sent.");
  }

  private static ColumnSpec flag(String name, Code code, String help) {
    return ColumnSpec.of(name, "not sent", FieldRule.rejecting(code))
        .type(ColumnType.BOOLEAN)
        .canonical(name)
        .help(help);
  }

  private static ColumnSpec amount(String name, String target, Code code, String help) {
    return ColumnSpec.of(name, target, FieldRule.rejecting(code))
        .type(ColumnType.DECIMAL)
        .help(help);
  }

  private static List<ColumnSpec> event() {
    return List.of(
        line("event_name", "metric.data.attributes.name", "Events: the metric.")
            .rule(FieldRule.rejecting(Code.BAD_EVENT_NAME))
            .aliases("event", "metric")
            .canonical("event_name"),
        ColumnSpec.of("timestamp", "time", FieldRule.rejecting(Code.BAD_TIMESTAMP))
            .type(ColumnType.TIMESTAMP)
            .aliases("event_time", "order_datetime")
            .canonical("timestamp")
            .need(Need.RECOMMENDED)
            .help("Events: when it happened."),
        line("order_id", "unique_id, properties.OrderId", "Events: groups the order's rows.")
            .canonical("order_id")
            .need(Need.RECOMMENDED),
        amount("value", "value", Code.BAD_VALUE, "Events: the order's total, any sign.")
            .aliases("order_revenue")
            .canonical("value"),
        ColumnSpec.of("currency", "value_currency", FieldRule.rejecting(Code.BAD_CURRENCY))
            .aliases("value_currency")
            .canonical("currency")
            .help("Events: ISO 4217, needed with a value."),
        line("discount_code", "properties.DiscountCode", "Events: the code that was used."),
        amount(
                "discount_value",
                "properties.DiscountValue",
                Code.BAD_VALUE,
                "Events: what it was worth.")
            .rule(FieldRule.dropping(Code.BAD_VALUE)),
        flag("is_return", Code.RETURN_OR_CANCELLATION, "Rows of goods brought back."),
        flag("is_cancellation", Code.RETURN_OR_CANCELLATION, "Rows of cancelled goods."),
        optOut());
  }

  private static List<ColumnSpec> item() {
    return List.of(
        line("product_id", "Items[].ProductID", "Events: the item's id.")
            .canonical("product_id")
            .need(Need.RECOMMENDED),
        line("product_sku", "Items[].SKU", "Events: the item's stock number.").aliases("sku"),
        line("product_name", "Items[].ProductName, ItemNames[]", "Events: the item's name.")
            .canonical("product_name"),
        amount("quantity", "Items[].Quantity", Code.BAD_QUANTITY, "Events: units; else 1.")
            .aliases("item_quantity")
            .canonical("quantity"),
        amount("price", "Items[].ItemPrice", Code.BAD_PRICE, "Events: price of one unit.")
            .aliases("unit_price")
            .canonical("price"),
        amount(
                "item_revenue",
                "Items[].RowTotal",
                Code.BAD_PRICE,
                "Events: the row's amount; else price × quantity.")
            .aliases("line_total"),
        line("product_category", "Items[].Categories[], Categories[]", "Events: category.")
            .canonical("product_category"),
        line("product_brand", "Items[].Brand, Brands[]", "Events: brand.").canonical("brand"),
        url("product_url", "Items[].ProductURL", "Events: the item's page."),
        url("image_url", "Items[].ImageURL", "Events: the item's picture."));
  }

  private static ColumnSpec url(String name, String target, String help) {
    return ColumnSpec.of(name, target, FieldRule.plain(Urls.absolute(), Code.BAD_VALUE)).help(help);
  }
}
