package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What both ways into Google have in common. */
abstract class GoogleDelivery implements HttpDelivery {
  /** How many requests one refused request may cost. */
  private static final int ISOLATION_BUDGET = 64;

  final GoogleSettings settings;
  final ConversionAction action;
  final Envelope envelope;

  GoogleDelivery(GoogleSettings settings, ConversionAction action, Envelope envelope) {
    this.settings = settings;
    this.action = action;
    this.envelope = envelope;
  }

  @Override
  public int overhead() {
    return envelope.overhead();
  }

  /** Google takes an order id once, so that sending again is safe. */
  @Override
  public Reading lost(List<Event> events) {
    return new Reading.LostRepeatable(
        settings.request().attempts() - 1, Optional.empty(), "Google's answer was lost");
  }

  @Override
  public int isolationBudget(int events) {
    return ISOLATION_BUDGET;
  }

  @Override
  public Optional<Renewal> renewal(CredentialValues credential, Instant now, boolean rejected) {
    return GoogleCredential.due(settings, credential, now, rejected);
  }

  @Override
  public Optional<Authorisation> authorisation(CredentialValues credential) {
    return GoogleCredential.authorisation(settings, credential);
  }
}
