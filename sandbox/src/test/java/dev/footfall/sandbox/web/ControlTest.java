package dev.footfall.sandbox.web;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.meta.MetaDouble;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.TokenState;
import dev.footfall.sandbox.tiktok.TikTokDouble;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox is told over HTTP, and the page that shows what it has accepted. */
class ControlTest {
  private static final String META = "/meta/v25.0/1234567890/events";
  private static final String[] TOKEN = {"Authorization", "Bearer sandbox-meta-token"};
  private static final String STORE = Running.resource(MetaDouble.class, "store-order.json");
  private static final String NOW = "2026-11-21T09:00:00Z";
  @AutoClose private final Running running = Running.at(NOW);

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
    String csv = Running.resource(TikTokDouble.class, "worked-example.csv");
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
