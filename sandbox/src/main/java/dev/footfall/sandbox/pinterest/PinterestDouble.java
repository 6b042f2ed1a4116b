package dev.footfall.sandbox.pinterest;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.platform.Accounts;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pinterest's Conversions API. Bad events fail alone, good ones are kept, and nothing is recognised
 * as a duplicate.
 */
public final class PinterestDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "pinterest",
          "Pinterest Conversions API",
          "conversion_access_token sandbox-pinterest-token · ad_account_id 549755885175");

  /** Documented accounts. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-pinterest-token", TokenState.GOOD,
              "sandbox-pinterest-token-revoked", TokenState.REVOKED,
              "sandbox-pinterest-token-no-permission", TokenState.WITHOUT_PERMISSION,
              "sandbox-pinterest-token-terms", TokenState.TERMS_NOT_ACCEPTED),
          Set.of("549755885175"));

  private static final Pattern PATH = Pattern.compile("/v5/ad_accounts/([^/]+)/events");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{1,18}");
  private static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "unprocessable_without_events",
              "stores nothing, answers 422 without details.events; `processed`",
              "processed"),
          kind("wrong_length", "stores the good events, answers 422 with one entry too few"),
          kind(
              "failed_in_ok",
              "answers 200 with the entry at `index` (default 0) failed; `message`",
              "index",
              "message"),
          kind(
              "warning", "answers 200 with a warning_message in every entry; `message`", "message"),
          kind(
              "messages",
              "answers 200 with the message keys null, or left out (`as`: absent)",
              "as"),
          kind("empty_event_id_refused", "fails events whose event_id is the empty string"),
          kind(
              "error",
              "answers `status`, `code`, `message`, stores nothing",
              "status",
              "code",
              "message"));

  private final Accounts accounts;
  private final Desk desk;

  /** A double with the documented accounts and those given. */
  public PinterestDouble(Equipment equipment) {
    this.accounts = DOCUMENTED.and(equipment.accounts());
    this.desk = Desk.of(SIGN, KINDS, Duplicates.counted(Duration.ofDays(62)), equipment);
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public String operation(Call head) {
    return PATH.matcher(head.path()).matches() ? Injection.EVENTS : "unknown";
  }

  @Override
  public Optional<CsvCheck> csvCheck() {
    return Optional.of(
        (name, file, now) -> PinterestCsvChecker.check(name, file, PinterestCsvOptions.at(now)));
  }

  @Override
  public Reply answer(Call call) {
    Matcher path = PATH.matcher(call.path());
    if (!path.matches()) {
      return refuse(call, "no such path", fault(404, "Not found."));
    } else if (!call.method().equals("POST")) {
      return refuse(call, "wrong method", fault(405, "Method not allowed."));
    }
    TokenState state = accounts.tokens().getOrDefault(call.bearer(), TokenState.UNKNOWN);
    if (state != TokenState.GOOD && state != TokenState.EVENTS_ONLY) {
      return refuse(call, "access token is " + state, PinterestAnswers.credentials(state));
    }
    return accountFault(call, path.group(1))
        .or(() -> formFault(call))
        .or(() -> asked(call))
        .orElseGet(() -> events(call, path.group(1)));
  }

  private Optional<Reply> accountFault(Call call, String account) {
    if (!ACCOUNT.matcher(account).matches()) {
      String words = "ad_account_id: must be 1 to 18 digits";
      return Optional.of(refuse(call, words, PinterestAnswers.invalid(words)));
    }
    return accounts.targets().contains(account)
        ? Optional.empty()
        : Optional.of(
            refuse(call, "ad account is not granted to this token", PinterestAnswers.forbidden()));
  }

  private Optional<Reply> formFault(Call call) {
    if (!call.isJson()) {
      String words = "Content-Type: must be application/json in UTF-8";
      return Optional.of(refuse(call, words, PinterestAnswers.invalid(words)));
    }
    boolean odd =
        call.hasParameter("test") && !Set.of("true", "false").contains(call.parameter("test"));
    return odd
        ? Optional.of(
            refuse(
                call,
                "test: must be true or false",
                PinterestAnswers.invalid("test: must be true or false")))
        : Optional.empty();
  }

  private Optional<Reply> asked(Call call) {
    return call.injected("error")
        .map(
            asked ->
                PinterestAnswers.error(
                    asked.number("status", 400),
                    asked.number("code", 4196),
                    asked.text("message", "Invalid request.")));
  }

  private Reply events(Call call, String account) {
    boolean idRequired = call.injected("empty_event_id_refused").isPresent();
    PinterestChecker checker =
        new PinterestChecker(call.now(), idRequired, injections()::isPoisoned);
    EventJudge judge =
        call.injected("failed_in_ok")
            .<EventJudge>map(asked -> new FailedEntry(checker, asked))
            .orElse(checker);
    Batch batch = PinterestShapes.REQUEST.read(call.body(), judge);
    Optional<Fault> whole = batch.wholeFault();
    if (whole.isPresent()) {
      books().refuse(batch, whole.get(), refusal(call, batch.events(), whole.get()));
      return PinterestAnswers.refused(whole.get());
    }
    if (call.injected("unprocessable_without_events").isEmpty()) {
      boolean test = call.parameter("test").equals("true");
      books()
          .keep(
              batch,
              new Delivery(
                  account, test ? Delivery.Mode.DISCARDED : Delivery.Mode.LIVE, call.now()));
      batch.faults().forEach(fault -> books().refuseOne(fault, refusal(call, 1, fault)));
    }
    return PinterestAnswers.outcome(batch, call, checker.sawNoMoney());
  }

  private Refusal refusal(Call call, int events, Fault fault) {
    return new Refusal(call.now(), Injection.EVENTS, events, fault.sentence());
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return PinterestAnswers.throttled(asked);
  }

  @Override
  public Reply fault(int status, String message) {
    return PinterestAnswers.error(status, status, message);
  }

  @Override
  public void reset() {
    desk.clear();
  }
}
