package dev.footfall.destinations.google;

/** How the Google Ads API words what it refuses. */
final class AdsErrors {
  private AdsErrors() {}

  static String partial(String value, int row, String results) {
    return partial(error("conversionUploadError", value, "\"index\":" + row, "x"), results);
  }

  static String partial(String errors, String results) {
    return "{\"partialFailureError\":{\"code\":3,\"message\":\"some failed\",\"details\":["
        + "{\"@type\":\"type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure\","
        + "\"errors\":["
        + errors
        + "],\"requestId\":\"f4J\"}]},\"results\":["
        + results
        + "],\"jobId\":\"53\"}";
  }

  static String error(String group, String value, String index, String field) {
    return "{\"errorCode\":{\""
        + group
        + "\":\""
        + value
        + "\"},\"message\":\"Google says so\",\"location\":{\"fieldPathElements\":[{\"fieldName\":"
        + "\"conversions\""
        + (index.isEmpty() ? "" : "," + index)
        + "},{\"fieldName\":\""
        + field
        + "\"}]}}";
  }

  static String whole(int code, String group, String value) {
    return "{\"error\":{\"code\":"
        + code
        + ",\"message\":\"no\",\"status\":\"BAD\",\"details\":[{\"@type\":\"GoogleAdsFailure\","
        + "\"errors\":[{\"errorCode\":{\""
        + group
        + "\":\""
        + value
        + "\"},\"message\":\"Google says so\",\"details\":{\"quotaErrorDetails\":{\"retryDelay\":"
        + "\"45s\"}}}]}]}}";
  }
}
