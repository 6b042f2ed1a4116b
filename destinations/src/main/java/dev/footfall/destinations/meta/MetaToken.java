package dev.footfall.destinations.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.destinations.answer.JsonAnswer;
import dev.footfall.destinations.answer.TokenGrant;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The access token and its life. Meta has no refresh token: a token that still works is exchanged
 * for a newer one.
 */
final class MetaToken {
  static final String ACCESS_TOKEN = "access_token";
  static final String APP_ID = "app_id";
  static final String APP_SECRET = "app_secret";
  private static final String KIND = "token_kind";
  private static final String USER = "user_long_lived";
  private static final String NEVER_EXPIRES = "system_user_never_expires";
  private static final String SYSTEM_USER = "system_user_60_days";

  /** Kinds of tokens. */
  static final List<String> KINDS = List.of(NEVER_EXPIRES, USER, SYSTEM_USER);

  private static final Reading NOTHING_SAID =
      new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), "");
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(15);

  private final CredentialValues credential;
  private final String kind;

  private MetaToken(CredentialValues credential) {
    this.credential = credential;
    this.kind = credential.find(KIND).orElse(NEVER_EXPIRES);
  }

  static MetaToken of(CredentialValues credential) {
    return new MetaToken(credential);
  }

  /** When the token ends, where known. */
  Optional<Instant> expiresAt() {
    return credential.expiresAt().isPresent()
        ? credential.expiresAt()
        : credential.find("token_expires_at").flatMap(MetaToken::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      if (text.matches("\\d{9,11}")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
      }
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The exchange for a newer token, when this one is near its end and still works. */
  Optional<Renewal> renewal(MetaSettings.Target target, Instant now) {
    boolean canBeRenewed =
        !kind.equals(NEVER_EXPIRES)
            && credential.find(ACCESS_TOKEN).isPresent()
            && credential.find(APP_ID).isPresent()
            && credential.find(APP_SECRET).isPresent();
    boolean isDue =
        expiresAt()
            .map(end -> end.isAfter(now) && end.isBefore(now.plus(RENEWED_BEFORE_END)))
            .orElse(true);
    return canBeRenewed && isDue ? Optional.of(new Exchanged(target, this)) : Optional.empty();
  }

  /** A person's consent to the app, which gives a token of hours; it is made a longer one after. */
  Optional<Authorisation> authorisation(MetaSettings.Target target) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", credential.reveal(APP_ID));
    parameters.put("response_type", "code");
    parameters.put("scope", "ads_management,business_management");
    return Optional.of(
        new Authorisation(
            target.consentUrl() + "/" + target.version() + "/dialog/oauth",
            parameters,
            "code",
            false,
            List.of(APP_ID, APP_SECRET),
            consent -> new Consented(target, this, consent)));
  }

  private HttpCall exchangeCall(MetaSettings.Target target) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("grant_type", "fb_exchange_token");
    query.put("client_id", credential.reveal(APP_ID));
    query.put("client_secret", credential.reveal(APP_SECRET));
    query.put("fb_exchange_token", credential.reveal(ACCESS_TOKEN));
    if (kind.equals(SYSTEM_USER)) {
      query.put("set_token_expires_in_60_days", "true");
    }
    return MetaCalls.getAsApp(target.url("oauth/access_token"), query);
  }

  private Renewal.Result renewed(HttpAnswer answer, Instant now) {
    Optional<JsonNode> body = JsonAnswer.object(answer);
    if (answer.status() == 200 && body.isPresent()) {
      return Renewal.Result.granted(
          TokenGrant.granted(credential, body.get(), now).map(MetaToken::withoutOldEnd));
    }
    Optional<GraphError> error = body.flatMap(GraphError::of);
    String words = error.map(GraphError::inWords).orElse("HTTP " + answer.status());
    return MetaAnswers.read(answer, 0, NOTHING_SAID) instanceof Reading.TryAgain again
        ? new Renewal.Result.TryAgain(again.after(), words)
        : new Renewal.Result.Refused(Code.CREDENTIALS_REJECTED, words);
  }

  /** The end that was configured was the old token's. */
  private static CredentialValues withoutOldEnd(CredentialValues granted) {
    Map<String, Secret> fields = new HashMap<>(granted.fields());
    fields.remove("token_expires_at");
    return new CredentialValues(fields, granted.expiresAt());
  }

  /** The first token of a person who consented. */
  private record Consented(
      MetaSettings.Target target, MetaToken token, Authorisation.Consent consent)
      implements Renewal {
    @Override
    public HttpCall call() {
      Map<String, String> query = new LinkedHashMap<>();
      query.put("client_id", token.credential.reveal(APP_ID));
      query.put("client_secret", token.credential.reveal(APP_SECRET));
      query.put("redirect_uri", consent.redirectUri());
      query.put("code", consent.code());
      return MetaCalls.getAsApp(target.url("oauth/access_token"), query);
    }

    @Override
    public Result read(HttpAnswer answer, Instant now) {
      Result result = token.renewed(answer, now);
      return result instanceof Result.Renewed renewed
          ? new Result.Renewed(ofPerson(renewed.credential()))
          : result;
    }
  }

  private static CredentialValues ofPerson(CredentialValues granted) {
    Map<String, Secret> fields = new HashMap<>(granted.fields());
    fields.put(KIND, Secret.of(USER));
    return new CredentialValues(fields, granted.expiresAt());
  }

  /** A token exchanged for a newer one. */
  private record Exchanged(MetaSettings.Target target, MetaToken token) implements Renewal {
    @Override
    public HttpCall call() {
      return token.exchangeCall(target);
    }

    @Override
    public Result read(HttpAnswer answer, Instant now) {
      return token.renewed(answer, now);
    }
  }
}
