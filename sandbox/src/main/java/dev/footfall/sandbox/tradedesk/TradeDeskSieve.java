package dev.footfall.sandbox.tradedesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.platform.Injection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The second look at the good items of a request: arrays of ids, and failures asked for. */
final class TradeDeskSieve {
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern RAW = Pattern.compile("[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/=_-]{40,2000}");
  private static final Pattern RAMP = Pattern.compile("[A-Za-z0-9_-]{49}|[A-Za-z0-9_-]{70}");
  private static final Map<String, Pattern> BY_TYPE =
      Map.of("0", GUID, "1", GUID, "2", RAW, "3", TOKEN, "4", RAW, "5", TOKEN, "6", RAMP);

  private final Map<Integer, JsonNode> arrays;
  private final Optional<Injection> partial;
  private boolean declared;
  private int next;

  TradeDeskSieve(Map<Integer, JsonNode> arrays, Optional<Injection> partial) {
    this.arrays = arrays;
    this.partial = partial;
  }

  Batch sift(Batch batch) {
    declared = batch.root().has(TradeDeskShapes.FORMAT);
    return batch.sift(this::look);
  }

  private Optional<Fault> look(Passed item) {
    JsonNode array = arrays.get(next++);
    List<?> failing = partial.<List<?>>map(asked -> asked.list("indexes")).orElse(List.of());
    if (failing.contains(item.index())) {
      return fault(item, "", "was asked to fail", Failure.UNKNOWN);
    } else if (array != null && !declared) {
      String reason = "needs UserIdArrayMetadataFormat beside Items";
      return fault(item, ".UserIdArray", reason, Failure.IDENTITY_INVALID);
    }
    return array != null && !isGood(array)
        ? fault(item, ".UserIdArray", "holds an invalid pair", Failure.IDENTITY_INVALID)
        : Optional.empty();
  }

  private static boolean isGood(JsonNode array) {
    for (JsonNode pair : array) {
      Pattern form = BY_TYPE.get(pair.path(0).asText());
      if (form == null || !form.matcher(pair.path(1).asText()).matches()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Fault> fault(Passed item, String at, String reason, Failure failure) {
    String path = "Items[" + item.index() + "]" + at;
    return Optional.of(new Fault(Fault.Kind.MEANING, item.index(), path, reason, failure.number()));
  }
}
