package dev.footfall.destinations.braze;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of one kind as posts to the user track endpoints. */
final class BrazeDelivery implements HttpDelivery {
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 8, Duration.ZERO);
  private static final int MOST_BISECTIONS = 32;

  private final BrazeSettings settings;
  private final Envelope envelope;
  private final BrazeAnswers answers;

  BrazeDelivery(BrazeSettings settings, Instant now) {
    String array = settings.isPurchases() ? BrazeSpec.PURCHASES : BrazeSpec.ATTRIBUTES;
    this.settings = settings;
    this.envelope = Envelope.of("{\"" + array + "\":[", "]}");
    this.answers = new BrazeAnswers(array, settings.isPurchases(), now);
  }

  @Override
  public Limits limits() {
    Limits limits =
        settings.isPurchases()
            ? BrazeSpec.PURCHASE
            : settings.target().isBulk() ? BrazeSpec.BULK : BrazeSpec.TRACK;
    return limits
        .withEvents(settings.target().batchSize())
        .withRequestsPerMinute(settings.target().requestsPerMinute());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    String path = settings.target().isBulk() ? "/users/track/bulk" : "/users/track";
    return post(settings.target().baseUrl() + path, credential, envelope.around(events));
  }

  /** A post with the key where Braze wants it. */
  static HttpCall post(String url, CredentialValues credential, List<byte[]> body) {
    return HttpCall.post(
        url,
        Map.of(
            "Authorization", "Bearer " + credential.reveal(BrazeSettingSpecs.KEY),
            "Content-Type", "application/json",
            "Accept", "application/json"),
        Set.of("Authorization"),
        body);
  }

  @Override
  public int overhead() {
    return envelope.overhead();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return answers.read(answer, events);
  }

  /** A value may be set twice; a purchase would be counted twice. */
  @Override
  public Reading lost(List<Event> events) {
    String words = "Braze's answer was lost";
    return settings.isPurchases()
        ? new Reading.Lost(words)
        : new Reading.LostRepeatable(RETRIES.attempts() - 1, Optional.empty(), words);
  }

  @Override
  public int isolationBudget(int events) {
    return MOST_BISECTIONS;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new ConnectionTest(settings.target().baseUrl(), credential));
  }
}
