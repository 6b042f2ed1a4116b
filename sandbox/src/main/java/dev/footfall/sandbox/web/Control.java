package dev.footfall.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.SandboxClock;
import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Books;
import dev.footfall.sandbox.platform.CsvCheck;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people and tests ask of the sandbox itself, under {@code /_control/}. */
final class Control {
  static final String PREFIX = "/_control/";

  private static final int DEFAULT_LIMIT = 100;
  private static final Reply NOT_FOUND =
      error(404, "no such control path; see the sandbox's README");

  private final List<PlatformDouble> platforms;
  private final SandboxClock clock;

  Control(List<PlatformDouble> platforms, SandboxClock clock) {
    this.platforms = platforms;
    this.clock = clock;
  }

  Reply answer(Order order) {
    String[] parts = order.path().substring(PREFIX.length()).split("/", 2);
    try {
      if (!order.mayPass()) {
        return error(415, "Content-Type must be application/json");
      }
      return parts.length == 1 ? whole(parts[0], order) : one(parts[0], parts[1], order);
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    }
  }

  private Reply whole(String what, Order order) {
    return switch (order.verb() + " " + what) {
      case "GET counters" -> counters();
      case "GET clock" -> Reply.json(200, Json.object("now", clock.instant().toString()));
      case "POST clock" -> setClock(order);
      case "POST reset" -> reset();
      default -> NOT_FOUND;
    };
  }

  private Reply counters() {
    ObjectNode all = Json.object();
    platforms.forEach(one -> all.set(one.name(), Listing.counters(one.books().counters())));
    return Reply.json(200, all);
  }

  private Reply reset() {
    platforms.forEach(PlatformDouble::reset);
    clock.letGo();
    return Reply.json(
        200, Json.object("reset", platforms.stream().map(PlatformDouble::name).toList()));
  }

  private Reply one(String name, String what, Order order) {
    Optional<PlatformDouble> found =
        platforms.stream().filter(p -> p.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      return error(404, "no such platform");
    }
    PlatformDouble platform = found.get();
    Books books = platform.books();
    return switch (order.verb() + " " + what) {
      case "GET counters" -> Reply.json(200, Listing.counters(books.counters()));
      case "GET events" -> Reply.json(200, Listing.events(books.events(limit(order))));
      case "GET requests" -> Reply.json(200, Listing.requests(books.requests(limit(order))));
      case "GET refusals" -> Reply.json(200, Listing.refusals(books.refusals(limit(order))));
      case "GET kinds" -> Reply.json(200, Json.object("kinds", platform.injections().kinds()));
      case "POST inject" -> inject(platform, order);
      case "POST csv" -> csv(platform, order);
      case "POST reset" -> reset(platform);
      default -> view(platform, what, order);
    };
  }

  private static Reply view(PlatformDouble platform, String what, Order order) {
    return order.verb().equals("GET")
        ? platform
            .view(what, order.parameter("key", ""))
            .map(found -> Reply.json(200, found))
            .orElse(NOT_FOUND)
        : NOT_FOUND;
  }

  private static Reply inject(PlatformDouble platform, Order order) {
    platform.injections().add(injection(order));
    return Reply.json(200, Json.object("waiting", platform.injections().waiting()));
  }

  private static Reply reset(PlatformDouble platform) {
    platform.reset();
    return Reply.json(200, Json.object("reset", List.of(platform.name())));
  }

  private Reply csv(PlatformDouble platform, Order order) {
    Optional<CsvCheck> check = platform.csvCheck();
    if (check.isEmpty()) {
      return error(404, "this platform has no upload file");
    }
    try {
      String name = order.parameter("name", "upload.csv");
      List<CsvFault> faults =
          check.get().check(name, new ByteArrayInputStream(order.body()), clock.instant());
      return Reply.json(200, Json.object("faults", faults));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply setClock(Order order) {
    String now = Json.text(body(order), "now");
    try {
      if (now.equals("system")) {
        clock.letGo();
      } else {
        clock.stopAt(Instant.parse(now));
      }
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "now must be an instant such as 2026-11-21T09:00:00Z, or \"system\"", e);
    }
    return Reply.json(200, Json.object("now", clock.instant().toString()));
  }

  private static Injection injection(Order order) {
    Injection injection = Injection.next("");
    for (Map.Entry<String, JsonNode> entry : body(order).properties()) {
      injection = with(injection, entry.getKey(), entry.getValue());
    }
    return injection;
  }

  private static Injection with(Injection so, String key, JsonNode value) {
    return switch (key) {
      case "kind" -> new Injection(value.asText(), so.count(), so.after(), so.on(), so.details());
      case "count" -> so.times(whole(key, value));
      case "after" -> so.afterLetting(whole(key, value));
      case "on" -> so.striking(value.asText());
      default -> so.with(key, Listing.plain(value));
    };
  }

  private static int whole(String key, JsonNode value) {
    if (!value.isInt()) {
      throw new IllegalArgumentException(key + " must be a whole number");
    }
    return value.intValue();
  }

  private static JsonNode body(Order order) {
    return Json.read(order.body())
        .filter(JsonNode::isObject)
        .orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
  }

  private static int limit(Order order) {
    String text = order.parameter("limit", String.valueOf(DEFAULT_LIMIT));
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException("limit must be a whole number");
    }
    return Integer.parseInt(text);
  }

  private static Reply error(int status, String message) {
    return Reply.json(status, Json.object("error", message));
  }
}
