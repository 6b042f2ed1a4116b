package dev.footfall.sandbox.tiktok;

import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and what visitors of its TikTok send. */
abstract class TikTokVisit {
  static final String ROOT = "/tiktok/open_api/v1.3";
  static final String TRACK = ROOT + "/event/track/";
  static final String ORDER = Running.resource(TikTokVisit.class, "store-order.json");
  static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");
  static final String SET = "7654321098765432109";
  Running running;

  @BeforeEach
  void start() {
    running = Running.at(NOW.toString());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  HttpResponse<String> post(String body) throws IOException {
    return running.post(TRACK, body, "Access-Token", "sandbox-tiktok-token");
  }

  JsonNode answer(String body) throws IOException {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer);
  }

  Counters counters() {
    return running.sandbox().counters("tiktok");
  }

  static String numbered(int times) {
    return repeated(ORDER, times, (event, i) -> event.put("event_id", "e-" + i));
  }
}
