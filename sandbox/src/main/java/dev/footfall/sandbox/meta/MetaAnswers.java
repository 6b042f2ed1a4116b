package dev.footfall.sandbox.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How Meta words its answers. */
final class MetaAnswers {
  static final String TERMS_URL =
      "https://business.facebook.com/ads/manage/customaudiences/tos/?act=123";

  private static final String OAUTH = "OAuthException";
  private static final int BAD_REQUEST = 400;
  private static final Map<Integer, String> TITLES =
      Map.of(
          MetaChecker.TOO_OLD, "Event Timestamp Too Old",
          MetaChecker.IN_FUTURE, "Event Timestamp In The Future",
          MetaChecker.NO_VALUE, "Missing Value For Purchase Event",
          MetaChecker.NO_CURRENCY, "Missing Currency For Purchase Event",
          MetaChecker.TOO_BROAD, "Not Enough Customer Information",
          MetaChecker.INCOMPLETE, "Missing Required Parameters",
          MetaChecker.POISONED, "Event Refused");

  private final AtomicLong trace = new AtomicLong();

  /** One error: what it is called, its numbers, and perhaps words for the user. */
  record Problem(
      int status,
      String type,
      int code,
      int subcode,
      String message,
      String title,
      String forUser) {
    static Problem of(int code, int subcode, String message) {
      return new Problem(BAD_REQUEST, OAUTH, code, subcode, message, "", "");
    }

    Problem status(int other) {
      return new Problem(other, type, code, subcode, message, title, forUser);
    }

    Problem type(String other) {
      return new Problem(status, other, code, subcode, message, title, forUser);
    }

    Problem told(String newTitle, String words) {
      return new Problem(status, type, code, subcode, message, newTitle, words);
    }
  }

  Reply received(int events) {
    ObjectNode body = Json.object("events_received", events);
    body.putArray("messages");
    return Reply.json(200, body.put("fbtrace_id", trace()));
  }

  Reply refused(Fault fault) {
    String title = TITLES.getOrDefault(fault.code(), "Invalid Parameter");
    Problem problem =
        Problem.of(100, fault.code(), "Invalid parameter").told(title, fault.sentence());
    return error(problem);
  }

  Reply credentials(TokenState state) {
    return switch (state) {
      case EXPIRED ->
          error(
              Problem.of(190, 463, "Error validating access token: Session has expired")
                  .status(401));
      case REVOKED ->
          error(
              Problem.of(
                      190, 460, "Error validating access token: The session has been invalidated")
                  .status(401));
      case WITHOUT_PERMISSION -> error(Problem.of(200, 0, "(#200) Permissions error").status(403));
      case TERMS_NOT_ACCEPTED -> terms();
      case GOOD, EVENTS_ONLY, UNKNOWN ->
          error(
              Problem.of(190, 467, "Invalid OAuth access token - Cannot parse access token")
                  .status(401));
    };
  }

  Reply terms() {
    String words = "To use customer data, accept the Custom Audience terms at " + TERMS_URL;
    return error(
        Problem.of(200, 1870034, "(#200) Permissions error")
            .status(403)
            .told("Custom Audience Terms Not Accepted", words));
  }

  Reply noToken() {
    return error(
        Problem.of(104, 0, "An access token is required to request this resource.").status(401));
  }

  Reply badProof() {
    return error(Problem.of(104, 0, "Invalid appsecret_proof provided in the API argument"));
  }

  Reply noSuchObject() {
    String message =
        "Unsupported request. The object does not exist, cannot be loaded due to missing permissions, or does not"
            + " support this operation";
    return error(Problem.of(100, 33, message).type("GraphMethodException"));
  }

  Reply fault(int status, String message) {
    return error(Problem.of(2500, 0, message).status(status));
  }

  Reply invalid(String message) {
    return error(Problem.of(100, 0, message));
  }

  /** 17 unless asked otherwise, with the usage header that tells when to come back. */
  Reply throttled(String dataset, Injection asked) {
    int code = asked.number("code", 17);
    int subcode = asked.number("subcode", code == 17 ? 2446079 : 0);
    ObjectNode usage =
        Json.object(
            "type", "ads_management",
            "call_count", 100,
            "total_cputime", 25,
            "total_time", 25,
            "estimated_time_to_regain_access", asked.number("minutes", 1));
    ObjectNode header = Json.object();
    header.putArray(dataset).add(usage);
    return error(Problem.of(code, subcode, "User request limit reached"))
        .with("X-Business-Use-Case-Usage", header.toString())
        .with("Retry-After", asked.text("retry_after", ""));
  }

  /** Any error that was asked for. */
  Reply asked(Injection asked) {
    Problem problem =
        Problem.of(
                asked.number("code", 100),
                asked.number("subcode", 0),
                asked.text("message", "Invalid parameter"))
            .status(asked.number("status", BAD_REQUEST));
    return error(problem, asked.flag("transient"));
  }

  Reply error(Problem problem) {
    return error(problem, false);
  }

  private Reply error(Problem problem, boolean passing) {
    ObjectNode error =
        Json.object("message", problem.message(), "type", problem.type(), "code", problem.code());
    if (problem.subcode() != 0) {
      error.put("error_subcode", problem.subcode());
    }
    error.put("is_transient", passing);
    if (!problem.title().isEmpty()) {
      error.put("error_user_title", problem.title()).put("error_user_msg", problem.forUser());
    }
    error.put("fbtrace_id", trace());
    return Reply.json(problem.status(), Json.object("error", error));
  }

  private String trace() {
    return "Sandbox" + trace.incrementAndGet();
  }
}
