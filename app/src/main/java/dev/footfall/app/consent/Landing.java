package dev.footfall.app.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where a browser lands after a person consented: a page on this machine alone, which takes the one
 * answer that is waited for and turns all others away.
 */
public final class Landing implements AutoCloseable {
  private final HttpServer server;
  private final CompletableFuture<Invitation.Answer> answer = new CompletableFuture<>();

  private Landing(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens on a loopback port.
   *
   * @param port 0 for a free one
   * @throws IOException when the port is taken
   */
  public static Landing on(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return new Landing(HttpServer.create(new InetSocketAddress(loopback, port), 0));
  }

  /** The address of its page. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Waits for the answer to an invitation; empty when none came in time. */
  public Optional<Invitation.Answer> await(Invitation invitation, Duration patience)
      throws InterruptedException {
    String path = URI.create(invitation.redirectUri()).getPath();
    String page = path.isEmpty() ? "/" : path;
    server.createContext("/", exchange -> serve(exchange, page, invitation));
    server.start();
    try {
      return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException nobody) {
      return Optional.empty();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("an answer never fails", impossible);
    }
  }

  private void serve(HttpExchange exchange, String page, Invitation invitation) throws IOException {
    URI asked = exchange.getRequestURI();
    if (!page.equals(asked.getPath()) || !exchange.getRequestMethod().equals("GET")) {
      send(exchange, 404, "There is nothing here.");
      return;
    }
    Invitation.Answer found =
        invitation.read("?" + Optional.ofNullable(asked.getRawQuery()).orElse(""));
    if (found instanceof Invitation.Answer.Foreign) {
      send(exchange, 400, "This is not the answer that is waited for. Nothing was kept.");
    } else {
      boolean isYes = found instanceof Invitation.Answer.Consented;
      send(
          exchange,
          200,
          isYes
              ? "Thank you. You can close this window."
              : "Nothing was allowed. You can close this window.");
      answer.complete(found);
    }
  }

  private static void send(HttpExchange exchange, int status, String words) throws IOException {
    byte[] body =
        ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Footfall</title><p>"
                + words
                + "</p></html>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
