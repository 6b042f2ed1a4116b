package dev.footfall.destinations.braze;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.source.Text;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.List;

/** Posts no object at all: Braze says so, which shows that it knows the key. */
record ConnectionTest(String baseUrl, CredentialValues credential) implements Exchange {
  private static final String NOTHING = "Valid data must be provided";
  private static final String REMEDY =
      "Braze did not accept the key for this instance. Check that the key is active, has"
          + " users.track and belongs to the chosen instance.";

  @Override
  public HttpCall call() {
    return BrazeDelivery.post(
        baseUrl + "/users/track", credential, List.of(Text.utf8("{\"attributes\":[]}")));
  }

  @Override
  public Step read(HttpAnswer answer) {
    JsonNode body = JsonAnswer.of(answer);
    int status = answer.status();
    boolean isEmpty = status == 400 && body.path("message").asText("").startsWith(NOTHING);
    if (status / 100 == 2 || isEmpty) {
      return new Step.Done("Braze accepts the key for this instance");
    }
    return switch (status) {
      case 401, 403, 404 -> new Step.Failed(Code.CREDENTIALS_REJECTED, REMEDY);
      case 429 -> new Step.Done("Braze knows the key; the account is being throttled");
      default ->
          new Step.Failed(
              Code.PLATFORM_UNAVAILABLE,
              "Braze could not be reached (" + BrazeAnswers.inWords(body, answer) + ")");
    };
  }
}
