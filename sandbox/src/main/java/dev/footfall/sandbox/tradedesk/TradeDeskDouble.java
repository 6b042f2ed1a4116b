package dev.footfall.sandbox.tradedesk;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Call;
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
import java.util.Optional;
import java.util.Set;

/** The Trade Desk's offline conversions: bad items fail by number, the others are kept. */
public final class TradeDeskDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "tradedesk",
          "The Trade Desk",
          "api_token sandbox-tradedesk-token · advertiser_id acmeadvertiser ·"
              + " offline_data_provider_id acmeoffline · tracking_tag_id tag0001 · uid2_api_key"
              + " sandbox-uid2-key · uid2_client_secret"
              + " AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final String PATH = "/providerapi/offlineconversion";
  private static final Set<String> MERCHANTS = Set.of("11001");
  private static final int MOST_BYTES = 2_500_000;
  private static final int MOST_ITEMS = 10_000;
  private static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "partial",
              "fails the items at `indexes` (from 0) with `code`, under `status` 200 or 400;"
                  + " `shift` names others instead; `named_by`: number, message, order, nothing",
              "indexes",
              "code",
              "status",
              "shift",
              "named_by"),
          kind("null_lines", "stores, answers {\"FailedLines\":null}"),
          kind("empty_answer", "stores, answers {}"),
          kind("too_large", "answers 413 to more than `bytes` or `items`", "bytes", "items"),
          kind("plain", "answers `status` (500) with `text`, without JSON", "status", "text"),
          kind("error", "answers `status` (400), `code`, `message`", "status", "code", "message"));

  private final TradeDeskCredentials credentials;
  private final Desk desk;

  /** A double with the documented accounts and those given; targets are tracking tags. */
  public TradeDeskDouble(Equipment equipment) {
    this.credentials = new TradeDeskCredentials(equipment.accounts());
    this.desk = Desk.of(SIGN, KINDS, Duplicates.dropped(Duration.ofDays(62)), equipment);
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public String operation(Call head) {
    return head.path().equals(PATH) ? Injection.EVENTS : "unknown";
  }

  @Override
  public Reply answer(Call call) {
    if (operation(call).equals("unknown")) {
      String words = "EndpointNotConfigured";
      return refuse(call, "no such path", TradeDeskAnswers.error(404, words, "No such endpoint."));
    } else if (!call.method().equals("POST")) {
      return refuse(call, "wrong method", fault(405, "Method not allowed."));
    }
    TokenState state = credentials.judge(call);
    if (state != TokenState.GOOD && state != TokenState.EVENTS_ONLY) {
      return refuse(call, "the credential is " + state, TradeDeskAnswers.credentials(state));
    } else if (!call.isJson()) {
      String words = "Content-Type must be application/json in UTF-8, not compressed";
      return refuse(call, words, fault(400, words));
    }
    return asked(call).orElseGet(() -> events(call));
  }

  private static Optional<Reply> asked(Call call) {
    return call.injected("plain")
        .map(
            asked ->
                Reply.of(asked.number("status", 500), "text/plain", asked.text("text", "Oops.")))
        .or(
            () ->
                call.injected("error")
                    .map(
                        asked ->
                            TradeDeskAnswers.error(
                                asked.number("status", 400),
                                asked.text("code", "Unknown"),
                                asked.text("message", "The sandbox was asked to refuse."))));
  }

  private Reply events(Call call) {
    TradeDeskChecker checker =
        new TradeDeskChecker(call.now(), credentials.tags(), MERCHANTS, injections()::isPoisoned);
    Batch read = TradeDeskShapes.REQUEST.read(call.body(), checker);
    Optional<Fault> whole = read.wholeFault();
    if (isTooLarge(call, read)) {
      String words = "The request is larger than this endpoint takes.";
      return refuse(
          call, read, words, TradeDeskAnswers.error(413, "MaxRequestSizeExceeded", words));
    } else if (whole.isPresent()) {
      return refuse(call, read, whole.get().sentence(), fault(400, whole.get().sentence()));
    } else if (!read.root().text(TradeDeskShapes.PROVIDER).equals(TradeDeskCredentials.PROVIDER)) {
      return refuse(
          call, read, "DataProviderId is not known here", TradeDeskAnswers.foreignProvider());
    }
    return take(call, new TradeDeskSieve(checker.arrays(), call.injected("partial")).sift(read));
  }

  private static boolean isTooLarge(Call call, Batch batch) {
    Optional<Injection> asked = call.injected("too_large");
    return call.body().length > asked.map(i -> i.number("bytes", MOST_BYTES)).orElse(MOST_BYTES)
        || batch.events() > asked.map(i -> i.number("items", MOST_ITEMS)).orElse(MOST_ITEMS);
  }

  private Reply take(Call call, Batch batch) {
    books()
        .keep(
            batch,
            new Delivery(
                batch.root().text(TradeDeskShapes.PROVIDER), Delivery.Mode.LIVE, call.now()));
    batch
        .faults()
        .forEach(
            fault ->
                books()
                    .refuseOne(
                        fault, new Refusal(call.now(), Injection.EVENTS, 1, fault.sentence())));
    if (call.injected("null_lines").isPresent()) {
      return Reply.of(200, "application/json; charset=utf-8", "{\"FailedLines\":null}");
    }
    return call.injected("empty_answer")
        .map(asked -> Reply.json(200, Json.object()))
        .orElseGet(() -> TradeDeskAnswers.outcome(call, batch));
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return TradeDeskAnswers.throttled(asked);
  }

  @Override
  public Reply fault(int status, String message) {
    String code =
        status == 413 ? "MaxRequestSizeExceeded" : status < 500 ? "BadRequest" : "ServerError";
    return TradeDeskAnswers.error(status, code, message);
  }

  @Override
  public void reset() {
    desk.clear();
  }
}
