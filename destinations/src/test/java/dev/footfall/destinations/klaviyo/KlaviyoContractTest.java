package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Question;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Klaviyo's profiles keep the contract of all destinations. */
class KlaviyoContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Klaviyo();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of();
  }

  @Override
  protected TestRows goodRows() {
    return Samples.people()
        .without("timestamp")
        .only(0)
        .and(Samples.people().without("timestamp").only(2));
  }

  @Override
  protected boolean joinsRows() {
    return false;
  }

  @Override
  protected TestRows canonicalRows() {
    return super.canonicalRows().only(0).and(super.canonicalRows().only(2));
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return Samples.typical();
  }

  @Override
  protected Speech speech() {
    return Speech.of(
        202, n -> "{\"data\":{\"type\":\"profile-bulk-import-job\",\"id\":\"Z2fA1x\"}}");
  }

  /** How far the job is, and which profiles it did not take. */
  @Override
  protected List<Question> questions(List<Event> events) {
    KlaviyoSettings.Api api =
        KlaviyoSettings.of(SettingValues.of(new Klaviyo().spec(), settings())).api();
    Speech job = Speech.of(200, n -> job("0")).counting(job("@"));
    Map<String, Taken> noFailure =
        Taken.all("a job is complete and no profile failed", "a count of 0");
    Speech errors =
        Speech.of(200, n -> "{\"data\":[]}")
            .blaming(
                "{\"data\":[@]}",
                "{\"attributes\":{\"code\":\"bad\",\"original_payload\":{\"email\":@}}}");
    Map<String, Taken> none =
        Taken.none(
            "as many failed as the job said, whatever is named",
            "success with HTTP 200",
            "a byte-order mark before success");
    return List.of(
        Question.afterTaking(new JobInquiry(api, "Z2fA1x", Duration.ZERO), job, noFailure),
        Question.afterTaking(ImportErrors.of(api, "Z2fA1x", events.size()), errors, none));
  }

  private static String job(String failures) {
    return "{\"data\":{\"type\":\"profile-bulk-import-job\",\"id\":\"Z2fA1x\",\"attributes\":"
        + "{\"status\":\"complete\",\"failed_count\":"
        + failures
        + "}}}";
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.all("a 202 that names a job", "Klaviyo's success");
  }
}
