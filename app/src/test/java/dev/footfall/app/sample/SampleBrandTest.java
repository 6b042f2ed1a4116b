package dev.footfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a brand of a hundred customers already contains: everything that real tables surprise one
 * with.
 */
class SampleBrandTest {

  private static final String ITEMS = "Unified_Itemized_Transactions";
  private static final String ORDERS = "Unified_Transactions";
  private static final String PEOPLE = "Customer_360";

  @AutoClose private static SampleQueries brand;

  @BeforeAll
  static void generate(@TempDir Path folder) throws Exception {
    brand = SampleQueries.ofAHundredPeople(folder);
  }

  @Test
  void a_customer_orders_once_in_thirty_days() {
    assertThat(brand.count(PEOPLE, "true")).isEqualTo(100);
    assertThat(brand.count(ORDERS, "true")).isEqualTo(300);
    assertThat(brand.count(ITEMS, "true")).isBetween(540L, 720L);
  }

  @Test
  void some_orders_have_no_customer_and_some_customers_no_order() {
    assertThat(brand.count(ORDERS, "amperity_id IS NULL")).isEqualTo(18);
    assertThat(brand.count(PEOPLE, "lifetime_order_frequency = 0")).isPositive();
    assertThat(brand.count(PEOPLE, "lifetime_order_frequency > 3")).isPositive();
    assertThat(
            brand.count(
                ORDERS + " ANTI JOIN Customer_360 USING (amperity_id)", "amperity_id IS NOT NULL"))
        .isZero();
  }

  @Test
  void orders_lie_in_every_window_and_before_none_after_now() {
    for (int days : new int[] {7, 25, 28, 62}) {
      assertThat(
              brand.count(
                  ORDERS,
                  "order_datetime > TIMESTAMP '2026-11-21 12:30:00' - to_days(" + days + ")"))
          .isPositive();
    }
    assertThat(
            brand.count(ORDERS, "order_datetime < TIMESTAMP '2026-11-21 12:30:00' - to_days(62)"))
        .isPositive();
    assertThat(
            brand.count(ORDERS, "order_datetime < TIMESTAMP '2026-11-21 12:30:00' - to_days(90)"))
        .isZero();
    assertThat(brand.count(ITEMS, "order_datetime > TIMESTAMP '2026-11-21 12:30:00'")).isZero();
  }

  @Test
  void tills_are_open_from_nine_to_nine_and_the_web_shop_always() {
    assertThat(
            brand.count(
                ORDERS,
                "purchase_channel = 'in-store' AND hour(order_datetime) NOT BETWEEN 9 AND 20"))
        .isZero();
    assertThat(
            brand.number(
                "SELECT count(DISTINCT hour(order_datetime)) FROM Unified_Transactions"
                    + " WHERE purchase_channel = 'in-store'"))
        .isGreaterThan(9);
    assertThat(brand.count(ORDERS, "purchase_channel = 'online' AND hour(order_datetime) < 7"))
        .isPositive();
  }

  @Test
  void money_comes_in_several_currencies_and_yen_have_no_fraction() {
    assertThat(brand.texts("SELECT DISTINCT currency FROM Unified_Transactions"))
        .contains("USD", "EUR", "GBP", "JPY");
    assertThat(
            brand.count(
                ITEMS,
                "currency = 'JPY' AND (item_revenue % 1 <> 0 OR item_tax_amount % 1 <> 0"
                    + " OR item_cost % 1 <> 0 OR unit_revenue % 1 <> 0)"))
        .isZero();
    assertThat(
            brand.number(
                "SELECT count(*) FROM (SELECT order_id FROM Unified_Itemized_Transactions"
                    + " GROUP BY order_id HAVING count(DISTINCT currency) > 1)"))
        .isZero();
  }

  @Test
  void returns_and_cancellations_are_rows_of_their_own() {
    for (String flag : new String[] {"is_return", "is_cancellation"}) {
      assertThat(brand.count(ITEMS, flag)).isPositive();
      assertThat(brand.count(ITEMS, flag + " = false")).isPositive();
      assertThat(brand.count(ITEMS, flag + " IS NULL")).isPositive();
    }
    assertThat(
            brand.count(
                ITEMS,
                "(is_return OR is_cancellation) AND (item_quantity >= 0 OR item_revenue > 0"
                    + " OR unit_revenue > 0)"))
        .isZero();
    assertThat(
            brand.number(
                "SELECT count(*) FROM Unified_Itemized_Transactions r JOIN Unified_Itemized_Transactions p"
                    + " USING (order_id, product_id) WHERE r.is_return AND p.item_quantity > 0"
                    + " AND r.order_datetime > p.order_datetime"))
        .isPositive();
  }

  @Test
  void a_line_adds_up() {
    assertThat(
            brand.count(
                ITEMS, "item_quantity > 0 AND item_revenue <> item_quantity * unit_revenue"))
        .isZero();
    assertThat(brand.count(ITEMS, "item_list_price <> item_revenue + item_discount_amount"))
        .isZero();
    assertThat(brand.count(ITEMS, "item_profit <> item_revenue - item_cost")).isZero();
    assertThat(brand.count(ITEMS, "unit_profit <> unit_revenue - unit_cost")).isZero();
    assertThat(
            brand.count(
                ITEMS,
                "abs(item_cost - item_quantity * unit_cost) > 0.005 AND item_quantity > 0"
                    + " AND currency <> 'JPY'"))
        .isZero();
    assertThat(
            brand.count(
                ITEMS,
                "unit_price <> unit_revenue OR quantity <> item_quantity OR sku <> product_sku"))
        .isZero();
  }

  @Test
  void an_order_is_the_sum_of_its_lines() {
    assertThat(
            brand.number(
                """
            SELECT count(*) FROM Unified_Transactions o JOIN (
              SELECT order_id, sum(item_revenue) FILTER (item_quantity >= 0) AS bought,
                sum(item_revenue) AS kept, sum(item_quantity) AS units, sum(item_tax_amount) FILTER (item_quantity >= 0) AS tax,
                sum(item_subtotal) FILTER (item_quantity >= 0) AS list
              FROM Unified_Itemized_Transactions GROUP BY order_id) i USING (order_id)
            WHERE order_revenue = bought AND sum_item_revenue = bought AND net_order_revenue = kept
              AND order_quantity = units AND order_tax_amount = tax AND order_subtotal = list AND order_list_price = list
              AND net_order_revenue = order_revenue + order_returned_revenue + order_canceled_revenue
              AND order_subtotal - order_discount_amount = order_revenue"""))
        .isEqualTo(300);
    assertThat(
            brand.number(
                "SELECT count(*) FROM (SELECT order_id FROM Unified_Itemized_Transactions"
                    + " WHERE item_quantity > 0 GROUP BY order_id HAVING count(*) > 1)"))
        .isGreaterThan(100);
  }

  @Test
  void a_quantity_of_zero_waits_outside_the_windows() {
    assertThat(
            brand.count(
                ITEMS, "item_quantity = 0 AND order_datetime < TIMESTAMP '2026-11-13 00:00:00'"))
        .isPositive();
    assertThat(
            brand.count(
                ITEMS, "item_quantity = 0 AND order_datetime >= TIMESTAMP '2026-11-13 00:00:00'"))
        .isZero();
  }

  @Test
  void one_order_was_rung_up_in_two_stores() {
    assertThat(
            brand.number(
                "SELECT count(*) FROM (SELECT order_id FROM Unified_Itemized_Transactions"
                    + " GROUP BY order_id HAVING count(DISTINCT store_id) = 2)"))
        .isPositive();
    assertThat(brand.count(ITEMS, "(channel = 'store') <> (store_id IS NOT NULL)")).isZero();
    assertThat(brand.texts("SELECT DISTINCT channel FROM Unified_Itemized_Transactions"))
        .containsExactlyInAnyOrder("store", "web");
  }

  @Test
  void a_brand_has_an_apostrophe() {
    assertThat(brand.texts("SELECT DISTINCT purchase_brand FROM Unified_Transactions"))
        .containsExactlyInAnyOrder("Socktown", "ACME Essentials", "Maribel's Attic");
  }

  @Test
  void versions_of_the_criteo_table_differ_by_a_day() {
    assertThat(
            brand.number(
                "SELECT count(DISTINCT version) FROM amperity_table_versions WHERE table_name = 'Criteo_Offline'"))
        .isEqualTo(3);
    assertThat(
            brand.number(
                """
            SELECT count(*) FROM (
              SELECT event_id, content_ids, event_time FROM Criteo_Offline EXCEPT
              SELECT event_id, content_ids, event_time FROM Criteo_Offline_versioned WHERE amperity_version = (
                SELECT DISTINCT version FROM amperity_table_versions
                WHERE "offset" = 1 AND table_name = 'Criteo_Offline'))"""))
        .isBetween(1L, brand.count("Criteo_Offline", "true") - 1);
  }

  @Test
  void the_fiscal_calendar_follows_the_weeks() {
    assertThat(
            brand.count(
                ORDERS,
                "fiscal_week_start > CAST(order_datetime AS DATE)"
                    + " OR fiscal_week_start + 6 < CAST(order_datetime AS DATE) OR fiscal_year <> 2026"))
        .isZero();
    assertThat(
            brand.texts(
                "SELECT DISTINCT concat_ws(' ', fiscal_quarter, fiscal_month, fiscal_week_number)"
                    + " FROM Unified_Transactions WHERE CAST(order_datetime AS DATE) = DATE '2026-11-20'"))
        .containsExactly("4 10 42");
  }

  @Test
  void every_table_of_the_reference_is_there() {
    assertThat(
            brand.texts(
                "SELECT table_name FROM information_schema.tables WHERE table_catalog = 'elsewhere' ORDER BY 1"))
        .containsExactly(
            "Criteo_Events",
            "Criteo_Offline",
            "Criteo_Offline_versioned",
            "Customer360",
            "Customer_360",
            "Customer_Attributes",
            "Customer_Events",
            "Customer_Leads",
            "EUID",
            "Google_Analytics",
            "Merged_Customers",
            "Online_Events",
            "Transaction_Attributes_Extended",
            "UID2",
            "Unified_Coalesced",
            "Unified_Itemized_Transactions",
            "Unified_Product_Catalog",
            "Unified_Transactions",
            "amperity_table_versions");
    for (String table :
        brand.texts(
            "SELECT table_name FROM information_schema.tables WHERE table_catalog = 'elsewhere'")) {
      assertThat(brand.count(table, "true")).as(table).isPositive();
    }
  }

  @Test
  void columns_have_the_documented_types() {
    assertThat(
            brand.texts(
                "SELECT DISTINCT data_type FROM information_schema.columns WHERE table_catalog = 'elsewhere'"))
        .containsExactlyInAnyOrder(
            "VARCHAR", "BIGINT", "DECIMAL(38,2)", "DECIMAL(38,4)", "BOOLEAN", "DATE", "TIMESTAMP");
    assertThat(
            brand.texts(
                "SELECT DISTINCT data_type FROM information_schema.columns"
                    + " WHERE table_catalog = 'elsewhere' AND column_name LIKE 'unit\\_%' ESCAPE '\\'"))
        .containsExactly("DECIMAL(38,4)");
  }
}
