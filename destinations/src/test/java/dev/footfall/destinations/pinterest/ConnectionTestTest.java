package dev.footfall.destinations.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One made-up checkout, of which nothing is recorded, tells whether events would be taken. */
class ConnectionTestTest {
  private static final CredentialValues CREDENTIAL =
      new CredentialValues(
          Map.of("conversion_access_token", Secret.of("secret-token")), Optional.empty());

  private static Exchange exchange(TestRun run) {
    HttpDelivery delivery = (HttpDelivery) run.route(Samples.order()).delivery();
    return delivery.connectionTest(CREDENTIAL).orElseThrow();
  }

  private static JsonNode event(HttpCall call) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    call.body().forEach(body::writeBytes);
    return new ObjectMapper().readTree(body.toByteArray()).at("/data/0");
  }

  private static Exchange.Step read(int status, String body) {
    return exchange(Samples.api())
        .read(new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void it_is_a_post_of_one_event_as_a_test_also_when_test_mode_is_off() throws Exception {
    HttpCall call = exchange(Samples.api().set("test_mode", "false")).call();
    JsonNode event = event(call);

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url())
        .isEqualTo("https://api.pinterest.com/v5/ad_accounts/549755885175/events?test=true");
    assertThat(call.headers()).containsEntry("Authorization", "Bearer secret-token");
    assertThat(call.toString()).doesNotContain("secret-token");
    assertThat(event.path("event_name").textValue()).isEqualTo("checkout");
    assertThat(event.path("action_source").textValue()).isEqualTo("offline");
    assertThat(event.path("event_id").textValue()).isEqualTo("connection-test");
    assertThat(event.path("event_time").longValue()).isEqualTo(1_772_712_000L);
    assertThat(event.at("/user_data/em/0").textValue()).matches("[0-9a-f]{64}");
  }

  @Test
  void its_person_is_another_one_each_time() throws Exception {
    JsonNode first = event(exchange(Samples.api()).call());
    JsonNode later = event(exchange(Samples.api().at("2026-03-05T12:00:01Z")).call());

    assertThat(first.at("/user_data/em/0")).isNotEqualTo(later.at("/user_data/em/0"));
  }

  @Test
  void it_is_good_when_the_event_would_be_taken() {
    assertThat(read(200, "{\"events\":[{\"status\":\"processed\"}]}"))
        .isInstanceOf(Exchange.Step.Done.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "401|{\"code\":2,\"message\":\"Authentication failed.\"}|CREDENTIALS_REJECTED",
        "403|{\"code\":29,\"message\":\"You are not permitted.\"}|PERMISSION_DENIED",
        "200|{\"events\":[{\"status\":\"failed\",\"error_message\":\"no\"}]}|PLATFORM_REJECTED",
        "200|<html>please log in</html>|PLATFORM_UNAVAILABLE",
        "200|{\"events\":[]}|PLATFORM_UNAVAILABLE",
        "429|{\"code\":8,\"message\":\"rate limit\"}|PLATFORM_UNAVAILABLE",
        "502|<html></html>|PLATFORM_UNAVAILABLE"
      })
  void any_other_answer_says_why_not(int status, String body, Code code) {
    assertThat(read(status, body))
        .isInstanceOfSatisfying(
            Exchange.Step.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(code);
              assertThat(failed.words()).doesNotContain("secret-token");
            });
  }
}
