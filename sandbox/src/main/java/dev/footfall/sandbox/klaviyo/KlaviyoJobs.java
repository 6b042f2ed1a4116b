package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The last thousand profile import jobs, their course and their errors. */
final class KlaviyoJobs {
  private static final int MOST = 1000;
  private static final Duration LIFE = Duration.ofDays(7);

  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private long serial;

  /** How a job goes: for how many looks it stays in a state, and how it ends. */
  record Course(
      String stays, int looks, String ends, boolean withPayload, boolean upper, int hidden) {
    static final Course USUAL = new Course("processing", 0, "complete", true, false, 0);

    static Course of(Injection asked) {
      return new Course(
          asked.text("stays", USUAL.stays),
          asked.number("looks", asked.details().containsKey("stays") ? Integer.MAX_VALUE : 0),
          asked.text("ends", USUAL.ends),
          !asked.flag("without_payload"),
          asked.flag("upper_case"),
          asked.number("unlisted", 0));
    }
  }

  /** A profile that a job could not take. */
  record Failure(JsonNode profile, String code, String detail) {}

  private static final class Job {
    private final Instant created;
    private final int total;
    private final List<Failure> failures;
    private final Course course;
    private int looks;

    Job(Instant created, int total, List<Failure> failures, Course course) {
      this.created = created;
      this.total = total;
      this.failures = failures;
      this.course = course;
    }

    boolean hasEnded() {
      return looks > course.looks();
    }
  }

  /** Opens a job; its resource as it is answered at once. */
  synchronized JsonNode open(Instant now, int total, List<Failure> failures, Course course) {
    if (jobs.size() == MOST) {
      jobs.remove(jobs.keySet().iterator().next());
    }
    String id = "SbxJob" + ++serial;
    Job job = new Job(now, total, List.copyOf(failures), course);
    jobs.put(id, job);
    return resource(id, job, "queued");
  }

  /** The job as it stands, one look further on. */
  synchronized Optional<JsonNode> look(String id) {
    Job job = jobs.get(id);
    if (job == null) {
      return Optional.empty();
    }
    job.looks++;
    return Optional.of(resource(id, job, job.hasEnded() ? job.course.ends() : job.course.stays()));
  }

  private static JsonNode resource(String id, Job job, String status) {
    boolean complete = status.equals("complete");
    int failed = complete ? job.failures.size() + job.course.hidden() : 0;
    ObjectNode attributes =
        Json.object(
            "status",
            status,
            "created_at",
            job.created.toString(),
            "total_count",
            job.total,
            "completed_count",
            complete ? job.total - failed : 0,
            "failed_count",
            failed,
            "expires_at",
            job.created.plus(LIFE).toString());
    boolean ended = complete || status.equals("cancelled");
    attributes.put("completed_at", ended ? job.created.toString() : null);
    attributes.put("started_at", status.equals("queued") ? null : job.created.toString());
    ObjectNode resource = Json.object("type", "profile-bulk-import-job", "id", id);
    resource.set("attributes", attributes);
    ObjectNode body = Json.object();
    body.set("data", resource);
    return body;
  }

  /** A page of a job's errors; the next one's place is in its links. */
  synchronized Optional<JsonNode> errors(String id, int from, int size, String link) {
    Job job = jobs.get(id);
    if (job == null) {
      return Optional.empty();
    }
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    List<Failure> failures = job.hasEnded() ? job.failures : new ArrayList<>();
    int to = Math.min(failures.size(), from + size);
    for (int i = Math.min(from, to); i < to; i++) {
      data.add(error(id + "-" + i, failures.get(i), job.course));
    }
    ObjectNode links = page.putObject("links");
    links.put("next", to < failures.size() ? link + "&page%5Bcursor%5D=" + to : null);
    return Optional.of(page);
  }

  private static ObjectNode error(String id, Failure failure, Course course) {
    ObjectNode attributes =
        Json.object("code", failure.code(), "title", "Invalid input.", "detail", failure.detail());
    attributes.putObject("source").put("pointer", "/data");
    if (course.withPayload()) {
      ObjectNode payload = failure.profile().path("attributes").deepCopy();
      if (course.upper()) {
        payload.put("email", Json.text(payload, "email").toUpperCase(Locale.ROOT));
      }
      attributes.set("original_payload", payload);
    }
    ObjectNode error = Json.object("type", "import-error", "id", id);
    error.set("attributes", attributes);
    return error;
  }

  synchronized void reset() {
    jobs.clear();
    serial = 0;
  }
}
