package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.core.source.Text;
import dev.footfall.destinations.answer.JsonAnswer;
import dev.footfall.destinations.answer.TokenGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What proves who we are: a person's consent (OAuth), or a service account's key. */
final class GoogleCredential {
  private static final String CLIENT_ID = "client_id";
  private static final String CLIENT_SECRET = "client_secret";
  private static final String CODE = "code";
  private static final String REDIRECT_URI = "redirect_uri";
  private static final String SERVICE_ACCOUNT = "service_account";

  /** The scope of the Data Manager API. */
  static final String DATA_MANAGER_SCOPE = "https://www.googleapis.com/auth/datamanager";

  /** The scope of the Google Ads API. */
  static final String ADS_SCOPE = "https://www.googleapis.com/auth/adwords";

  private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(5);

  private GoogleCredential() {}

  static List<CredentialField> fields() {
    return List.of(
        field(CLIENT_ID, false, "Google Cloud, APIs and services, Credentials, OAuth client."),
        field(CLIENT_SECRET, true, "On the same page; with client_id and refresh_token."),
        field(
            TokenGrant.REFRESH_TOKEN,
            true,
            "Given once a person consented: 'footfall authorise' gets and keeps it."),
        field(CODE, true, "The code of a fresh consent, in place of a refresh token; used once."),
        field(REDIRECT_URI, false, "The address that the code was sent to; goes with it."),
        new CredentialField(
            SERVICE_ACCOUNT,
            Need.OPTIONAL,
            ValueRule.shaped("(?s)\\s*\\{.{1,20000}\\}\\s*", "the JSON of a service account's key"),
            true,
            "Google Cloud, Service accounts, Keys: the JSON file, in place of all others; use"
                + " ${file:...}."),
        field(TokenGrant.ACCESS_TOKEN, true, "A token of one hour, for trials."));
  }

  private static CredentialField field(String name, boolean isSecret, String help) {
    return new CredentialField(
        name,
        Need.OPTIONAL,
        ValueRule.shaped("\\S{1,4096}", "at most 4096 characters without spaces"),
        isSecret,
        help);
  }

  /** The renewal that is due; empty when none is, or when the credential has nothing for it. */
  static Optional<Renewal> due(
      GoogleSettings settings, CredentialValues credential, Instant now, boolean rejected) {
    if (!TokenGrant.isDue(credential, now, rejected, RENEWED_BEFORE_END)) {
      return Optional.empty();
    }
    String url = settings.hosts().oauth() + "/token";
    if (has(credential, SERVICE_ACCOUNT)) {
      return Optional.of(grant(url, assertion(settings, credential, now), credential));
    }
    if (!has(credential, CLIENT_ID) || !has(credential, CLIENT_SECRET)) {
      return Optional.empty();
    }
    if (has(credential, TokenGrant.REFRESH_TOKEN)) {
      return Optional.of(TokenGrant.refreshing(url, credential).naming(Code.BAD_CLIENT));
    }
    return has(credential, CODE) && !has(credential, TokenGrant.ACCESS_TOKEN)
        ? Optional.of(grant(url, exchange(credential), credential))
        : Optional.empty();
  }

  private static boolean has(CredentialValues credential, String field) {
    return credential.find(field).isPresent();
  }

  private static Renewal grant(String url, Map<String, String> form, CredentialValues credential) {
    return new TokenGrant(url, form, Optional.empty(), credential, Code.BAD_CLIENT);
  }

  private static Map<String, String> exchange(CredentialValues credential) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    for (String field : List.of(CODE, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI)) {
      form.put(field, credential.find(field).orElse(""));
    }
    return form;
  }

  /** A person's consent; empty where a service account signs for itself. */
  static Optional<Authorisation> authorisation(
      GoogleSettings settings, CredentialValues credential) {
    if (has(credential, SERVICE_ACCOUNT)) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", credential.reveal(CLIENT_ID));
    parameters.put("response_type", "code");
    parameters.put("scope", scope(settings));
    parameters.put("access_type", "offline");
    parameters.put("prompt", "consent");
    String url = settings.hosts().oauth() + "/token";
    return Optional.of(
        new Authorisation(
            settings.hosts().consent() + "/o/oauth2/v2/auth",
            parameters,
            CODE,
            false,
            List.of(CLIENT_ID, CLIENT_SECRET),
            consent -> TokenGrant.exchanging(url, credential, consent).naming(Code.BAD_CLIENT)));
  }

  /** Finding a conversion action by its name takes the Google Ads API too. */
  private static String scope(GoogleSettings settings) {
    if (settings.isAds()) {
      return ADS_SCOPE;
    }
    return settings.target().actionId().isEmpty()
        ? DATA_MANAGER_SCOPE + " " + ADS_SCOPE
        : DATA_MANAGER_SCOPE;
  }

  private static Map<String, String> assertion(
      GoogleSettings settings, CredentialValues credential, Instant now) {
    JsonNode key = JsonAnswer.of(Text.utf8(credential.reveal(SERVICE_ACCOUNT)));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put(
        "assertion",
        SignedClaim.of(key.path("client_email").asText(""), scope(settings), now)
            .signedWith(key.path("private_key").asText("")));
    return form;
  }
}
