package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Map;

/** The frame of every refusal of a Google API: status, message, details by type. */
final class GoogleErrors {
  private static final String TYPES = "type.googleapis.com/";
  private static final Map<Integer, String> STATUS =
      Map.of(
          400, "INVALID_ARGUMENT",
          401, "UNAUTHENTICATED",
          403, "PERMISSION_DENIED",
          404, "NOT_FOUND",
          409, "ABORTED",
          429, "RESOURCE_EXHAUSTED",
          500, "INTERNAL",
          503, "UNAVAILABLE",
          504, "DEADLINE_EXCEEDED");

  private GoogleErrors() {}

  static Reply error(int status, String message, ObjectNode... details) {
    ObjectNode error =
        Json.object(
            "code", status, "message", message, "status", STATUS.getOrDefault(status, "UNKNOWN"));
    ArrayNode all = error.putArray("details");
    all.addAll(List.of(details));
    if (all.isEmpty()) {
      error.remove("details");
    }
    return Reply.json(status, Json.object("error", error));
  }

  static ObjectNode info(String reason, String domain) {
    return Json.object("@type", TYPES + "google.rpc.ErrorInfo", "reason", reason, "domain", domain);
  }

  static ObjectNode request(String id) {
    return Json.object("@type", TYPES + "google.rpc.RequestInfo", "requestId", id);
  }

  static ObjectNode violations(List<ObjectNode> violations) {
    return Json.object("@type", TYPES + "google.rpc.BadRequest", "fieldViolations", violations);
  }

  static ObjectNode failure(String version, List<ObjectNode> errors, String request) {
    String type = "google.ads.googleads." + version + ".errors.GoogleAdsFailure";
    return Json.object("@type", TYPES + type, "errors", errors, "requestId", request);
  }

  /** A body that Google's parser would stumble over. */
  static Reply unparsed(Fault fault) {
    ObjectNode violation = Json.object("field", fault.path(), "description", fault.reason());
    return error(
        400,
        "Invalid JSON payload received. " + fault.reason() + " at '" + fault.path() + "'",
        violations(List.of(violation)));
  }

  static Reply scope() {
    return error(
        403,
        "Request had insufficient authentication scopes.",
        info("ACCESS_TOKEN_SCOPE_INSUFFICIENT", "googleapis.com"));
  }
}
