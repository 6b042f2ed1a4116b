package dev.footfall.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.footfall.sandbox.SandboxClock;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.PlatformDouble;
import dev.footfall.sandbox.platform.Reply;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends every request to the page, the control interface or the double whose prefix it bears. */
public final class Front implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Front.class.getName());
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final List<PlatformDouble> platforms;
  private final Control control;
  private final Page page;
  private final Bodies bodies;
  private final SandboxClock clock;

  /** Serves these platforms. */
  public Front(List<PlatformDouble> platforms, SandboxClock clock, long mostBodyBytes) {
    this.platforms = List.copyOf(platforms);
    this.control = new Control(this.platforms, clock);
    this.page = new Page(this.platforms);
    this.bodies = new Bodies(mostBodyBytes);
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      route(exchange);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the sandbox failed: " + e.getClass().getName(), e);
      Wire.send(
          exchange,
          Reply.json(500, Json.object("error", "the sandbox failed; this is its own fault")));
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (!isForLoopback(exchange)) {
      Wire.send(
          exchange,
          Reply.json(403, Json.object("error", "the sandbox answers to loopback names only")));
    } else if (path.equals("/")) {
      Wire.send(
          exchange,
          page.answer(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery()));
    } else if (path.startsWith(Control.PREFIX)) {
      control(exchange, path);
    } else {
      platform(exchange, path);
    }
  }

  private void control(HttpExchange exchange, String path) throws IOException {
    Map<String, String> query = Wire.query(exchange);
    Optional<byte[]> body = bodies.read(exchange);
    Reply reply =
        body.isEmpty()
            ? Reply.json(413, Json.object("error", "the body is too large"))
            : control.answer(
                new Order(
                    exchange.getRequestMethod(), path, query, Wire.type(exchange), body.get()));
    Wire.send(exchange, reply);
  }

  private void platform(HttpExchange exchange, String path) throws IOException {
    int end = path.indexOf('/', 1);
    String name = end < 0 ? path.substring(1) : path.substring(1, end);
    for (PlatformDouble platform : platforms) {
      if (platform.name().equals(name)) {
        new PlatformExchange(platform, bodies, exchange)
            .serve(end < 0 ? "/" : path.substring(end), clock.instant());
        return;
      }
    }
    List<String> names = platforms.stream().map(PlatformDouble::name).toList();
    Wire.send(exchange, Reply.json(404, Json.object("error", "no such path", "platforms", names)));
  }

  /** A web page elsewhere that had its name point here must not read what was sent. */
  private static boolean isForLoopback(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null && LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
  }
}
