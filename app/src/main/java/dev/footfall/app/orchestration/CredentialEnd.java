package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpDelivery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How near the end of a credential is that nothing but a person's consent renews. */
final class CredentialEnd {
  private static final Duration SOON = Duration.ofDays(14);
  private static final Duration NEAR = Duration.ofDays(7);
  private static final Duration LAST = Duration.ofDays(1);

  private CredentialEnd() {}

  /** Words on an end within 14 days; empty when it is further away or not known. */
  static Optional<String> near(HttpDelivery http, RenewableAccount account, Instant now) {
    return http.credentialEnds(account.credential())
        .filter(end -> end.isBefore(now.plus(SOON)))
        .map(end -> words(account.name(), end, now));
  }

  private static String words(String credential, Instant end, Instant now) {
    String day = end.atZone(ZoneOffset.UTC).toLocalDate().toString();
    long days = Duration.between(now, end).toDays();
    String when =
        !end.isAfter(now)
            ? "ended on " + day
            : days == 0
                ? "ends within a day, on " + day
                : "ends in " + days + (days == 1 ? " day" : " days") + ", on " + day;
    return "credential '" + credential + "' " + when + "; authorise again" + urgency(end, now);
  }

  /** Louder at 14 days, at 7 and at the last. */
  private static String urgency(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (left.compareTo(LAST) <= 0) {
      return " now, or runs stop with " + Code.CREDENTIALS_REJECTED;
    }
    return left.compareTo(NEAR) <= 0 ? " this week" : " before that day";
  }
}
