package dev.footfall.sandbox.tiktok;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.CsvCheck;
import dev.footfall.sandbox.platform.Desk;
import dev.footfall.sandbox.platform.Duplicates;
import dev.footfall.sandbox.platform.Equipment;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * TikTok's Events API for offline events: events, event sets, tokens. A request is stored whole or
 * not at all.
 */
public final class TikTokDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "tiktok",
          "TikTok Events API",
          "access_token sandbox-tiktok-token · advertiser_id 7654321098765432100 · event_set_id"
              + " 7654321098765432109");
  private static final String ROOT = "/open_api/v1.3";
  private static final Map<String, String> OPERATIONS =
      Map.of(
          ROOT + "/event/track/",
          Injection.EVENTS,
          ROOT + "/offline/get/",
          "event_sets",
          ROOT + "/offline/update/",
          "update",
          ROOT + "/oauth2/access_token/",
          "oauth",
          ROOT + "/oauth2/refresh_token/",
          "refresh",
          "/portal/auth",
          "authorize");

  private static final List<String> READING = List.of("event_sets", "authorize");

  private static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "code",
              "answers `code` (default 50000) with `message` (may be empty), stores nothing",
              "code",
              "message"),
          kind(
              "partial",
              "answers 20001; events in `failed` (ids, named in data) or `indexes` (named in the"
                  + " message) are not stored",
              "failed",
              "indexes"),
          kind("bad_parameter", "answers 40002 without saying which event, stores nothing"));

  private final TikTokAnswers answers = new TikTokAnswers();
  private final TikTokTokens tokens;
  private final TikTokEventSets eventSets;
  private final Desk desk;

  /** A double with the documented accounts and those given. */
  public TikTokDouble(Equipment equipment) {
    this.tokens = new TikTokTokens(equipment.accounts());
    this.eventSets = new TikTokEventSets(tokens.eventSets(), answers);
    this.desk = Desk.of(SIGN, KINDS, Duplicates.dropped(Duration.ofDays(2)), equipment);
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public String operation(Call head) {
    return OPERATIONS.getOrDefault(head.path(), "unknown");
  }

  @Override
  public Optional<CsvCheck> csvCheck() {
    return Optional.of(
        (name, file, now) -> TikTokCsvChecker.check(name, file, TikTokCsvOptions.at(now)));
  }

  @Override
  public Reply answer(Call call) {
    String operation = operation(call);
    if (operation.equals("unknown")) {
      String words =
          OPERATIONS.containsKey(call.path() + "/") ? "the path ends in a slash" : "no such path";
      return refuse(call, words, fault(404, words));
    } else if (!call.method().equals(READING.contains(operation) ? "GET" : "POST")) {
      return refuse(call, "wrong method", fault(405, "method not allowed"));
    } else if (call.method().equals("POST") && !call.isJson()) {
      String words = "Content-Type: must be application/json in UTF-8";
      return refuse(call, words, answers.error(TikTokAnswers.BAD_PARAMETER, words));
    }
    return switch (operation) {
      case "authorize" -> new TikTokOauth(tokens, answers).authorize(call);
      case "oauth" -> new TikTokOauth(tokens, answers).accessToken(call);
      case "refresh" -> new TikTokOauth(tokens, answers).refreshToken(call);
      case "event_sets" -> credentialFault(call).orElseGet(() -> eventSets.list(call));
      case "update" -> credentialFault(call).orElseGet(() -> eventSets.update(call));
      default -> credentialFault(call).or(() -> asked(call)).orElseGet(() -> events(call));
    };
  }

  private Optional<Reply> asked(Call call) {
    return call.injected("code")
        .map(
            asked ->
                answers.error(
                    asked.number("code", TikTokAnswers.TROUBLE),
                    asked.text("message", "Internal error.")))
        .or(
            () ->
                call.injected("bad_parameter")
                    .map(
                        asked -> answers.error(TikTokAnswers.BAD_PARAMETER, "Invalid parameter.")));
  }

  private Reply events(Call call) {
    Optional<Injection> partial = call.injected("partial");
    TikTokChecker checker = new TikTokChecker(call.now(), injections()::isPoisoned);
    Batch batch =
        TikTokShapes.REQUEST.read(
            call.body(),
            partial.<EventJudge>map(asked -> new PartialFailure(checker, asked)).orElse(checker));
    boolean partly = partial.isPresent() && batch.wholeFault().isEmpty();
    Optional<Fault> fault = batch.firstFault();
    if (fault.isPresent() && !partly) {
      return refuse(call, batch, fault.get());
    } else if (!eventSets.knows(batch.root().text(TikTokShapes.EVENT_SET))) {
      Fault unknown =
          new Fault(
              Fault.Kind.MEANING, Fault.WHOLE_REQUEST, "event_source_id", "is not known here", 0);
      books().refuse(batch, unknown, refusal(call, batch.events(), unknown));
      return answers.noPermission();
    }
    keep(call, batch);
    return partly ? partial(call, batch) : answers.ok(Json.object());
  }

  private void keep(Call call, Batch batch) {
    boolean test = batch.root().has(TikTokShapes.TEST_CODE);
    String eventSet = batch.root().text(TikTokShapes.EVENT_SET);
    books()
        .keep(
            batch,
            new Delivery(eventSet, test ? Delivery.Mode.APART : Delivery.Mode.LIVE, call.now()));
  }

  private Reply refuse(Call call, Batch batch, Fault fault) {
    books().refuse(batch, fault, refusal(call, batch.events(), fault));
    return answers.error(TikTokAnswers.BAD_PARAMETER, fault.sentence());
  }

  private Reply partial(Call call, Batch batch) {
    for (Fault fault : batch.faults()) {
      books().refuseOne(fault, refusal(call, 1, fault));
    }
    return PartialFailure.reply(answers, call.injected("partial").orElseThrow());
  }

  private Optional<Reply> credentialFault(Call call) {
    String token = call.header("Access-Token");
    if (token.isBlank()) {
      return Optional.of(
          refuse(
              call,
              "no access token",
              answers.error(TikTokAnswers.NO_TOKEN, "Access token is empty.")));
    }
    TokenState state = tokens.state(token, call.now());
    boolean sending = operation(call).equals(Injection.EVENTS);
    return state == TokenState.GOOD || (sending && state == TokenState.EVENTS_ONLY)
        ? Optional.empty()
        : Optional.of(refuse(call, "access token is " + state, answers.credentials(state)));
  }

  private Refusal refusal(Call call, int events, Fault fault) {
    return new Refusal(call.now(), operation(call), events, fault.sentence());
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return answers
        .error(
            asked.number("code", TikTokAnswers.TOO_MANY),
            "Too many requests. Please retry in some time.")
        .with("Retry-After", asked.text("retry_after", ""));
  }

  @Override
  public Reply fault(int status, String message) {
    return answers.answer(status, TikTokAnswers.BAD_PARAMETER, message, Json.object());
  }

  @Override
  public void reset() {
    desk.clear();
    tokens.reset();
    eventSets.reset();
  }
}
