package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.NOW;
import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.ledger.KeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tokens that end, and what becomes of the events meanwhile. */
class RenewalTest extends PostTrial {
  private static final Renewal.Result NEW =
      new Renewal.Result.Renewed(credential("new", Optional.empty()));
  private static final Renewal.Result BUSY =
      new Renewal.Result.TryAgain(Optional.empty(), "HTTP 503");
  private final List<String> tokens = new ArrayList<>();

  private static CredentialValues credential(String token, Optional<Instant> end) {
    return new CredentialValues(
        Map.of("token", Secret.of(token), "access_token", Secret.of(token)), end);
  }

  /** Takes the new token only. */
  private HttpPost post(Account account) {
    return post(
        call -> {
          tokens.add(call.headers().get("token"));
          return answer(200, call.headers().get("token").equals("new") ? "ok" : "expired");
        },
        false,
        account);
  }

  @Test
  void a_refused_token_is_renewed_once_and_the_request_sent_again() throws InterruptedException {
    deliver(post(new Renewing(NEW)), List.of(event("a")));

    assertThat(tokens).containsExactly("old", "new");
    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void a_token_that_nothing_renews_stops_the_run() throws InterruptedException {
    HttpPost post = post(new Renewing());
    deliver(post, List.of(event("a")));

    assertThat(post.stopped())
        .get()
        .matches(s -> s.code() == Code.CREDENTIALS_REJECTED && s.words().equals("expired"));
  }

  @Test
  void a_refused_renewal_stops_the_run_with_its_code() throws InterruptedException {
    HttpPost post = post(new Renewing(new Renewal.Result.Refused(Code.BAD_CLIENT, "who?")));
    deliver(post, List.of(event("a")));

    assertThat(post.stopped())
        .get()
        .matches(s -> s.code() == Code.BAD_CLIENT && s.words().equals("who?"));
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void tokens_out_of_reach_for_a_while_are_asked_for_again() throws InterruptedException {
    deliver(post(new Renewing(BUSY, BUSY, NEW)), List.of(event("a")));

    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(time.pauses).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void tokens_that_stay_out_of_reach_end_the_run_as_an_outage_and_lose_nothing()
      throws InterruptedException {
    HttpPost post = post(new Renewing(BUSY));
    deliver(post, List.of(event("a"), event("b")));

    assertThat(post.stopped())
        .get()
        .matches(s -> s.code() == Code.PLATFORM_UNAVAILABLE && s.words().endsWith("HTTP 503"));
    assertThat(heard.outcomes.values()).hasSize(2).allMatch(o -> o instanceof Outcome.NotSent);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
    assertThat(stateOf("b")).isEqualTo(KeyState.NEW);
  }

  @Test
  void no_token_is_asked_for_before_retry_after_and_a_long_one_stops_the_run()
      throws InterruptedException {
    Duration elevenMinutes = minutes(11);
    HttpPost patient =
        post(new Renewing(new Renewal.Result.TryAgain(Optional.of(minutes(5)), "slow"), NEW));
    deliver(patient, List.of(event("a")));
    assertThat(time.pauses).anyMatch(p -> p.compareTo(minutes(5)) >= 0);

    HttpPost post =
        post(new Renewing(new Renewal.Result.TryAgain(Optional.of(elevenMinutes), "slow")));
    deliver(post, List.of(event("b")));
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.RATE_LIMITED);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @Test
  void a_token_near_its_end_is_renewed_before_it_is_used() throws InterruptedException {
    Renewing account = new Renewing(NEW).endingAt(NOW.plusSeconds(60));
    deliver(post(account), List.of(event("a")));

    assertThat(tokens).containsExactly("new");
  }

  @Test
  void a_token_that_still_works_is_used_when_it_cannot_be_renewed_yet()
      throws InterruptedException {
    Renewing account = new Renewing(BUSY).endingAt(NOW.plusSeconds(60));
    HttpPost post =
        post(
            call -> {
              tokens.add(call.headers().get("token"));
              return answer(200, "ok");
            },
            false,
            account);
    deliver(post, List.of(event("a")));

    assertThat(tokens).containsExactly("old");
    assertThat(heard.warnings).containsExactly(Code.TOKEN_RENEWAL_FAILED);
    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void an_account_is_made_ready_before_the_first_request_or_says_why_not()
      throws InterruptedException {
    var policy = new Deliveries.WordDelivery(false).retries();

    Renewing late = new Renewing(BUSY, NEW).endingAt(NOW);
    assertThat(Readiness.of(late, policy, line())).isEmpty();
    assertThat(late.credential().reveal("token")).isEqualTo("new");
    assertThat(Readiness.of(new Renewing(BUSY).endingAt(NOW), policy, line()))
        .get()
        .matches(s -> s.code() == Code.PLATFORM_UNAVAILABLE);
    assertThat(Readiness.of(Deliveries.account(), policy, line())).isEmpty();
  }

  private Line line() {
    return new Line(
        call -> answer(200, "ok"),
        time,
        new Pace(time, 1_000_000),
        new Random(7),
        NOW.plus(Duration.ofHours(1)),
        heard);
  }

  /** An account whose renewals come out as told; the last one again and again. */
  private static final class Renewing implements Account {
    private final Deque<Renewal.Result> results;
    private CredentialValues current = RenewalTest.credential("old", Optional.empty());
    private boolean isDue;

    Renewing(Renewal.Result... results) {
      this.results = new ArrayDeque<>(List.of(results));
    }

    Renewing endingAt(Instant end) {
      current = RenewalTest.credential("old", Optional.of(end));
      isDue = true;
      return this;
    }

    @Override
    public CredentialValues credential() {
      return current;
    }

    @Override
    public Optional<Renewal.Result> renewEarly() {
      return isDue ? next() : Optional.empty();
    }

    @Override
    public Optional<Renewal.Result> renew(CredentialValues refused) {
      return next();
    }

    private Optional<Renewal.Result> next() {
      Optional<Renewal.Result> result =
          Optional.ofNullable(results.size() > 1 ? results.poll() : results.peek());
      result
          .filter(r -> r instanceof Renewal.Result.Renewed)
          .map(r -> (Renewal.Result.Renewed) r)
          .ifPresent(
              renewed -> {
                current = renewed.credential();
                isDue = false;
              });
      return result;
    }
  }
}
