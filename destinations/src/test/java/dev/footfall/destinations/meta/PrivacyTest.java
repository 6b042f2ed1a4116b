package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code opt_out} and Limited Data Use. */
class PrivacyTest {
  private static final String ANYWHERE = "[\"LDU\"] 0 0";

  private static String limits(TestRun run, TestRows rows) {
    JsonNode event = run.map(rows).event();
    return event.has("data_processing_options")
        ? event.path("data_processing_options")
            + " "
            + event.path("data_processing_options_country")
            + " "
            + event.path("data_processing_options_state")
        : "none";
  }

  @Test
  void opt_out_is_passed_on() {
    assertThat(opt("yes").event().path("opt_out").toString()).isEqualTo("true");
    assertThat(opt(false).event().path("opt_out").toString()).isEqualTo("false");
    assertThat(opt(" ").event().has("opt_out")).isFalse();
  }

  private static Mapped opt(Object cell) {
    return Samples.run().map(Samples.order().with("opt_out", cell));
  }

  @Test
  void an_unreadable_opt_out_rejects_the_whole_order() {
    TestRows rows = Samples.order().and(Samples.order()).with("opt_out", "no");

    assertThat(Samples.run().map(rows.with(1, "opt_out", "perhaps")).codes())
        .containsExactly(Code.BAD_OPT_OUT, Code.BAD_OPT_OUT);
  }

  @Test
  void one_opted_out_row_opts_its_order_out() {
    TestRows rows = Samples.order().and(Samples.order()).with("opt_out", "no");

    assertThat(
            Samples.run().map(rows.with(1, "opt_out", "true")).event().path("opt_out").asBoolean())
        .isTrue();
  }

  @Test
  void the_mode_limits_all_or_by_state() {
    assertThat(limits(Samples.run(), Samples.order())).isEqualTo("none");
    assertThat(limits(Samples.run().set("ldu_mode", "all"), Samples.order())).isEqualTo(ANYWHERE);
    TestRun byState = Samples.run().set("ldu_mode", "by_state");
    TestRows state = Samples.order().with("state", "California").with("country", "US");
    assertThat(limits(byState, state)).isEqualTo("[\"LDU\"] 1 1000");
    assertThat(limits(byState, state.with("country", null).with("state", "RI")))
        .isEqualTo("[\"LDU\"] 1 1013");
    assertThat(limits(byState, state.with("country", "GE"))).isEqualTo("none");
    assertThat(limits(byState, state.with("state", "NY"))).isEqualTo("none");
    assertThat(
            limits(
                byState,
                state.with(
                    "state", "6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126")))
        .isEqualTo("[\"LDU\"] 1 1000");
  }

  @Test
  void columns_override_the_mode() {
    TestRun all = Samples.run().set("ldu_mode", "all");

    assertThat(limits(all, options("[]", null, null))).isEqualTo("none");
    assertThat(limits(all, options(null, "1", "1002"))).isEqualTo("[\"LDU\"] 1 1002");
    assertThat(limits(Samples.run(), options("LDU", 1, 1005))).isEqualTo("[\"LDU\"] 1 1005");
    assertThat(limits(Samples.run(), options(List.of("LDU"), null, null))).isEqualTo(ANYWHERE);
    assertThat(limits(Samples.run(), options(null, "1", "1000"))).isEqualTo("none");
  }

  @Test
  void what_cannot_be_read_limits_everywhere() {
    assertThat(limits(Samples.run(), options("CCPA", 1, 1000))).isEqualTo(ANYWHERE);
    assertThat(limits(Samples.run(), options("LDU", 1, null))).isEqualTo(ANYWHERE);
    assertThat(limits(Samples.run(), options("LDU", 2, 1000))).isEqualTo(ANYWHERE);
    assertThat(limits(Samples.run(), options("LDU", 1, 1014))).isEqualTo(ANYWHERE);
    Mapped mapped = Samples.run().map(options("LDU", "x", "y"));
    assertThat(mapped.events()).hasSize(1);
    assertThat(mapped.droppedCodes()).containsExactly(Code.FIELD_DROPPED);
  }

  private static TestRows options(Object options, Object country, Object state) {
    return Samples.order()
        .with("data_processing_options", options)
        .with("data_processing_options_country", country)
        .with("data_processing_options_state", state);
  }
}
