package dev.footfall.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.RecordedRequest;
import dev.footfall.sandbox.platform.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One request to a double, with whatever is asked to go wrong around it. */
final class PlatformExchange {
  private static final int CONNECTION_CLOSED = 0;
  private static final int DEFAULT_DELAY = 2000;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);

  private final PlatformDouble platform;
  private final Bodies bodies;
  private final HttpExchange exchange;

  PlatformExchange(PlatformDouble platform, Bodies bodies, HttpExchange exchange) {
    this.platform = platform;
    this.bodies = bodies;
    this.exchange = exchange;
  }

  void serve(String path, Instant now) throws IOException {
    Map<String, String> query = Wire.query(exchange);
    Map<String, String> headers = Wire.headers(exchange);
    Call head = new Call(new Call.Target(exchange.getRequestMethod(), path, query), headers, now);
    Optional<Injection> injection = platform.injections().next(platform.operation(head));
    Outcome outcome =
        outcome(head.with(injection), injection.map(Injection::kind).orElse(""), injection);
    RecordedRequest record =
        new RecordedRequest(
            now,
            platform.operation(head),
            head.method(),
            Wire.target(path, query),
            Wire.masked(headers),
            outcome.bytes(),
            outcome.status(),
            injection.map(Injection::kind).orElse(""));
    platform.books().record(record);
    if (outcome.status() != CONNECTION_CLOSED) {
      Wire.send(exchange, outcome.reply().orElseThrow());
    }
  }

  /** What is sent back, if anything is; without a reply the connection is closed. */
  private record Outcome(Optional<Reply> reply, long bytes) {
    int status() {
      return reply.map(Reply::status).orElse(CONNECTION_CLOSED);
    }
  }

  private Outcome outcome(Call head, String kind, Optional<Injection> injection)
      throws IOException {
    if (kind.equals(InjectionKind.DROP_BEFORE_READ)) {
      return new Outcome(Optional.empty(), 0);
    }
    Optional<byte[]> body = bodies.read(exchange);
    if (body.isEmpty()) {
      return new Outcome(Optional.of(platform.fault(413, "The request body is too large.")), 0);
    }
    long bytes = body.get().length;
    Call call = head.with(body.get());
    return switch (kind) {
      case InjectionKind.DROP_AFTER_READ -> new Outcome(Optional.empty(), bytes);
      case InjectionKind.DROP_AFTER_STORE -> {
        platform.answer(call);
        yield new Outcome(Optional.empty(), bytes);
      }
      case InjectionKind.STATUS -> new Outcome(injection.map(this::status), bytes);
      case InjectionKind.THROTTLE ->
          new Outcome(injection.map(i -> platform.throttled(call, i)), bytes);
      case InjectionKind.SLOW ->
          new Outcome(Optional.of(late(call, injection.orElseThrow())), bytes);
      default -> new Outcome(Optional.of(platform.answer(call)), bytes);
    };
  }

  private Reply status(Injection asked) {
    int status = asked.number("status", 500);
    String page = "<html><body><h1>" + status + "</h1></body></html>";
    Reply reply;
    if (asked.flag("html")) {
      reply = Reply.of(status, "text/html; charset=utf-8", page);
    } else if (asked.details().containsKey("body")) {
      reply = Reply.of(status, "application/json; charset=utf-8", asked.text("body", ""));
    } else {
      reply = platform.fault(status, "The sandbox was asked to answer so.");
    }
    return reply.with("Retry-After", asked.text("retry_after", ""));
  }

  private Reply late(Call call, Injection asked) {
    Reply reply = platform.answer(call);
    try {
      Thread.sleep(Math.min(asked.number("delay_ms", DEFAULT_DELAY), LONGEST_DELAY.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return reply;
  }
}
