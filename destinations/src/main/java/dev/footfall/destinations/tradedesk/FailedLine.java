package dev.footfall.destinations.tradedesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.PlatformWords;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What The Trade Desk says of one item that it refused.
 *
 * @param code its word for it
 * @param words its message, free of ids
 */
record FailedLine(String code, String words, JsonNode line) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern IN_MESSAGE = Pattern.compile("item #(\\d{1,6})");
  private static final Pattern GUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  static FailedLine of(JsonNode line) {
    String code = PlatformWords.of(line.path("ErrorCode").asText(""));
    return new FailedLine(
        code.isEmpty() ? "no code" : code, masked(line.path("Message").asText("")), line);
  }

  /** A platform's words without ids of people. */
  static String masked(String words) {
    return PlatformWords.of(GUID.matcher(words).replaceAll("***"));
  }

  /**
   * Which item of the request it is: by its number, by the number in the message, or by what is
   * echoed of it.
   *
   * @param items how many the request has
   * @param isFree whether no line told of an item yet
   */
  OptionalInt item(List<Event> events, int items, IntPredicate isFree) {
    OptionalInt numbered = index(line.path("ItemNumber").asText(""), items);
    if (numbered.isPresent()) {
      return numbered;
    }
    Matcher message = IN_MESSAGE.matcher(line.path("Message").asText(""));
    OptionalInt said = message.find() ? index(message.group(1), items) : OptionalInt.empty();
    return said.isPresent() ? said : echoed(events, isFree);
  }

  private static OptionalInt index(String number, int items) {
    int index = NUMBER.matcher(number).matches() ? Integer.parseInt(number) - 1 : -1;
    return index >= 0 && index < items ? OptionalInt.of(index) : OptionalInt.empty();
  }

  private OptionalInt echoed(List<Event> events, IntPredicate isFree) {
    if (!line.path("OrderId").isTextual()) {
      return OptionalInt.empty();
    }
    String echo = echo();
    int first = 0;
    for (Event event : events) {
      if (new String(event.body(), StandardCharsets.UTF_8).contains(echo)) {
        for (int item = first; item < first + event.parts(); item++) {
          if (isFree.test(item)) {
            return OptionalInt.of(item);
          }
        }
      }
      first += event.parts();
    }
    return OptionalInt.empty();
  }

  /** The echoed members as we wrote them. */
  private String echo() {
    JsonBytes json = new JsonBytes();
    for (String member : List.of("TrackingTagId", "TimestampUtc", "OrderId")) {
      json.key(JsonBytes.key(member)).text(Text.of(line.path(member).asText("")));
    }
    return new String(json.toBytes(), StandardCharsets.UTF_8);
  }

  /** Whether the item may succeed when it is sent again. */
  boolean isUnknown() {
    return code.equals("Unknown");
  }

  Outcome.Refused refusal() {
    return new Outcome.Refused(Code.PLATFORM_REJECTED, code, words);
  }
}
