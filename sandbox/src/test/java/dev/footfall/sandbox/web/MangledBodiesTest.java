package dev.footfall.sandbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.braze.BrazeDouble;
import dev.footfall.sandbox.google.GoogleDouble;
import dev.footfall.sandbox.tradedesk.TradeDeskDouble;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, a double neither fails nor talks of its own insides. */
class MangledBodiesTest {

  static Stream<Arguments> doubles() {
    return Stream.of(
        Arguments.of(
            "/google/v1/events:ingest", Running.resource(GoogleDouble.class, "ingest.json")),
        Arguments.of(
            "/google/v25/customers/1234567890:uploadClickConversions",
            Running.resource(GoogleDouble.class, "upload.json")),
        Arguments.of(
            "/tradedesk/providerapi/offlineconversion",
            Running.resource(TradeDeskDouble.class, "one-order.json")),
        Arguments.of("/braze/users/track", Running.resource(BrazeDouble.class, "attributes.json")),
        Arguments.of("/braze/users/track", Running.resource(BrazeDouble.class, "purchases.json")));
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void mangled_json_never_breaks_a_double(String path, String good) throws IOException {
    Random random = new Random(11);
    try (Running running = Running.at("2026-11-21T09:00:00Z")) {
      for (int i = 0; i < 150; i++) {
        byte[] body = good.getBytes(StandardCharsets.UTF_8);
        for (int j = 0; j < 1 + i % 4; j++) {
          body[random.nextInt(body.length)] = (byte) (32 + random.nextInt(95));
        }
        assertIsPolite(send(running, path, body));
      }
      for (String odd : new String[] {"", "null", "[]", "17", "{\"", "{\"a\":[[[[", "\ufeff{}"}) {
        assertIsPolite(send(running, path, odd.getBytes(StandardCharsets.UTF_16BE)));
        assertIsPolite(send(running, path, odd.getBytes(StandardCharsets.UTF_8)));
      }
      assertIsPolite(
          send(
              running,
              path,
              good.replaceAll("4(2|9)\\.5|64\\.30|73\\.31", "1e999999999")
                  .getBytes(StandardCharsets.UTF_8)));
      assertThat(running.get("/?live").statusCode()).isEqualTo(200);
      assertThat(running.get("/_control/braze/revenue").statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> send(Running running, String path, byte[] body)
      throws IOException {
    String token = path.startsWith("/braze") ? "sandbox-braze-key" : "sandbox-google-token";
    return running.send(
        path,
        request ->
            request
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("TTD-Auth", "sandbox-tradedesk-token")
                .POST(BodyPublishers.ofByteArray(body)));
  }

  private static void assertIsPolite(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.body()).doesNotContain("at dev.footfall", "com.fasterxml", "java.lang");
  }
}
