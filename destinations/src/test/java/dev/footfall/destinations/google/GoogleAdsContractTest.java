package dev.footfall.destinations.google;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The Google Ads API keeps the contract of all destinations. */
class GoogleAdsContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Google();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of(
        "mode", "google_ads", "customer_id", "1234567890", "conversion_action_id", "987654321");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.example().with("email", "Ada.Lovelace+Vip@Gmail.COM");
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(200, "{\"results\":[{\"orderId\":\"a\"},{\"orderId\":\"b\"}],\"jobId\":\"5\"}"),
        answer(200, AdsErrors.partial("CLICK_NOT_FOUND", 1, "{\"orderId\":\"a\"},{}")),
        answer(400, AdsErrors.whole(400, "requestError", "UNSUPPORTED_VERSION")),
        answer(401, AdsErrors.whole(401, "authenticationError", "OAUTH_TOKEN_EXPIRED")),
        answer(403, AdsErrors.whole(403, "authorizationError", "USER_PERMISSION_DENIED")),
        answer(429, AdsErrors.whole(429, "quotaError", "RESOURCE_TEMPORARILY_EXHAUSTED")),
        answer(500, AdsErrors.whole(500, "internalError", "INTERNAL_ERROR")));
  }

  @Override
  protected Speech speech() {
    String taken = "{\"orderId\":\"a\"}";
    String failed =
        "{\"partialFailureError\":{\"code\":3,\"message\":\"no\",\"details\":[{\"errors\":[@]}]},"
            + "\"results\":[{},{\"orderId\":\"b\"},{\"orderId\":\"c\"}]}";
    return Speech.of(
            200, n -> "{\"results\":[" + String.join(",", Collections.nCopies(n, taken)) + "]}")
        .blaming(
            failed,
            "{\"errorCode\":{\"conversionUploadError\":\"CLICK_NOT_FOUND\"},\"location\":"
                + "{\"fieldPathElements\":[{\"fieldName\":\"conversions\",\"index\":@}]}}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.together(
        Taken.allWithAnySuccess("each conversion's own result decides, not the status"),
        Taken.allButTheFirst(
            "a result that is there, and no error that names it",
            "the first event is at fault",
            "the same event is at fault twice",
            "the event at fault is -1",
            "the event at fault is null",
            "the event at fault is \"0\"",
            "the event at fault is \"first\"",
            "the event at fault is 0.5",
            "the event at fault is [0]",
            "the event at fault is {}",
            "the event at fault is 99999999999999999999",
            "the event at fault is one behind",
            "one event at fault is there, one is not",
            "faults are []",
            "faults are [{}]",
            "faults are [null]",
            "faults are [1]",
            "faults are [[[null]]]"));
  }
}
