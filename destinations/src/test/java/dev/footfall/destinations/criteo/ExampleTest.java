package dev.footfall.destinations.criteo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.event.Event;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.file.Packing;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's example, byte by byte. */
class ExampleTest {
  private static final String HEADER =
      "user_key_1,user_key_type_1,user_key_2,user_key_type_2,event_id,event_time,content_ids,"
          + "product_value,product_quantity,store_id,currency\n";
  private static final String FILE =
      """
      67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448,email,320ea2682a11463443770c9c4f2d7dd2e7d43680454fb01e9957ce93bd233723,customer_ID,SO-100234,2026-11-19T15:09:26Z,TEE-BLK-M,39.80,2,S-014,USD
      67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448,email,320ea2682a11463443770c9c4f2d7dd2e7d43680454fb01e9957ce93bd233723,customer_ID,SO-100234,2026-11-19T15:09:26Z,CAP-RED,24.50,1,S-014,USD
      84dd7785500ca0350468d4cbe7ea6266e9a769fb0a999ef9daa013a3e3c1904b,email,,,SO-100311,2026-11-19T18:40:00Z,MUG-01,12.00,1,"Pier 9, North",USD
      ,,4510deb8c7910a89a38ee85829b606f86be2ac836920bed8aa392c6b60f586cf,customer_ID,SO-100320,2026-11-19T21:05:10Z,BAG-7,85.00,1,S-022,USD
      """;
  private static final String SECOND_KEY =
      "4510deb8c7910a89a38ee85829b606f86be2ac836920bed8aa392c6b60f586cf";
  private static final String MAIL_KEY =
      "84dd7785500ca0350468d4cbe7ea6266e9a769fb0a999ef9daa013a3e3c1904b";

  private static TestRows rows() {
    String ava = "Ava.Stone+news@Example.com";
    return TestRows.of(
            "email", "customer_id", "order_id", "timestamp", "sku", "price", "quantity", "store_id")
        .row(ava, "C-77120", "SO-100234", "2026-11-19T15:09:26Z", "TEE-BLK-M", "39.8", "2", "S-014")
        .row(ava, "C-77120", "SO-100234", "2026-11-19T15:09:26Z", "CAP-RED", "24.5", "1", "S-014")
        .row(MAIL_KEY, "", "SO-100311", "2026-11-19T18:40Z", "MUG-01", "12", "1", "Pier 9, North")
        .row("", SECOND_KEY, "SO-100320", "2026-11-19T21:05:10Z", "BAG-7", "85", "1", "S-022");
  }

  private static TestRun run() {
    return Sales.run().set("hash_customer_id", "true");
  }

  private static String text(Mapped mapped) {
    return mapped.events().stream()
        .map(Event::body)
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  @Test
  void rows_become_the_documented_lines() {
    assertThat(text(run().map(rows()))).isEqualTo(FILE);
  }

  @Test
  void a_file_begins_with_the_eleven_names() {
    FileDelivery file = (FileDelivery) run().route(rows()).delivery();

    assertThat(new String(file.header(), StandardCharsets.UTF_8)).isEqualTo(HEADER);
    assertThat(file.fileName("", 1)).isEqualTo("offline_sales_20261120.csv");
    assertThat(file.isSorted()).isTrue();
  }

  @Test
  void a_line_is_known_by_its_values() {
    Mapped mapped = run().map(rows());

    assertThat(mapped.events().get(0).id())
        .isEqualTo("94cf58c019c33a01341138312290df36a66c12f97f59eff21e6ad1c2c36bdb41");
    assertThat(mapped.events().get(3).id())
        .isEqualTo("3bcdcdc406388678d09105ff01670f08352377b63f6be89380df1e3f4776b60f");
  }

  @Test
  void the_dialect_does_not_change_what_a_line_is_known_by() {
    TestRun tabs =
        run().set("file_format", "tsv").set("quote_mode", "all").set("line_ending", "CRLF");

    Mapped mapped = tabs.map(rows());

    assertThat(mapped.events())
        .extracting(Event::id)
        .isEqualTo(run().map(rows()).events().stream().map(Event::id).toList());
    FileDelivery file = (FileDelivery) tabs.route(rows()).delivery();
    assertThat(file.fileName("", 1)).isEqualTo("offline_sales_20261120.tsv");
    assertThat(mapped.text(2)).contains("\t\"\"\t\"\"\t").endsWith("\"USD\"\r\n");
  }

  @Test
  void another_layout_names_and_chooses_columns() {
    TestRun custom =
        run()
            .set("layout", "custom")
            .set("column_map", "user_email=user_key_1,source='store',event_item_id=content_ids");

    FileDelivery file = (FileDelivery) custom.route(rows()).delivery();

    assertThat(new String(file.header(), StandardCharsets.UTF_8))
        .isEqualTo("user_email,source,event_item_id\n");
    assertThat(custom.map(rows()).text(2)).isEqualTo(MAIL_KEY + ",store,MUG-01\n");
  }

  @Test
  void files_of_a_split_run_bear_numbers() {
    FileDelivery file = (FileDelivery) run().set("split", "rows").route(rows()).delivery();

    assertThat(file.fileName("", 1)).isEqualTo("offline_sales_20261120_0000001.csv");
    assertThat(file.fileName("", 2)).isEqualTo("offline_sales_20261120_0000002.csv");
    assertThat(file.limits().events()).isEqualTo(1_000_000);
  }

  @Test
  void a_file_may_be_packed_and_marked() {
    FileDelivery file =
        (FileDelivery)
            run().set("compression", "gzip").set("success_file", "true").route(rows()).delivery();

    assertThat(file.packing()).isEqualTo(Packing.GZIP);
    assertThat(file.fileName("", 1)).isEqualTo("offline_sales_20261120.csv.gz");
    assertThat(file.fileName("", 2)).isEqualTo("offline_sales_20261120_0000002.csv.gz");
    assertThat(file.ending()).isEqualTo(new FileRules.Ending(true, false));
  }

  @Test
  void years_in_names_are_calendar_years() {
    FileDelivery file =
        (FileDelivery)
            run()
                .at("2026-12-31T06:00:00Z")
                .set("filename_template", "offline_sales_{{now|format:'YYYYMMdd'}}.csv")
                .route(rows())
                .delivery();

    assertThat(file.fileName("", 1)).isEqualTo("offline_sales_20261231.csv");
  }
}
