package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.destinations.answer.TokenGrant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests to Google's two APIs, with the headers that each wants. */
record GoogleCalls(GoogleSettings settings, CredentialValues credential) {
  private static final String AUTHORIZATION = "Authorization";
  private static final String DEVELOPER_TOKEN = "developer-token";
  private static final Set<String> SECRET = Set.of(AUTHORIZATION, DEVELOPER_TOKEN);

  /** A post about a customer of the Google Ads API. */
  HttpCall ads(String customer, String method, List<byte[]> body) {
    Map<String, String> headers = headers();
    settings.target().loginCustomerId().ifPresent(id -> headers.put("login-customer-id", id));
    settings.request().developerToken().ifPresent(token -> headers.put(DEVELOPER_TOKEN, token));
    return HttpCall.post(
        settings.hosts().ads() + "/customers/" + customer + method, headers, SECRET, body);
  }

  /** A post to the Data Manager API. */
  HttpCall dataManager(String path, List<byte[]> body) {
    return HttpCall.post(settings.hosts().dataManager() + path, quotaHeaders(), SECRET, body);
  }

  /** A question to the Data Manager API. */
  HttpCall ask(String path) {
    return HttpCall.get(settings.hosts().dataManager() + path, quotaHeaders(), SECRET);
  }

  private Map<String, String> quotaHeaders() {
    Map<String, String> headers = headers();
    settings
        .request()
        .quotaProject()
        .ifPresent(project -> headers.put("x-goog-user-project", project));
    return headers;
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    headers.put(AUTHORIZATION, "Bearer " + credential.reveal(TokenGrant.ACCESS_TOKEN));
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json");
    return headers;
  }
}
