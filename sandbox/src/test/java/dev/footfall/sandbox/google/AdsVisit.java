package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and what visitors of its Google Ads API send. */
abstract class AdsVisit {
  static final String CUSTOMER = "/google/v25/customers/1234567890";
  static final String UPLOAD = CUSTOMER + ":uploadClickConversions";
  static final String[] TOKEN = {"Authorization", "Bearer sandbox-google-token"};
  static final String ORDERS = Running.resource(AdsVisit.class, "upload.json");
  static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  Running running;

  @BeforeEach
  void start() {
    running = Running.at(NOW.toString());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  HttpResponse<String> upload(String body) throws IOException {
    return running.post(UPLOAD, body, TOKEN);
  }

  JsonNode failure(String body) throws IOException {
    HttpResponse<String> answer = upload(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).at("/partialFailureError/details/0/errors");
  }

  Counters counters() {
    return running.sandbox().counters("google");
  }
}
