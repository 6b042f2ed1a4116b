package dev.footfall.destinations.answer;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.footfall.core.destination.HttpAnswer;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads answers that should be JSON, whatever they are. An object that says one thing twice is
 * none: which of the two is meant would be a guess.
 */
public final class JsonAnswer {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonAnswer() {}

  /** The answer's JSON; a missing node when it is none, so that every path below it is missing. */
  public static JsonNode of(HttpAnswer answer) {
    return of(answer.body());
  }

  /** The JSON in some bytes, such as a header's; a missing node when it is none. */
  public static JsonNode of(byte[] bytes) {
    try {
      return Optional.ofNullable(JSON.readTree(bytes)).orElse(MissingNode.getInstance());
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  /** Whether some JSON tells of a fault, whatever else it says. */
  public static boolean tellsOfFault(JsonNode body) {
    return isFilled(body.path("error")) || isFilled(body.path("errors"));
  }

  private static boolean isFilled(JsonNode fault) {
    return fault.isValueNode() ? !fault.isNull() && !fault.asText().isEmpty() : !fault.isEmpty();
  }

  /** The answer's JSON object; empty when it is anything else. */
  public static Optional<JsonNode> object(HttpAnswer answer) {
    return Optional.of(of(answer)).filter(JsonNode::isObject);
  }
}
