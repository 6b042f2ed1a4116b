package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.BatchShape;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.platform.Books;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.platform.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Events in bulk and one by one. In bulk all are good, or none is taken; an id repeated within the
 * request is not good. An id seen in an earlier request is quietly passed over.
 */
final class KlaviyoEventCalls {
  private final Books books;
  private final KlaviyoProfiles profiles;
  private final Predicate<String> poisoned;

  KlaviyoEventCalls(Books books, KlaviyoProfiles profiles, Predicate<String> poisoned) {
    this.books = books;
    this.profiles = profiles;
    this.poisoned = poisoned;
  }

  /** One event of a request, the profile it belongs to, and its pointer. */
  private record Placed(JsonNode event, JsonNode profile, String at) {}

  Reply bulk(Call call) {
    return take(call, KlaviyoShapes.EVENTS);
  }

  Reply one(Call call) {
    return take(call, KlaviyoShapes.ONE_EVENT);
  }

  private Reply take(Call call, BatchShape shape) {
    Batch batch = shape.read(call.body(), new KlaviyoChecker(call.now(), poisoned));
    if (batch.firstFault().isPresent()) {
      refuse(call, batch, batch.firstFault().get());
      return KlaviyoAnswers.refused(batch);
    }
    JsonNode root = Json.read(call.body()).orElseGet(Json::object);
    List<Placed> placed = placed(root);
    Optional<Fault> fault = fault(placed).or(() -> repeated(placed));
    if (fault.isPresent()) {
      return refuse(call, batch, fault.get());
    }
    List<Passed> keyed = new ArrayList<>();
    for (int i = 0; i < placed.size(); i++) {
      Passed one = batch.passed().get(i);
      long key = KlaviyoChecker.key(placed.get(i).profile(), placed.get(i).event());
      keyed.add(new Passed(one.index(), one.place(), one.from(), one.to(), key, EventJudge.NO_KEY));
      profiles.put(placed.get(i).profile().path("data"));
    }
    books.keep(batch.with(keyed), new Delivery("events", Delivery.Mode.LIVE, call.now()));
    return KlaviyoAnswers.empty(202);
  }

  private static List<Placed> placed(JsonNode root) {
    List<Placed> all = new ArrayList<>();
    JsonNode elements = root.at("/data/attributes/events-bulk-create/data");
    for (int i = 0; i < elements.size(); i++) {
      JsonNode attributes = elements.get(i).path("attributes");
      JsonNode events = attributes.at("/events/data");
      String at = "/data/attributes/events-bulk-create/data/" + i + "/attributes/events/data/";
      for (int j = 0; j < events.size(); j++) {
        all.add(new Placed(events.get(j), attributes.path("profile"), at + j));
      }
    }
    if (elements.isMissingNode()) {
      JsonNode event = root.path("data");
      all.add(new Placed(event, event.at("/attributes/profile"), "/data"));
    }
    return all;
  }

  private static Optional<Fault> fault(List<Placed> placed) {
    if (placed.size() > KlaviyoShapes.MOST_EVENTS) {
      return whole("/data/attributes/events-bulk-create", "must hold at most 1,000 events");
    }
    for (int i = 0; i < placed.size(); i++) {
      Placed one = placed.get(i);
      JsonNode attributes = one.profile().at("/data/attributes");
      if (!attributes.hasNonNull("email")
          && !attributes.hasNonNull("phone_number")
          && !attributes.hasNonNull("external_id")) {
        String at = one.at().replaceFirst("/events/data/\\d+$", "") + "/profile/data/attributes";
        return Optional.of(
            new Fault(Fault.Kind.MEANING, i, at, "One or more identifiers is required", 0));
      }
      Optional<Fault> fault = KlaviyoLimits.event(i, one.at(), one.event());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> repeated(List<Placed> placed) {
    Set<Long> seen = new HashSet<>();
    boolean repeats =
        placed.stream().anyMatch(one -> !seen.add(KlaviyoChecker.key(one.profile(), one.event())));
    return repeats
        ? whole("/data/attributes/events-bulk-create", "Duplicate unique_id values in the request.")
        : Optional.empty();
  }

  private static Optional<Fault> whole(String at, String reason) {
    return Optional.of(new Fault(Fault.Kind.MEANING, Fault.WHOLE_REQUEST, at, reason, 0));
  }

  private Reply refuse(Call call, Batch batch, Fault fault) {
    Refusal refusal = new Refusal(call.now(), Injection.EVENTS, batch.events(), fault.sentence());
    books.refuse(batch, fault, refusal);
    return KlaviyoAnswers.refused(fault);
  }
}
