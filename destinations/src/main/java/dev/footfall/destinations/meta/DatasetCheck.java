package dev.footfall.destinations.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.Map;
import java.util.Optional;

/** Asks whether the token can see the dataset, and whether it is a consolidated one. */
record DatasetCheck(MetaSettings.Target target, CredentialValues credential) implements Exchange {
  @Override
  public HttpCall call() {
    return MetaCalls.get(
        target.url(target.datasetId()),
        Map.of("fields", "id,name,is_consolidated_container,is_unavailable"),
        credential);
  }

  @Override
  public Step read(HttpAnswer answer) {
    Optional<JsonNode> body = JsonAnswer.object(answer);
    Optional<GraphError> error = body.flatMap(GraphError::of);
    if (error.isPresent() || answer.status() != 200 || body.isEmpty()) {
      return failed(answer, error);
    }
    if (body.get().path("is_unavailable").asBoolean(false)) {
      return new Step.Failed(Code.DATASET_NOT_FOUND, "Meta says the dataset is unavailable");
    }
    if (!body.get().path("is_consolidated_container").asBoolean(false)) {
      return new Step.Failed(
          Code.DATASET_NOT_CONSOLIDATED, "the dataset does not take offline events");
    }
    String name = PlatformWords.of(body.get().path("name").asText(""));
    return TokenCheck.of(target, credential, "dataset '" + name + "' is ready");
  }

  private static Step failed(HttpAnswer answer, Optional<GraphError> error) {
    Code code = error.flatMap(GraphError::stop).orElse(Code.PLATFORM_UNAVAILABLE);
    String words =
        error.map(e -> e.stopWords(code)).orElse("HTTP " + answer.status() + " from Meta");
    return new Step.Failed(code, words);
  }
}
