package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who an event is about: {@code user_data}. */
class IdentityTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "email", "em",
          "phone", "ph",
          "given_name", "fn",
          "surname", "ln",
          "birthdate", "db",
          "gender", "ge",
          "city", "ct",
          "state", "st",
          "postal", "zp",
          "country", "country");

  @Test
  void every_identity_of_the_contract_hashes_as_it_says() {
    ExampleTest.resource("identity-vectors.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(IdentityTest::check);
  }

  private static void check(String line) {
    String[] vector = line.split("\t");
    String cell = unescaped(vector[2].substring(1, vector[2].length() - 1));
    String key = KEYS.getOrDefault(vector[0], vector[0]);
    TestRows row = Samples.row().with("external_id", "A-1").with("phone", "+16505551212");
    if (!vector[1].isEmpty()) {
      row = row.with("country", vector[1]);
    }
    Mapped mapped = Samples.run().map(row.with(vector[0], cell));
    var sent = mapped.event().path("user_data").path(key);
    if (vector[3].equals("-")) {
      assertThat(sent.isMissingNode()).as(line).isTrue();
      assertThat(mapped.dropped()).as(line).extracting(Mapped.Line::column).contains(vector[0]);
    } else {
      assertThat(sent.path(0).asText()).as(line).isEqualTo(vector[3]);
      assertThat(mapped.dropped()).as(line).isEmpty();
    }
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  @Test
  void each_dropped_field_has_its_own_code() {
    Map<String, Code> codes =
        Map.of(
            "email", Code.BAD_EMAIL,
            "birthdate", Code.BAD_BIRTHDATE,
            "gender", Code.BAD_GENDER,
            "city", Code.BAD_CITY,
            "state", Code.BAD_STATE,
            "postal", Code.BAD_POSTAL_CODE,
            "country", Code.BAD_COUNTRY,
            "madid", Code.BAD_DEVICE_ID,
            "given_name", Code.FIELD_DROPPED,
            "client_ip_address", Code.FIELD_DROPPED);
    codes.forEach(
        (column, code) ->
            assertThat(
                    Samples.run()
                        .map(Samples.row().with("phone", "+16505551212").with(column, "-"))
                        .droppedCodes())
                .as(column)
                .containsExactly(code));
    assertThat(Samples.run().map(Samples.row().with("phone", "-")).droppedCodes())
        .containsExactly(Code.BAD_PHONE);
  }

  @Test
  void a_row_without_email_and_phone_is_rejected() {
    assertThat(
            Samples.run()
                .map(Samples.row().with("email", "n/a").with("external_id", "A-1"))
                .codes())
        .containsExactly(Code.MISSING_IDENTITY);
  }

  @Test
  void meta_minimum_takes_what_tells_people_apart() {
    TestRows nobody = Samples.row().with("email", null);
    assertThat(minimum(nobody.with("external_id", "A-1")).events()).hasSize(1);
    assertThat(minimum(nobody.with("given_name", "Ada").with("surname", "King")).events())
        .hasSize(1);
    assertThat(minimum(nobody.with("given_name", "Ada").with("gender", "f")).codes())
        .containsExactly(Code.MISSING_IDENTITY);
    assertThat(minimum(nobody.with("surname", "King").with("gender", "f")).codes())
        .containsExactly(Code.MISSING_IDENTITY);
    assertThat(
            minimum(nobody.with("birthdate", "1997-02-16").with("client_user_agent", "x")).codes())
        .containsExactly(Code.MISSING_IDENTITY);
    assertThat(
            minimum(nobody.with("city", "Rome").with("country", "IT").with("gender", "f")).codes())
        .containsExactly(Code.MISSING_IDENTITY);
    assertThat(minimum(nobody).codes()).containsExactly(Code.MISSING_IDENTITY);
  }

  private static Mapped minimum(TestRows rows) {
    return Samples.run().set("identity_policy", "meta_minimum").map(rows);
  }

  @Test
  void identities_of_an_order_are_gathered_up_to_ten() {
    TestRows rows = Samples.order();
    for (int i = 1; i < 12; i++) {
      rows = rows.and(Samples.order().with("email", "m" + i + "@example.org"));
    }
    assertThat(Samples.run().map(rows).event().at("/user_data/em")).hasSize(10);
  }

  @Test
  void other_fields_keep_the_first_value_and_say_so() {
    TestRows rows = Samples.order().with("city", "Rome").with("product_id", "A");
    Mapped mapped = Samples.run().map(rows.and(rows.with("city", "Oslo").with("product_id", "B")));

    assertThat(mapped.event().at("/user_data/ct"))
        .isEqualTo(Samples.run().map(rows).event().at("/user_data/ct"));
    assertThat(mapped.notices())
        .extracting(Mapped.Line::brief)
        .containsExactly("0 ORDER_ATTRIBUTE_CONFLICT city");
  }

  @Test
  void an_external_id_may_go_unhashed() {
    Mapped mapped =
        Samples.run()
            .set("hash_external_id", "false")
            .map(Samples.row().with("external_id", " amp-7F3C91 "));
    assertThat(mapped.event().at("/user_data/external_id/0").asText()).isEqualTo("amp-7F3C91");
  }

  @Test
  void whole_numbers_are_ids_without_a_point() {
    Mapped mapped =
        Samples.run().map(Samples.row().with("external_id", 1001.0).with("order_id", 1001.0));

    assertThat(mapped.event().at("/custom_data/order_id").asText()).isEqualTo("1001");
    assertThat(mapped.event().at("/user_data/external_id/0"))
        .isEqualTo(
            Samples.run()
                .map(Samples.row().with("external_id", "1001"))
                .event()
                .at("/user_data/external_id/0"));
  }

  @Test
  void unhashed_ids_go_as_meta_takes_them() {
    var user =
        Samples.run()
            .map(
                Samples.row()
                    .with("madid", "38400000-8CF0-11BD-B23E-10B96E40000D")
                    .with("client_ip_address", " 2001:db8::1 ")
                    .with("fbc", "fb.1.1554763741205.AbCdEf")
                    .with("fbp", "fb.1.1596403881668.1116446470")
                    .with("lead_id", "0123")
                    .with("fb_login_id", 42)
                    .with("page_id", " 77 "))
            .event()
            .path("user_data");

    assertThat(user.path("madid").asText()).isEqualTo("38400000-8cf0-11bd-b23e-10b96e40000d");
    assertThat(user.path("client_ip_address").asText()).isEqualTo("2001:db8::1");
    assertThat(user.path("fbc").asText()).isEqualTo("fb.1.1554763741205.AbCdEf");
    assertThat(user.path("fbp").asText()).isEqualTo("fb.1.1596403881668.1116446470");
    assertThat(user.path("lead_id").isIntegralNumber()).isTrue();
    assertThat(user.path("lead_id").asInt()).isEqualTo(123);
    assertThat(user.path("fb_login_id").asInt()).isEqualTo(42);
    assertThat(user.path("page_id").asText()).isEqualTo("77");
  }

  @Test
  void malformed_cookies_are_dropped() {
    for (String cookie : List.of("fb.1.2", "fb.x.1.a", "IwAR123", "fb.1.1.", "fb..1.a")) {
      assertThat(Samples.run().map(Samples.row().with("fbc", cookie)).droppedCodes())
          .as(cookie)
          .containsExactly(Code.FIELD_DROPPED);
    }
    assertThat(Samples.run().map(Samples.row().with("fbp", "fb.1.1.x")).droppedCodes())
        .containsExactly(Code.FIELD_DROPPED);
  }
}
