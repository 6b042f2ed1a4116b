package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for the errors of a job, page by page, and finds their people by e-mail, else phone, else
 * external id: errors name no row.
 *
 * @param path of the page, from the root of the API
 * @param failed how many failed, as the job said
 * @param errors of the pages before
 */
record ImportErrors(KlaviyoSettings.Api api, String path, int failed, List<Failure> errors)
    implements Inquiry {
  /** More pages than a job of 10,000 can have, so that no answer leads in circles. */
  private static final int MOST_ERRORS = 10_000;

  /** One error; what it says of the person is not printed. */
  record Failure(Map<String, String> identifiers, Outcome.Refused refusal) {
    @Override
    public String toString() {
      return "Import error " + refusal.platformCode();
    }
  }

  static ImportErrors of(KlaviyoSettings.Api api, String job, int failed) {
    return new ImportErrors(
        api,
        "/api/profile-bulk-import-jobs/" + job + "/import-errors?page%5Bsize%5D=100",
        failed,
        List.of());
  }

  @Override
  public Duration after() {
    return Duration.ZERO;
  }

  @Override
  public HttpCall call(CredentialValues credential) {
    return KlaviyoCalls.get(api, credential, path);
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    Optional<Reading> general = KlaviyoErrors.general(answer, "");
    if (general.isPresent() && !(general.get() instanceof Reading.Stop)) {
      return general.get();
    }
    JsonNode page = JsonAnswer.of(answer);
    if (answer.status() != 200 || !page.path("data").isArray()) {
      return unanswered(events);
    }
    List<Failure> all = new ArrayList<>(errors);
    page.path("data").forEach(error -> all.add(error(error.path("attributes"))));
    String next = page.path("links").path("next").asText("");
    boolean goesOn = next.startsWith(api.baseUrl() + "/") && page.path("data").size() > 0;
    return goesOn && all.size() < MOST_ERRORS
        ? new Reading.JudgedLater(
            new ImportErrors(api, next.substring(api.baseUrl().length()), failed, all))
        : settled(all, events);
  }

  private static Failure error(JsonNode error) {
    Map<String, String> identifiers = new HashMap<>();
    for (String name : KlaviyoColumns.IDENTIFIERS) {
      String value = error.path("original_payload").path(name).asText("").strip();
      if (!value.isEmpty()) {
        identifiers.put(name, name.equals("email") ? value.toLowerCase(Locale.ROOT) : value);
      }
    }
    return new Failure(
        identifiers,
        new Outcome.Refused(
            Code.PLATFORM_REJECTED,
            error.path("code").asText("import-error"),
            PlatformWords.of(error.path("detail").asText(error.path("title").asText("")))));
  }

  private Reading.Settled settled(List<Failure> all, List<Event> events) {
    Outcome[] outcomes = new Outcome[events.size()];
    Arrays.fill(outcomes, Outcome.Accepted.PLAIN);
    Map<String, Integer> people = people(events);
    int found = 0;
    for (Failure error : all) {
      Optional<Integer> index =
          KlaviyoColumns.IDENTIFIERS.stream()
              .map(name -> Optional.ofNullable(people.get(name + error.identifiers.get(name))))
              .flatMap(Optional::stream)
              .findFirst();
      if (index.isPresent() && !(outcomes[index.get()] instanceof Outcome.Refused)) {
        outcomes[index.get()] = error.refusal;
        found++;
      }
    }
    warn(outcomes, Math.max(failed, all.size()) - found);
    return new Reading.Settled(List.of(outcomes));
  }

  /**
   * As many of the others as failed without a name bear the warning; nobody knows which they are,
   * so none of the others is confirmed.
   */
  private static void warn(Outcome[] outcomes, int nameless) {
    String words = nameless + " failures of the job name no profile that was sent";
    int left = nameless;
    for (int i = 0; i < outcomes.length && nameless > 0; i++) {
      if (outcomes[i] instanceof Outcome.Accepted) {
        Code code = left-- > 0 ? Code.UNATTRIBUTED_FAILURES : Code.ACCEPTED;
        outcomes[i] = new Outcome.Accepted(Optional.of(code), words);
      }
    }
  }

  private static Map<String, Integer> people(List<Event> events) {
    Map<String, Integer> people = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      JsonNode attributes = JsonAnswer.of(events.get(i).body()).path("attributes");
      for (String name : KlaviyoColumns.IDENTIFIERS) {
        String value = attributes.path(name).asText("");
        if (!value.isEmpty()) {
          people.putIfAbsent(name + value, i);
        }
      }
    }
    return people;
  }

  @Override
  public Reading.Settled unanswered(List<Event> events) {
    return settled(errors, events);
  }

  @Override
  public String toString() {
    return "Import errors, " + errors.size() + " so far";
  }
}
