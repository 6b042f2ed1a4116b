package dev.footfall.sandbox.web;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.meta.MetaDouble;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.TokenState;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {
  private static final String META = "/meta/v25.0/1234567890/events";
  private static final String[] TOKEN = {"Authorization", "Bearer sandbox-meta-token"};
  private static final String STORE = Running.resource(MetaDouble.class, "store-order.json");
  private static final String NOW = "2026-11-21T09:00:00Z";

  private Running running;

  @BeforeEach
  void start() {
    running = Running.at(NOW);
  }

  @AfterEach
  void stop() {
    running.close();
  }

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

  @Test
  void control_interface_lists_what_happened() throws IOException {
    running.post(META, STORE, TOKEN);
    running.post(META, STORE.replace("USD", "usd"), TOKEN);
    JsonNode counters = json(running.get("/_control/meta/counters"));
    assertThat(counters.toString())
        .isEqualTo(
            "{\"requests\":2,\"received\":2,\"kept\":1,\"duplicates\":0,\"refused\":1,\"test\":0,\"repeated\":0,"
                + "\"personal_data\":0}");
    assertThat(json(running.get("/_control/counters")).path("meta")).isEqualTo(counters);
    JsonNode events = json(running.get("/_control/meta/events?limit=1")).path("events");
    assertThat(events.at("/0/event/custom_data/order_id").asText()).isEqualTo("ORD-1001");
    assertThat(events.at("/0/at").asText()).isEqualTo(NOW);
    JsonNode requests = json(running.get("/_control/meta/requests")).path("requests");
    assertThat(requests.at("/1/status").asInt()).isEqualTo(400);
    assertThat(requests.at("/0/headers/Authorization").asText()).isEqualTo("***");
    assertThat(json(running.get("/_control/meta/refusals")).at("/refusals/0/reason").asText())
        .isEqualTo("data[0].custom_data.currency: must be three capital letters");
    assertThat(json(running.get("/_control/meta/kinds")).findValuesAsText("name"))
        .contains("throttle", "terms");
    assertThat(running.get("/_control/meta/events?limit=x").statusCode()).isEqualTo(400);
  }

  @Test
  void faults_are_asked_for_over_http() throws IOException {
    String order = "{\"kind\":\"status\",\"status\":503,\"html\":true,\"count\":2,\"after\":1}";
    assertThat(running.post("/_control/meta/inject", order).statusCode()).isEqualTo(200);
    assertThat(running.post(META, STORE, TOKEN).statusCode()).isEqualTo(200);
    assertThat(running.post(META, STORE, TOKEN).statusCode()).isEqualTo(503);
    assertThat(running.post(META, STORE, TOKEN).body()).startsWith("<html>");
    assertThat(running.post(META, STORE, TOKEN).statusCode()).isEqualTo(200);
    String dataset = "{\"kind\":\"status\",\"on\":\"dataset\",\"body\":\"{}\"}";
    running.post("/_control/meta/inject", dataset);
    assertThat(running.post(META, STORE, TOKEN).statusCode()).isEqualTo(200);
    assertThat(running.get("/meta/v25.0/1234567890", TOKEN).body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"explode\"}",
        "{\"kind\":\"slow\",\"delay\":3}",
        "{\"kind\":\"slow\",\"count\":0}",
        "{\"kind\":\"slow\",\"count\":\"many\"}",
        "{\"kind\":\"poison\"}",
        "[]",
        "nonsense",
        ""
      })
  void orders_that_make_no_sense_are_400(String order) throws IOException {
    HttpResponse<String> answer = running.post("/_control/meta/inject", order);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("error").asText()).isNotEmpty();
  }

  @Test
  void foreign_web_pages_cannot_give_orders() throws IOException {
    HttpResponse<String> answer =
        running.send("/_control/reset", request -> request.POST(BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void slow_answers_are_right_answers() throws IOException {
    running.sandbox().inject("meta", Injection.next("slow").with("delay_ms", 150));
    long before = System.nanoTime();
    assertThat(running.post(META, STORE, TOKEN).statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - before).isGreaterThan(140_000_000);
  }

  @Test
  void reset_forgets_events_faults_and_the_stopped_clock() throws IOException {
    running.post(META, STORE, TOKEN);
    running.post("/_control/clock", "{\"now\":\"2027-01-01T00:00:00Z\"}");
    running.sandbox().inject("meta", Injection.next("terms"));
    assertThat(json(running.post("/_control/reset", "{}")).path("reset").get(0).asText())
        .isEqualTo("meta");
    assertThat(running.sandbox().counters("meta").requests()).isZero();
    assertThat(running.post(META, STORE, TOKEN).statusCode()).isEqualTo(200);
    assertThat(running.sandbox().counters("meta").kept()).isEqualTo(1);
  }

  @Test
  void clock_can_be_stopped_over_http() throws IOException {
    running.post("/_control/clock", "{\"now\":\"2027-06-01T00:00:00Z\"}");
    assertThat(running.post(META, STORE, TOKEN).body()).contains("2804003");
    running.post("/_control/clock", "{\"now\":\"system\"}");
    assertThat(json(running.get("/_control/clock")).path("now").asText()).isEqualTo(NOW);
    assertThat(running.post("/_control/clock", "{\"now\":\"soon\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void upload_files_can_be_checked_over_http() throws IOException {
    String csv =
        Running.resource(dev.footfall.sandbox.tiktok.TikTokDouble.class, "worked-example.csv");
    running.sandbox().clock().stopAt(Instant.parse("2026-03-06T00:00:00Z"));
    HttpResponse<String> answer =
        running.send(
            "/_control/tiktok/csv?name=x.csv",
            request ->
                request.header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    assertThat(json(answer).path("faults")).isEmpty();
    HttpResponse<String> bad =
        running.send(
            "/_control/pinterest/csv",
            request ->
                request.header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    assertThat(json(bad).at("/faults/0/code").asText()).isEqualTo("CSV_MISSING_REQUIRED");
    assertThat(running.post("/_control/meta/csv", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void page_shows_what_was_accepted_and_refused() throws IOException {
    running.post(META, STORE, TOKEN);
    running.post(META, STORE.replace("USD", "usd"), TOKEN);
    HttpResponse<String> page = running.get("/");
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(page.body())
        .startsWith("<!doctype html>")
        .contains(
            "ORD-1001", "73.31 USD", "data[0].custom_data.currency: must be three capital letters")
        .contains("7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae")
        .doesNotContain("http://", "https://", "{{")
        .doesNotContain("sandbox-meta-token<script");
    assertThat(running.get("/?live").body()).startsWith("<nav").contains("ORD-1001");
  }

  @Test
  void page_escapes_everything_it_prints() throws IOException {
    String evil = "<script>alert(1)</script><img src=x onerror='a()'>&\\\"";
    running.post(META, STORE.replace("ORD-1001", evil).replace("SKU-RED-42", evil), TOKEN);
    running.post(META, STORE.replace("\"ge\"", "\"<b>x</b>\""), TOKEN);
    running.get(
        "/meta/v25.0/%3Cscript%3E?fields=<script>alert(2)</script>"
            .replace("<", "%3C")
            .replace(">", "%3E"));
    String page = running.get("/?live").body();
    assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).doesNotContain("<script", "<img", "<b>x", "onerror='");
  }

  @Test
  void accepted_events_outlive_the_sandbox_in_a_folder(@TempDir Path folder) throws IOException {
    SandboxOptions options =
        SandboxOptions.defaults()
            .by(InstantSource.fixed(Instant.parse(NOW)))
            .keepingIn(folder.resolve("state"));
    try (Running first = Running.with(options)) {
      first.post(META, STORE, TOKEN);
    }
    Path file = folder.resolve("state/meta.ndjson");
    assertThat(Files.readAllLines(file)).hasSize(1);
    Files.writeString(file, Files.readString(file) + "{\"at\":\"2026-1");
    try (Running second = Running.with(options)) {
      assertThat(second.sandbox().counters("meta").kept()).isEqualTo(1);
      second.post(META, STORE, TOKEN);
      assertThat(second.sandbox().counters("meta").duplicates()).isEqualTo(1);
      second.post(META, STORE.replace("ORD-1001", "ORD-2"), TOKEN);
    }
    try (Running third = Running.with(options)) {
      assertThat(third.sandbox().counters("meta").kept()).isEqualTo(2);
      assertThat(third.sandbox().events("meta", 1).get(0).json()).contains("ORD-2");
      third.sandbox().reset();
      assertThat(Files.size(file)).isZero();
    }
  }

  @Test
  void further_accounts_can_be_known() throws IOException {
    SandboxOptions options =
        SandboxOptions.defaults()
            .by(InstantSource.fixed(Instant.parse(NOW)))
            .token("meta", "my-token", TokenState.GOOD)
            .target("meta", "42424242");
    try (Running own = Running.with(options)) {
      HttpResponse<String> answer =
          own.post("/meta/v25.0/42424242/events", STORE, "Authorization", "Bearer my-token");
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }
}
