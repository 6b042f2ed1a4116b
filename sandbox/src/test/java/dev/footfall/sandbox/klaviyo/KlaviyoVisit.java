package dev.footfall.sandbox.klaviyo;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox, and what visitors of its Klaviyo send. */
abstract class KlaviyoVisit {
  static final String JOBS = "/api/profile-bulk-import-jobs";
  static final String KEY = "Klaviyo-API-Key sandbox-klaviyo-key";
  static final Instant NOW = Instant.parse("2026-07-20T10:00:00Z");
  static final String TWO = Running.resource(KlaviyoVisit.class, "two-profiles.json");
  Running running;

  @BeforeEach
  void start() {
    running = Running.at(NOW.toString());
  }

  @AfterEach
  void stop() {
    running.close();
  }

  HttpResponse<String> post(String path, String body, String... headers) throws IOException {
    return running.send(
        "/klaviyo" + path,
        request -> {
          request
              .setHeader("Authorization", KEY)
              .setHeader("revision", "2026-07-15")
              .setHeader("Content-Type", "application/vnd.api+json")
              .POST(BodyPublishers.ofString(body));
          for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
          }
        });
  }

  void inject(Injection injection) {
    running.sandbox().inject("klaviyo", injection);
  }

  Counters counters() {
    return running.sandbox().counters("klaviyo");
  }
}
