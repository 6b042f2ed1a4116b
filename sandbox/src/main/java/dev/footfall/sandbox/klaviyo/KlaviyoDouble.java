package dev.footfall.sandbox.klaviyo;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Desk;
import dev.footfall.sandbox.platform.Duplicates;
import dev.footfall.sandbox.platform.Equipment;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Klaviyo's API: profiles by jobs and singly, lists, events, OAuth. A job is judged whole when it
 * comes, and profile by profile when it runs.
 */
public final class KlaviyoDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign("klaviyo", "Klaviyo", "api_key pk_sandbox-klaviyo-key");
  private static final int MOST_BYTES = 5_000_000;
  private static final String NEWEST = "2026-07-15";
  private static final String OLDEST = "2024-10-15";
  private static final Set<String> READING = Set.of("accounts", "job", "import_errors", "find");
  private static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "job",
              "how the job goes that the next bulk import opens: `stays` (queued, processing) for"
                  + " `looks` (for ever when left out), `ends` (complete, cancelled), `failed`"
                  + " (identifiers), `without_payload`, `upper_case`, `unlisted` (failures counted"
                  + " but not listed)",
              "stays",
              "looks",
              "ends",
              "failed",
              "without_payload",
              "upper_case",
              "unlisted"),
          kind(
              "error",
              "answers an error of one's choice: `status` (400), `code`, `detail`",
              "status",
              "code",
              "detail"),
          kind("lists_full", "refuses a new list because the account has a thousand"),
          kind(
              "remaining", "answers rightly, with `RateLimit-Remaining: 0` for `reset` s", "reset"),
          kind("expire_tokens", "ends every OAuth access token, then judges the request"));

  private final KlaviyoTokens tokens;
  private final KlaviyoProfiles profiles = new KlaviyoProfiles();
  private final KlaviyoLists lists = new KlaviyoLists();
  private final KlaviyoJobs jobs = new KlaviyoJobs();
  private final Desk desk;
  private final KlaviyoProfileCalls profileCalls;
  private final KlaviyoEventCalls eventCalls;
  private final KlaviyoListCalls listCalls;

  /** A double with the documented accounts and those given. */
  public KlaviyoDouble(Equipment equipment) {
    this.tokens = new KlaviyoTokens(equipment.accounts());
    this.desk = Desk.of(SIGN, KINDS, Duplicates.dropped(Duration.ofDays(20_000)), equipment);
    this.profileCalls =
        new KlaviyoProfileCalls(books(), profiles, lists, jobs, injections()::isPoisoned);
    this.eventCalls = new KlaviyoEventCalls(books(), profiles, injections()::isPoisoned);
    this.listCalls = new KlaviyoListCalls(lists, profiles, jobs);
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public Optional<JsonNode> view(String name, String key) {
    return switch (name) {
      case "profiles" -> profiles.view(key);
      case "lists" -> Optional.of(lists.view());
      default -> Optional.empty();
    };
  }

  @Override
  public String operation(Call head) {
    return switch (KlaviyoRoute.of(head)) {
      case PROFILE_JOB, PROFILE, EVENT, EVENT_JOB -> Injection.EVENTS;
      case ACCOUNTS -> "accounts";
      case JOB -> "job";
      case IMPORT_ERRORS -> "import_errors";
      case FIND_LISTS -> "find";
      case CREATE_LIST -> "lists";
      case MEMBERS -> "members";
      case AUTHORIZE -> "authorize";
      case TOKEN -> "oauth";
      case REVOKE -> "revoke";
      case WRONG_METHOD, UNKNOWN -> "unknown";
    };
  }

  @Override
  public Reply answer(Call call) {
    KlaviyoRoute route = KlaviyoRoute.of(call);
    KlaviyoOauth oauth = new KlaviyoOauth(tokens);
    call.injected("expire_tokens").ifPresent(asked -> tokens.expireIssued());
    return switch (route) {
      case UNKNOWN -> refuse(call, "no such path", fault(404, "The path does not exist."));
      case WRONG_METHOD ->
          refuse(call, "wrong method", fault(405, "The method is not allowed here."));
      case AUTHORIZE -> oauth.authorize(call);
      case TOKEN -> oauth.token(call);
      case REVOKE -> oauth.revoke(call);
      default -> paced(call, checked(call, route));
    };
  }

  private Reply checked(Call call, KlaviyoRoute route) {
    return formFault(call)
        .or(() -> credentialFault(call))
        .or(() -> call.injected("error").map(KlaviyoDouble::asked))
        .orElseGet(() -> served(call, route));
  }

  private Reply served(Call call, KlaviyoRoute route) {
    return switch (route) {
      case PROFILE_JOB -> profileCalls.job(call);
      case PROFILE -> profileCalls.one(call);
      case EVENT_JOB -> eventCalls.bulk(call);
      case EVENT -> eventCalls.one(call);
      case JOB -> listCalls.job(call);
      case IMPORT_ERRORS -> listCalls.errors(call);
      case FIND_LISTS -> listCalls.find(call);
      case CREATE_LIST -> listCalls.create(call);
      case MEMBERS -> listCalls.join(call);
      case ACCOUNTS -> KlaviyoListCalls.accounts();
      case AUTHORIZE, TOKEN, REVOKE, WRONG_METHOD, UNKNOWN -> fault(404, "Not found.");
    };
  }

  private static Reply asked(Injection asked) {
    return KlaviyoAnswers.error(
        asked.number("status", 400),
        asked.text("code", "invalid"),
        asked.text("detail", "Invalid input."));
  }

  private Optional<Reply> formFault(Call call) {
    String revision = call.header("revision");
    if (!revision.matches("\\d{4}-\\d\\d-\\d\\d") || revision.compareTo(NEWEST) > 0) {
      String words = "A valid revision header is required.";
      return Optional.of(refuse(call, words, fault(400, words)));
    } else if (revision.compareTo(OLDEST) < 0) {
      String words = "This API revision has been retired.";
      return Optional.of(refuse(call, words, fault(410, words)));
    } else if (call.method().equals("POST") && !isJson(call)) {
      String words = "The Content-Type must be application/vnd.api+json.";
      return Optional.of(refuse(call, words, fault(415, words)));
    }
    return call.body().length > MOST_BYTES
        ? Optional.of(refuse(call, "the body is too large", fault(413, "The body is too large.")))
        : Optional.empty();
  }

  private static boolean isJson(Call call) {
    return call.isJson()
        || call.header("Content-Type").split(";", 2)[0].strip().equals("application/vnd.api+json");
  }

  private Optional<Reply> credentialFault(Call call) {
    TokenState state = tokens.state(call);
    boolean good =
        state == TokenState.GOOD
            || (state == TokenState.EVENTS_ONLY && !READING.contains(operation(call)));
    return good
        ? Optional.empty()
        : Optional.of(refuse(call, "the key is " + state, KlaviyoAnswers.credentials(state)));
  }

  private static Reply paced(Call call, Reply reply) {
    Optional<Injection> last = call.injected("remaining");
    return reply
        .with("RateLimit-Limit", "150, 10;w=1, 150;w=60")
        .with("RateLimit-Remaining", last.isPresent() ? "0" : "149")
        .with("RateLimit-Reset", last.map(i -> i.text("reset", "1")).orElse("60"));
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    String words = "Request was throttled. Expected available in 1 second.";
    return KlaviyoAnswers.error(429, "throttled", words)
        .with("Retry-After", asked.text("retry_after", "1"));
  }

  @Override
  public Reply fault(int status, String message) {
    return KlaviyoAnswers.error(status, status == 404 ? "not_found" : "invalid", message);
  }

  @Override
  public void reset() {
    desk.clear();
    tokens.reset();
    profiles.reset();
    lists.reset();
    jobs.reset();
  }
}
