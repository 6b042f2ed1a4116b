package dev.footfall.destinations.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.PlatformWords;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks whether the token can see the event set. Sends no event. */
record EventSetCheck(TikTokSettings.Target target, CredentialValues credential)
    implements Exchange {
  private static final int NO_PERMISSION = 40001;

  @Override
  public HttpCall call() {
    return TikTokCalls.eventSets(target, credential);
  }

  @Override
  public Step read(HttpAnswer answer) {
    Optional<TikTokAnswer> envelope = TikTokAnswer.of(answer);
    if (envelope.isPresent() && envelope.get().code() == NO_PERMISSION) {
      return new Step.Done("the token cannot list event sets; sending may still work");
    }
    if (envelope.isEmpty() || !envelope.get().isSuccess()) {
      return failed(answer, envelope);
    }
    if (target.eventSetId().isEmpty()) {
      return new Step.Done("the ad account answers; rows must name their event sets");
    }
    return find(envelope.get(), target.eventSetId().get())
        .<Step>map(
            set ->
                new Step.Done(
                    "event set '" + PlatformWords.of(set.path("name").asText("")) + "' is ready"))
        .orElseGet(
            () ->
                new Step.Failed(
                    Code.DATASET_NOT_FOUND, "the ad account has no event set of that id"));
  }

  /** What a failed exchange is reported as. */
  static Step failed(HttpAnswer answer, Optional<TikTokAnswer> envelope) {
    int code = envelope.map(TikTokAnswer::code).orElse(answer.status() == 401 ? 40105 : 0);
    String words =
        envelope.map(TikTokAnswer::inWords).orElse("HTTP " + answer.status() + " from TikTok");
    if (code > 40100 && code < 40120) {
      return new Step.Failed(Code.CREDENTIALS_REJECTED, words);
    }
    if (code == NO_PERMISSION || answer.status() == 403) {
      return new Step.Failed(Code.PERMISSION_DENIED, words);
    }
    return new Step.Failed(code == 40100 ? Code.RATE_LIMITED : Code.PLATFORM_UNAVAILABLE, words);
  }

  /** An event set in TikTok's list. */
  static Optional<JsonNode> find(TikTokAnswer answer, String eventSet) {
    return StreamSupport.stream(answer.data().path("event_set_list").spliterator(), false)
        .filter(set -> set.path("event_set_id").asText("").equals(eventSet))
        .findFirst();
  }
}
