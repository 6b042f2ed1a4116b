package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.HttpCall;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract's example, byte for byte. */
class ExampleTest {
  @Test
  void three_rows_become_the_two_events_of_the_example() {
    Mapped mapped = Samples.run().map(Samples.example());

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.text(0)).isEqualTo(resource("store-order.json"));
    assertThat(mapped.text(1)).isEqualTo(resource("web-order.json"));
    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.dropped()).isEmpty();
    assertThat(mapped.notices()).isEmpty();
  }

  @Test
  void stores_and_websites_never_share_a_request() {
    List<HttpCall> calls =
        Samples.run().requests(Samples.example(), TestRun.credential("access_token", "T"));

    assertThat(calls)
        .extracting(ExampleTest::body)
        .containsExactly(
            "{\"data\":[" + resource("store-order.json") + "]}",
            "{\"data\":[" + resource("web-order.json") + "]}");
    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.method()).isEqualTo("POST");
              assertThat(call.url())
                  .isEqualTo("https://graph.facebook.com/v25.0/1234567890/events");
              assertThat(call.headers())
                  .containsEntry("Authorization", "Bearer T")
                  .containsEntry("Content-Type", "application/json; charset=utf-8")
                  .containsEntry("Accept", "application/json");
              assertThat(call.secretHeaders()).containsExactly("Authorization");
            });
  }

  private static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static String resource(String name) {
    try (InputStream in = ExampleTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
