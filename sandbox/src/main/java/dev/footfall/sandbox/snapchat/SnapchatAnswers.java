package dev.footfall.sandbox.snapchat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.util.HashMap;
import java.util.Map;

/** How Snapchat words its answers: VALID or INVALID, and for each bad event its codes. */
final class SnapchatAnswers {
  private static final int SHAPE_CODE = 500;
  private static final int PERSONAL_CODE = 515;

  private SnapchatAnswers() {}

  /** How refusals look: the base of positions, whether they are right or there at all. */
  record Style(int base, String position, int status, String logs) {
    static final Style USUAL = new Style(0, "right", 400, "all");

    static Style of(Injection asked) {
      return new Style(
          asked.number("base", USUAL.base),
          asked.text("position", USUAL.position),
          asked.number("status", USUAL.status),
          asked.text("logs", USUAL.logs));
    }

    private int place(int index, int events) {
      return base + (position.equals("wrong") ? (index + 1) % events : index);
    }
  }

  static Reply valid(int events) {
    return Reply.json(
        200, Json.object("status", "VALID", "reason", events + " events were received."));
  }

  static Reply invalid(int status, String reason) {
    return Reply.json(status, Json.object("status", "INVALID", "reason", reason));
  }

  static Reply unauthorized() {
    return invalid(401, "Unauthorized resources");
  }

  static Reply credentials(TokenState state) {
    return switch (state) {
      case EXPIRED -> invalid(401, "The access token has expired");
      case WITHOUT_PERMISSION, EVENTS_ONLY ->
          invalid(403, "The access token has no permission for this pixel");
      case TERMS_NOT_ACCEPTED -> invalid(403, "The terms of service have not been accepted");
      case GOOD, REVOKED, UNKNOWN -> unauthorized();
    };
  }

  /** Names the one event that made a request invalid. */
  static Reply refused(Fault fault, Batch batch, Style style) {
    ObjectNode body = Json.object("status", "INVALID", "reason", reason(fault));
    if (fault.event() == Fault.WHOLE_REQUEST) {
      return Reply.json(400, body);
    }
    if (!style.position().equals("none")) {
      body.put("event", style.place(fault.event(), batch.events()));
      body.put("param", fault.path());
    }
    body.set("errors", errors(fault));
    return Reply.json(style.status(), body);
  }

  /** The verdict on each event of a request that was only to be looked at. */
  static Reply judged(Batch batch, Style style) {
    boolean good = batch.faults().isEmpty();
    ObjectNode body =
        Json.object(
            "status",
            good ? "VALID" : "INVALID",
            "test_event",
            true,
            "reason",
            good ? "All events are valid." : reason(batch.faults().get(0)));
    Map<Integer, Fault> faults = new HashMap<>();
    batch.faults().forEach(fault -> faults.put(fault.event(), fault));
    ArrayNode logs = body.putArray("event_logs");
    for (int i = 0; i < batch.events() && !style.logs().equals("none"); i++) {
      Fault fault = faults.get(i);
      int place = style.place(i, batch.events());
      if (fault != null) {
        ObjectNode log = logs.addObject();
        if (!style.position().equals("none")) {
          log.put("event", place);
        }
        log.put("status", "INVALID").set("errors", errors(fault));
      } else if (style.logs().equals("all")) {
        logs.addObject().put("event", place).put("status", "VALID").putArray("warnings");
      }
    }
    return Reply.json(200, body);
  }

  private static String reason(Fault fault) {
    return fault.kind() == Fault.Kind.PERSONAL_DATA
        ? "Unhashed personal data"
        : fault.event() == Fault.WHOLE_REQUEST ? fault.sentence() : "Invalid event";
  }

  private static ObjectNode errors(Fault fault) {
    int code =
        switch (fault.kind()) {
          case PERSONAL_DATA -> PERSONAL_CODE;
          case SHAPE, VALUE -> SHAPE_CODE;
          case MEANING -> fault.code();
        };
    ObjectNode errors = Json.object();
    errors.putArray("codes").add(String.valueOf(code));
    errors.putArray("error_msgs").add(fault.sentence());
    return errors;
  }
}
