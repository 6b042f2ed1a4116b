package dev.footfall.sandbox.snapchat;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import dev.footfall.sandbox.json.Batch;
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
import dev.footfall.sandbox.snapchat.SnapchatAnswers.Style;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Snapchat's Conversions API v3 for offline events: events, their validation, tokens. One bad event
 * makes its whole request invalid.
 */
public final class SnapchatDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "snapchat",
          "Snapchat Conversions API",
          "mode conversions_api · capi_token sandbox-snapchat-token · pixel_id"
              + " 8f1c0a52-0000-4000-8000-00000000beef");
  private static final Pattern EVENTS = Pattern.compile("/v3/([0-9a-fA-F-]{36})/events");
  private static final Pattern VALIDATION =
      Pattern.compile("/v3/([0-9a-fA-F-]{36})/events/validate(/logs|/stats)?");
  private static final String TOKEN = "/login/oauth2/access_token";
  private static final String CONSENT = "/login/oauth2/authorize";
  private static final int MOST_BYTES = 2_000_000;
  private static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "invalid",
              "refuses a good request: `reason`, `status` (400; 200 gives INVALID in an OK),"
                  + " `code`, `event` (left out unless given)",
              "reason",
              "status",
              "code",
              "event"),
          kind(
              "refusal_style",
              "how a refusal looks: `base` of positions (0), `position` (right, wrong, none),"
                  + " `siblings` (lost, kept), `status` (400), `logs` of a validation (all, bad,"
                  + " none)",
              "base",
              "position",
              "siblings",
              "status",
              "logs"),
          kind("empty_ok", "stores, then answers 200 with nothing in it"),
          kind("most_bytes", "refuses bodies of more than `bytes` with 413", "bytes"),
          kind("expire_tokens", "ends every OAuth access token, then judges the request"));

  private final SnapchatTokens tokens;
  private final SnapchatValidation validation;
  private final Desk desk;

  /** A double with the documented accounts and those given. */
  public SnapchatDouble(Equipment equipment) {
    this.tokens = new SnapchatTokens(equipment.accounts());
    this.desk = Desk.of(SIGN, KINDS, Duplicates.dropped(SnapchatChecker.WINDOW), equipment);
    this.validation = new SnapchatValidation(books());
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public Optional<CsvCheck> csvCheck() {
    return Optional.of(
        (name, file, now) -> SnapchatCsvChecker.check(name, file, SnapchatCsvOptions.at(now)));
  }

  @Override
  public String operation(Call head) {
    Matcher asked = VALIDATION.matcher(head.path());
    if (EVENTS.matcher(head.path()).matches()) {
      return Injection.EVENTS;
    } else if (asked.matches()) {
      return asked.group(2) == null ? "validate" : asked.group(2).substring(1);
    }
    return switch (head.path()) {
      case TOKEN -> "oauth";
      case CONSENT -> "authorize";
      default -> "unknown";
    };
  }

  @Override
  public Reply answer(Call call) {
    String operation = operation(call);
    boolean reading = operation.equals("logs") || operation.equals("stats");
    if (operation.equals("unknown")) {
      return refuse(call, "no such path", fault(404, "Not found"));
    } else if (!call.method().equals(reading || operation.equals("authorize") ? "GET" : "POST")) {
      return refuse(call, "wrong method", fault(405, "Method not allowed"));
    } else if (operation.equals("oauth")) {
      return new SnapchatOauth(tokens).token(call);
    } else if (operation.equals("authorize")) {
      return new SnapchatOauth(tokens).authorize(call);
    }
    call.injected("expire_tokens").ifPresent(asked -> tokens.expireIssued());
    String pixel = pixel(call);
    return credentialFault(call, pixel)
        .or(() -> formFault(call, reading))
        .or(() -> asked(call))
        .orElseGet(
            () ->
                switch (operation) {
                  case "logs" -> validation.logs();
                  case "stats" -> validation.stats();
                  default -> read(call, pixel);
                });
  }

  private Reply read(Call call, String pixel) {
    Batch batch =
        SnapchatShapes.REQUEST.read(
            call.body(), new SnapchatChecker(call.now(), injections()::isPoisoned));
    Optional<Injection> styled = call.injected("refusal_style");
    Style style = styled.map(Style::of).orElse(Style.USUAL);
    Optional<Fault> whole = batch.wholeFault();
    if (whole.isPresent()) {
      return refuse(call, batch, whole.get(), style);
    } else if (operation(call).equals("validate")) {
      validation.judge(batch, new Delivery(pixel, Delivery.Mode.DISCARDED, call.now()));
      return SnapchatAnswers.judged(batch, style);
    }
    boolean siblings = styled.filter(i -> i.text("siblings", "lost").equals("kept")).isPresent();
    if (!batch.faults().isEmpty() && !siblings) {
      return refuse(call, batch, batch.faults().get(0), style);
    }
    books().keep(batch, new Delivery(pixel, Delivery.Mode.LIVE, call.now()));
    batch.faults().forEach(fault -> books().refuseOne(fault, refusal(call, 1, fault)));
    return batch.faults().isEmpty()
        ? stored(call, batch)
        : SnapchatAnswers.refused(batch.faults().get(0), batch, style);
  }

  private static Reply stored(Call call, Batch batch) {
    return call.injected("empty_ok").isPresent()
        ? Reply.of(200, "application/json", "")
        : SnapchatAnswers.valid(batch.events());
  }

  private Reply refuse(Call call, Batch batch, Fault fault, Style style) {
    books().refuse(batch, fault, refusal(call, batch.events(), fault));
    return SnapchatAnswers.refused(fault, batch, style);
  }

  private Optional<Reply> credentialFault(Call call, String pixel) {
    String token = call.parameter("access_token");
    TokenState state = tokens.state(token, call.now());
    if (state != TokenState.GOOD) {
      return Optional.of(
          refuse(call, "access token is " + state, SnapchatAnswers.credentials(state)));
    }
    return tokens.knowsPixel(pixel)
        ? Optional.empty()
        : Optional.of(
            refuse(call, "the pixel is not this token's", SnapchatAnswers.unauthorized()));
  }

  private Optional<Reply> formFault(Call call, boolean reading) {
    int most = call.injected("most_bytes").map(i -> i.number("bytes", 1000)).orElse(MOST_BYTES);
    if (!reading && !call.isJson()) {
      String words = "Content-Type: must be application/json in UTF-8";
      return Optional.of(refuse(call, words, SnapchatAnswers.invalid(400, words)));
    }
    return call.body().length > most
        ? Optional.of(refuse(call, "the body is too large", fault(413, "Request entity too large")))
        : Optional.empty();
  }

  private Optional<Reply> asked(Call call) {
    return call.injected("invalid").map(SnapchatDouble::invalid);
  }

  private static Reply invalid(Injection asked) {
    var body =
        Json.object("status", "INVALID", "reason", asked.text("reason", "Missing required fields"));
    if (asked.details().containsKey("event")) {
      body.put("event", asked.number("event", 0));
    }
    if (asked.details().containsKey("code")) {
      body.putObject("errors").putArray("codes").add(asked.text("code", ""));
    }
    return Reply.json(asked.number("status", 400), body);
  }

  private Refusal refusal(Call call, int events, Fault fault) {
    return new Refusal(call.now(), operation(call), events, fault.sentence());
  }

  private static String pixel(Call call) {
    return call.path().split("/", 4)[2];
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return SnapchatAnswers.invalid(429, "Too many requests")
        .with("Retry-After", asked.text("retry_after", ""));
  }

  @Override
  public Reply fault(int status, String message) {
    return SnapchatAnswers.invalid(status, message);
  }

  @Override
  public void reset() {
    desk.clear();
    tokens.reset();
    validation.reset();
  }
}
