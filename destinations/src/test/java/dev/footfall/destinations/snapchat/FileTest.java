package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.file.Packing;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files to upload. */
class FileTest {
  private static final String FIRST_LINE =
      Samples.AVA + ",2026-11-18T15:09:26Z,purchase,2,39.80,SO-100234,2\n";

  private static List<String> lines(TestRun run, TestRows rows) {
    return run.map(rows).events().stream()
        .map(e -> new String(e.body(), StandardCharsets.UTF_8))
        .toList();
  }

  private static String header(TestRun run, TestRows rows) {
    return new String(((FileDelivery) run.route(rows).delivery()).header(), StandardCharsets.UTF_8);
  }

  @Test
  void the_documented_example_is_written_byte_for_byte() {
    assertThat(header(Samples.file(), Samples.items()))
        .isEqualTo("email,timestamp,event_type,number_items,price,transaction_id,quantity\n");
    assertThat(lines(Samples.file(), Samples.items()))
        .containsExactly(
            FIRST_LINE,
            Samples.AVA + ",2026-11-18T15:09:26Z,purchase,1,24.50,SO-100234,1\n",
            "84dd7785500ca0350468d4cbe7ea6266e9a769fb0a999ef9daa013a3e3c1904b,"
                + "2026-11-19T09:00:00Z,purchase,1,120.00,SO-100311,1\n");
  }

  @Test
  void equal_rows_are_equal_lines_and_both_are_kept() {
    TestRows row = Samples.items().only(0);
    Mapped mapped = Samples.file().set("delta_mode", "new_rows_only").map(row.and(row));

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.noticeCodes()).containsExactly(Code.REPEATED_ORDER_ID);
    assertThat(mapped.events())
        .extracting(e -> new String(e.keys().own(), StandardCharsets.UTF_8))
        .containsExactly(
            "l4fcb71eb503b4009d1c13ac61b2c99401f182e7b71049d56bcfa0d34ded76fa0",
            "l622d416f9490d16a03fecfda7e458bf43e26d01169787fa23f114f587073b463");
  }

  @Test
  void only_new_rows_only_asks_the_ledger() {
    assertThat(Samples.file().route(Samples.items()).usesLedger()).isFalse();
    assertThat(
            Samples.file().set("delta_mode", "new_rows_only").route(Samples.items()).usesLedger())
        .isTrue();
  }

  @Test
  void lines_by_transaction_hold_the_orders_totals() {
    TestRows rows = Samples.items().with("item_id", "SKU-1").with(1, "item_id", "SKU-2");

    assertThat(
            lines(
                Samples.file().set("file_grain", "by_transaction"), rows.only(0).and(rows.only(1))))
        .containsExactly(
            Samples.AVA + ",2026-11-18T15:09:26Z,purchase,3,64.30,SO-100234,3,SKU-1;SKU-2\n");
  }

  @Test
  void canonical_rows_are_lines_by_transaction_under_snapchats_names() {
    TestRows rows =
        TestRows.of("email", "timestamp", "order_id", "product_id", "price", "quantity", "store_id")
            .row("ava@example.com", "2026-11-18T15:09:26Z", "A-1", "S-1", "19.90", 2, "17")
            .row("ava@example.com", "2026-11-18T15:09:26Z", "A-1", "S-2", "24.50", 1, "17");
    TestRun run = Samples.file().canonical();

    assertThat(header(run, rows))
        .isEqualTo("email,timestamp,transaction_id,item_id,price,quantity\n");
    assertThat(lines(run, rows))
        .singleElement()
        .asString()
        .endsWith(",2026-11-18T15:09:26Z,A-1,S-1;S-2,64.30,3\n");
  }

  @Test
  void a_column_of_the_brands_own_is_copied_unless_it_holds_an_address() {
    TestRows rows =
        Samples.items().only(0).with("shop", "Main, St").with("contact", "ava@example.com");
    Mapped mapped = Samples.file().map(rows);

    assertThat(mapped.text(0)).endsWith(",2,\"Main, St\",\n");
    assertThat(mapped.droppedCodes()).containsExactly(Code.FIELD_DROPPED);
  }

  @Test
  void settings_may_add_a_currency_and_a_type() {
    TestRun run =
        Samples.file().set("default_currency", "EUR").set("default_event_type", "RESERVE");
    TestRows rows = Samples.items().only(0).without("event_type");

    assertThat(header(run, rows)).endsWith(",quantity,currency,event_type\n");
    assertThat(lines(run, rows)).singleElement().asString().endsWith(",2,EUR,RESERVE\n");
  }

  @ParameterizedTest
  @CsvSource({
    "event_type_style,canonical,PURCHASE",
    "file_timestamp_format,epoch_seconds,1795014566",
    "file_timestamp_format,epoch_millis,1795014566000"
  })
  void types_and_times_are_spelt_as_asked(String setting, String value, String written) {
    assertThat(lines(Samples.file().set(setting, value), Samples.items().only(0)))
        .singleElement()
        .asString()
        .contains("," + written + ",");
  }

  @Test
  void files_have_the_form_that_was_asked_for() {
    TestRun run =
        Samples.file()
            .set("file_format", "psv")
            .set("quote_mode", "all")
            .set("line_ending", "CRLF")
            .set("header", "false")
            .set("compression", "gzip")
            .set("filename_template", "s_{{now|format:'YYYY-MM-dd'}}_{{file_number}}.psv");
    FileDelivery delivery = (FileDelivery) run.route(Samples.items()).delivery();

    assertThat(lines(run, Samples.items().only(0)).get(0))
        .startsWith("\"" + Samples.AVA + "\"|\"")
        .endsWith("|\"2\"\r\n");
    assertThat(delivery.header()).isEmpty();
    assertThat(delivery.fileName("", 2)).isEqualTo("s_2026-11-20_0000002.psv.gz");
  }

  @Test
  void a_first_column_counts_the_lines_where_it_is_asked_for() {
    TestRun run = Samples.file().set("row_number_column", "line_no").set("quote_mode", "all");
    FileDelivery delivery = (FileDelivery) run.route(Samples.items()).delivery();

    assertThat(header(run, Samples.items())).startsWith("\"line_no\",\"email\",");
    assertThat(new String(delivery.before(12), StandardCharsets.UTF_8)).isEqualTo("\"12\",");
    assertThat(header(Samples.file().set("row_number_column", "true"), Samples.items()))
        .startsWith("row_number,email,");
    assertThat(header(Samples.file().set("row_number_column", "false"), Samples.items()))
        .startsWith("email,");
    assertThat(((FileDelivery) Samples.file().route(Samples.items()).delivery()).before(1))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a b", "a.b", "'a,b'"})
  void a_column_of_numbers_has_a_plain_name(String name) {
    assertThatThrownBy(() -> Samples.file().set("row_number_column", name).route(Samples.items()))
        .isInstanceOf(SettingFault.class)
        .hasMessageContaining("fewer than 1028 letters, digits, _ and -");
  }

  @Test
  void a_column_of_numbers_is_none_that_the_query_returns() {
    TestRun run = Samples.file().set("row_number_column", "Price");

    assertThatThrownBy(() -> run.route(Samples.items()).delivery())
        .isInstanceOf(SettingFault.class)
        .hasMessageContaining("must not be 'Price', which is a column of the file already");
  }

  @Test
  void zip64_is_for_zip_archives() {
    TestRun run = Samples.file().set("zip64", "true");

    assertThatThrownBy(() -> run.route(Samples.items()))
        .isInstanceOf(SettingFault.class)
        .hasMessageContaining("needs 'compression' to be zip");
    FileDelivery delivery =
        (FileDelivery) run.set("compression", "zip").route(Samples.items()).delivery();
    assertThat(delivery.packing()).isEqualTo(Packing.ZIP64);
    assertThat(delivery.fileName("", 1)).endsWith(".csv.zip");
  }

  @Test
  void the_usual_name_says_when_the_run_was() {
    FileDelivery delivery = (FileDelivery) Samples.file().route(Samples.items()).delivery();

    assertThat(delivery.fileName("", 1)).isEqualTo("snapchat_offline_events_20261120_120000.csv");
  }

  @Test
  void a_line_that_would_be_misread_is_not_written() {
    TestRun run = Samples.file().set("quote_mode", "none");
    TestRows rows = Samples.items().only(0).with("shop", "Main, St");

    assertThat(run.map(rows).codes()).containsExactly(Code.CSV_BAD_FORMAT);
    assertThat(lines(run.set("escape_char", "\\"), rows).get(0)).endsWith(",Main\\, St\n");
  }

  @Test
  void an_opted_out_person_is_in_no_file() {
    assertThat(Samples.file().map(Samples.items().only(0).with("opt_out", true)).codes())
        .containsExactly(Code.OPTED_OUT);
  }
}
