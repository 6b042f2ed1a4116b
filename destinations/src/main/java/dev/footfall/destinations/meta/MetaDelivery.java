package dev.footfall.destinations.meta;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events as posts to a dataset. */
final class MetaDelivery implements HttpDelivery {
  private static final int ISOLATION_BUDGET = 64;
  private static final int REPEATS = 5;
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(120), 6, Duration.ofSeconds(60));

  private final MetaSettings settings;
  private final Envelope envelope;

  MetaDelivery(MetaSettings settings) {
    this.settings = settings;
    this.envelope = envelope(settings.tags());
  }

  private static Envelope envelope(MetaSettings.Tags tags) {
    Map<String, String> after = new LinkedHashMap<>();
    tags.testEventCode().ifPresent(code -> after.put("test_event_code", code));
    tags.partnerAgent().ifPresent(agent -> after.put("partner_agent", agent));
    tags.uploadTag().ifPresent(tag -> after.put("upload_tag", tag));
    return Envelope.object(Map.of(), "data", after);
  }

  @Override
  public Limits limits() {
    return MetaSpec.LIMITS.withEvents(settings.batchSize());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    String url = settings.target().url(settings.target().datasetId() + "/events");
    return HttpCall.post(
        MetaCalls.proof(credential).map(proof -> url + "?appsecret_proof=" + proof).orElse(url),
        MetaCalls.headers(credential),
        MetaCalls.secretHeaders(),
        envelope.around(events));
  }

  @Override
  public int overhead() {
    return envelope.overhead();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    return MetaAnswers.read(answer, events.size(), lost(events));
  }

  /** Meta blocks who goes on at full speed when nine tenths of a limit are used. */
  @Override
  public Restraint restraint(HttpAnswer answer) {
    return new Restraint(Usage.isNearLimit(answer), Duration.ZERO);
  }

  /** Meta drops repetitions of store orders; of other events nobody knows. */
  @Override
  public Reading lost(List<Event> events) {
    String words = "Meta's answer was lost";
    return events.stream().allMatch(MetaRoute::mayRepeatFreely)
        ? new Reading.LostRepeatable(REPEATS, Optional.empty(), words)
        : new Reading.LostRepeatable(
            1,
            Optional.of(new Outcome.Unknown("sent twice, because the first answer was lost")),
            words);
  }

  @Override
  public int isolationBudget(int events) {
    return ISOLATION_BUDGET;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new DatasetCheck(settings.target(), credential));
  }

  @Override
  public Optional<Renewal> renewal(CredentialValues credential, Instant now, boolean rejected) {
    return rejected ? Optional.empty() : MetaToken.of(credential).renewal(settings.target(), now);
  }

  @Override
  public Optional<Authorisation> authorisation(CredentialValues credential) {
    return MetaToken.of(credential).authorisation(settings.target());
  }

  /** A token that has ended cannot be exchanged any more. */
  @Override
  public Optional<Instant> credentialEnds(CredentialValues credential) {
    return MetaToken.of(credential).expiresAt();
  }
}
