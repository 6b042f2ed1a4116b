package dev.footfall.sandbox.uid2;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The UID2 and EUID operator: encrypted requests for ids, encrypted answers, refusals in the clear.
 */
public final class Uid2Double implements PlatformDouble {
  private static final Desk.Sign SIGN =
      new Desk.Sign(
          "uid2",
          "UID2 and EUID operator",
          "uid2_api_key sandbox-uid2-key · uid2_client_secret " + Uid2Keys.SECRET);
  private static final String PATH = "/v3/identity/map";
  private static final String BYTES = "application/octet-stream";
  private static final int MOST_BYTES = 1_048_576;
  private static final Duration DRIFT = Duration.ofMinutes(1);
  private static final List<InjectionKind> KINDS =
      List.of(
          kind("optout", "answers optout for the hashes in `identifiers`", "identifiers"),
          kind("wrong_nonce", "answers with a nonce that is not the request's"),
          kind("wrong_key", "seals the answer with another key"),
          kind("truncated", "answers half of the ciphertext"),
          kind("short_arrays", "answers one identifier too few"),
          kind("stale", "refuses the request's timestamp, as after a long way"),
          kind(
              "crowd",
              "holds the request for `delay_ms` (100) and answers 429 when more than `most` (20)"
                  + " are inside",
              "most",
              "delay_ms"),
          kind("error", "answers `status` (401) with `message`", "status", "message"));

  private final Uid2Keys keys;
  private final Uid2Crowd crowd = new Uid2Crowd();
  private final Desk desk;

  /** A double with the documented keys and those given; targets are hashes that opted out. */
  public Uid2Double(Equipment equipment) {
    this.keys = new Uid2Keys(equipment.accounts());
    this.desk = Desk.of(SIGN, KINDS, Duplicates.counted(Duration.ofDays(1)), equipment);
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
    try {
      return crowd.enters(call.injected("crowd")) ? judge(call) : tooMany();
    } finally {
      crowd.leave();
    }
  }

  private Reply judge(Call call) {
    if (operation(call).equals("unknown")) {
      return refuse(call, "no such path", fault(404, "Not Found"));
    } else if (!call.method().equals("POST")) {
      return refuse(call, "wrong method", fault(405, "Method Not Allowed"));
    }
    TokenState state = keys.state(call.bearer());
    if (state != TokenState.GOOD && state != TokenState.EVENTS_ONLY) {
      return refuse(call, "the key is " + state, unauthorized(state));
    } else if (call.body().length > MOST_BYTES) {
      return refuse(call, "more than 1 MiB", Reply.of(413, "text/plain", ""));
    }
    return call.injected("error")
        .map(asked -> fault(asked.number("status", 401), asked.text("message", "asked for")))
        .orElseGet(() -> opened(call));
  }

  private Reply opened(Call call) {
    try {
      Uid2Envelope envelope = Uid2Envelope.open(sealed(call), Uid2Keys.secret());
      Duration drift = Duration.ofMillis(envelope.millis() - call.now().toEpochMilli()).abs();
      boolean late = drift.compareTo(DRIFT) > 0 && !call.bearer().equals(Uid2Keys.ANY_TIME);
      if (late || call.injected("stale").isPresent()) {
        throw new Uid2Envelope.Unreadable(
            "Invalid timestamp: Request too old or client time drift.");
      }
      return mapped(call, envelope);
    } catch (Uid2Envelope.Unreadable e) {
      return refuse(call, e.words(), fault(400, e.words()));
    }
  }

  private static byte[] sealed(Call call) throws Uid2Envelope.Unreadable {
    String type = call.header("Content-Type");
    if (type.equals(BYTES)) {
      return call.body();
    } else if (!type.startsWith("text/plain")) {
      throw new Uid2Envelope.Unreadable("Content-Type must be text/plain or " + BYTES);
    }
    try {
      return Base64.getDecoder().decode(new String(call.body(), StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new Uid2Envelope.Unreadable("Invalid body: Body is not Base64.");
    }
  }

  private Reply mapped(Call call, Uid2Envelope envelope) {
    Uid2Request.Reading reading = Uid2Request.read(envelope.document());
    if (reading.request().isEmpty()) {
      Fault.Kind kind = reading.personal() ? Fault.Kind.PERSONAL_DATA : Fault.Kind.SHAPE;
      Fault fault = new Fault(kind, Fault.WHOLE_REQUEST, "body", reading.fault(), 0);
      books()
          .refuse(
              Uid2Shapes.booked(List.of()),
              fault,
              new Refusal(call.now(), Injection.EVENTS, 0, reading.fault()));
      return fault(400, reading.fault());
    }
    ObjectNode answer = answers(call, reading.request().get());
    return sealed(call, envelope, Json.bytes(Json.object("status", "success", "body", answer)));
  }

  private ObjectNode answers(Call call, Uid2Request request) {
    Uid2Mapping mapping =
        new Uid2Mapping(
            Uid2Keys.scope(call.bearer()), call.now(), keys.optedOut(), injections()::isPoisoned);
    call.injected("optout")
        .ifPresent(a -> a.list("identifiers").forEach(h -> mapping.optOut(String.valueOf(h))));
    List<Uid2Shapes.Line> lines = new ArrayList<>();
    ObjectNode body = Json.object();
    for (String kind : Uid2Request.KINDS) {
      ArrayNode answers = body.putArray(kind);
      for (String hash : request.asked().getOrDefault(kind, List.of())) {
        JsonNode answer = mapping.answer(hash);
        answers.add(answer);
        lines.add(new Uid2Shapes.Line(kind, hash, Uid2Mapping.word(answer)));
      }
      if (!answers.isEmpty() && call.injected("short_arrays").isPresent()) {
        answers.remove(0);
      }
    }
    keep(call, Uid2Shapes.booked(lines));
    return body;
  }

  private void keep(Call call, Batch batch) {
    books()
        .keep(batch, new Delivery(Uid2Keys.scope(call.bearer()), Delivery.Mode.LIVE, call.now()));
    for (Fault fault : batch.faults()) {
      books().refuseOne(fault, new Refusal(call.now(), Injection.EVENTS, 1, fault.sentence()));
    }
  }

  private static Reply sealed(Call call, Uid2Envelope request, byte[] document) {
    long nonce = request.nonce() + (call.injected("wrong_nonce").isPresent() ? 1 : 0);
    byte[] secret = Uid2Keys.secret();
    secret[0] ^= (byte) (call.injected("wrong_key").isPresent() ? 1 : 0);
    byte[] sealed = new Uid2Envelope(call.now().toEpochMilli(), nonce, document).seal(secret);
    int length = call.injected("truncated").isPresent() ? sealed.length / 2 : sealed.length;
    byte[] sent = Arrays.copyOf(sealed, length);
    return call.header("Content-Type").equals(BYTES)
        ? Reply.bytes(200, BYTES, sent)
        : Reply.of(200, "text/plain", Base64.getEncoder().encodeToString(sent));
  }

  private static Reply unauthorized(TokenState state) {
    int status = state == TokenState.WITHOUT_PERMISSION ? 403 : 401;
    return Reply.json(
        status, Json.object("status", "unauthorized", "message", "The key may not map identities"));
  }

  private static Reply tooMany() {
    return Reply.of(429, "text/plain", "");
  }

  @Override
  public Optional<JsonNode> view(String name, String key) {
    return name.equals("parallel")
        ? Optional.of(Json.object("most_at_once", crowd.mostAtOnce()))
        : Optional.empty();
  }

  @Override
  public Reply throttled(Call call, Injection asked) {
    return tooMany().with("Retry-After", asked.text("retry_after", ""));
  }

  @Override
  public Reply fault(int status, String message) {
    String word =
        status == 401 || status == 403 ? "unauthorized" : status < 500 ? "client_error" : "unknown";
    return Reply.json(status, Json.object("status", word, "message", message));
  }

  @Override
  public void reset() {
    desk.clear();
    crowd.reset();
  }
}
