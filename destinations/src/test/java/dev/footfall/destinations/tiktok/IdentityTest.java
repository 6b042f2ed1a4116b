package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who an event is about: vectors of e-mails, phones and customer ids. */
class IdentityTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " ALICE_abc@gmail.com ,848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f",
        " Dana.Kim+VIP@Example.COM"
            + " ,25ceeb072ff3db8e3c34745d512de1e1ba430f34419118960b0753aab64ea416",
        "DANAKIM@example.com,496d97a85ea9f0eb865a7f8610154626686e5dc1a7f7dbadb4dca1a02f97e953",
        "O'Brien@Example.ie,e26868db901d80db302fd874cb1ec46b84bff238584179ec598ce23f423e91b3",
        "JOSÉ.Núñez@correo.es,9c924d5c8baeb07a97cefeb599a27e7705e81685f60f8040c25fe8878ceabe08",
        "\u00A0pat@example.org\u00A0,80254a4ba6a41c36e4d75788f712f37b378eb6c0989c2e5ea061436464143c4f",
        "848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f,848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f",
        "848A771458438FC2EC420560D769FB9B9B86851EE338EC56517BAABD79D3BB4F,848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f"
      })
  void emails_are_trimmed_lowered_and_hashed_with_dots_and_tags_kept(String email, String digest) {
    JsonNode user = Samples.run().map(Samples.row().with("email", email)).event().path("user");

    assertThat(user.path("email")).hasSize(1);
    assertThat(user.path("email").path(0).asText()).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "jane doe@example.com",
        "jane@@example.com",
        "jane@example",
        "\"Jane\" <jane@example.com>"
      })
  void bad_emails_are_dropped_and_a_row_left_without_identity_is_rejected(String email) {
    Mapped withPhone = Samples.run().map(Samples.row().with("email", email));
    Mapped alone = Samples.run().map(Samples.row().with("email", email).without("phone"));

    assertThat(withPhone.event().path("user").has("email")).isFalse();
    assertThat(withPhone.droppedCodes()).containsExactly(Code.BAD_EMAIL);
    assertThat(alone.codes()).containsExactly(Code.MISSING_IDENTITY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "US|(+1)2133734253|9f7ec22d72092cd3c0b58726ed9c2d91b92e51a3f29837508fb2948bb22dd2fd",
        "US|12133734253|9f7ec22d72092cd3c0b58726ed9c2d91b92e51a3f29837508fb2948bb22dd2fd",
        "US|(206) 555-0123|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|206.555.0123|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|+1 206 555 0123|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|1-206-555-0123|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|+112065550123|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|206-555-0123 x45|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|+12065550123;ext=9|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|2065550123.0|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|tel:+1-206-555-0123|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|２０６５５５０１２３|70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8",
        "US|+44 (0)20 7946 0958|f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d",
        "US|0044 20 7946 0958|f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d",
        "US|011 44 20 7946 0958|f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d",
        "US|442079460958|f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d",
        "GB|020 7946 0958|f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d",
        "US|+33 1 23 45 67 89|022a2d6f0a45a74fd127cffcc558e0486a29af66d29bb1964cc5b47a75d62a6a",
        "FR|06 12 34 56 78|42d573cfc315801d4cd8eddd5416b416a0bf298b9b9e12d6b07442c91db42bd8",
        "US|+39 06 698 12345|6a63cf8febcd7ccbf5b6dbfc27dc58c9247dfc86e4da4a66d574baaee5a3160b",
        "US|+81 3-1234-5678|7d7350df0a907cf9cf79b40e32af0a5cc71886126b86babd1f2ccedd25d336c6",
        "AU|(02) 5550 1234|091fbdac7f7670057f67c1c3f16aac3f9ef2c65129b552d8b2e62f47b2e95237",
        "US|+1 (555) 555-5555|910a625c4ba147b544e6bd2f267e130ae14c591b6ba9c25cb8573322dedbebd0"
      })
  void phones_are_read_in_the_default_region_and_hashed_with_a_plus(
      String region, String phone, String digest) {
    JsonNode user =
        Samples.run()
            .set("default_phone_region", region)
            .map(Samples.row().with("phone", phone))
            .event()
            .path("user");

    assertThat(user.path("phone").path(0).asText()).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1",
        "555-0123",
        "1234",
        "0000000000",
        "9999999999",
        "1234567890",
        "0612345678",
        "1-800-FLOWERS",
        "2.065550123E9",
        "unknown",
        "+1234567890123456",
        "2065550123 / 2065550124"
      })
  void bad_phones_are_dropped(String phone) {
    Mapped mapped = Samples.run().map(Samples.row().with("phone", phone));

    assertThat(mapped.event().path("user").has("phone")).isFalse();
    assertThat(mapped.droppedCodes()).containsExactly(Code.BAD_PHONE);
  }

  @Test
  void blank_identities_are_absent_and_are_no_bad_values() {
    Mapped mapped = Samples.run().map(Samples.row().with("phone", " \u200B\u00A0 "));

    assertThat(mapped.event().path("user").has("phone")).isFalse();
    assertThat(mapped.dropped()).isEmpty();
  }

  @Test
  void several_identities_of_an_order_go_sorted_with_a_notice() {
    TestRows rows =
        Samples.order()
            .with("email", List.of("DANAKIM@example.com", "dana.kim+vip@example.com"))
            .and(Samples.order().with("email", "pat@example.org"));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.event().path("user").path("email"))
        .extracting(JsonNode::asText)
        .hasSize(3)
        .isSorted();
    assertThat(mapped.noticeCodes()).containsExactly(Code.ORDER_IDENTITY_CONFLICT);
  }

  @Test
  void the_customer_id_goes_only_where_asked_for_and_is_no_identity() {
    TestRows rows = Samples.row().with("external_id", " C-000917 ");
    JsonNode user = Samples.run().set("send_external_id", "true").map(rows).event().path("user");

    assertThat(user.path("external_id").path(0).asText())
        .isEqualTo("3120e152839d5195e740273ace846638968d13b4f89f0ab5744ef68dde4188df");
    assertThat(Samples.run().map(rows).event().path("user").has("external_id")).isFalse();
    assertThat(
            Samples.run()
                .set("send_external_id", "true")
                .map(rows.with("email", "").with("phone", ""))
                .codes())
        .containsExactly(Code.MISSING_IDENTITY);
  }
}
