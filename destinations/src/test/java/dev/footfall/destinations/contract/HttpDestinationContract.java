package dev.footfall.destinations.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Parts;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What every destination must do that posts its events: requests and answers. */
public abstract class HttpDestinationContract extends DestinationContract {
  private static final List<String> STRANGE_BODIES =
      List.of(
          "",
          " ",
          "{",
          "{}",
          "[]",
          "null",
          "true",
          "0",
          "\"ok\"",
          "OK",
          "<html><body>Please log in</body></html>",
          "{\"status\":\"maintenance\"}",
          "{\"error\":null}",
          "{\"error\":{}}",
          "{\"error\":\"no\"}",
          "[{},{}]",
          "\u0000");

  private static final int[] STATUSES = {
    200, 201, 202, 204, 206, 207, 400, 401, 403, 404, 408, 409, 413, 415, 422, 425, 429, 500, 502,
    503, 504
  };

  /** Answers of the platform as they are documented, good and bad, for a request of two events. */
  protected abstract List<HttpAnswer> typicalAnswers();

  /** How the platform words success, and the faults of single events. */
  protected abstract Speech speech();

  /**
   * Which of the {@link GoldenAnswers} mean success by the platform's contract, with the reason;
   * all others must not.
   */
  protected abstract Map<String, Taken> taken();

  /** What the platform is asked about some events after their request; nothing by default. */
  protected List<Question> questions(List<Event> events) {
    return List.of();
  }

  /** Whether the platform confirms with such an answer, although it looks strange to others. */
  protected boolean meansSuccess(HttpAnswer answer) {
    return false;
  }

  /** A complete credential; its secrets begin with {@code secret-}. */
  protected CredentialValues credential() {
    Map<String, Secret> fields = new HashMap<>();
    for (CredentialField field : spec().credential()) {
      if (field.secret()) {
        fields.put(field.name(), Secret.of("secret-" + field.name()));
      }
    }
    return new CredentialValues(fields, Optional.empty());
  }

  /** The delivery of the good rows. */
  protected final HttpDelivery delivery() {
    return (HttpDelivery) run().route(goodRows()).delivery();
  }

  /** An answer for tests. */
  protected static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  /** A body as text. */
  protected static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<Event> events() {
    return TestRun.sendable(delivery(), run().map(goodRows()).events());
  }

  private List<Event> twoEvents() {
    List<Event> events = events();
    return List.of(events.get(0), events.get(events.size() - 1));
  }

  /** Three, where a request may hold as many. */
  private List<Event> severalEvents(int most) {
    List<Event> two = twoEvents();
    return Stream.of(two.get(0), two.get(1), two.get(0)).limit(most).toList();
  }

  @Test
  void requests_stay_within_the_limits_and_lose_no_event() {
    HttpDelivery delivery = delivery();
    List<Event> events = events();
    List<List<Event>> batches = TestRun.batches(delivery, events);

    assertThat(batches.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(events);
    for (List<Event> batch : batches) {
      HttpCall call = delivery.request(batch, credential());
      assertThat(batch.stream().mapToInt(Event::parts).sum())
          .isLessThanOrEqualTo(delivery.limits().events());
      assertThat(call.length()).isLessThanOrEqualTo(delivery.limits().bytes());
      assertThat(batch).extracting(Event::partition).containsOnly(batch.get(0).partition());
      long bodies = batch.stream().mapToLong(e -> e.body().length).sum();
      assertThat(call.length())
          .as("overhead() is what a body needs besides events and commas")
          .isLessThanOrEqualTo(bodies + batch.size() - 1 + delivery.overhead());
    }
  }

  @Test
  void the_same_events_make_the_same_request() {
    HttpCall first = delivery().request(twoEvents(), credential());
    HttpCall second = delivery().request(twoEvents(), credential());

    assertThat(body(first)).isEqualTo(body(second));
    assertThat(first.url()).isEqualTo(second.url());
  }

  @Test
  void secrets_are_masked_wherever_a_request_is_shown() {
    HttpCall call = delivery().request(twoEvents(), credential());

    assertThat(call.toString()).doesNotContain("secret-");
    assertThat(call.maskedUrl()).doesNotContain("secret-");
    assertThat(credential().toString()).doesNotContain("secret-");
    call.headers()
        .forEach(
            (name, value) -> {
              if (!call.secretHeaders().contains(name)) {
                assertThat(value).as(name).doesNotContain("secret-");
              }
            });
  }

  @Test
  void personal_data_is_in_no_url_and_no_header() {
    HttpCall call = delivery().request(twoEvents(), credential());

    assertThat(personal())
        .allSatisfy(
            text -> {
              assertThat(call.url()).doesNotContain(text);
              assertThat(call.headers().toString()).doesNotContain(text);
              assertThat(call.toString()).doesNotContain(text);
            });
    assertThat(personal()).allSatisfy(text -> assertThat(body(call)).doesNotContain(text));
  }

  @Test
  void strange_answers_are_never_success() {
    HttpDelivery delivery = delivery();
    List<Event> two = twoEvents();
    for (int status : STATUSES) {
      for (String body : STRANGE_BODIES) {
        HttpAnswer answer = answer(status, body);
        Reading reading = delivery.read(answer, two);
        assertFits(reading, answer);
        if (!meansSuccess(answer)) {
          assertThat(accepted(reading)).as("HTTP %d with %s", status, body).isZero();
        }
      }
    }
  }

  @Test
  void no_golden_answer_is_success_unless_the_contract_says_so_of_that_very_event() {
    HttpDelivery delivery = delivery();
    List<Event> batch = severalEvents(delivery.limits().events());
    Map<String, HttpAnswer> golden = GoldenAnswers.of(speech(), Parts.count(batch));
    assertThat(golden.keySet()).hasSizeGreaterThan(80).containsAll(taken().keySet());
    SoftAssertions all = new SoftAssertions();
    golden.forEach(
        (name, answer) -> all.check(() -> judge(name, delivery.read(answer, batch), batch)));
    all.assertAll();
  }

  @Test
  void no_golden_answer_to_a_later_question_confirms_or_sends_again_what_it_should_not() {
    List<Event> batch = severalEvents(delivery().limits().events());
    SoftAssertions all = new SoftAssertions();
    questions(batch).forEach(question -> question.judge(batch, readings(batch.size()), all));
    all.assertAll();
  }

  private void judge(String name, Reading reading, List<Event> batch) {
    Taken right = taken().getOrDefault(name, Taken.usually(name, speech().status()));
    readings(batch.size()).fit(reading, name);
    assertThat(Readings.accepted(reading, batch))
        .as("accepted after <%s> (%s)", name, right.reason())
        .isEqualTo(right.events(batch.size()));
  }

  @Test
  void garbled_answers_never_throw_and_count_no_event_that_is_not_there() {
    HttpDelivery delivery = delivery();
    List<Event> two = twoEvents();
    Random random = new Random(7);
    for (HttpAnswer typical : typicalAnswers()) {
      for (HttpAnswer answer : garbled(typical, random)) {
        Reading reading = delivery.read(answer, two);
        assertFits(reading, answer);
      }
    }
  }

  @Test
  void a_cut_answer_is_never_success() {
    HttpDelivery delivery = delivery();
    List<Event> two = twoEvents();
    for (HttpAnswer typical : typicalAnswers()) {
      for (int length = 0; length < typical.body().length - 1; length++) {
        HttpAnswer cut =
            new HttpAnswer(
                typical.status(), typical.headers(), Arrays.copyOf(typical.body(), length));
        if (!meansSuccess(cut)) {
          assertThat(accepted(delivery.read(cut, two))).as(cut.toString()).isZero();
        }
      }
    }
  }

  @Test
  void typical_answers_fit_any_number_of_events() {
    HttpDelivery delivery = delivery();
    List<Event> two = twoEvents();
    List<Event> many = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      many.add(two.get(0));
    }
    for (HttpAnswer typical : typicalAnswers()) {
      for (List<Event> events : List.of(List.of(two.get(0)), two, many)) {
        Reading reading = delivery.read(typical, events);
        if (reading instanceof Reading.Settled settled) {
          assertThat(settled.outcomes()).as(typical.toString()).hasSameSizeAs(events);
        }
      }
    }
  }

  private static List<HttpAnswer> garbled(HttpAnswer typical, Random random) {
    List<HttpAnswer> answers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      byte[] body = typical.body().clone();
      for (int changes = 1 + random.nextInt(3); changes > 0 && body.length > 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      answers.add(new HttpAnswer(typical.status(), typical.headers(), body));
    }
    return answers;
  }

  private void assertFits(Reading reading, HttpAnswer answer) {
    readings(2).fit(reading, answer.toString());
  }

  private Readings readings(int events) {
    return new Readings(codes(), events);
  }

  private List<String> codes() {
    return spec().codes().stream().map(CodeSpec::code).map(Enum::name).collect(Collectors.toList());
  }

  private static long accepted(Reading reading) {
    return Readings.outcomes(reading).values().stream().filter(Readings::isAccepted).count();
  }
}
