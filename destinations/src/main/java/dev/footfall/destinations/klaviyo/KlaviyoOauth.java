package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.source.Text;
import dev.footfall.destinations.answer.TokenGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens of an OAuth app, where no private key is given; Klaviyo takes no code without PKCE. */
final class KlaviyoOauth {
  private static final Duration EARLY = Duration.ofMinutes(2);
  private static final String READING = "accounts:read lists:read profiles:read";

  private KlaviyoOauth() {}

  /** The renewal that is due; empty when none is, or when there is nothing for it. */
  static Optional<Renewal> due(
      KlaviyoSettings.Api api, CredentialValues credential, Instant now, boolean rejected) {
    boolean canRenew = !hasKey(credential) && credential.find(TokenGrant.REFRESH_TOKEN).isPresent();
    if (!canRenew || !TokenGrant.isDue(credential, now, rejected, EARLY)) {
      return Optional.empty();
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", TokenGrant.REFRESH_TOKEN);
    form.put(TokenGrant.REFRESH_TOKEN, credential.reveal(TokenGrant.REFRESH_TOKEN));
    return Optional.of(grant(api, form, credential));
  }

  private static boolean hasKey(CredentialValues credential) {
    return credential.find(KlaviyoSettingSpecs.API_KEY).isPresent();
  }

  /** A person's consent; empty where there is a private key. */
  static Optional<Authorisation> authorisation(
      KlaviyoSettings settings, CredentialValues credential) {
    if (hasKey(credential)) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", credential.reveal(KlaviyoSettingSpecs.CLIENT_ID));
    parameters.put(
        "scope",
        READING + (settings.isProfiles() ? " lists:write profiles:write" : " events:write"));
    return Optional.of(
        new Authorisation(
            settings.api().consentUrl() + "/oauth/authorize",
            parameters,
            "code",
            true,
            List.of(KlaviyoSettingSpecs.CLIENT_ID, KlaviyoSettingSpecs.CLIENT_SECRET),
            consent -> exchange(settings.api(), credential, consent)));
  }

  private static Renewal exchange(
      KlaviyoSettings.Api api, CredentialValues credential, Authorisation.Consent consent) {
    Map<String, String> form = TokenGrant.consented(consent);
    form.put("code_verifier", consent.verifier());
    return grant(api, form, credential);
  }

  /** The client shows itself in a header. */
  private static Renewal grant(
      KlaviyoSettings.Api api, Map<String, String> form, CredentialValues credential) {
    String client =
        credential.reveal(KlaviyoSettingSpecs.CLIENT_ID)
            + ":"
            + credential.reveal(KlaviyoSettingSpecs.CLIENT_SECRET);
    return new TokenGrant(
        api.baseUrl() + "/oauth/token",
        form,
        Optional.of("Basic " + Base64.getEncoder().encodeToString(Text.utf8(client))),
        credential,
        Code.CREDENTIALS_REJECTED);
  }
}
