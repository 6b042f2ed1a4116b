package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is allowed but odd: ids that have not 19 digits, queries without e-mail addresses. */
class WarningTest {
  private static List<Binding.Problem> unusual(TestRun run) {
    return run.binding(Samples.order()).problems().stream()
        .filter(problem -> problem.code() == Code.UNUSUAL_SETTING)
        .toList();
  }

  @Test
  void ids_of_nineteen_digits_draw_no_warning() {
    assertThat(unusual(Samples.run())).isEmpty();
  }

  @Test
  void an_id_of_another_length_draws_a_warning_that_stops_nothing() {
    List<Binding.Problem> problems =
        unusual(Samples.run().set("advertiser_id", "123").set("event_set_id", "76543210"));

    assertThat(problems).noneMatch(Binding.Problem::stops);
    assertThat(problems)
        .extracting(Binding.Problem::message)
        .containsExactly(
            "setting 'advertiser_id' is usually 19 digits; check it",
            "setting 'event_set_id' is usually 19 digits; check it");
  }

  @Test
  void a_setting_that_the_mode_does_not_use_draws_none() {
    assertThat(unusual(Samples.file().set("advertiser_id", "123"))).isEmpty();
  }

  @Test
  void a_query_without_an_email_column_draws_a_warning_that_stops_nothing() {
    TestRows phones = TestRows.one("phone", "+12065550100", "event", "CompletePayment");
    assertThat(advice(phones.with("timestamp", "2026-03-04T18:22:10Z").with("value", 5)))
        .extracting(Binding.Problem::message)
        .containsExactly("the query should return email for TikTok");
    assertThat(advice(Samples.order())).isEmpty();
  }

  private static List<Binding.Problem> advice(TestRows rows) {
    List<Binding.Problem> problems = Samples.run().binding(rows).problems();
    assertThat(problems).noneMatch(Binding.Problem::stops);
    return problems.stream().filter(p -> p.code() == Code.RECOMMENDED_COLUMN).toList();
  }
}
