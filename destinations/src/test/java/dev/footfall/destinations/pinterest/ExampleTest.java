package dev.footfall.destinations.pinterest;

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
  void three_rows_become_the_request_of_the_example() {
    List<HttpCall> calls =
        Samples.api()
            .requests(Samples.example(), TestRun.credential("conversion_access_token", "T"));

    assertThat(calls).hasSize(1);
    assertThat(body(calls.get(0))).isEqualTo(resource("example.json"));
    assertThat(calls.get(0).method()).isEqualTo("POST");
    assertThat(calls.get(0).url())
        .isEqualTo("https://api.pinterest.com/v5/ad_accounts/549755885175/events");
    assertThat(calls.get(0).headers())
        .containsEntry("Authorization", "Bearer T")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Accept", "application/json");
    assertThat(calls.get(0).secretHeaders()).containsExactly("Authorization");
  }

  @Test
  void nothing_of_the_example_is_worth_a_word() {
    Mapped mapped = Samples.api().map(Samples.example());

    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.dropped()).isEmpty();
    assertThat(mapped.notices()).isEmpty();
  }

  @Test
  void the_order_of_the_rows_does_not_matter() {
    Mapped straight = Samples.api().map(Samples.example());
    for (long seed = 0; seed < 6; seed++) {
      assertThat(Samples.api().map(Samples.example().shuffled(seed)).texts())
          .isEqualTo(straight.texts());
    }
  }

  @Test
  void test_mode_is_a_query_parameter_and_is_never_remembered() {
    TestRun run = Samples.api().set("test_mode", "true");
    List<HttpCall> calls =
        run.requests(Samples.example(), TestRun.credential("conversion_access_token", "T"));

    assertThat(calls.get(0).url()).endsWith("/events?test=true");
    assertThat(run.route(Samples.example()).isTest()).isTrue();
    assertThat(run.route(Samples.example()).usesLedger()).isFalse();
  }

  static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (InputStream in = ExampleTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
