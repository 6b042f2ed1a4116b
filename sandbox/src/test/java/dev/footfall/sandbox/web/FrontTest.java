package dev.footfall.sandbox.web;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.meta.MetaDouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {
  private static final String META = "/meta/v25.0/1234567890/events";
  private static final String[] TOKEN = {"Authorization", "Bearer sandbox-meta-token"};
  private static final String STORE = Running.resource(MetaDouble.class, "store-order.json");
  private static final String NOW = "2026-11-21T09:00:00Z";
  @AutoClose private final Running running = Running.at(NOW);

  @Test
  void base_urls_have_one_prefix_a_platform_on_one_port() {
    int port = running.sandbox().port();
    assertThat(running.sandbox().baseUrl("meta")).isEqualTo("http://127.0.0.1:" + port + "/meta");
    assertThat(running.sandbox().platforms()).startsWith("meta", "tiktok", "pinterest");
    assertThat(running.sandbox().summary()).containsOnlyKeys(running.sandbox().platforms());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/metaphor/v25.0/1/events",
        "/_control/nothing",
        "/_control/nobody/events"
      })
  void unknown_paths_are_answered_in_json(String path) throws IOException {
    HttpResponse<String> answer = running.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("error").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "tiktok", "pinterest"})
  void unknown_paths_below_a_platform_are_answered_in_its_words(String platform)
      throws IOException {
    for (String path : List.of("", "/", "/nothing", "/%00", "/v25.0/..%2f..")) {
      HttpResponse<String> answer = running.get("/" + platform + path, TOKEN);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(json(answer).toString()).contains("code");
    }
  }

  private List<String> eventPaths() {
    return List.of(
        META,
        "/tiktok/open_api/v1.3/event/track/",
        "/pinterest/v5/ad_accounts/549755885175/events",
        "/snapchat/v3/8f1c0a52-0000-4000-8000-00000000beef/events?access_token=sandbox-snapchat-token");
  }

  private HttpResponse<String> raw(String path, byte[] body) throws IOException {
    return running.send(
        path,
        request ->
            request
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer sandbox-" + path.split("/")[1] + "-token")
                .header("Access-Token", "sandbox-tiktok-token")
                .POST(BodyPublishers.ofByteArray(body)));
  }

  @Test
  void random_bytes_are_refused_without_a_trace() throws IOException {
    Random random = new Random(7);
    for (String path : eventPaths()) {
      for (int i = 0; i < 60; i++) {
        byte[] body = new byte[random.nextInt(400)];
        random.nextBytes(body);
        assertIsPoliteRefusal(raw(path, body));
      }
    }
  }

  @Test
  void mangled_json_is_refused_without_a_trace() throws IOException {
    Random random = new Random(8);
    for (String path : eventPaths()) {
      for (int i = 0; i < 120; i++) {
        byte[] body = STORE.getBytes(StandardCharsets.UTF_8);
        for (int j = 0; j < 3; j++) {
          body[random.nextInt(body.length)] = (byte) random.nextInt(128);
        }
        HttpResponse<String> answer = raw(path, body);
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("at dev.footfall", "com.fasterxml", "java.lang");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "17",
        "\"x\"",
        "{",
        "{}",
        "{\"data\":",
        "{\"data\":[{}]}",
        "{\"data\":[null]}",
        "{\"data\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{\"data\":[1]} x",
        "{\"data\":NaN}",
        "\ufeff{}"
      })
  void bodies_that_are_no_request_are_refused(String body) throws IOException {
    for (String path : eventPaths()) {
      assertIsPoliteRefusal(raw(path, body.getBytes(StandardCharsets.UTF_8)));
      assertIsPoliteRefusal(raw(path, body.getBytes(StandardCharsets.UTF_16BE)));
    }
  }

  private static void assertIsPoliteRefusal(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).isIn(200, 400, 422);
    assertThat(json(answer).findValuesAsText("code")).doesNotContain("0");
    assertThat(answer.body()).containsAnyOf("\"code\"", "INVALID");
    assertThat(answer.body())
        .doesNotContain("at dev.footfall", "com.fasterxml", "JsonParseException");
  }

  @Test
  void bodies_over_the_bound_are_413_and_the_connection_survives() throws IOException {
    try (Running small = Running.with(SandboxOptions.defaults().bodiesUpTo(1000))) {
      HttpResponse<String> answer = small.post(META, " ".repeat(200_000), TOKEN);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(json(answer).path("error").path("message").asText()).contains("too large");
      assertThat(small.get("/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void names_that_are_not_loopback_are_turned_away() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.sandbox().port())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 403");
    }
  }
}
