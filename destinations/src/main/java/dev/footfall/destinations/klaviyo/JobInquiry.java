package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks how far an import job is: often at first, then each minute, as long as the settings say.
 *
 * @param waited before this question
 */
record JobInquiry(KlaviyoSettings.Api api, String job, Duration waited) implements Inquiry {
  private static final Duration FIRST_MINUTE = Duration.ofMinutes(1);
  private static final Duration FIRST_TEN = Duration.ofMinutes(10);

  @Override
  public Duration after() {
    if (waited.compareTo(FIRST_MINUTE) < 0) {
      return Duration.ofSeconds(5);
    }
    return waited.compareTo(FIRST_TEN) < 0 ? Duration.ofSeconds(15) : Duration.ofSeconds(60);
  }

  @Override
  public HttpCall call(CredentialValues credential) {
    return KlaviyoCalls.get(api, credential, "/api/profile-bulk-import-jobs/" + job);
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    Optional<Reading> general = KlaviyoErrors.general(answer, "");
    if (general.isPresent() && !(general.get() instanceof Reading.Stop)) {
      return general.get();
    }
    JsonNode body = JsonAnswer.of(answer);
    JsonNode job = body.path("data").path("attributes");
    boolean isTold = answer.status() == 200 && !JsonAnswer.tellsOfFault(body);
    return switch (isTold ? job.path("status").asText("") : "") {
      case "complete" -> complete(job, events);
      case "cancelled" ->
          Reading.all(
              events.size(),
              new Outcome.NotSent(Code.DELIVERY_FAILED, "Klaviyo cancelled the job"));
      case "queued", "processing" -> later(events);
      default ->
          answer.status() == 403
              ? accepted(events, "the key lacks the scopes profiles:read and lists:read")
              : accepted(events, KlaviyoErrors.words(answer));
    };
  }

  private Reading complete(JsonNode job, List<Event> events) {
    JsonNode failed = job.path("failed_count");
    if (!failed.canConvertToInt() || failed.asInt() < 0) {
      return accepted(events, "the job's result names no number of failures");
    }
    return failed.asInt() == 0
        ? Reading.all(events.size(), Outcome.Accepted.PLAIN)
        : new Reading.JudgedLater(ImportErrors.of(api, job(), failed.asInt()));
  }

  private Reading later(List<Event> events) {
    JobInquiry next = new JobInquiry(api, job, waited.plus(after()));
    return next.waited.compareTo(api.patience()) >= 0
        ? unanswered(events)
        : new Reading.JudgedLater(next);
  }

  static Reading.Settled accepted(List<Event> events, String words) {
    return Reading.all(events.size(), new Outcome.Accepted(Optional.of(Code.ACCEPTED), words));
  }

  @Override
  public Reading.Settled unanswered(List<Event> events) {
    return accepted(events, "the job had not ended when it was last seen");
  }
}
