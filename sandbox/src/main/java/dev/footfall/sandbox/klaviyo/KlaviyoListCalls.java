package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Optional;

/** Lists and their members, jobs and their errors, the account. */
final class KlaviyoListCalls {
  private static final int PAGE = 20;

  private final KlaviyoLists lists;
  private final KlaviyoProfiles profiles;
  private final KlaviyoJobs jobs;

  KlaviyoListCalls(KlaviyoLists lists, KlaviyoProfiles profiles, KlaviyoJobs jobs) {
    this.lists = lists;
    this.profiles = profiles;
    this.jobs = jobs;
  }

  static Reply accounts() {
    ObjectNode account = Json.object("type", "account", "id", "SbxAct");
    account
        .putObject("attributes")
        .putObject("contact_information")
        .put("organization_name", "Sandbox Brand");
    return KlaviyoAnswers.ok(200, Json.object("data", List.of(account)));
  }

  Reply find(Call call) {
    return lists
        .find(call.parameter("filter"))
        .map(page -> KlaviyoAnswers.ok(200, page))
        .orElseGet(() -> KlaviyoAnswers.error(400, "invalid", "The filter cannot be read."));
  }

  Reply create(Call call) {
    Optional<Reply> fault = shapeFault(call, KlaviyoShapes.LIST);
    if (fault.isPresent()) {
      return fault.get();
    }
    String name =
        Json.read(call.body()).orElseGet(Json::object).at("/data/attributes/name").asText();
    Optional<String> id =
        call.injected("lists_full").isPresent() ? Optional.empty() : lists.create(name, call.now());
    return id.map(made -> KlaviyoAnswers.ok(201, Json.object("data", lists.resource(made))))
        .orElseGet(
            () ->
                KlaviyoAnswers.error(
                    400, "invalid", "The maximum number of lists (1000) has been reached."));
  }

  Reply join(Call call) {
    String list = call.path().split("/")[3];
    Optional<Reply> fault = shapeFault(call, KlaviyoShapes.MEMBERS);
    if (fault.isPresent()) {
      return fault.get();
    } else if (!lists.knows(list)) {
      return KlaviyoAnswers.error(404, "not_found", "A list with this id does not exist.");
    }
    JsonNode members = Json.read(call.body()).orElseGet(Json::object).path("data");
    for (JsonNode member : members) {
      if (!profiles.knows(Json.text(member, "id"))) {
        return KlaviyoAnswers.error(404, "not_found", "A profile with this id does not exist.");
      }
    }
    members.forEach(member -> lists.join(list, Json.text(member, "id")));
    return KlaviyoAnswers.empty(204);
  }

  private static Optional<Reply> shapeFault(Call call, BatchShape shape) {
    Batch batch = shape.read(call.body(), new KlaviyoChecker(call.now(), id -> false));
    return batch.firstFault().map(KlaviyoAnswers::refused);
  }

  Reply job(Call call) {
    return jobs.look(call.path().split("/")[3])
        .map(body -> KlaviyoAnswers.ok(200, body))
        .orElseGet(KlaviyoListCalls::noJob);
  }

  Reply errors(Call call) {
    int size = number(call, "page[size]", PAGE);
    if (size < 1 || size > 100) {
      return KlaviyoAnswers.error(400, "invalid", "page[size] must be between 1 and 100.");
    }
    String id = call.path().split("/")[3];
    String link =
        "http://" + call.header("Host") + "/klaviyo" + call.path() + "?page%5Bsize%5D=" + size;
    return jobs.errors(id, number(call, "page[cursor]", 0), size, link)
        .map(body -> KlaviyoAnswers.ok(200, body))
        .orElseGet(KlaviyoListCalls::noJob);
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.parameter(name);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static Reply noJob() {
    return KlaviyoAnswers.error(404, "not_found", "A job with this id does not exist.");
  }
}
