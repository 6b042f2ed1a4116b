package dev.footfall.sandbox.braze;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and what visitors of its Braze send. */
abstract class BrazeVisit {
  static final String TRACK = "/braze/users/track";
  static final String ATTRIBUTES = Running.resource(BrazeVisit.class, "attributes.json");
  static final String PURCHASES = Running.resource(BrazeVisit.class, "purchases.json");
  static final String NOW = "2026-07-21T09:00:00Z";
  Running running;

  @BeforeEach
  void start() {
    running = Running.at(NOW);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  HttpResponse<String> post(String path, String body) throws IOException {
    return running.post(path, body, "Authorization", "Bearer sandbox-braze-key");
  }

  HttpResponse<String> track(String body) throws IOException {
    return post(TRACK, body);
  }

  Counters counters() {
    return running.sandbox().counters("braze");
  }

  JsonNode user(String id) {
    return running.sandbox().view("braze", "users", id).orElseThrow();
  }
}
