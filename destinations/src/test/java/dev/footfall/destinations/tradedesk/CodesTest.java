package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The less common words about rows, and those of The Trade Desk itself. */
class CodesTest {
  private static final TestRows ROWS = Samples.order().and(Samples.order().with("orderid", "SO-2"));
  private final HttpDelivery delivery = (HttpDelivery) Samples.run().route(ROWS).delivery();
  private final List<Event> events =
      Samples.run().map(ROWS).events().stream()
          .map(event -> Samples.found(Samples.map(Samples.run(), ROWS), event))
          .toList();

  private Reading read(int status, String body) {
    return delivery.read(
        new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)), events);
  }

  private static List<Code> notices(Mapped mapped) {
    return Stream.of(mapped.dropped(), mapped.notices())
        .flatMap(List::stream)
        .map(Mapped.Line::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "uid2,too short,BAD_UID2",
    "uid2,*,BAD_UID2",
    "euid,too short,BAD_EUID",
    "tdid,a9342d1f,BAD_DEVICE_ID",
    "daid,a9342d1f,BAD_DEVICE_ID",
    "rampid,XY123,BAD_RAMP_ID",
    "impression_id,7,FIELD_DROPPED",
    "merchant_id,STORE-12,FIELD_DROPPED"
  })
  void an_identifier_that_cannot_be_one_is_left_out(String column, String value, Code code) {
    Mapped mapped = Samples.run().map(Samples.order().with(column, value));

    assertThat(mapped.events()).hasSize(1);
    assertThat(notices(mapped)).containsExactly(code);
    assertThat(mapped.text(0)).doesNotContain("\"" + value + "\"");
  }

  @Test
  void the_same_sale_twice_in_one_run_is_sent_once() {
    TestRows row = Samples.order().with("orderid", null);
    Mapped mapped = Samples.run().map(row.and(row));

    assertThat(mapped.events()).hasSize(1);
    assertThat(mapped.codes()).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void the_hash_of_nothing_never_leaves() {
    Mapped mapped =
        Samples.run().map(Samples.order().with("phone", "\u00A0\uFEFF").with("uid2", " "));

    assertThat(mapped.text(0)).doesNotContain("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  private static String line(int item, String code) {
    return "{\"FailedLines\":[{\"ItemNumber\":\""
        + item
        + "\",\"ErrorCode\":\""
        + code
        + "\",\"Message\":\"no\"}]}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MissingOrInvalidTDIDAndImpressionId",
        "InvalidUserIdTypeOrUserId",
        "MissingOrInvalidTrackingTagId",
        "InvalidMerchantId",
        "InvalidTimestamp",
        "ItemDeserializationError",
        "ChinaPII",
        "Uid2Error",
        "SomethingNew"
      })
  void a_failed_line_is_refused_by_its_word(String word) {
    assertThat(((Reading.Settled) read(200, line(2, word))).outcomes())
        .containsExactly(
            Outcome.Accepted.PLAIN, new Outcome.Refused(Code.PLATFORM_REJECTED, word, "no"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|{\"ErrorCode\":\"AuthenticationFailed\"}|CREDENTIALS_REJECTED",
        "401||CREDENTIALS_REJECTED",
        "400|Authentication is required|CREDENTIALS_REJECTED",
        "400|Unauthorized|CREDENTIALS_REJECTED",
        "403|{\"ErrorCode\":\"IncorrectPermissions\"}|PERMISSION_DENIED",
        "403|{\"ErrorCode\":\"DataProviderMisconfigured\"}|PERMISSION_DENIED",
        "403|{\"ErrorCode\":\"MerchantMisconfigured\"}|PERMISSION_DENIED",
        "404|Not Found|CONFIGURATION_FAULT"
      })
  void a_refusal_of_the_caller_stops_the_run(int status, String body, Code code) {
    Reading reading = read(status, body == null ? "" : body);

    assertThat(((Reading.Stop) reading).code()).isEqualTo(code);
  }

  @Test
  void a_throttle_is_a_minute_at_least_and_five_at_most() {
    RetryPolicy retries = delivery.retries();

    assertThat(retries.attempts()).isEqualTo(6);
    assertThat(retries.base()).isEqualTo(Duration.ofSeconds(2));
    assertThat(retries.cap()).isEqualTo(Duration.ofMinutes(5));
    assertThat(retries.throttleFloor()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void the_operator_is_asked_again_soon_and_eight_times() {
    Resolution operator = delivery.resolution().orElseThrow();

    assertThat(operator.retries())
        .isEqualTo(
            new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(30), 8, Duration.ZERO));
    assertThat(operator.most()).isEqualTo(5000);
    assertThat(operator.inFlight()).isEqualTo(4);
  }
}
