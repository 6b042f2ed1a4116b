package dev.footfall.destinations.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks how long the token lasts; needs the app's id and secret. */
record TokenCheck(MetaSettings.Target target, CredentialValues credential, String soFar)
    implements Exchange {
  /** The check, or, where the app's secret is not known, what was found so far. */
  static Step of(MetaSettings.Target target, CredentialValues credential, String soFar) {
    boolean canAsk =
        credential.find(MetaToken.APP_ID).isPresent()
            && credential.find(MetaToken.APP_SECRET).isPresent();
    return canAsk ? new Step.Next(new TokenCheck(target, credential, soFar)) : new Step.Done(soFar);
  }

  @Override
  public HttpCall call() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("input_token", credential.reveal(MetaToken.ACCESS_TOKEN));
    query.put(
        MetaToken.ACCESS_TOKEN,
        credential.reveal(MetaToken.APP_ID) + "|" + credential.reveal(MetaToken.APP_SECRET));
    return MetaCalls.getAsApp(target.baseUrl() + "/debug_token", query);
  }

  @Override
  public Step read(HttpAnswer answer) {
    JsonNode data =
        JsonAnswer.object(answer)
            .map(b -> b.path("data"))
            .filter(d -> answer.status() == 200 && d.isObject())
            .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    if (!data.has("is_valid")) {
      return new Step.Done(soFar + "; how long the token lasts could not be asked");
    }
    if (!data.path("is_valid").asBoolean(false)) {
      return new Step.Failed(Code.CREDENTIALS_REJECTED, "Meta says the token is not valid");
    }
    long end = data.path("expires_at").asLong(0);
    return new Step.Done(
        soFar
            + (end == 0
                ? "; the token does not expire"
                : "; the token lasts until " + Instant.ofEpochSecond(end)));
  }
}
