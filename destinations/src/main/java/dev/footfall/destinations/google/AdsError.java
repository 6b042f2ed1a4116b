package dev.footfall.destinations.google;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One error of the Google Ads API.
 *
 * @param group such as {@code conversionUploadError}
 * @param value such as {@code CLICK_NOT_FOUND}
 * @param message Google's own words
 * @param row index of the conversion that it names
 * @param path names of the fields on the way to the one at fault
 */
record AdsError(String group, String value, String message, OptionalInt row, List<String> path) {
  private static final String ROWS = "conversions";

  /** The errors of a status, of all its details. */
  static List<AdsError> of(JsonNode status) {
    List<AdsError> errors = new ArrayList<>();
    for (JsonNode detail : status.path("details")) {
      for (JsonNode error : detail.path("errors")) {
        errors.add(one(error));
      }
    }
    return errors;
  }

  private static AdsError one(JsonNode error) {
    List<String> path = new ArrayList<>();
    OptionalInt row = OptionalInt.empty();
    for (JsonNode element : error.path("location").path("fieldPathElements")) {
      String field = element.path("fieldName").asText("");
      if (row.isEmpty() && field.equals(ROWS)) {
        row = index(element.path("index"));
      }
      path.add(field);
    }
    Map.Entry<String, String> code =
        error.path("errorCode").properties().stream()
            .findFirst()
            .map(e -> Map.entry(e.getKey(), e.getValue().asText("")))
            .orElse(Map.entry("", ""));
    return new AdsError(
        code.getKey(), code.getValue(), error.path("message").asText(""), row, path);
  }

  private static OptionalInt index(JsonNode index) {
    return index.isIntegralNumber() && index.canConvertToInt() && index.intValue() >= 0
        ? OptionalInt.of(index.intValue())
        : OptionalInt.empty();
  }

  boolean isAbout(String field) {
    return path.contains(field);
  }

  /** Group and value, as in {@code conversionUploadError.CLICK_NOT_FOUND}. */
  String name() {
    return group.isEmpty() ? "unknown error" : PlatformWords.of(group + "." + value);
  }

  String words() {
    return PlatformWords.of(message);
  }

  Outcome.Refused refused(Code code) {
    return new Outcome.Refused(code, name(), words());
  }
}
