package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.UserAgent;
import dev.footfall.destinations.answer.TokenGrant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls to Klaviyo's API, with the headers that all of them need. */
final class KlaviyoCalls {
  private static final String JSON_API = "application/vnd.api+json";
  private static final Set<String> SECRET = Set.of("Authorization");

  private KlaviyoCalls() {}

  /** Whether the credential is an OAuth app's rather than a private key. */
  static boolean isOauth(CredentialValues credential) {
    return credential.find(KlaviyoSettingSpecs.API_KEY).isEmpty()
        && (credential.find(TokenGrant.REFRESH_TOKEN).isPresent()
            || credential.find(TokenGrant.ACCESS_TOKEN).isPresent());
  }

  static HttpCall get(KlaviyoSettings.Api api, CredentialValues credential, String path) {
    return HttpCall.get(api.baseUrl() + path, headers(api, credential), SECRET);
  }

  static HttpCall post(
      KlaviyoSettings.Api api, CredentialValues credential, String path, List<byte[]> body) {
    Map<String, String> headers = headers(api, credential);
    headers.put("Content-Type", JSON_API);
    return HttpCall.post(api.baseUrl() + path, headers, SECRET, body);
  }

  private static Map<String, String> headers(KlaviyoSettings.Api api, CredentialValues credential) {
    Map<String, String> headers = new HashMap<>();
    headers.put(
        "Authorization",
        isOauth(credential)
            ? "Bearer " + credential.reveal(TokenGrant.ACCESS_TOKEN)
            : "Klaviyo-API-Key " + credential.reveal(KlaviyoSettingSpecs.API_KEY).strip());
    headers.put("revision", api.revision());
    headers.put("Accept", JSON_API);
    headers.put(UserAgent.HEADER, UserAgent.VALUE);
    return headers;
  }
}
