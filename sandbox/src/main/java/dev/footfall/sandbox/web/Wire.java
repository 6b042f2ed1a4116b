package dev.footfall.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import dev.footfall.sandbox.platform.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Between the server's exchanges and our own calls and replies; also what of them may be recorded.
 */
final class Wire {
  private static final String MASK = "***";
  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization",
          "access-token",
          "proxy-authorization",
          "cookie",
          "x-api-key",
          "ttd-auth",
          "ttdsignature",
          "ttdsignature-dp",
          "developer-token");
  private static final Set<String> OPEN_PARAMETERS =
      Set.of(
          "test",
          "fields",
          "grant_type",
          "advertiser_id",
          "event_set_ids",
          "limit",
          "requestId",
          "redirect_uri",
          "client_id");

  private Wire() {}

  static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  static String type(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null ? "" : type;
  }

  static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return headers;
  }

  static Map<String, String> masked(Map<String, String> headers) {
    Map<String, String> masked = new LinkedHashMap<>(headers);
    masked.replaceAll(
        (name, value) -> SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? MASK : value);
    return masked;
  }

  static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  /**
   * A request's path and query as it may be shown: every parameter that is not known to be harmless
   * is masked.
   */
  static String target(String path, Map<String, String> query) {
    StringBuilder target = new StringBuilder(path);
    char mark = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      boolean open = OPEN_PARAMETERS.contains(parameter.getKey());
      target
          .append(mark)
          .append(parameter.getKey())
          .append('=')
          .append(open ? parameter.getValue() : MASK);
      mark = '&';
    }
    return target.toString();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
