package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that become no conversion, and why. */
class RejectedOrderTest {
  private static List<Code> rejected(TestRows rows) {
    return Samples.run().map(rows).rejected().stream().map(Mapped.Line::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "email,,MISSING_IDENTITY",
    "timestamp,,MISSING_TIMESTAMP",
    "timestamp,soon,BAD_TIMESTAMP",
    "timestamp,2026-10-01,EVENT_TOO_OLD",
    "timestamp,2026-12-01,EVENT_IN_FUTURE",
    "eventname,donate,BAD_EVENT_NAME",
    "value,free,BAD_VALUE",
    "valuecurrency,XXZ,BAD_CURRENCY",
    "country,FR,COUNTRY_NOT_ALLOWED",
    "is_return,yes,RETURN_OR_CANCELLATION",
    "is_cancellation,1,RETURN_OR_CANCELLATION",
    "value,-1,RETURN_OR_CANCELLATION",
    "opt_out,T,OPTED_OUT",
    "opt_out,perhaps,BAD_OPT_OUT"
  })
  void every_fault_has_its_code(String column, String value, Code code) {
    assertThat(rejected(Samples.order().with(column, value))).containsExactly(code);
  }

  @Test
  void a_row_needs_a_tag_of_its_own_where_none_is_set() {
    Mapped none = Samples.run().set("tracking_tag_id", " ").map(Samples.order());

    assertThat(none.rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.MISSING_TRACKING_TAG);
    assertThat(Samples.item(Samples.order().with("tracking_tag_id", "tag0002")))
        .contains("\"TrackingTagId\":\"tag0002\"");
  }

  @Test
  void one_rows_opt_out_counts_for_its_order() {
    TestRows rows = Samples.order().with("opt_out", null);

    assertThat(rejected(rows.and(rows.with("opt_out", true))))
        .containsExactly(Code.OPTED_OUT, Code.OPTED_OUT);
  }

  @Test
  void two_currencies_reject_the_order() {
    assertThat(rejected(Samples.order().and(Samples.order().with("valuecurrency", "CAD"))))
        .containsExactly(Code.CURRENCY_CONFLICT, Code.CURRENCY_CONFLICT);
  }

  @Test
  void a_row_with_a_bad_value_leaves_and_the_order_goes_on() {
    Mapped mapped = Samples.run().map(Samples.example().with(1, "value", "free"));

    assertThat(mapped.rejected()).extracting(Mapped.Line::code).containsExactly(Code.BAD_VALUE);
    assertThat(mapped.events()).hasSize(1);
  }

  @Test
  void without_a_scope_e_mails_and_phones_are_left_out() {
    assertThat(Samples.run().set("identity_scope", "NONE").map(Samples.order()).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.MISSING_IDENTITY);
  }

  @Test
  void two_columns_for_one_target_and_missing_ones_stop_the_run() {
    assertThat(Samples.run().binding(Samples.order().with("email_address", "x")).problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.AMBIGUOUS_COLUMN);
    assertThat(Samples.run().binding(Samples.order().without("timestamp")).problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.MISSING_COLUMN);
    assertThat(Samples.run().binding(Samples.order().without("email")).problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.MISSING_COLUMN);
  }

  @Test
  void an_order_above_what_a_request_holds_is_too_large() {
    TestRows rows = Samples.order().with("item_code", "x".repeat(9_800));

    assertThat(Samples.run().set("max_batch_bytes", "10000").map(rows).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.EVENT_TOO_LARGE);
  }
}
