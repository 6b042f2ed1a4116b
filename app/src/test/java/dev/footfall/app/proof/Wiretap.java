package dev.footfall.app.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the product and a server, passes everything on and notes it, unmasked. */
final class Wiretap implements AutoCloseable {
  private static final Set<String> SET_BY_THE_CLIENT =
      Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "expect");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI target;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /** One exchange; {@code url} is the request line's path and query. */
  record Call(String method, String url, String body, String answer) {}

  private Wiretap(HttpServer server, URI target) {
    this.server = server;
    this.target = target;
  }

  static Wiretap before(URI target) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Wiretap tap = new Wiretap(server, target);
    server.setExecutor(tap.threads);
    server.createContext("/", tap::pass);
    server.start();
    return tap;
  }

  /** What takes the place of the server's own address. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String url = exchange.getRequestURI().toString();
      calls.add(new Call(exchange.getRequestMethod(), url, text(body), ""));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.resolve(url))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> {
                if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                  values.forEach(value -> request.header(name, value));
                }
              });
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      calls.add(new Call(exchange.getRequestMethod(), url, "", text(answer.body())));
      answer
          .headers()
          .map()
          .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
      exchange.getResponseHeaders().remove("Content-Length");
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
