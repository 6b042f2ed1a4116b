package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.normalise.Emails;
import dev.footfall.core.normalise.ExternalIds;
import dev.footfall.core.normalise.Phones;
import java.util.List;
import java.util.stream.Stream;

/** What TikTok takes from a query. */
final class TikTokColumns {
  /** Columns of TikTok's web events. */
  static final List<String> WEB_ONLY =
      List.of("agent", "cookie_id", "ip", "locale", "page_url", "referrer_url", "tiktok_click_id");

  private static final List<String> CHANNELS =
      List.of("email", "website", "phone_call", "in_store", "crm", "other");

  private TikTokColumns() {}

  /** All of them, as the documentation lists them. */
  static List<ColumnSpec> all() {
    return Stream.of(person(), event(), order(), Columns.voiding(), item(), details(), ignored())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ColumnSpec> person() {
    return List.of(
        ColumnSpec.of("email", "user.email[]", FieldRule.hashed(Emails.general(), Code.BAD_EMAIL))
            .aliases("emails", "email_addresses")
            .canonical("email")
            .type(ColumnType.TEXTS)
            .need(Need.RECOMMENDED)
            .help("E-mail addresses; this or phone is needed."),
        ColumnSpec.of(
                "phone",
                "user.phone[]",
                FieldRule.hashed(Phones.strict(Phones.Form.WITH_PLUS), Code.BAD_PHONE))
            .aliases("phones", "phone_number", "phone_numbers")
            .canonical("phone")
            .type(ColumnType.TEXTS)
            .need(Need.RECOMMENDED)
            .help("Phone numbers; those without country code belong to default_phone_region."),
        ColumnSpec.of(
                "external_id",
                "user.external_id[]",
                FieldRule.hashed(ExternalIds.asWritten(), Code.FIELD_DROPPED))
            .canonical("external_id")
            .help("The brand's customer id; sent only with send_external_id, no identity."));
  }

  private static List<ColumnSpec> event() {
    return List.of(
        Columns.judged("event", "event", Code.BAD_EVENT_NAME, "event_name", "event_type")
            .canonical("event_name")
            .need(Need.REQUIRED)
            .values(EventTypes.names())
            .help("What happened, spelt as TikTok spells it; fixed_event_name when blank."),
        Columns.time("timestamp", "event_time", "event_time", "order_datetime"),
        Columns.judged("event_id", "event_id", Code.BAD_EVENT_ID)
            .canonical("event_id")
            .help("At most 128 characters; rows that share it are one event. Made when blank."),
        Columns.judged("event_set_id", "event_source_id", Code.BAD_EVENT_SET_ID, "event_source_id")
            .help("The offline event set, as text; the setting's when blank."),
        Columns.judged("event_source", "-", Code.BAD_ACTION_SOURCE)
            .canonical("action_source")
            .values(List.of("offline"))
            .help("Anything but offline is refused."),
        Columns.judged("opt_out", "-", Code.OPTED_OUT)
            .canonical("opt_out")
            .type(ColumnType.BOOLEAN)
            .help("Such a person's order is not sent."));
  }

  private static List<ColumnSpec> order() {
    return List.of(
        Columns.plain("order_id", "properties.order_id")
            .canonical("order_id")
            .need(Need.RECOMMENDED)
            .help("Groups item rows into one event."),
        Columns.plain("shop_id", "properties.shop_id", "store_id")
            .canonical("store_id")
            .help("Where it was bought."),
        Columns.judged("currency", "properties.currency", Code.BAD_CURRENCY)
            .canonical("currency")
            .help("ISO 4217 code from TikTok's list; default_currency when blank."),
        Columns.judged("value", "properties.value", Code.BAD_VALUE)
            .canonical("value")
            .type(ColumnType.DECIMAL)
            .help("The order's amount where price and quantity do not give it."));
  }

  private static List<ColumnSpec> item() {
    String contents = "properties.contents[].";
    return List.of(
        Columns.plain("content_id", contents + "content_id", "product_id", "sku")
            .canonical("product_id")
            .help("The item of the row."),
        Columns.plain("content_name", contents + "content_name", "product_name")
            .canonical("product_name")
            .help("The item's name, cut at 1,000 characters."),
        Columns.plain("content_category", contents + "content_category", "product_category")
            .canonical("product_category")
            .help("The item's category, cut at 1,000 characters."),
        Columns.plain("brand", contents + "brand")
            .canonical("brand")
            .help("The item's brand, cut at 1,000 characters."),
        Columns.price("price", contents + "price", "item_price"),
        Columns.quantity("quantity", contents + "quantity", "item_quantity")
            .help("Units of the item; a fraction goes as one unit at its full price."));
  }

  private static List<ColumnSpec> details() {
    return List.of(
        ColumnSpec.of(
                "content_type",
                "properties.content_type",
                FieldRule.plain(
                    new OneOf(List.of("product", "product_group")), Code.FIELD_DEFAULTED))
            .values(List.of("product", "product_group"))
            .help("What content_id names; product unless given."),
        Columns.plain("description", "properties.description")
            .help("A description of the event, cut at 1,000 characters."),
        ColumnSpec.of(
                "event_channel", "-", FieldRule.plain(new OneOf(CHANNELS), Code.FIELD_DROPPED))
            .values(CHANNELS)
            .help("Fills transaction_category in files; not sent by the API."),
        Columns.plain("transaction_category", "transaction_category")
            .help("For files only, such as in-store."));
  }

  private static List<ColumnSpec> ignored() {
    return WEB_ONLY.stream()
        .map(
            name ->
                ColumnSpec.of(name, "-", FieldRule.dropping(Code.COLUMN_IGNORED))
                    .help("For TikTok's web events only; ignored here."))
        .toList();
  }
}
