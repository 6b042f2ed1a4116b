package dev.footfall.sandbox.tradedesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.util.List;
import java.util.Optional;

/** How The Trade Desk words its answers: failed lines counted from 1, errors with a code. */
final class TradeDeskAnswers {
  private TradeDeskAnswers() {}

  static Reply error(int status, String code, String message) {
    return Reply.json(status, Json.object("ErrorCode", code, "Message", message));
  }

  static Reply credentials(TokenState state) {
    return switch (state) {
      case WITHOUT_PERMISSION, TERMS_NOT_ACCEPTED ->
          error(403, "IncorrectPermissions", "The token may not create offline conversions.");
      case EXPIRED, REVOKED -> error(401, "InvalidToken", "The token is not valid (any more).");
      case GOOD, EVENTS_ONLY, UNKNOWN ->
          error(401, "AuthenticationFailed", "The token or signature could not be verified.");
    };
  }

  static Reply foreignProvider() {
    return error(
        403,
        "DataProviderMisconfigured",
        "The caller cannot create offline conversion data for this data provider.");
  }

  /** Which items failed; without any, an empty list. */
  static Reply outcome(Call call, Batch batch) {
    Optional<Injection> asked = call.injected("partial");
    ArrayNode lines = Json.object().putArray("FailedLines");
    JsonNode items =
        batch.faults().isEmpty()
            ? Json.object()
            : Json.read(call.body()).orElseGet(Json::object).path("Items");
    for (Fault fault : batch.faults()) {
      lines.add(line(fault, items.path(fault.event()), asked));
    }
    boolean nothing = batch.passed().isEmpty() && batch.events() > 0;
    int status = asked.map(i -> i.number("status", 200)).orElse(nothing ? 400 : 200);
    return Reply.json(status, Json.object("FailedLines", lines));
  }

  private static ObjectNode line(Fault fault, JsonNode item, Optional<Injection> asked) {
    int number = fault.event() + 1 + asked.map(i -> i.number("shift", 0)).orElse(0);
    String how = asked.map(i -> i.text("named_by", "number")).orElse("number");
    String member = Failure.member(fault);
    String code =
        asked
            .map(i -> i.text("code", ""))
            .filter(c -> !c.isEmpty())
            .orElse(Failure.of(fault).code());
    ObjectNode line = Json.object();
    if (how.equals("number")) {
      line.put("ItemNumber", String.valueOf(number));
    }
    line.put("ErrorCode", code);
    boolean silent = how.equals("order") || how.equals("nothing");
    line.put(
        "Message",
        "Invalid " + (member.isEmpty() ? "item" : member) + (silent ? "" : ", item #" + number));
    if (!how.equals("nothing")) {
      for (String echoed : List.of("OrderId", "TrackingTagId", "TimestampUtc")) {
        if (item.path(echoed).isTextual()) {
          line.set(echoed, item.path(echoed));
        }
      }
    }
    return line;
  }

  static Reply throttled(Injection asked) {
    int status = asked.number("code", 429);
    return error(status, status == 503 ? "ServiceUnavailable" : "TooManyRequests", "Slow down.")
        .with("Retry-After", asked.text("retry_after", ""));
  }
}
