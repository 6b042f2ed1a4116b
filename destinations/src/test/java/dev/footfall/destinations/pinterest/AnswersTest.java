package dev.footfall.destinations.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Pinterest's answers mean. */
class AnswersTest {
  private static final String GOOD = "{\"status\":\"processed\",\"error_message\":null}";
  private static final String BAD =
      "{\"status\":\"failed\",\"error_message\":\"event_id must not be empty\"}";

  private static Reading read(int status, String body, String... ids) {
    return PinterestAnswers.read(
        new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)), List.of(ids));
  }

  private static String details(String inner) {
    return "{\"code\":953,\"message\":\"invalid\",\"details\":{" + inner + "}}";
  }

  @Test
  void each_event_has_its_own_outcome() {
    for (int status : new int[] {200, 422}) {
      String list = "\"events\":[" + GOOD + "," + BAD + "]";
      String body = status == 200 ? "{" + list + "}" : details(list);
      Reading.Settled settled = (Reading.Settled) read(status, body, "a", "");

      assertThat(settled.outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
      assertThat(settled.outcomes().get(1))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(Code.PLATFORM_REJECTED);
                assertThat(refused.words()).contains("event_id_without_order");
              });
    }
  }

  @Test
  void a_warning_is_kept() {
    String entry = "{\"status\":\"processed\",\"warning_message\":\"odd\"}";
    Reading.Settled settled = (Reading.Settled) read(200, "{\"events\":[" + entry + "]}", "a");

    assertThat(settled.outcomes())
        .containsExactly(new Outcome.Accepted(Optional.of(Code.PLATFORM_WARNING), "odd"));
  }

  @Test
  void a_missing_or_short_list_is_cut_in_halves_only_when_nothing_was_processed() {
    assertThat(read(422, details("\"num_events_processed\":0"), "a", "b"))
        .isInstanceOf(Reading.RefusedWhole.class);
    assertThat(read(422, details("\"num_events_processed\":1"), "a", "b"))
        .isInstanceOf(Reading.Lost.class);
    assertThat(read(422, details(""), "a", "b")).isInstanceOf(Reading.Lost.class);
    assertThat(read(200, "{\"events\":[" + GOOD + "]}", "a", "b")).isInstanceOf(Reading.Lost.class);
    assertThat(read(200, "<html>", "a")).isInstanceOf(Reading.Lost.class);
  }

  @Test
  void statuses_mean_what_the_description_says() {
    assertThat(read(400, "{\"code\":4196}", "a")).isInstanceOf(Reading.RefusedWhole.class);
    assertThat(read(409, "", "a")).isInstanceOf(Reading.RefusedWhole.class);
    assertThat(stop(401, "{\"code\":2}")).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop(403, "{\"code\":29}")).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(404, "")).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(403, "{\"code\":29,\"message\":\"Accept the Terms first\"}"))
        .isEqualTo(Code.TERMS_NOT_ACCEPTED);
    for (int status : new int[] {408, 429, 500, 502, 503, 504}) {
      assertThat(read(status, "{\"code\":8}", "a")).isInstanceOf(Reading.TryAgain.class);
    }
  }

  private static Code stop(int status, String body) {
    return ((Reading.Stop) read(status, body, "a")).code();
  }

  @Test
  void a_lost_answer_is_repeated_once_when_every_event_has_an_id() {
    assertThat(lost(Samples.order()))
        .isInstanceOfSatisfying(
            Reading.LostRepeatable.class,
            again -> {
              assertThat(again.repeats()).isOne();
              assertThat(again.ifAccepted().orElseThrow())
                  .isInstanceOfSatisfying(
                      Outcome.Accepted.class,
                      taken -> assertThat(taken.warning()).contains(Code.DELIVERED_UNVERIFIED));
            });
    assertThat(lost(Samples.row())).isInstanceOf(Reading.Lost.class);
  }

  private static Reading lost(TestRows rows) {
    HttpDelivery delivery = (HttpDelivery) Samples.api().route(rows).delivery();
    return delivery.lost(Samples.api().map(rows).events());
  }
}
