package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is forgotten leaves no trace, and does not come back while the source still has them. */
abstract class ForgetContract {
  private static final String JANE = "jane.doe@gmail.com";
  private static final String ORDERS =
      """
      order_id,external_id,email,phone,timestamp,price,quantity,currency,product_id
      O1,C1,jane.doe@gmail.com,,2026-11-20 10:00:00,10.00,2,USD,p1
      O2,C2,joe@example.com,,2026-11-20 11:00:00,5.00,1,USD,p2
      O2,C2,joe@example.com,,2026-11-20 11:00:00,7.50,1,USD,p3
      O3,,JaneDoe+shop@gmail.com,,2026-11-20 12:00:00,7.50,1,USD,p3
      O4,,,(206) 555-0123,2026-11-20 12:30:00,7.50,1,USD,p3
      O5,C1,jane.doe@gmail.com,,2026-11-20 13:00:00,7.50,1,XXX,p3
      """;
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
        pins: { conversion_access_token: "${env:PIN_TOKEN}" }
      destinations:
        stores:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%1$s", initial_load: off }
        web:
          type: pinterest
          credential: pins
          settings: { ad_account_id: 549755885175, base_url: "%2$s" }
      orchestrations:
        daily:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
          columns: canonical
        other:
          source: drops
          query: queries/hashed.sql
          destination: web
          dialect: native
          columns: canonical
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  Typed typed;

  /** What the project says of its store. */
  abstract String store();

  /** Whether these bytes are anywhere in the store. */
  abstract boolean isKept(String text) throws Exception;

  @BeforeEach
  void project() {
    typed =
        Typed.in(folder)
            .shipped()
            .with(
                Map.of(
                    "META_TOKEN",
                    "sandbox-meta-token",
                    "PIN_TOKEN",
                    "sandbox-pinterest-token",
                    "STORE_PASSWORD",
                    "unused",
                    "FOOTFALL_SECRET",
                    "0123456789abcdef".repeat(4)))
            .write("data/orders.csv", ORDERS)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write(
                "queries/hashed.sql",
                "SELECT order_id, sha256(lower(email)) AS email, phone, timestamp, price, quantity,"
                    + " currency, product_id FROM orders")
            .write(
                "footfall.yaml",
                store() + PROJECT.formatted(sandbox.baseUrl("meta"), sandbox.baseUrl("pinterest")));
  }

  private JsonNode run(String orchestration) {
    return typed.run(orchestration, "--json").json();
  }

  private static int rows(JsonNode books, String fate) {
    return books.at("/rows/" + fate).intValue();
  }

  private JsonNode forget(String... whom) {
    String[] words = new String[whom.length + 2];
    words[0] = "forget";
    System.arraycopy(whom, 0, words, 1, whom.length);
    words[whom.length + 1] = "--json";
    Typed.Answer answer = typed.type(words);
    assertThat(answer.code()).as(answer.err()).isZero();
    return answer.json();
  }

  private static int of(JsonNode forgotten, String orchestration, String what) {
    for (JsonNode one : forgotten.path("orchestrations")) {
      if (one.path("orchestration").textValue().equals(orchestration)) {
        return one.path(what).intValue();
      }
    }
    throw new AssertionError("nothing of " + orchestration + " in " + forgotten);
  }

  private String trace(String order) {
    return typed.type("trace", order).out();
  }

  @Test
  void a_person_is_forgotten_everywhere_and_not_sent_again() throws Exception {
    assertThat(rows(run("daily"), "accepted")).isEqualTo(5);
    assertThat(rows(run("other"), "accepted")).isEqualTo(4); // Pinterest knows nobody by phone
    assertThat(trace("O1")).contains("delivered");
    assertThat(trace("O5")).contains("BAD_CURRENCY", "rejected");

    JsonNode forgotten = forget("--external-id", "C1", "--email", JANE);
    assertThat(forgotten.path("orders").intValue()).isEqualTo(3);
    assertThat(of(forgotten, "daily", "ledger")).isEqualTo(2);
    assertThat(of(forgotten, "daily", "outcomes")).isEqualTo(1);
    assertThat(of(forgotten, "daily", "quarantined")).isEqualTo(1);
    assertThat(of(forgotten, "other", "ledger")).isEqualTo(2);
    assertThat(trace("O1")).doesNotContain("delivered");
    assertThat(trace("O5")).contains("FORGOTTEN_PERSON").doesNotContain("BAD_CURRENCY");

    for (String orchestration : List.of("daily", "other")) {
      JsonNode again = run(orchestration);
      assertThat(rows(again, "rejected/FORGOTTEN_PERSON")).isEqualTo(3);
      assertThat(rows(again, "already_delivered")).isGreaterThanOrEqualTo(2);
      assertThat(rows(again, "accepted")).isZero();
      assertThat(again.at("/requests/sent").intValue()).isZero();
    }
    assertThat(trace("O1")).contains("FORGOTTEN_PERSON").doesNotContain("delivered");
    assertThat(typed.type("quarantine").out()).doesNotContain("BAD_CURRENCY", "FORGOTTEN");
    JsonNode twice = forget("--external-id", "C1", "--email", JANE);
    assertThat(of(twice, "daily", "ledger") + of(twice, "daily", "outcomes")).isZero();
  }

  @Test
  void an_order_that_one_query_ties_to_the_person_is_forgotten_where_others_do_not() {
    run("daily");
    run("other"); // its query returns no external id
    JsonNode forgotten = forget("--external-id", "C1");
    assertThat(of(forgotten, "other", "rows")).isZero();
    assertThat(of(forgotten, "other", "ledger")).isEqualTo(1);
    JsonNode again = run("other");
    assertThat(rows(again, "rejected/FORGOTTEN_PERSON")).isEqualTo(2);
    assertThat(rows(again, "accepted")).isZero();
  }

  @Test
  void a_value_from_standard_input_is_neither_shown_nor_kept() throws Exception {
    run("daily");
    Typed.Answer answer =
        typed.saying(JANE + "\n\njoe@example.com\n").type("forget", "--email", "-");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .contains("Forgot 4 orders", "daily", "Held back until")
        .doesNotContain("jane", "joe", "@");
    assertThat(answer.err()).isEmpty();
    assertThat(isKept("jane")).isFalse();
    assertThat(isKept("joe@")).isFalse();
    assertThat(rows(run("daily"), "rejected/FORGOTTEN_PERSON")).isEqualTo(5);
    assertThat(typed.run("daily").out())
        .contains("FORGOTTEN_PERSON")
        .doesNotContain("kept in quarantine");
  }

  @Test
  void a_national_phone_number_is_found_by_the_international_one() {
    run("daily");
    assertThat(of(forget("--phone", "+1 206-555-0123"), "daily", "ledger")).isEqualTo(1);
    assertThat(rows(run("daily"), "rejected/FORGOTTEN_PERSON")).isEqualTo(1);
  }

  @Test
  void an_order_is_forgotten_that_the_source_no_longer_has() {
    run("daily");
    typed.write("data/orders.csv", ORDERS.replaceAll("O2.*\n", ""));
    JsonNode forgotten = forget("--order", "O2");
    assertThat(of(forgotten, "daily", "rows")).isZero();
    assertThat(of(forgotten, "daily", "ledger")).isEqualTo(1);
    typed.write("data/orders.csv", ORDERS);
    JsonNode again = run("daily");
    assertThat(rows(again, "rejected/FORGOTTEN_PERSON")).isEqualTo(2);
    assertThat(again.at("/requests/sent").intValue()).isZero();
  }

  @Test
  void a_dry_run_counts_and_forgets_nothing() {
    run("daily");
    JsonNode counted = forget("--external-id", "C1", "--dry-run");
    assertThat(of(counted, "daily", "ledger")).isEqualTo(1);
    assertThat(counted.has("held_until")).isFalse();
    JsonNode again = run("daily");
    assertThat(rows(again, "already_delivered")).isEqualTo(5);
    assertThat(typed.type("forget", "--external-id", "C1", "--dry-run").out())
        .contains("Would forget 2 orders", "nobody is held back");
  }

  @Test
  void nobody_found_is_said_and_held_back_all_the_same() {
    run("daily");
    Typed.Answer nobody = typed.type("forget", "--external-id", "C9");
    assertThat(nobody.code()).isZero();
    assertThat(nobody.out()).contains("Nothing was found", "Held back until 2027-12-26T12:00:00Z");
    typed.write(
        "data/orders.csv", ORDERS + "O9,C9,ann@example.com,,2026-11-20 14:00:00,1,1,USD,p1\n");
    assertThat(rows(run("daily"), "rejected/FORGOTTEN_PERSON")).isEqualTo(1);
  }

  @Test
  void an_orchestration_that_cannot_be_searched_is_named_and_the_others_are_searched() {
    run("daily");
    typed.write("queries/hashed.sql", "SELECT nothing FROM orders");
    Typed.Answer answer = typed.type("forget", "--external-id", "C1");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("not all of orchestration 'other' was forgotten");
    assertThat(answer.out()).contains("Forgot 2 orders");
    assertThat(rows(run("daily"), "rejected/FORGOTTEN_PERSON")).isEqualTo(2);
  }

  @Test
  void whoever_is_meant_must_be_said_in_a_way_that_can_be_found() {
    assertThat(typed.type("forget").code()).isEqualTo(2);
    assertThat(typed.type("forget", "--email", "-", "--phone", "-").code()).isEqualTo(2);
    assertThat(typed.type("forget", "--order", " ").code()).isEqualTo(2);
    Typed.Answer national = typed.type("forget", "--phone", "206-555-0123");
    assertThat(national.code()).isEqualTo(1);
    assertThat(national.err()).contains("country's code").doesNotContain("206");
    assertThat(typed.type("forget", "--email", "jane").code()).isEqualTo(1);
  }

  /** Whether a file below the project's own folder of state holds this text. */
  boolean isInFiles(String text) throws IOException {
    try (var all = Files.walk(folder.resolve(".footfall"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    }
  }
}
