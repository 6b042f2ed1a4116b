package dev.footfall.destinations.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Route;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The upload file in all its variants. */
class FileTest {
  private static final String JOE_HASH =
      "2481f36dfc515ca76451aaadf1399026942a01ee50c6d0a61988b43cef039bc2";
  private static final String MAID = "AECE52E7-03EE-455A-B3C4-E57283966239";
  private static final String MAID_HASH =
      "e6a11334660bb4c2d68090399aaf9d80b433a569b993c5e32e6cad9bcf550e11";
  private static final String REST = ",1772648530,checkout,offline,49.00,A-10045,2";

  private static FileDelivery delivery(TestRun run) {
    return (FileDelivery) run.route(Samples.order()).delivery();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv_source_header|source_type|email,event_time,event_type,source_type,value,order_id,quantity",
        "csv_source_header|event_source|email,event_time,event_type,event_source,value,order_id,quantity",
        "csv_email_columns|2|email_1,email_2,event_time,event_type,source_type,value,order_id,quantity",
        "csv_email_columns|4|email_1,email_2,email_3,email_4,event_time,event_type,source_type,value,order_id,quantity",
        "csv_include_madid|true|email,event_time,event_type,source_type,value,order_id,quantity,madid",
        "csv_include_currency|true|email,event_time,event_type,source_type,value,order_id,quantity,currency"
      })
  void each_setting_changes_the_header_alone(String setting, String value, String header) {
    assertThat(delivery(Samples.file().set(setting, value)).header())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(header + "\r\n");
  }

  @Test
  void device_id_and_currency_follow_in_this_order() {
    TestRun run =
        Samples.file().set("csv_include_madid", "true").set("csv_include_currency", "true");

    assertThat(delivery(run).header())
        .asString(StandardCharsets.UTF_8)
        .endsWith(",quantity,madid,currency\r\n");
    assertThat(run.map(Samples.order().with("hashed_maids", MAID)).texts())
        .containsExactly(Samples.EMAIL_HASH + REST + "," + MAID_HASH + ",USD\r\n");
    assertThat(run.map(Samples.order()).texts())
        .containsExactly(Samples.EMAIL_HASH + REST + ",,USD\r\n");
  }

  @Test
  void several_addresses_fill_as_many_columns_as_there_are() {
    TestRows rows =
        Samples.order().with("em", "[\"" + JOE_HASH + "\",\"Dana.Kim+VIP@Example.COM\"]");

    assertThat(Samples.file().set("csv_email_columns", "3").map(rows).texts())
        .containsExactly(JOE_HASH + "," + Samples.EMAIL_HASH + "," + REST + "\r\n");
    assertThat(Samples.file().map(rows).texts()).containsExactly(JOE_HASH + REST + "\r\n");
  }

  @Test
  void a_device_id_identifies_only_where_the_file_has_a_column_for_it() {
    TestRows rows = Samples.order().with("em", "").with("hashed_maids", MAID);

    assertThat(Samples.file().map(rows).codes()).containsExactly(Code.MISSING_IDENTITY);
    assertThat(Samples.file().set("csv_include_madid", "true").map(rows).texts())
        .containsExactly(REST + "," + MAID_HASH + "\r\n");
  }

  @Test
  void texts_are_quoted_only_where_needed() {
    Mapped mapped = Samples.file().map(Samples.order().with("order_id", "A \"1\", B"));

    assertThat(mapped.text(0)).contains(",49.00,\"A \"\"1\"\", B\",2\r\n");
  }

  @Test
  void events_are_taken_for_thirty_days_or_fewer() {
    TestRows rows = Samples.order().with("event_time", "2026-02-10T12:00:00Z");

    assertThat(Samples.file().map(rows).codes()).isEmpty();
    assertThat(Samples.file().set("csv_window_days", "7").map(rows).codes())
        .containsExactly(Code.EVENT_TOO_OLD);
    assertThat(Samples.file().route(rows).windowDays()).isEqualTo(30);
    assertThat(Samples.file().map(rows.with("event_time", "2026-02-03T11:59:59Z")).codes())
        .containsExactly(Code.EVENT_TOO_OLD);
  }

  @Test
  void files_are_named_after_run_and_part_and_split_where_it_is_wanted() {
    FileDelivery split =
        delivery(
            Samples.file()
                .set("csv_max_rows", "10")
                .set("csv_max_bytes", "4000000000")
                .set("file_name_prefix", "acme"));

    assertThat(delivery(Samples.file()).fileName("", 1))
        .isEqualTo("pinterest_offline_run-1_001.csv");
    assertThat(split.fileName("", 12)).isEqualTo("acme_run-1_012.csv");
    assertThat(split.limits().events()).isEqualTo(10);
    assertThat(split.limits().bytes()).isEqualTo(4_000_000_000L);
    assertThat(delivery(Samples.file()).limits().events()).isEqualTo(9_999_999);
  }

  @Test
  void what_an_earlier_file_held_is_left_out_unless_it_is_wanted_again() {
    Route route = Samples.file().route(Samples.order());

    assertThat(route.usesLedger()).isTrue();
    assertThat(route.isTest()).isFalse();
    assertThat(Samples.file().set("csv_skip_exported", "false").route(Samples.order()).usesLedger())
        .isFalse();
  }
}
