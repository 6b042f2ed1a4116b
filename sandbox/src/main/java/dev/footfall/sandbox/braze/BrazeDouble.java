package dev.footfall.sandbox.braze;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Accounts;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Desk;
import dev.footfall.sandbox.platform.Duplicates;
import dev.footfall.sandbox.platform.Equipment;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Journal;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.platform.Reply;
import dev.footfall.sandbox.platform.TokenState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Braze's user tracking: bad objects fail alone, good ones change users, and no purchase is
 * recognised as counted before.
 */
public final class BrazeDouble implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "braze", "Braze user tracking", "rest_api_key sandbox-braze-key · instance US-06");

  /** Documented keys. */
  static final Accounts DOCUMENTED =
      new Accounts(
          Map.of(
              "sandbox-braze-key", TokenState.GOOD,
              "sandbox-braze-key-track-only", TokenState.EVENTS_ONLY,
              "sandbox-braze-key-revoked", TokenState.REVOKED,
              "sandbox-braze-key-no-permission", TokenState.WITHOUT_PERMISSION,
              "sandbox-braze-key-inactive", TokenState.TERMS_NOT_ACCEPTED),
          Set.of());

  private static final String TRACK = "/users/track";
  private static final String BULK = "/users/track/bulk";

  private final Accounts accounts;
  private final BrazeUsers users = new BrazeUsers();
  private final BrazePace pace = new BrazePace();
  private final Desk desk;

  /** A double with the documented keys and those given. */
  public BrazeDouble(Equipment equipment) {
    this.accounts = DOCUMENTED.and(equipment.accounts());
    this.desk =
        Desk.of(SIGN, BrazeFaults.KINDS, Duplicates.counted(Duration.ofDays(62)), equipment);
    equipment.journal().replay(this::restore);
  }

  private void restore(Journal.Line line) {
    Json.read(line.event().json().getBytes(StandardCharsets.UTF_8))
        .ifPresent(object -> users.restore(line.event().target(), object));
  }

  @Override
  public Desk desk() {
    return desk;
  }

  @Override
  public String operation(Call head) {
    return head.path().equals(TRACK) || head.path().equals(BULK) ? Injection.EVENTS : "unknown";
  }

  @Override
  public Reply answer(Call call) {
    if (operation(call).equals("unknown")) {
      return refuse(call, "no such path", fault(404, "Not Found"));
    } else if (!call.method().equals("POST")) {
      return refuse(call, "wrong method", fault(405, "Method Not Allowed"));
    }
    Reply reply =
        credentialFault(call)
            .or(() -> formFault(call))
            .or(() -> call.injected("error").map(BrazeFaults::error))
            .orElseGet(() -> track(call));
    return pace.count(call.now(), reply);
  }

  private Optional<Reply> credentialFault(Call call) {
    TokenState state = accounts.tokens().getOrDefault(call.bearer(), TokenState.UNKNOWN);
    boolean track = call.path().equals(TRACK);
    return state == TokenState.GOOD || (track && state == TokenState.EVENTS_ONLY)
        ? Optional.empty()
        : Optional.of(refuse(call, "the key is " + state, BrazeAnswers.credentials(state)));
  }

  private Optional<Reply> formFault(Call call) {
    String words = "Content-Type must be application/json in UTF-8";
    return call.isJson() ? Optional.empty() : Optional.of(refuse(call, words, fault(400, words)));
  }

  private Reply track(Call call) {
    BrazeChecker checker = new BrazeChecker(injections()::isPoisoned);
    Batch read = BrazeShapes.REQUEST.read(call.body(), checker);
    Optional<Fault> whole = read.wholeFault();
    BrazeLimits limits = call.path().equals(BULK) ? BrazeLimits.BULK : BrazeLimits.TRACK;
    if (read.events() == 0 && isEmptyRequest(whole)) {
      return BrazeAnswers.message(400, BrazeAnswers.NOTHING_VALID);
    } else if (limits.exceededBy(read, call, checker.sightings())) {
      return refuse(call, read, "holds too much", BrazeAnswers.message(400, BrazeAnswers.TOO_MUCH));
    } else if (whole.isPresent()) {
      return refuse(call, read, whole.get().sentence(), fault(400, whole.get().sentence()));
    }
    return BrazeFaults.unnamed(call, checker.sightings())
        .map(reply -> refuse(call, read, "was asked to fail", reply))
        .orElseGet(() -> take(call, read, checker.sightings()));
  }

  /** How a connection is tested: one empty array, which proves the key and changes nothing. */
  private static boolean isEmptyRequest(Optional<Fault> whole) {
    return whole.isPresent()
        && whole.get().kind() == Fault.Kind.VALUE
        && whole.get().reason().equals("must hold at least one event");
  }

  private synchronized Reply take(Call call, Batch read, List<Sighting> sightings) {
    Optional<Injection> partial = call.injected("partial");
    BrazeSieve sieve = new BrazeSieve(users, sightings, partial);
    Batch batch = sieve.sift(read);
    String target = sightings.isEmpty() ? "" : sightings.get(0).array();
    books().keep(batch, new Delivery(target, Delivery.Mode.LIVE, call.now()));
    batch
        .faults()
        .forEach(
            fault ->
                books()
                    .refuseOne(
                        fault, new Refusal(call.now(), Injection.EVENTS, 1, fault.sentence())));
    for (int i = 0; i < batch.passed().size(); i++) {
      Sighting seen = sieve.good().get(i);
      Json.read(batch.bytes(batch.passed().get(i))).ifPresent(json -> users.take(seen, json));
    }
    return partial
        .map(asked -> BrazeAnswers.asked(batch, asked))
        .or(() -> call.injected("queued").map(i -> BrazeAnswers.message(202, "queued")))
        .or(() -> call.injected("unclear").map(BrazeFaults::unclear))
        .orElseGet(() -> BrazeAnswers.outcome(batch));
  }

  @Override
  public Optional<JsonNode> view(String name, String key) {
    return switch (name) {
      case "users" -> users.users(key);
      case "revenue" -> Optional.of(users.revenue());
      case "pace" -> Optional.of(pace.view());
      default -> Optional.empty();
    };
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return BrazeAnswers.throttled(call.now(), asked);
  }

  @Override
  public Reply fault(int status, String message) {
    return BrazeAnswers.message(status, message);
  }

  @Override
  public void reset() {
    desk.clear();
    users.clear();
    pace.reset();
  }
}
