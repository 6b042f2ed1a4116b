package dev.footfall.destinations.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.destinations.answer.TokenGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets and renews access tokens: an authorisation code is exchanged once; a refresh token, where
 * TikTok issued one, gives a new pair.
 */
record TikTokToken(TikTokSettings.Target target, CredentialValues credential, boolean isExchange)
    implements Renewal {
  static final String ACCESS_TOKEN = "access_token";
  static final String APP_ID = "app_id";
  static final String APP_SECRET = "app_secret";
  static final String AUTH_CODE = "auth_code";
  static final String REFRESH_TOKEN = "refresh_token";

  /** Kept with renewed tokens, never configured. */
  private static final String REFRESH_TOKEN_ENDS = "refresh_token_ends";

  private static final Reading NOTHING_SAID =
      new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), "");
  private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(10);

  /** The renewal that is due; empty when none is, or when the credential has nothing for it. */
  static Optional<Renewal> due(
      TikTokSettings.Target target, CredentialValues credential, Instant now, boolean rejected) {
    if (!target.oauth() || !has(credential, APP_ID) || !has(credential, APP_SECRET)) {
      return Optional.empty();
    }
    if (!has(credential, ACCESS_TOKEN) && has(credential, AUTH_CODE)) {
      return Optional.of(new TikTokToken(target, credential, true));
    }
    boolean ends =
        credential
            .expiresAt()
            .map(end -> end.isBefore(now.plus(RENEWED_BEFORE_END)))
            .orElse(!has(credential, ACCESS_TOKEN));
    return (rejected || ends) && has(credential, REFRESH_TOKEN)
        ? Optional.of(new TikTokToken(target, credential, false))
        : Optional.empty();
  }

  /** A person's consent; empty where a token is pasted. */
  static Optional<Authorisation> authorisation(
      TikTokSettings.Target target, CredentialValues credential) {
    return target.oauth()
        ? Optional.of(
            new Authorisation(
                target.baseUrl() + "/portal/auth",
                Map.of(APP_ID, credential.reveal(APP_ID)),
                AUTH_CODE,
                false,
                List.of(APP_ID, APP_SECRET),
                consent -> exchange(target, credential, consent.code())))
        : Optional.empty();
  }

  private static Renewal exchange(
      TikTokSettings.Target target, CredentialValues credential, String code) {
    Map<String, Secret> fields = new HashMap<>(credential.fields());
    fields.put(AUTH_CODE, Secret.of(code));
    return new TikTokToken(target, new CredentialValues(fields, Optional.empty()), true);
  }

  private static boolean has(CredentialValues credential, String field) {
    return credential.find(field).isPresent();
  }

  @Override
  public HttpCall call() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(APP_ID, credential.reveal(APP_ID));
    fields.put("secret", credential.reveal(APP_SECRET));
    if (isExchange) {
      fields.put(AUTH_CODE, credential.reveal(AUTH_CODE));
      return TikTokCalls.withoutToken(target.url("oauth2/access_token/"), fields);
    }
    fields.put(REFRESH_TOKEN, credential.reveal(REFRESH_TOKEN));
    fields.put("grant_type", REFRESH_TOKEN);
    return TikTokCalls.withoutToken(target.url("oauth2/refresh_token/"), fields);
  }

  @Override
  public Result read(HttpAnswer answer, Instant now) {
    Optional<TikTokAnswer> envelope = TikTokAnswer.of(answer);
    if (envelope.filter(TikTokAnswer::isSuccess).isPresent()) {
      return Result.granted(
          TokenGrant.granted(credential, envelope.get().data(), now)
              .map(TikTokToken::withoutCode)
              .map(granted -> withEnd(granted, envelope.get().data(), now)));
    }
    String words = envelope.map(TikTokAnswer::inWords).orElse("HTTP " + answer.status());
    return TikTokAnswers.read(answer, List.of(), NOTHING_SAID) instanceof Reading.TryAgain again
        ? new Result.TryAgain(again.after(), words)
        : new Result.Refused(Code.CREDENTIALS_REJECTED, words);
  }

  /** Refresh tokens end too; from then on a person must consent again. */
  private static CredentialValues withEnd(CredentialValues granted, JsonNode data, Instant now) {
    long seconds = data.path("refresh_token_expires_in").asLong(0);
    if (seconds <= 0) {
      return granted;
    }
    Map<String, Secret> fields = new HashMap<>(granted.fields());
    fields.put(REFRESH_TOKEN_ENDS, Secret.of(now.plusSeconds(seconds).toString()));
    return new CredentialValues(fields, granted.expiresAt());
  }

  /** When the refresh token ends, where TikTok said so. */
  static Optional<Instant> refreshTokenEnds(CredentialValues credential) {
    return credential.find(REFRESH_TOKEN_ENDS).map(Instant::parse);
  }

  /** The code is used up by its first exchange. */
  private static CredentialValues withoutCode(CredentialValues granted) {
    Map<String, Secret> fields = new HashMap<>(granted.fields());
    fields.remove(AUTH_CODE);
    return new CredentialValues(fields, granted.expiresAt());
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return isExchange ? "exchange of an authorisation code" : "renewal of an access token";
  }
}
