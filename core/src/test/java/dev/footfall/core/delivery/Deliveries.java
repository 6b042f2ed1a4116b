package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform for tests: bodies are event ids, answers are words. */
final class Deliveries {
  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private Deliveries() {}

  static Pending event(String id) {
    return event(id, NOW.getEpochSecond() + 3600);
  }

  static Pending event(String id, long expiresAt) {
    byte[] body = id.getBytes(StandardCharsets.UTF_8);
    Event event =
        new Event(
            body,
            id,
            "p",
            NOW.getEpochSecond(),
            expiresAt,
            new EventRows(new long[] {1}, id),
            KeyMaterial.of(body));
    return new Pending(
        event, List.of(new LedgerEntry(new LedgerKey(1, id.hashCode()), 1, 2, 3, 4, 0, 1)));
  }

  static HttpAnswer answer(int status, String body, String... headers) {
    Map<String, List<String>> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return new HttpAnswer(status, map, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads {@code ok}, {@code refused}, {@code refused N}, {@code busy}, {@code expired}, … */
  static class WordDelivery implements HttpDelivery {
    private final boolean repeatable;

    WordDelivery(boolean repeatable) {
      this.repeatable = repeatable;
    }

    @Override
    public Limits limits() {
      return new Limits(1000, 1_000_000, 10_000, 2, 1_000_000);
    }

    @Override
    public HttpCall request(List<Event> events, CredentialValues credential) {
      List<byte[]> body = new ArrayList<>();
      for (Event event : events) {
        body.add((event.id() + " ").getBytes(StandardCharsets.UTF_8));
      }
      return HttpCall.post(
          "http://test/", Map.of("token", credential.reveal("token")), Set.of("token"), body);
    }

    @Override
    public int overhead() {
      return 2;
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      String[] words = new String(answer.body(), StandardCharsets.UTF_8).split(" ", -1);
      Outcome.Refused refusal = new Outcome.Refused(Code.PLATFORM_REJECTED, "bad", "no");
      return switch (words[0]) {
        case "ok" -> Reading.all(events.size(), Outcome.Accepted.PLAIN);
        case "refused" ->
            new Reading.RefusedWhole(
                refusal,
                words.length > 1
                    ? OptionalInt.of(Integer.parseInt(words[1]))
                    : OptionalInt.empty());
        case "busy" -> new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), "busy");
        case "slow" -> new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), "slow");
        case "expired" -> new Reading.RenewCredential("expired");
        case "stop" -> new Reading.Stop(Code.TERMS_NOT_ACCEPTED, "terms");
        default -> new Reading.Lost("not understood");
      };
    }

    @Override
    public Reading lost(List<Event> events) {
      return repeatable
          ? new Reading.LostRepeatable(5, Optional.empty(), "lost")
          : new Reading.Lost("lost");
    }

    @Override
    public int isolationBudget(int events) {
      return 64;
    }

    @Override
    public RetryPolicy retries() {
      return new RetryPolicy(
          Duration.ofSeconds(2), Duration.ofMinutes(2), 6, Duration.ofMinutes(1));
    }
  }

  /** A clock that waits stand still for. */
  static final class ManualTime implements Time {
    private Instant now = NOW;
    final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized Instant now() {
      return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
      if (!duration.isNegative()) {
        pauses.add(duration);
        now = now.plus(duration);
      }
    }
  }

  /** Remembers what it heard. */
  static final class Heard implements DeliveryListener {
    final List<Code> warnings = Collections.synchronizedList(new ArrayList<>());
    final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger retried = new AtomicInteger();
    final AtomicInteger bisected = new AtomicInteger();

    @Override
    public void requestSent() {
      sent.incrementAndGet();
    }

    @Override
    public void requestRetried() {
      retried.incrementAndGet();
    }

    @Override
    public void requestBisected() {
      bisected.incrementAndGet();
    }

    @Override
    public void settled(Pending pending, Outcome outcome) {
      if (outcomes.put(pending.event().id(), outcome) != null) {
        throw new IllegalStateException("settled twice");
      }
    }

    @Override
    public void warning(Code code, String words) {
      warnings.add(code);
    }
  }

  static Account account() {
    return Account.fixed(new CredentialValues(Map.of("token", Secret.of("t")), Optional.empty()));
  }
}
