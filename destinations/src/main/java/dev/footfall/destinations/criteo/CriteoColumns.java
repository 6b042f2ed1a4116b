package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.ColumnType;
import dev.footfall.core.destination.Columns;
import dev.footfall.core.destination.Need;
import dev.footfall.core.normalise.Emails;
import java.util.List;
import java.util.stream.Stream;

/** What Criteo's files take from a query. */
final class CriteoColumns {
  private CriteoColumns() {}

  static List<ColumnSpec> all() {
    return Stream.of(keys(), sale(), flags()).flatMap(List::stream).toList();
  }

  private static List<ColumnSpec> keys() {
    return List.of(
        Columns.hashed(
                "user_key_1",
                "user_key_1",
                Emails.simple(),
                Code.BAD_EMAIL,
                "email",
                "hashed_email")
            .canonical("email")
            .need(Need.RECOMMENDED)
            .help("E-mail address, unless user_key_type_1 says otherwise; this or user_key_2."),
        Columns.plain("user_key_type_1", "user_key_type_1")
            .help("What user_key_1 is; email unless given."),
        Columns.plain("user_key_2", "user_key_2", "customer_id", "hashed_link_key", "loyalty_id")
            .canonical("external_id")
            .need(Need.RECOMMENDED)
            .help("The customer id that the site's tag collects, too."),
        Columns.plain("user_key_type_2", "user_key_type_2")
            .help("What user_key_2 is; customer_ID unless given."));
  }

  private static List<ColumnSpec> sale() {
    return List.of(
        Columns.plain("event_id", "event_id", "order_id", "transaction_id")
            .canonical("order_id")
            .need(Need.REQUIRED)
            .help("The transaction; Criteo groups lines by it."),
        Columns.time("event_time", "event_time", "timestamp", "order_datetime"),
        Columns.plain("content_ids", "content_ids", "content_id", "sku", "product_id", "item_id")
            .canonical("product_id")
            .need(Need.REQUIRED)
            .help("The product's id in the Criteo catalogue."),
        Columns.judged("product_value", "product_value", Code.BAD_VALUE, "item_revenue", "price")
            .canonical("price")
            .type(ColumnType.DECIMAL)
            .need(Need.REQUIRED)
            .help("The line's total, or its unit price: see product_value_is; canonical: unit."),
        Columns.quantity("product_quantity", "product_quantity", "item_quantity", "quantity"),
        Columns.plain("store_id", "store_id", "storeid")
            .canonical("store_id")
            .help("Where it was bought."),
        Columns.judged("currency", "currency", Code.BAD_CURRENCY)
            .canonical("currency")
            .help("ISO 4217; default_currency when empty."),
        Columns.judged("event_name", "-", Code.BAD_EVENT_NAME)
            .canonical("event_name")
            .help("Canonical vocabulary only: purchase."));
  }

  private static List<ColumnSpec> flags() {
    return Stream.concat(
            Columns.voiding().stream(),
            Stream.of(
                Columns.judged("opt_out", "-", Code.BAD_OPT_OUT)
                    .canonical("opt_out")
                    .type(ColumnType.BOOLEAN)
                    .help("Whether the person opted out; such orders are left out.")))
        .toList();
  }
}
