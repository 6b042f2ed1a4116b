package dev.footfall.sandbox.google;

import dev.footfall.sandbox.platform.TokenState;
import java.time.Instant;
import java.util.Set;

/** What an access token allows, and until when. */
record Grant(TokenState state, Set<String> scopes, Instant until) {
  static final String ADS = "https://www.googleapis.com/auth/adwords";
  static final String DATA_MANAGER = "https://www.googleapis.com/auth/datamanager";

  Grant {
    scopes = Set.copyOf(scopes);
  }

  TokenState at(Instant now) {
    return now.isBefore(until) ? state : TokenState.EXPIRED;
  }
}
