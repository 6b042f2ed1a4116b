package dev.footfall.destinations.klaviyo;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Names of IANA zones with a slash, and UTC. */
final class TimeZoneName implements Normaliser {
  static final Normaliser RULE = new TimeZoneName();
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private TimeZoneName() {}

  @Override
  public String title() {
    return "IANA time zone";
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    boolean isKnown = value.equals("UTC") || (value.contains("/") && ZONES.contains(value));
    trace.step("an IANA zone with a slash, or UTC", isKnown ? value : "no");
    return isKnown ? Optional.of(value) : Optional.empty();
  }
}
