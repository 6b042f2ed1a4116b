package dev.footfall.sandbox.meta;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and what visitors of its Meta send. */
abstract class MetaVisit {
  static final String EVENTS = "/meta/v25.0/1234567890/events";
  static final String STORE = Running.resource(MetaVisit.class, "store-order.json");
  static final String WEB = Running.resource(MetaVisit.class, "website-order.json");
  static final long NOW = 1795251600;
  Running running;

  @BeforeEach
  void start() {
    running = Running.at("2026-11-21T09:00:00Z");
  }

  @AfterEach
  void stop() {
    running.close();
  }

  HttpResponse<String> post(String body) throws IOException {
    return running.post(EVENTS, body, "Authorization", "Bearer sandbox-meta-token");
  }

  JsonNode refusal(String body) throws IOException {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return json(answer).path("error");
  }

  String reason(String body) throws IOException {
    return refusal(body).path("error_user_msg").asText();
  }

  Counters counters() {
    return running.sandbox().counters("meta");
  }
}
