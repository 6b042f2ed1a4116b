package dev.footfall.destinations.criteo;

import static dev.footfall.destinations.criteo.Sales.row;
import static dev.footfall.destinations.criteo.Sales.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why rows are not written, and what is said of those that are. */
class CodesTest {
  @ParameterizedTest
  @CsvSource({
    "event_id,'',MISSING_ORDER_ID",
    "content_ids,'',MISSING_PRODUCT_ID",
    "event_time,'',MISSING_TIMESTAMP",
    "event_time,11/19/2026 15:09,BAD_TIMESTAMP",
    "event_time,2026-11-17T23:59:59Z,EVENT_TOO_OLD",
    "event_time,2026-11-20T06:05:01Z,EVENT_IN_FUTURE",
    "product_value,'',MISSING_VALUE",
    "product_value,free,BAD_VALUE",
    "product_value,$12.00,BAD_VALUE",
    "product_value,'1,234.50',BAD_VALUE",
    "product_value,'1.234,50',BAD_VALUE",
    "product_value,(5.00),BAD_VALUE",
    "product_value,-5.00,RETURN_OR_CANCELLATION",
    "product_quantity,0,BAD_QUANTITY",
    "product_quantity,1.5,BAD_QUANTITY",
    "product_quantity,two,BAD_QUANTITY",
    "product_quantity,-1,RETURN_OR_CANCELLATION",
    "currency,US$,BAD_CURRENCY",
    "is_return,yes,RETURN_OR_CANCELLATION",
    "opt_out,true,OPTED_OUT",
    "opt_out,perhaps,BAD_OPT_OUT"
  })
  void a_row_is_rejected_by_its_code(String column, String value, Code code) {
    assertThat(run().map(row(column, value)).codes()).containsExactly(code);
  }

  @Test
  void a_row_needs_one_key() {
    assertThat(run().map(row("user_key_1", "", "user_key_2", " ")).codes())
        .containsExactly(Code.MISSING_IDENTITY);
  }

  @Test
  void the_first_second_of_the_window_is_sent_with_a_warning() {
    Mapped mapped = run().map(row("event_time", "2026-11-18T00:00:00Z"));

    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.droppedCodes()).containsExactly(Code.LATE_FOR_PLATFORM);
    assertThat(run().map(row("event_time", "2026-11-20T06:05:00Z")).rejected()).isEmpty();
  }

  @Test
  void what_is_exactly_48_hours_old_is_not_late() {
    assertThat(run().map(row("event_time", "2026-11-18T06:00:00Z")).droppedCodes()).isEmpty();
    assertThat(run().map(row("event_time", "2026-11-18T05:59:59Z")).droppedCodes())
        .containsExactly(Code.LATE_FOR_PLATFORM);
  }

  @Test
  void the_first_run_may_look_back_further() {
    Mapped mapped =
        run()
            .set("initial_load_days", "30")
            .firstSend(true)
            .map(row("event_time", "2026-10-21T00:00:00Z"));

    assertThat(mapped.rejected()).isEmpty();
  }

  @Test
  void returns_are_written_as_they_are_when_asked() {
    Mapped mapped =
        run()
            .set("include_returns", "true")
            .map(row("is_return", "true", "product_value", "-5", "product_quantity", "-1"));

    assertThat(mapped.text(0)).contains(",TEE,-5.00,-1,S-014,");
  }

  @Test
  void lines_that_disagree_are_all_written_with_one_warning() {
    Mapped mapped =
        run()
            .map(
                row()
                    .and(row("store_id", "S-2", "content_ids", "B"))
                    .and(row("store_id", "S-3", "content_ids", "C")));

    assertThat(mapped.events()).hasSize(3);
    assertThat(mapped.droppedCodes()).containsExactly(Code.ORDER_ATTRIBUTE_CONFLICT);
  }

  @Test
  void an_opt_out_counts_for_the_whole_order() {
    Mapped mapped = run().map(row().and(row("opt_out", "true", "content_ids", "B")));

    assertThat(mapped.codes()).containsExactly(Code.OPTED_OUT, Code.OPTED_OUT);
  }

  @Test
  void what_cannot_be_read_back_is_not_written() {
    Mapped mapped = run().set("quote_mode", "none").map(row("store_id", "Pier 9, North"));
    Mapped escaped =
        run()
            .set("quote_mode", "none")
            .set("escape_char", "\\")
            .map(row("store_id", "Pier 9, North"));

    assertThat(mapped.codes()).containsExactly(Code.CSV_ILLEGAL_CHARACTER);
    assertThat(escaped.text(0)).contains(",Pier 9\\, North,");
  }

  @Test
  void equal_lines_are_written_once() {
    Mapped mapped = run().map(row().and(row()).and(row("content_ids", "B")));

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.codes()).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void the_hash_of_nothing_is_never_written() {
    Mapped mapped =
        run()
            .set("hash_customer_id", "true")
            .map(row("user_key_1", "\u00A0\u200B").and(row("user_key_2", "\uFEFF")));

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.texts())
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain(
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  }

  @Test
  void columns_without_use_are_named_and_missing_ones_stop_the_run() {
    assertThat(run().binding(row().with("channel", "store")).problems())
        .extracting(Binding.Problem::code, Binding.Problem::stops)
        .containsExactly(Tuple.tuple(Code.UNKNOWN_COLUMN, false));
    for (String needed : List.of("event_id", "event_time", "content_ids", "product_value")) {
      assertThat(run().binding(row().without(needed)).problems())
          .extracting(Binding.Problem::code, Binding.Problem::stops)
          .containsExactly(Tuple.tuple(Code.MISSING_COLUMN, true));
    }
    assertThat(run().binding(row().without("user_key_1").without("user_key_2")).problems())
        .extracting(Binding.Problem::code)
        .contains(Code.MISSING_COLUMN);
    assertThat(run().binding(row().with("sku", "A")).problems())
        .extracting(Binding.Problem::code)
        .contains(Code.AMBIGUOUS_COLUMN);
  }

  @Test
  void there_is_no_column_of_row_numbers() {
    assertThat(new Criteo().spec().setting("row_number_column")).isEmpty();
    assertThat(new Criteo().spec().setting("zip64")).isPresent();
  }
}
