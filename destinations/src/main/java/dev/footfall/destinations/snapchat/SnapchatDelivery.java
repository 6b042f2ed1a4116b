package dev.footfall.destinations.snapchat;

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
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import dev.footfall.destinations.answer.TokenGrant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Events as posts to a pixel. */
final class SnapchatDelivery implements HttpDelivery {
  /** The longest search for the bad events of one request. */
  private static final int MOST_FURTHER_REQUESTS = 64;

  private static final Duration BEFORE_END = Duration.ofMinutes(2);
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 8, Duration.ZERO);

  private final SnapchatSettings.Api settings;
  private final Instant now;

  SnapchatDelivery(SnapchatSettings.Api settings, Instant now) {
    this.settings = settings;
    this.now = now;
  }

  /** The most bytes that an event may have, so that a request can hold it. */
  static int mostEventBytes(SnapchatSettings.Api settings) {
    return settings.pace().bytes() - envelope(settings).overhead();
  }

  private static Envelope envelope(SnapchatSettings.Api settings) {
    return Envelope.object(
        Map.of(),
        "data",
        settings.testEventCode().map(code -> Map.of("test_event_code", code)).orElse(Map.of()));
  }

  @Override
  public Limits limits() {
    return SnapchatSpec.REQUEST
        .withEvents(settings.pace().events())
        .withBytes(settings.pace().bytes())
        .withRequestsPerMinute(settings.pace().requestsPerMinute());
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return post(settings.validates(), credential, envelope(settings).around(events));
  }

  /** The same events once more, to be looked at only. */
  HttpCall inquiry(List<Event> events, CredentialValues credential) {
    return post(true, credential, envelope(settings).around(events));
  }

  /** Snapchat takes its token nowhere but in the address. */
  HttpCall post(boolean validates, CredentialValues credential, List<byte[]> body) {
    String field = settings.usesOauth() ? TokenGrant.ACCESS_TOKEN : SnapchatSettingSpecs.TOKEN;
    String token = URLEncoder.encode(credential.reveal(field), StandardCharsets.UTF_8);
    return HttpCall.post(
        settings.pixelUrl()
            + (validates ? "/events/validate" : "/events")
            + "?access_token="
            + token,
        Map.of("Content-Type", "application/json", "Accept", "application/json"),
        Set.of(),
        body);
  }

  @Override
  public int overhead() {
    return envelope(settings).overhead();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    Reading reading = SnapchatAnswers.read(answer, events.size());
    boolean isSuspect =
        reading instanceof Reading.RefusedWhole refused
            && !SnapchatAnswers.isAboutSize(refused.refusal());
    if (isSuspect && settings.validates()) {
      return judged(answer, events.size(), reading);
    }
    return isSuspect && events.size() > 1
        ? new Reading.JudgedLater(new SecondOpinion(this, events))
        : reading;
  }

  /** Of events that were only to be looked at, the verdicts themselves, where they are told. */
  private static Reading judged(HttpAnswer answer, int events, Reading otherwise) {
    Map<Integer, Outcome> bad = EventLogs.refused(JsonAnswer.of(answer), events);
    return bad.isEmpty() ? otherwise : new Reading.Settled(EventLogs.outcomes(bad, events));
  }

  /** Snapchat knows events again by their ids, so sending them again is safe. */
  @Override
  public Reading lost(List<Event> events) {
    return SnapchatAnswers.lost("Snapchat's answer was lost");
  }

  @Override
  public int isolationBudget(int events) {
    return MOST_FURTHER_REQUESTS;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new ConnectionTest(this, credential, now));
  }

  @Override
  public Optional<Renewal> renewal(CredentialValues credential, Instant at, boolean rejected) {
    boolean canRenew =
        settings.usesOauth()
            && credential.find(TokenGrant.REFRESH_TOKEN).isPresent()
            && credential.find("client_id").isPresent()
            && credential.find("client_secret").isPresent();
    return canRenew && TokenGrant.isDue(credential, at, rejected, BEFORE_END)
        ? Optional.of(TokenGrant.refreshing(settings.tokenUrl(), credential))
        : Optional.empty();
  }

  /** The consent page stands beside the token endpoint. */
  @Override
  public Optional<Authorisation> authorisation(CredentialValues credential) {
    if (!settings.usesOauth()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", credential.reveal("client_id"));
    parameters.put("scope", "snapchat-offline-conversions-api");
    return Optional.of(
        new Authorisation(
            URI.create(settings.tokenUrl()).resolve("authorize").toString(),
            parameters,
            "code",
            false,
            List.of("client_id", "client_secret"),
            consent -> TokenGrant.exchanging(settings.tokenUrl(), credential, consent)));
  }
}
