package dev.footfall.sandbox.meta;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Meta's Conversions API: events, the dataset, the token exchange. One bad event refuses its whole
 * request.
 */
public final class MetaDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "meta",
          "Meta Conversions API",
          "access_token sandbox-meta-token · dataset_id 1234567890");
  private static final Pattern EVENTS_PATH = Pattern.compile("/v\\d{1,2}\\.\\d/(\\d{1,20})/events");
  private static final Pattern DATASET_PATH = Pattern.compile("/v\\d{1,2}\\.\\d/(\\d{1,20})");
  private static final Pattern OAUTH_PATH = Pattern.compile("/v\\d{1,2}\\.\\d/oauth/access_token");
  private static final Pattern CONSENT_PATH = Pattern.compile("/v\\d{1,2}\\.\\d/dialog/oauth");
  private static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "error",
              "answers an error of one's choice: `code`, `subcode`, `message`, `status`,"
                  + " `transient`",
              "code",
              "subcode",
              "message",
              "status",
              "transient"),
          kind(
              "terms",
              "refuses because the Custom Audience terms are not accepted (200/1870034, with a"
                  + " link)"),
          kind(
              "fewer_received",
              "stores all, but says `less` fewer (default 1) were received",
              "less"));

  private final MetaTokens tokens;
  private final MetaAnswers answers = new MetaAnswers();
  private final Desk desk;

  /** A double with the documented accounts and those given. */
  public MetaDouble(Equipment equipment) {
    this.tokens = new MetaTokens(equipment.accounts());
    this.desk = Desk.of(SIGN, KINDS, Duplicates.dropped(Duration.ofDays(7)), equipment);
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public String operation(Call head) {
    String path = head.path();
    if (EVENTS_PATH.matcher(path).matches()) {
      return Injection.EVENTS;
    } else if (OAUTH_PATH.matcher(path).matches()) {
      return "oauth";
    } else if (CONSENT_PATH.matcher(path).matches()) {
      return "authorize";
    } else if (path.equals("/debug_token")) {
      return "debug_token";
    }
    return DATASET_PATH.matcher(path).matches() ? "dataset" : "unknown";
  }

  @Override
  public Reply answer(Call call) {
    String operation = operation(call);
    String expected = operation.equals(Injection.EVENTS) ? "POST" : "GET";
    if (operation.equals("unknown")) {
      return refuse(call, "no such path", answers.fault(404, "Unknown path components"));
    } else if (!call.method().equals(expected)) {
      return refuse(
          call, "wrong method", answers.fault(405, "Unsupported " + call.method() + " request"));
    }
    return switch (operation) {
      case Injection.EVENTS -> credentialFault(call).orElseGet(() -> events(call));
      case "dataset" -> credentialFault(call).orElseGet(() -> dataset(call));
      case "authorize" -> new MetaOauth(tokens, answers).authorize(call);
      case "oauth" -> new MetaOauth(tokens, answers).exchange(call);
      default -> new MetaOauth(tokens, answers).inspect(call);
    };
  }

  private Reply events(Call call) {
    String dataset = dataset(EVENTS_PATH, call);
    if (!tokens.knowsDataset(dataset)) {
      return refuse(call, "unknown dataset", answers.noSuchObject());
    } else if (!call.isJson()) {
      return refuse(
          call,
          "wrong Content-Type",
          answers.invalid("Content-Type must be application/json in UTF-8"));
    }
    Optional<Reply> asked = asked(call);
    return asked.orElseGet(() -> judge(call, dataset));
  }

  private Optional<Reply> asked(Call call) {
    return call.injected("error")
        .map(answers::asked)
        .or(() -> call.injected("terms").map(i -> answers.terms()));
  }

  private Reply judge(Call call, String dataset) {
    Batch batch =
        MetaShapes.REQUEST.read(call.body(), new MetaChecker(call.now(), injections()::isPoisoned));
    Optional<Fault> fault = batch.firstFault();
    if (fault.isPresent()) {
      Refusal refusal =
          new Refusal(call.now(), Injection.EVENTS, batch.events(), fault.get().sentence());
      books().refuse(batch, fault.get(), refusal);
      return answers.refused(fault.get());
    }
    boolean test = batch.root().has(MetaShapes.TEST_CODE);
    books()
        .keep(
            batch,
            new Delivery(dataset, test ? Delivery.Mode.LIVE_TEST : Delivery.Mode.LIVE, call.now()));
    int fewer = call.injected("fewer_received").map(i -> i.number("less", 1)).orElse(0);
    return answers.received(Math.max(0, batch.events() - fewer));
  }

  private Reply dataset(Call call) {
    String dataset = dataset(DATASET_PATH, call);
    if (!tokens.knowsDataset(dataset)) {
      return refuse(call, "unknown dataset", answers.noSuchObject());
    }
    ObjectNode all =
        Json.object(
            "id",
            dataset,
            "name",
            "Sandbox dataset " + dataset,
            "is_consolidated_container",
            !dataset.equals(MetaTokens.NOT_CONSOLIDATED),
            "is_unavailable",
            false);
    if (call.hasParameter("fields")) {
      all.retain(List.of(("id," + call.parameter("fields")).split(",")));
    } else {
      all.retain("id");
    }
    return Reply.json(200, all);
  }

  private Optional<Reply> credentialFault(Call call) {
    String token = call.bearer().isEmpty() ? call.parameter("access_token") : call.bearer();
    if (token.isEmpty()) {
      return Optional.of(refuse(call, "no access token", answers.noToken()));
    }
    TokenState state = tokens.state(token, call.now());
    if (state != TokenState.GOOD && state != TokenState.EVENTS_ONLY) {
      return Optional.of(refuse(call, "access token is " + state, answers.credentials(state)));
    }
    String proof = call.parameter("appsecret_proof");
    return call.hasParameter("appsecret_proof") && !MetaTokens.proves(proof, token)
        ? Optional.of(refuse(call, "wrong appsecret_proof", answers.badProof()))
        : Optional.empty();
  }

  private static String dataset(Pattern pattern, Call call) {
    Matcher matcher = pattern.matcher(call.path());
    return matcher.matches() ? matcher.group(1) : "";
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    String dataset = dataset(EVENTS_PATH, call);
    return answers.throttled(dataset.isEmpty() ? "0" : dataset, asked);
  }

  @Override
  public Reply fault(int status, String message) {
    return answers.fault(status, message);
  }

  @Override
  public void reset() {
    desk.clear();
    tokens.reset();
  }
}
