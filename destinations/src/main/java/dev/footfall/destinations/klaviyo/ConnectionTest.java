package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.Optional;

/** Asks whose account the key opens, and whether the list is there. */
record ConnectionTest(
    KlaviyoSettings.Api api, CredentialValues credential, Optional<String> listName)
    implements Exchange {
  @Override
  public HttpCall call() {
    return KlaviyoCalls.get(api, credential, "/api/accounts");
  }

  @Override
  public Step read(HttpAnswer answer) {
    if (answer.status() == 403) {
      return next("the key is good; with the scope accounts:read its account could be named");
    }
    String name =
        JsonAnswer.of(answer)
            .path("data")
            .path(0)
            .path("attributes")
            .path("contact_information")
            .path("organization_name")
            .asText("");
    boolean isGood = answer.status() == 200 && JsonAnswer.of(answer).path("data").isArray();
    return isGood
        ? next("Klaviyo account" + (name.isEmpty() ? "" : " of " + PlatformWords.of(name)) + hint())
        : ListLookup.failed(answer, "accounts:read");
  }

  private String hint() {
    Optional<String> key = credential.find(KlaviyoSettingSpecs.API_KEY);
    return key.isPresent() && !key.get().strip().startsWith("pk_")
        ? "; private keys usually begin with pk_"
        : "";
  }

  private Step next(String words) {
    return listName
        .<Step>map(name -> new Step.Next(new ListLookup(api, credential, name, Optional.of(words))))
        .orElse(new Step.Done(words));
  }
}
