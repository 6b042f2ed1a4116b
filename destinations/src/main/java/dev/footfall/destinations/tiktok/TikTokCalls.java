package dev.footfall.destinations.tiktok;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.event.JsonBytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calls to TikTok's API beside the events. The token always travels in its header. */
final class TikTokCalls {
  static final String TOKEN_HEADER = "Access-Token";
  static final Set<String> SECRET = Set.of(TOKEN_HEADER);

  private TikTokCalls() {}

  /** Headers of a call with a body that bears the token. */
  static Map<String, String> headers(CredentialValues credential) {
    return Map.of(
        TOKEN_HEADER,
        credential.reveal(TikTokToken.ACCESS_TOKEN),
        "Content-Type",
        "application/json");
  }

  /** Asks for event sets of the ad account: the configured one, or all where none is. */
  static HttpCall eventSets(TikTokSettings.Target target, CredentialValues credential) {
    String only =
        target
            .eventSetId()
            .map(
                id ->
                    "&event_set_ids="
                        + URLEncoder.encode("[\"" + id + "\"]", StandardCharsets.UTF_8))
            .orElse("");
    return HttpCall.get(
        target.url("offline/get/") + "?advertiser_id=" + target.advertiserId() + only,
        Map.of(TOKEN_HEADER, credential.reveal(TikTokToken.ACCESS_TOKEN)),
        SECRET);
  }

  /** Switches an event set's auto-tracking on. */
  static HttpCall trackAutomatically(
      TikTokSettings.Target target, String eventSet, CredentialValues credential) {
    JsonBytes json = new JsonBytes().beginObject();
    text(json, "advertiser_id", target.advertiserId());
    text(json, "event_set_id", eventSet);
    json.key(JsonBytes.key("auto_tracking")).flag(true).endObject();
    return HttpCall.post(
        target.url("offline/update/"), headers(credential), SECRET, List.of(json.toBytes()));
  }

  /** A call that bears no token, its secrets in the body. */
  static HttpCall withoutToken(String url, Map<String, String> fields) {
    JsonBytes json = new JsonBytes().beginObject();
    fields.forEach((name, value) -> text(json, name, value));
    json.endObject();
    return HttpCall.post(
        url, Map.of("Content-Type", "application/json"), Set.of(), List.of(json.toBytes()));
  }

  private static void text(JsonBytes json, String name, String value) {
    json.key(JsonBytes.key(name)).text(value);
  }
}
