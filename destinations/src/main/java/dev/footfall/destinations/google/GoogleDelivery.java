package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** What both ways into Google have in common. */
abstract class GoogleDelivery implements HttpDelivery {
  /** How many requests one refused request may cost. */
  private static final int ISOLATION_BUDGET = 64;

  /** Where the days begin for which Google counts. */
  static final ZoneId QUOTA_DAYS = ZoneId.of("America/Los_Angeles");

  final GoogleSettings settings;
  final ConversionAction action;
  final Instant now;
  final Envelope envelope;

  GoogleDelivery(GoogleSettings settings, ConversionAction action, Instant now, Envelope envelope) {
    this.settings = settings;
    this.action = action;
    this.now = now;
    this.envelope = envelope;
  }

  /** When the quota of the day is free again, in words. */
  final String tomorrow() {
    ZonedDateTime today = now.atZone(QUOTA_DAYS);
    return "; run again from "
        + today.toLocalDate().plusDays(1).atStartOfDay(QUOTA_DAYS).toInstant();
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
  public Optional<Renewal> renewal(CredentialValues credential, Instant at, boolean rejected) {
    return GoogleCredential.due(settings, credential, at, rejected);
  }

  @Override
  public Optional<Authorisation> authorisation(CredentialValues credential) {
    return GoogleCredential.authorisation(settings, credential);
  }
}
