package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.klaviyo.KlaviyoJobs.Course;
import dev.footfall.sandbox.klaviyo.KlaviyoJobs.Failure;
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

/** Profiles by the job and one by one: all are good, or none is taken. */
final class KlaviyoProfileCalls {
  private static final String BULK = "/data/attributes/profiles/data/";

  private final Books books;
  private final KlaviyoProfiles profiles;
  private final KlaviyoLists lists;
  private final KlaviyoJobs jobs;
  private final Predicate<String> poisoned;

  KlaviyoProfileCalls(
      Books books,
      KlaviyoProfiles profiles,
      KlaviyoLists lists,
      KlaviyoJobs jobs,
      Predicate<String> poisoned) {
    this.books = books;
    this.profiles = profiles;
    this.lists = lists;
    this.jobs = jobs;
    this.poisoned = poisoned;
  }

  /** Opens a job; what it cannot take shows in its errors. */
  Reply job(Call call) {
    Batch batch =
        KlaviyoShapes.PROFILES.read(call.body(), new KlaviyoChecker(call.now(), poisoned));
    Optional<Reply> refused = refused(call, batch, true);
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode root = Json.read(call.body()).orElseGet(Json::object);
    String list = root.at("/data/relationships/lists/data/0/id").asText("");
    if (!list.isEmpty() && !lists.knows(list)) {
      Fault unknown =
          new Fault(
              Fault.Kind.MEANING,
              Fault.WHOLE_REQUEST,
              "/data/relationships/lists/data/0/id",
              "A list with this id does not exist.",
              0);
      books.refuse(batch, unknown, refusal(call, batch.events(), unknown));
      return KlaviyoAnswers.error(404, "not_found", unknown.reason());
    }
    Optional<Injection> asked = call.injected("job");
    Course course = asked.map(Course::of).orElse(Course.USUAL);
    Set<String> doomed = new HashSet<>();
    asked.ifPresent(one -> one.list("failed").forEach(id -> doomed.add(String.valueOf(id))));
    List<Failure> failures = take(call, batch, list, doomed, course);
    return KlaviyoAnswers.ok(202, jobs.open(call.now(), batch.events(), failures, course));
  }

  private List<Failure> take(
      Call call, Batch batch, String list, Set<String> doomed, Course course) {
    List<Failure> failures = new ArrayList<>();
    List<Passed> kept = new ArrayList<>();
    for (Passed one : batch.passed()) {
      JsonNode profile = Json.read(batch.bytes(one)).orElseGet(Json::object);
      if (course.ends().equals("cancelled")) {
        failures.add(new Failure(profile, "cancelled", "The job was cancelled."));
      } else if (KlaviyoLimits.isNamed(profile, doomed)) {
        failures.add(new Failure(profile, "invalid", "The profile was asked to fail."));
      } else {
        KlaviyoProfiles.Put put = profiles.put(profile);
        if (put.conflict()) {
          String words = "Identifiers belong to different profiles.";
          failures.add(new Failure(profile, "duplicate_profile", words));
        } else {
          kept.add(one);
          lists.join(list, put.id());
        }
      }
    }
    books.keep(batch.with(kept), new Delivery("profiles", Delivery.Mode.LIVE, call.now()));
    for (Failure failure : failures) {
      Fault fault = new Fault(Fault.Kind.MEANING, 0, "", failure.detail(), 0);
      books.refuseOne(fault, refusal(call, 1, fault));
    }
    return failures;
  }

  /** Creates or changes one profile. */
  Reply one(Call call) {
    Batch batch =
        KlaviyoShapes.ONE_PROFILE.read(call.body(), new KlaviyoChecker(call.now(), poisoned));
    Optional<Reply> refused = refused(call, batch, false);
    if (refused.isPresent()) {
      return refused.get();
    }
    JsonNode profile = Json.read(batch.bytes(batch.passed().get(0))).orElseGet(Json::object);
    KlaviyoProfiles.Put put = profiles.put(profile);
    if (put.conflict()) {
      Fault fault =
          new Fault(Fault.Kind.MEANING, 0, "", "identifiers belong to different profiles", 0);
      books.refuse(batch, fault, refusal(call, 1, fault));
      return KlaviyoAnswers.duplicate(put.id());
    }
    books.keep(batch, new Delivery("profiles", Delivery.Mode.LIVE, call.now()));
    JsonNode answer =
        Json.object(
            "data",
            Json.object(
                "type", "profile", "id", put.id(), "attributes", profile.path("attributes")));
    return KlaviyoAnswers.ok(put.created() ? 201 : 200, answer);
  }

  private Optional<Reply> refused(Call call, Batch batch, boolean bulk) {
    if (batch.firstFault().isPresent()) {
      Fault first = batch.firstFault().get();
      books.refuse(batch, first, refusal(call, batch.events(), first));
      return Optional.of(KlaviyoAnswers.refused(batch));
    }
    for (Passed one : batch.passed()) {
      JsonNode profile = Json.read(batch.bytes(one)).orElseGet(Json::object);
      String at = bulk ? BULK + one.place() : "/data";
      Optional<Fault> fault =
          KlaviyoLimits.profile(one.index(), at, profile, one.to() - one.from());
      if (fault.isPresent()) {
        books.refuse(batch, fault.get(), refusal(call, batch.events(), fault.get()));
        return fault.map(KlaviyoAnswers::refused);
      }
    }
    return Optional.empty();
  }

  private static Refusal refusal(Call call, int events, Fault fault) {
    return new Refusal(call.now(), Injection.EVENTS, events, fault.sentence());
  }
}
