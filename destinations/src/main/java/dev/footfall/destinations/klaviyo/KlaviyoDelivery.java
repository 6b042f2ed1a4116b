package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What all ways into Klaviyo have in common. */
abstract class KlaviyoDelivery implements HttpDelivery {
  private static final int FEW = 20;
  private static final RetryPolicy RETRIES =
      new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 8, Duration.ZERO);

  final KlaviyoSettings settings;

  KlaviyoDelivery(KlaviyoSettings settings) {
    this.settings = settings;
  }

  /**
   * The way that the settings choose.
   *
   * @param list id of the list to which profiles are added
   */
  static KlaviyoDelivery of(KlaviyoSettings settings, Optional<String> list) {
    KlaviyoDelivery single =
        settings.isProfiles() ? posts(settings, list) : new EventPosts(settings);
    if (settings.api().way().equals("single")) {
      return single;
    }
    boolean isAuto = settings.api().way().equals("auto") && list.isEmpty();
    Optional<Few> few = isAuto ? Optional.of(new Few(FEW, single)) : Optional.empty();
    return settings.isProfiles()
        ? new ProfileJobs(settings, envelope(list), few)
        : new EventJobs(settings, few);
  }

  private static KlaviyoDelivery posts(KlaviyoSettings settings, Optional<String> list) {
    return list.<KlaviyoDelivery>map(id -> new ListedPosts(settings, id))
        .orElseGet(() -> new ProfilePosts(settings));
  }

  private static Envelope envelope(Optional<String> list) {
    return Envelope.of(
        "{\"data\":{\"type\":\"profile-bulk-import-job\",\"attributes\":{\"profiles\":{\"data\":[",
        "]}}" + list.map(KlaviyoDelivery::relationships).orElse("") + "}}");
  }

  private static String relationships(String id) {
    byte[] text = new JsonBytes().text(id).toBytes();
    return ",\"relationships\":{\"lists\":{\"data\":[{\"type\":\"list\",\"id\":"
        + new String(text, StandardCharsets.UTF_8)
        + "}]}}";
  }

  /** Profiles set values and event ids count once: what may be lost is sent again. */
  @Override
  public Reading lost(List<Event> events) {
    return new Reading.LostRepeatable(7, Optional.empty(), "Klaviyo's answer was lost");
  }

  @Override
  public int isolationBudget(int events) {
    return 2 * events + 5;
  }

  @Override
  public RetryPolicy retries() {
    return RETRIES;
  }

  /** Klaviyo tells what is left of its limits; an answer that throttles tells otherwise. */
  @Override
  public Restraint restraint(HttpAnswer answer) {
    boolean isUsedUp = answer.header("RateLimit-Remaining").filter("0"::equals).isPresent();
    return isUsedUp
        ? answer
            .header("RateLimit-Reset")
            .filter(text -> text.matches("\\d{1,3}"))
            .map(text -> new Restraint(false, Duration.ofSeconds(Long.parseLong(text))))
            .orElse(Restraint.NONE)
        : Restraint.NONE;
  }

  @Override
  public Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.of(new ConnectionTest(settings.api(), credential, settings.listName()));
  }

  @Override
  public Optional<Renewal> renewal(CredentialValues credential, Instant now, boolean rejected) {
    return KlaviyoOauth.due(settings.api(), credential, now, rejected);
  }

  @Override
  public Optional<Authorisation> authorisation(CredentialValues credential) {
    return KlaviyoOauth.authorisation(settings, credential);
  }
}
