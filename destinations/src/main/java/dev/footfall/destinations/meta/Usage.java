package dev.footfall.destinations.meta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.core.destination.HttpAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the headers in which Meta says how much of its limits is used. */
final class Usage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUSINESS = "x-business-use-case-usage";
  private static final String APP = "x-app-usage";
  private static final String AD_ACCOUNT = "x-ad-account-usage";
  private static final List<String> SHARES =
      List.of("call_count", "total_cputime", "total_time", "acc_id_util_pct");
  private static final int NEAR_LIMIT = 90;
  private static final long MOST_SECONDS = 86_400;

  private Usage() {}

  /** The longest wait that some header asks for; at most a day. */
  static Optional<Duration> regainedIn(HttpAnswer answer) {
    long seconds = 0;
    for (String header : List.of(BUSINESS, APP, AD_ACCOUNT)) {
      for (JsonNode usage : usage(answer, header)) {
        seconds = Math.max(seconds, seconds(usage, "estimated_time_to_regain_access", 60));
        seconds = Math.max(seconds, seconds(usage, "reset_time_duration", 1));
      }
    }
    return seconds == 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(Math.min(seconds, MOST_SECONDS)));
  }

  /** Whether nine tenths of some limit are used. */
  static boolean isNearLimit(HttpAnswer answer) {
    for (String header : List.of(BUSINESS, APP, AD_ACCOUNT)) {
      for (JsonNode usage : usage(answer, header)) {
        for (String share : SHARES) {
          if (usage.path(share).asDouble(0) >= NEAR_LIMIT) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static long seconds(JsonNode usage, String name, int unit) {
    JsonNode value = usage.path(name);
    return value.isNumber() ? (long) (Math.min(value.asDouble(), MOST_SECONDS) * unit) : 0;
  }

  /** Every object in a header's JSON. */
  private static List<JsonNode> usage(HttpAnswer answer, String header) {
    Optional<String> text = answer.header(header);
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      JsonNode root = JSON.readTree(text.get());
      List<JsonNode> nodes = new ArrayList<>(List.of(root));
      for (JsonNode business : root) {
        business.forEach(nodes::add);
      }
      return nodes;
    } catch (JsonProcessingException notJson) {
      return List.of();
    }
  }
}
