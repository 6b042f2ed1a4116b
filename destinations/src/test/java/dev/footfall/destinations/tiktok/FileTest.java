package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The upload file. */
class FileTest {
  private static FileDelivery delivery(TestRun run) {
    return (FileDelivery) run.route(Samples.order()).delivery();
  }

  private static String line(TestRun run, TestRows rows) {
    Mapped mapped = run.map(rows);
    assertThat(mapped.events()).as(mapped.rejected().toString()).hasSize(1);
    return mapped.text(0);
  }

  private static List<String> cells(TestRun run, TestRows rows) {
    return List.of(line(run, rows).strip().split(",", -1));
  }

  @Test
  void rows_become_the_file_of_the_example() {
    TestRows socks = Samples.example().with(1, "content_category", "socks, wool");
    TestRows call =
        Samples.example()
            .only(0)
            .with("email", "")
            .with("phone", "020 7946 0958")
            .with("event", "Contact")
            .with("timestamp", "2026-03-05T02:05:00Z")
            .with("event_channel", "phone_call")
            .with("order_id", "");
    for (String column :
        List.of("shop_id", "content_id", "content_category", "price", "quantity")) {
      call = call.with(column, "");
    }
    Mapped orders = Samples.file().map(socks);
    Mapped contact = Samples.file().set("default_phone_region", "GB").map(call);
    String file =
        new String(delivery(Samples.file()).header(), StandardCharsets.UTF_8)
            + orders.text(0)
            + contact.text(0);

    assertThat(file.replace("\r\n", "\n").strip()).isEqualTo(Samples.resource("upload.csv"));
    assertThat(file).endsWith("\r\n");
    assertThat(contact.noticeCodes()).containsExactly(Code.NO_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "CompletePayment,Complete Payment,Purchase",
    "Purchase,Complete Payment,Purchase",
    "Complete Payment,Complete Payment,Purchase",
    "SubmitForm,SubmitForm,Lead",
    "Lead,SubmitForm,Lead",
    "View Content,View Content,View Content",
    "PlaceAnOrder,Place an Order,none",
    "ClickButton,Click Button,none",
    "Schedule,none,none",
    "completepayment,none,none"
  })
  void codes_and_labels_become_the_labels_of_the_vocabulary(
      String event, String original, String current) {
    assertThat(label(Samples.file(), event)).isEqualTo(original);
    assertThat(label(Samples.file().set("csv_vocabulary", "current"), event)).isEqualTo(current);
  }

  private static String label(TestRun run, String event) {
    Mapped mapped = run.map(Samples.order().with("event", event));
    if (mapped.events().isEmpty()) {
      assertThat(mapped.codes()).containsExactly(Code.BAD_EVENT_NAME);
      return "none";
    }
    return mapped.text(0).substring(0, mapped.text(0).indexOf(','));
  }

  @Test
  void an_order_may_be_one_line() {
    TestRun run = Samples.file().set("csv_grain", "order");

    assertThat(cells(run, Samples.example()).subList(4, 12))
        .containsExactly("58.99", "USD", "in-store", "A-10045", "1", "", "", "store-0042");
    assertThat(cells(run, Samples.example().only(0)).subList(4, 12))
        .containsExactly(
            "49.00", "USD", "in-store", "A-10045", "1", "SKU-100", "outerwear", "store-0042");
  }

  @Test
  void amounts_have_the_currencys_digits() {
    TestRows rows = Samples.order().with("quantity", "1");

    assertThat(cells(Samples.file(), rows.with("price", "1500").with("currency", "JPY")).get(4))
        .isEqualTo("1500");
    assertThat(cells(Samples.file(), rows.with("price", "1.2345").with("currency", "KWD")).get(4))
        .isEqualTo("1.235");
    assertThat(cells(Samples.file(), rows.with("price", "7")).get(4)).isEqualTo("7.00");
  }

  @Test
  void an_order_total_on_all_rows_is_written_once() {
    TestRows bare = Samples.order().with("price", "");
    TestRows total =
        bare.with("value", "58.99").and(bare.with("value", "58.99").with("content_id", "SKU-2"));
    TestRows different =
        bare.with("value", "49").and(bare.with("value", "9.99").with("content_id", "SKU-2"));

    assertThat(line(Samples.file(), total)).containsOnlyOnce(",58.99,USD,").contains("Z,,,");
    assertThat(line(Samples.file(), different)).contains(",49.00,USD,").contains(",9.99,USD,");
  }

  @Test
  void the_canonical_total_wins_over_the_lines() {
    TestRows row =
        TestRows.one(
            "email", "pat@example.org",
            "timestamp", "2026-03-04T18:22:10Z",
            "order_id", "A-1",
            "product_id", "SKU-1",
            "price", "10",
            "quantity", "2",
            "value", "35",
            "currency", "USD");
    TestRows rows = row.and(row.with("product_id", "SKU-2"));
    TestRun run = Samples.file().canonical();

    assertThat(line(run, rows)).containsOnlyOnce(",35.00,USD,in-store,").contains("Z,,,in-store,");
    assertThat(line(run, rows.with("value", "40"))).doesNotContain("Z,,,").contains(",20.00,USD,");
  }

  @Test
  void identities_may_go_plain_and_digests_stay_digests() {
    TestRun plain = Samples.file().set("csv_hash_pii", "false");

    assertThat(cells(plain, Samples.order()).subList(1, 3))
        .containsExactly("dana.kim+vip@example.com", "+12065550123");
    assertThat(cells(plain, Samples.order().with("email", Samples.EMAIL)).get(1))
        .isEqualTo(Samples.EMAIL);
  }

  @Test
  void of_several_identities_the_smallest_digest_goes_hashed_or_plain() {
    TestRows rows =
        Samples.order().with("email", List.of("danakim@example.com", "dana.kim+vip@example.com"));
    Mapped mapped = Samples.file().map(rows);

    assertThat(mapped.text(0)).contains("," + Samples.EMAIL + ",");
    assertThat(mapped.noticeCodes()).contains(Code.FIELD_DROPPED);
    assertThat(cells(Samples.file().set("csv_hash_pii", "false"), rows).get(1))
        .isEqualTo("dana.kim+vip@example.com");
  }

  @Test
  void texts_are_quoted_only_where_needed_and_hold_no_breaks() {
    TestRows rows =
        Samples.order().with("content_category", "a \"b\"\u00A0c\nd").with("shop_id", "=1+1");

    assertThat(line(Samples.file(), rows)).endsWith(",\"a \"\"b\"\" c d\",=1+1\r\n");
  }

  @Test
  void a_fraction_of_a_unit_is_one_unit() {
    Mapped mapped =
        Samples.file().map(Samples.order().with("price", "12").with("quantity", "0.453"));

    assertThat(mapped.text(0)).contains(",5.44,USD,,A-10045,1,");
    assertThat(mapped.noticeCodes()).containsExactly(Code.FRACTIONAL_QUANTITY);
  }

  @Test
  void the_category_of_the_transaction_wins_over_the_channel() {
    TestRows rows = Samples.order().with("event_channel", "CRM");

    assertThat(cells(Samples.file(), rows).get(6)).isEqualTo("crm");
    assertThat(cells(Samples.file(), rows.with("transaction_category", "Outlet")).get(6))
        .isEqualTo("Outlet");
    Mapped odd = Samples.file().map(Samples.order().with("event_channel", "teleport"));
    assertThat(odd.droppedCodes()).containsExactly(Code.FIELD_DROPPED);
  }

  @Test
  void files_are_named_after_prefix_event_set_run_and_part() {
    assertThat(delivery(Samples.file()).fileName("", 1))
        .isEqualTo("tiktok_offline_all_run-1_001.csv");
    assertThat(
            delivery(Samples.file().set("file_name_prefix", "acme"))
                .fileName(Samples.EVENT_SET, 12))
        .isEqualTo("acme_7654321098765432109_run-1_012.csv");
  }

  @Test
  void each_event_set_has_files_of_its_own_and_an_order_is_one_event() {
    TestRows rows = Samples.example().and(Samples.example().only(0).with("order_id", "A-2"));
    TestRows sets =
        rows.with(0, "event_set_id", "7").with(1, "event_set_id", "7").with(2, "event_set_id", "");
    List<Event> events = Samples.file().map(sets).events();

    assertThat(events).extracting(Event::partition).containsExactly("7", "");
    assertThat(new String(events.get(0).body(), StandardCharsets.UTF_8).split("\r\n")).hasSize(2);
    assertThat(delivery(Samples.file()).limits().bytes()).isEqualTo(10_000_000);
    assertThat(delivery(Samples.file().set("csv_max_bytes", "50000000")).limits().bytes())
        .isEqualTo(50_000_000);
  }

  @Test
  void exported_events_are_remembered_unless_switched_off() {
    Route route = Samples.file().route(Samples.order());

    assertThat(route.usesLedger()).isTrue();
    assertThat(Samples.file().set("csv_skip_exported", "false").route(Samples.order()).usesLedger())
        .isFalse();
  }
}
