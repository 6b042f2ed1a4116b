package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.destinations.answer.JsonAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the id of a list by its name; the oldest of several. Makes the list when there is none, or
 * only says so.
 *
 * @param said what is told before, when nothing is made
 */
record ListLookup(
    KlaviyoSettings.Api api, CredentialValues credential, String name, Optional<String> said)
    implements Exchange {

  /** For a run: makes the list when it is missing. */
  static ListLookup orCreate(KlaviyoSettings.Api api, CredentialValues credential, String name) {
    return new ListLookup(api, credential, name, Optional.empty());
  }

  @Override
  public HttpCall call() {
    String quoted = "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    return KlaviyoCalls.get(
        api,
        credential,
        "/api/lists?filter="
            + encoded("equals(name," + quoted + ")")
            + "&"
            + encoded("fields[list]")
            + "=name,created");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public Step read(HttpAnswer answer) {
    JsonNode lists = JsonAnswer.of(answer).path("data");
    if (answer.status() != 200 || !lists.isArray()) {
      return failed(answer, "lists:read");
    }
    Optional<String> id = oldest(lists);
    if (said.isPresent()) {
      return new Step.Done(
          said.get() + (id.isPresent() ? "; the list exists" : "; the list will be made"));
    }
    return id.<Step>map(ListLookup::found).orElseGet(() -> new Step.Next(new Creation(this)));
  }

  private static Step found(String id) {
    return new Step.Found(Map.of(KlaviyoRoute.LIST_ID, id));
  }

  /** Times of creation are written alike, so that their order is that of their text. */
  private static Optional<String> oldest(JsonNode lists) {
    String id = "";
    String oldest = "";
    for (JsonNode list : lists) {
      String created = list.path("attributes").path("created").asText("");
      if (id.isEmpty() || created.compareTo(oldest) < 0) {
        id = list.path("id").asText("");
        oldest = created;
      }
    }
    return Optional.of(id).filter(text -> !text.isEmpty());
  }

  static Step failed(HttpAnswer answer, String scope) {
    Optional<Reading> general = KlaviyoErrors.general(answer, scope);
    String words = KlaviyoErrors.words(answer);
    if (general.isPresent() && general.get() instanceof Reading.Stop stop) {
      return new Step.Failed(stop.code(), stop.words());
    }
    if (general.isPresent() && general.get() instanceof Reading.RenewCredential) {
      return new Step.Failed(Code.CREDENTIALS_REJECTED, words);
    }
    if (KlaviyoErrors.isAboutLists(answer) && answer.status() == 400) {
      return new Step.Failed(Code.MAXIMUM_LISTS, words + "; delete lists that nobody uses");
    }
    return new Step.Failed(
        answer.status() == 429 ? Code.RATE_LIMITED : Code.PLATFORM_UNAVAILABLE, words);
  }

  /** Makes the list. */
  private record Creation(ListLookup lookup) implements Exchange {
    @Override
    public HttpCall call() {
      JsonBytes json = new JsonBytes().beginObject().key(JsonBytes.key("data")).beginObject();
      json.key(JsonBytes.key("type")).text("list");
      json.key(JsonBytes.key("attributes")).beginObject();
      json.key(JsonBytes.key("name")).text(lookup.name).endObject().endObject().endObject();
      return KlaviyoCalls.post(
          lookup.api, lookup.credential, "/api/lists", List.of(json.toBytes()));
    }

    @Override
    public Step read(HttpAnswer answer) {
      String id = JsonAnswer.of(answer).path("data").path("id").asText("");
      return answer.status() / 100 == 2 && !id.isEmpty()
          ? found(id)
          : failed(answer, "lists:write");
    }
  }
}
