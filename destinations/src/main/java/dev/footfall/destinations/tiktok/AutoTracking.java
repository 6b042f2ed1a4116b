package dev.footfall.destinations.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import java.util.Optional;

/** Switches the event set's auto-tracking on where it is off; never off. */
record AutoTracking(TikTokSettings.Target target, CredentialValues credential) implements Exchange {
  @Override
  public HttpCall call() {
    return TikTokCalls.eventSets(target, credential);
  }

  @Override
  public Step read(HttpAnswer answer) {
    String eventSet = target.eventSetId().orElseThrow();
    Optional<TikTokAnswer> envelope = TikTokAnswer.of(answer);
    if (envelope.isEmpty() || !envelope.get().isSuccess()) {
      return EventSetCheck.failed(answer, envelope);
    }
    Optional<JsonNode> found = EventSetCheck.find(envelope.get(), eventSet);
    if (found.isEmpty()) {
      return new Step.Failed(
          Code.DATASET_NOT_FOUND, "auto-tracking: the ad account has no event set of that id");
    }
    return found.get().path("auto_tracking").asBoolean(false)
        ? new Step.Done("auto-tracking is on")
        : new Step.Next(new SwitchOn(target, eventSet, credential));
  }

  /** The call that switches it on. */
  private record SwitchOn(
      TikTokSettings.Target target, String eventSet, CredentialValues credential)
      implements Exchange {
    @Override
    public HttpCall call() {
      return TikTokCalls.trackAutomatically(target, eventSet, credential);
    }

    @Override
    public Step read(HttpAnswer answer) {
      Optional<TikTokAnswer> envelope = TikTokAnswer.of(answer);
      return envelope.filter(TikTokAnswer::isSuccess).isPresent()
          ? new Step.Done("auto-tracking was switched on")
          : EventSetCheck.failed(answer, envelope);
    }
  }
}
