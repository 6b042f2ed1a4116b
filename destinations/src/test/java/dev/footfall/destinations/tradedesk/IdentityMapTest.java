package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.Resolution.Answered;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange of hashes for ids at the operator. */
class IdentityMapTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String EMAIL = "e:1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=";
  private static final String PHONE = "p:4P+yoCYLtmqhIutEnPSmszf1q/QF70Y0HwLi50UsGeU=";
  private static final String UID2 = "1P4ELYX3K2kiFwGXMCqROlWBJ2DIx1IUgAb+0k/b9I0=";
  private static final Instant NOW = Instant.ofEpochMilli(1795014566000L);
  private static final String REQUEST =
      "AQABAgMEBQYHCAkKC0cC17oq0WJrjEOUj7Tvf2X49OJZkRIzI1AGlu0/U1uQMHjohu2qev1E6yqmo/VnS4YhVtRxlMKAecUSblOhoIDBVulL67toDX4TwVPN0iLKSOKmDBM8OwmOlbz2I9KN3eCBNqX9Dbx373R3xzwwTy/pChHRhfRUtRy5YP3b1iZ59zs19uGkjDZd3Gr8QMmlpXjFel9cEw9YDqqX2Zg=";
  private static final String ANSWER =
      "ZGVmZ2hpamtsbW5vSBvfx5bd9gY/YFzs32Nt9TngZGXvFdFI3PPJJZrKyWqush3sbnf2ZZSfJ1ecMaLtIQDjxVVoewrLoZiTo9j9uUO+sGeQPHxdxiycEV7mZqQuSlt93/TEk7iwVO9LeGEztziiQ0lhmg6RwLCwzmGUylAJui72QIEDhEilgerJVesQ7/DHB1dgEZIUeif56DPs85iVJyMjpKhq6lwowiuHleBFSCnk/py9FnSDhJgV17vl0/eLRMYxrB1yYmq/5t1TEAq8aUCGUnrqGFRvag==";

  /** The documented nonce, then the documented vector. */
  private static final class Documented implements RandomGenerator {
    private int asked;

    @Override
    public void nextBytes(byte[] bytes) {
      int first = asked++ == 0 ? 1 : 0;
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (first + i);
      }
    }

    @Override
    public long nextLong() {
      return 0;
    }
  }

  private static Resolution map(String... settings) {
    TestRun run = Samples.run();
    for (int i = 0; i < settings.length; i += 2) {
      run = run.set(settings[i], settings[i + 1]);
    }
    return Samples.map(run, Samples.order());
  }

  private static CredentialValues credential() {
    return TestRun.credential("uid2_api_key", "the-key", "uid2_client_secret", KEY);
  }

  private static Resolution.Question question(int attempt, String... settings) {
    return map(settings)
        .ask(
            List.of(PHONE, EMAIL),
            credential(),
            new Resolution.Attempt(attempt, NOW, new Documented()));
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading reading(int attempt, HttpAnswer answer) {
    return ((Answered.NotYet) question(attempt).read(answer)).reading();
  }

  private static Code stop(HttpAnswer answer) {
    return ((Reading.Stop) reading(2, answer)).code();
  }

  @Test
  void a_question_is_sealed_to_the_byte() {
    HttpCall call = question(1).call();

    assertThat(call.url()).isEqualTo("https://prod.uidapi.com/v3/identity/map");
    assertThat(call.headers())
        .containsEntry("Authorization", "Bearer the-key")
        .containsEntry("Content-Type", "text/plain");
    assertThat(call.secretHeaders()).contains("Authorization");
    assertThat(new String(call.body().get(0), StandardCharsets.US_ASCII)).isEqualTo(REQUEST);
  }

  @Test
  void an_answer_is_opened_and_says_who_opted_out() {
    Answered answered = question(1).read(answer(200, ANSWER));

    assertThat(((Answered.Found) answered).values())
        .containsEntry(EMAIL, new Resolution.Value(UID2, NOW.plusSeconds(24 * 3600)))
        .containsEntry(PHONE, Resolution.Value.lasting("optout"))
        .hasSize(2);
  }

  @Test
  void an_answer_counts_no_longer_than_the_operator_promises() {
    Resolution.Question late =
        map()
            .ask(
                List.of(EMAIL, PHONE),
                credential(),
                new Resolution.Attempt(
                    1, Instant.ofEpochSecond(1798761600 - 60), new Documented()));

    assertThat(((Answered.Found) late.read(answer(200, ANSWER))).values().get(EMAIL).until())
        .isEqualTo(Instant.ofEpochSecond(1798761600));
    assertThat(
            ((Answered.Found) question(1, "uid2_cache_hours", "0").read(answer(200, ANSWER)))
                .values()
                .get(EMAIL)
                .until())
        .isEqualTo(NOW);
  }

  @Test
  void a_preview_shows_hashes_and_no_key() {
    HttpCall call = map("identity_scope", "EUID").shown(List.of(EMAIL, PHONE));

    assertThat(call.url()).isEqualTo("https://prod.euid.eu/v3/identity/map");
    assertThat(new String(call.body().get(0), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"email_hash\":[\""
                + EMAIL.substring(2)
                + "\"],\"phone_hash\":[\""
                + PHONE.substring(2)
                + "\"]}");
    assertThat(call.headers()).containsEntry("Authorization", "Bearer ***");
    assertThat(map().standIn(7)).isEqualTo("uid2:7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://prod.euid.eu/v2", "https://prod.euid.eu/", "https://prod.euid.eu/v2/"})
  void an_address_with_a_version_is_taken_without_it(String url) {
    assertThat(map("uid2_base_url", url).shown(List.of(EMAIL)).url())
        .isEqualTo("https://prod.euid.eu/v3/identity/map");
  }

  @Test
  void what_cannot_be_opened_or_answers_another_question_stops_the_run() {
    String short1 = ANSWER.substring(0, 100);
    Resolution.Question other =
        map()
            .ask(
                List.of(EMAIL, PHONE), credential(), new Resolution.Attempt(1, NOW, new Random(1)));

    assertThat(stop(answer(200, short1))).isEqualTo(Code.UID2_BAD_RESPONSE);
    assertThat(stop(answer(200, "{}"))).isEqualTo(Code.UID2_BAD_RESPONSE);
    assertThat(stop(answer(200, ""))).isEqualTo(Code.UID2_BAD_RESPONSE);
    Reading foreign = ((Answered.NotYet) other.read(answer(200, ANSWER))).reading();
    assertThat(((Reading.Stop) foreign).code()).isEqualTo(Code.UID2_BAD_RESPONSE);
    Answered fewer =
        map()
            .ask(
                List.of(EMAIL, PHONE, PHONE),
                credential(),
                new Resolution.Attempt(1, NOW, new Documented()))
            .read(answer(200, ANSWER));
    assertThat(((Reading.Stop) ((Answered.NotYet) fewer).reading()).code())
        .isEqualTo(Code.UID2_BAD_RESPONSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|Invalid body: Check encryption key (ClientSecret)|CREDENTIALS_REJECTED",
        "400|Invalid timestamp: Request too old or client time drift.|CLOCK_SKEW",
        "400|Required Parameter Missing|UID2_BAD_REQUEST",
        "401|The key is unknown|CREDENTIALS_REJECTED",
        "403|The key may not map|CREDENTIALS_REJECTED",
        "404|Not Found|CONFIGURATION_FAULT"
      })
  void refusals_stop_the_run(int status, String message, Code code) {
    String body = "{\"status\":\"client_error\",\"message\":\"" + message + "\"}";
    assertThat(stop(answer(status, body))).isEqualTo(code);
  }

  @Test
  void a_time_that_is_refused_is_tried_once_more() {
    String body = "{\"status\":\"client_error\",\"message\":\"Invalid timestamp\"}";
    assertThat(reading(1, answer(400, body))).isInstanceOf(Reading.TryAgain.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void an_outage_is_waited_for(int status) {
    assertThat(reading(2, answer(status, ""))).isInstanceOf(Reading.TryAgain.class);
    assertThat(question(1).read(answer(413, ""))).isInstanceOf(Answered.TooMany.class);
  }

  @Test
  void a_broken_secret_is_never_used_as_a_key() {
    Resolution.Question question =
        map()
            .ask(
                List.of(EMAIL),
                TestRun.credential("uid2_client_secret", "short"),
                new Resolution.Attempt(1, NOW, new Documented()));

    assertThat(Base64.getDecoder().decode(question.call().body().get(0))).isEmpty();
  }
}
