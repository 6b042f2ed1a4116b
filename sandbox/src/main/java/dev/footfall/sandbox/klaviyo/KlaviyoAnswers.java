package dev.footfall.sandbox.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;

/** How Klaviyo words its answers: JSON:API resources and errors with pointers. */
final class KlaviyoAnswers {
  private static final String TYPE = "application/vnd.api+json";

  private KlaviyoAnswers() {}

  static Reply ok(int status, JsonNode body) {
    return Reply.json(status, body).with("Content-Type", TYPE);
  }

  static Reply empty(int status) {
    return Reply.of(status, TYPE, "");
  }

  static Reply error(int status, String code, String detail) {
    return errors(status, Json.object(), code, detail);
  }

  private static Reply errors(int status, ObjectNode body, String code, String detail) {
    body.putArray("errors").add(one(status, code, detail, "/data"));
    return ok(status, body);
  }

  private static ObjectNode one(int status, String code, String detail, String pointer) {
    ObjectNode error =
        Json.object(
            "id", "sandbox-" + status, "status", status, "code", code, "title", title(status));
    error.put("detail", detail);
    error.putObject("source").put("pointer", pointer).putNull("parameter");
    error.putObject("links");
    error.putObject("meta");
    return error;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Invalid input.";
      case 401 -> "Not authenticated.";
      case 403 -> "You do not have permission to perform this action.";
      case 404 -> "Not found.";
      case 409 -> "Conflict.";
      case 410 -> "This revision has been retired.";
      case 413 -> "Payload too large.";
      case 429 -> "Request was throttled.";
      default -> "The request could not be served.";
    };
  }

  /** Every fault with its pointer; nothing of the request is stored. */
  static Reply refused(Batch batch) {
    ObjectNode body = Json.object();
    ArrayNode errors = body.putArray("errors");
    for (Fault fault : batch.faults()) {
      if (errors.size() < 100) {
        errors.add(one(400, "invalid", fault.reason(), pointer(fault)));
      }
    }
    return ok(400, body);
  }

  static Reply refused(Fault fault) {
    ObjectNode body = Json.object();
    body.putArray("errors").add(one(400, "invalid", fault.reason(), pointer(fault)));
    return ok(400, body);
  }

  private static String pointer(Fault fault) {
    return fault.path().startsWith("/") ? fault.path() : "/data";
  }

  static Reply duplicate(String other) {
    ObjectNode error =
        one(
            409,
            "duplicate_profile",
            "A profile already exists with one of these identifiers.",
            "/data/attributes");
    error.putObject("meta").put("duplicate_profile_id", other);
    ObjectNode body = Json.object();
    body.putArray("errors").add(error);
    return ok(409, body);
  }

  static Reply credentials(TokenState state) {
    return switch (state) {
      case EXPIRED -> error(401, "not_authenticated", "The access token is expired.");
      case WITHOUT_PERMISSION, EVENTS_ONLY, TERMS_NOT_ACCEPTED ->
          error(403, "permission_denied", "The API key does not have the required scope.");
      case GOOD, REVOKED, UNKNOWN ->
          error(401, "authentication_failed", "Incorrect authentication credentials.");
    };
  }
}
