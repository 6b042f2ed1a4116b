package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.HttpCall;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples, byte for byte. */
class ExampleTest {
  @Test
  void two_item_rows_become_the_request_of_the_example() {
    List<HttpCall> calls =
        Samples.run().requests(Samples.example(), TestRun.credential("access_token", "tok-1"));

    assertThat(calls).hasSize(1);
    HttpCall call = calls.get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url()).isEqualTo("https://business-api.tiktok.com/open_api/v1.3/event/track/");
    assertThat(call.headers())
        .containsEntry("Access-Token", "tok-1")
        .containsEntry("Content-Type", "application/json")
        .hasSize(2);
    assertThat(call.secretHeaders()).containsExactly("Access-Token");
    assertThat(body(call)).isEqualTo(Samples.resource("store-order.json"));
  }

  @Test
  void the_order_of_the_rows_does_not_matter() {
    Mapped shuffled = Samples.run().map(Samples.example().shuffled(7));

    assertThat(shuffled.texts()).isEqualTo(Samples.run().map(Samples.example()).texts());
  }

  private static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
