package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented example, and what signs it. */
class ExampleTest {
  private static final String SHARED =
      "\"TrackingTagId\":\"tag0001\",\"TimestampUtc\":\"2026-11-18T15:09:26Z\","
          + "\"OrderId\":\"SO-100234\",\"Value\":\"64.30\",\"ValueCurrency\":\"USD\","
          + "\"Country\":\"USA\",\"Region\":\"WA\",\"City\":\"Seattle\","
          + "\"MerchantId\":\"11001\",\"EventName\":\"purchase\",\"LineItems\":["
          + "{\"item_code\":\"TEE-BLK-M\",\"qty\":\"2\",\"price\":\"19.90\",\"cat\":\"Tops\"},"
          + "{\"item_code\":\"CAP-RED\",\"qty\":\"1\",\"price\":\"24.50\",\"cat\":\"Hats\"}],"
          + "\"TD1\":\"spring\",\"TD10\":\"S-014\"}";
  private static final String EMAIL = "1P4ELYX3K2kiFwGXMCqROlWBJ2DIx1IUgAb+0k/b9I0=";
  private static final String PHONE = "WEpnzJb6bvXHXhUzvQfzsyjc2qWmHbQE6bJqNaMW2DM=";

  private static TestRun run() {
    return Samples.run().set("merchant_id", "11001");
  }

  private static HttpDelivery delivery(TestRun run) {
    return (HttpDelivery) run.route(Samples.example()).delivery();
  }

  private static Event event(TestRun run) {
    Event draft = run.map(Samples.example()).events().get(0);
    return Samples.found(Samples.map(run, Samples.example()), draft);
  }

  private static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void one_order_of_two_identities_is_two_items_alike() {
    HttpCall call =
        delivery(run()).request(List.of(event(run())), TestRun.credential("api_token", "t0ken"));

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.url())
        .isEqualTo("https://offlineattrib.adsrvr.org/providerapi/offlineconversion");
    assertThat(call.headers())
        .containsEntry("TTD-Auth", "t0ken")
        .containsEntry("Content-Type", "application/json");
    assertThat(call.secretHeaders()).contains("TTD-Auth", "TtdSignature", "TtdSignature-dp");
    assertThat(body(call))
        .isEqualTo(
            "{\"DataProviderId\":\"acmeoffline\",\"Items\":[{\"UID2\":\""
                + EMAIL
                + "\","
                + SHARED
                + ",{\"UID2\":\""
                + PHONE
                + "\","
                + SHARED
                + "],\"DataLoadTraceId\":\"run-1-1\"}");
    assertThat(event(run()).parts()).isEqualTo(2);
  }

  @Test
  void an_array_of_ids_is_one_item() {
    TestRun run = run().set("identity_output", "user_id_array").set("send_trace_id", "false");

    assertThat(event(run).parts()).isEqualTo(1);
    assertThat(body(delivery(run).request(List.of(event(run)), TestRun.credential())))
        .isEqualTo(
            "{\"DataProviderId\":\"acmeoffline\",\"UserIdArrayMetadataFormat\":[\"type\",\"id\"],"
                + "\"Items\":[{\"UserIdArray\":[[\"2\",\""
                + EMAIL
                + "\"],[\"2\",\""
                + PHONE
                + "\"]],"
                + SHARED
                + "]}");
  }

  @Test
  void requests_are_numbered_and_keep_their_number_when_repeated() {
    HttpDelivery delivery = delivery(run());
    Event first = event(run());
    Event second =
        Samples.found(
            Samples.map(run(), Samples.example()),
            run().map(Samples.example().shuffled(1)).events().get(0));

    assertThat(body(delivery.request(List.of(first), TestRun.credential()))).contains("run-1-1");
    assertThat(body(delivery.request(List.of(first, second), TestRun.credential())))
        .contains("run-1-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"DataProviderId\":\"acmeoffline\",\"Items\":[]}|zfa48jFUVVQsmuwrkNSP99av5j4=",
        "{\"DataProviderId\":\"acmeoffline\",\"Items\":[{\"TDID\":\"00000000-0000-4000-8000-000000000001\",\"TrackingTagId\":\"tag0001\",\"TimestampUtc\":\"2026-11-18T15:09:26Z\"}]}|leJrlPZBWcIYKnwXlbJyJKa2fe0=",
        "{\"DataProviderId\":\"acmeoffline\",\"Items\":[{\"TDID\":\"00000000-0000-4000-8000-000000000001\",\"TrackingTagId\":\"tag0001\",\"TimestampUtc\":\"2026-11-18T15:09:26Z\",\"City\":\"Saint-\u00C9tienne\"}]}|hI5yLErsEWvnckStJM5wde4RvCQ="
      })
  void a_body_is_signed_as_it_is_sent(String body, String signature) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    List<byte[]> pieces =
        List.of(Arrays.copyOf(bytes, 7), Arrays.copyOfRange(bytes, 7, bytes.length));

    assertThat(BodySignature.of(pieces, Optional.of("example-secret-1"))).isEqualTo(signature);
  }

  @Test
  void signatures_are_by_the_secret_that_is_set_and_the_providers_is_added() {
    TestRun run = run().set("auth_mode", "signature");
    String own =
        BodySignature.of(
            delivery(run).request(List.of(event(run)), TestRun.credential()).body(),
            Optional.of("a"));
    HttpCall call =
        delivery(run)
            .request(
                List.of(event(run)),
                TestRun.credential("advertiser_secret", "a", "data_provider_secret", "p"));

    assertThat(call.headers()).containsEntry("TtdSignature", own).doesNotContainKey("TTD-Auth");
    assertThat(call.headers().get("TtdSignature-dp")).hasSize(28).isNotEqualTo(own);
    TestRun provider = run.set("signature_key", "data_provider");
    assertThat(
            delivery(provider)
                .request(List.of(event(provider)), TestRun.credential("data_provider_secret", "a"))
                .headers())
        .containsEntry("TtdSignature", own)
        .containsEntry("TtdSignature-dp", own);
  }

  @Test
  void without_a_credential_signatures_and_tokens_are_stars() {
    TestRun run = run().set("auth_mode", "signature");

    assertThat(delivery(run()).request(List.of(event(run())), TestRun.credential()).headers())
        .containsEntry("TTD-Auth", "***");
    assertThat(delivery(run).request(List.of(event(run)), TestRun.credential()).headers())
        .containsEntry("TtdSignature", "***")
        .doesNotContainKey("TtdSignature-dp");
  }
}
