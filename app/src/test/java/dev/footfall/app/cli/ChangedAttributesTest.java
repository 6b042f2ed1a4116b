package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes of users and purchases, sent to the sandbox's double of Braze run after run. */
class ChangedAttributesTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        braze: { rest_api_key: "${env:BRAZE_KEY}" }
      destinations:
        stores:
          type: braze
          credential: braze
          settings: { base_url: "%s", mode: %s }
      orchestrations:
        daily:
          source: drops
          query: queries/rows.sql
          destination: stores
          dialect: native
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void project() throws Exception {
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("BRAZE_KEY", "sandbox-braze-key"))
            .write("queries/rows.sql", "SELECT * FROM rows");
  }

  private JsonNode run(String mode, String rows) throws Exception {
    typed
        .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("braze"), mode))
        .write("data/rows.csv", rows);
    Typed.Answer answer = typed.run("daily", "--json");
    assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    return answer.json();
  }

  private static String people(int visitsOfTheFirst, String storeOfTheFirst) {
    StringBuilder rows = new StringBuilder("external_id,store_visits,favourite_store\n");
    rows.append("C-0,").append(visitsOfTheFirst).append(',').append(storeOfTheFirst).append('\n');
    for (int i = 1; i < 76; i++) {
      rows.append("C-").append(i).append(",3,WA-").append(i).append('\n');
    }
    return rows.toString();
  }

  @Test
  void only_what_changed_is_sent_again() throws Exception {
    JsonNode first = run("attributes", people(3, "WA-0"));
    assertThat(first.at("/rows/accepted").intValue()).isEqualTo(76);
    assertThat(first.at("/requests/sent").intValue()).isEqualTo(2);

    JsonNode same = run("attributes", people(3, "WA-0"));
    assertThat(same.at("/rows/already_delivered").intValue()).isEqualTo(76);
    assertThat(same.at("/requests/sent").intValue()).isZero();

    JsonNode changed = run("attributes", people(4, "WA-0"));
    assertThat(changed.at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(changed.at("/rows/already_delivered").intValue()).isEqualTo(75);

    JsonNode cleared = run("attributes", people(4, ""));
    assertThat(cleared.at("/rows/accepted").intValue()).isEqualTo(1);
    assertThat(run("attributes", people(4, "")).at("/requests/sent").intValue()).isZero();
  }

  @Test
  void an_attribute_that_changes_for_everybody_in_two_runs_is_named() throws Exception {
    run("attributes", visits(1));
    assertThat(run("attributes", visits(2)).at("/warnings").has("VOLATILE_ATTRIBUTE")).isFalse();

    JsonNode third = run("attributes", visits(3));
    assertThat(third.at("/warnings/VOLATILE_ATTRIBUTE").intValue()).isEqualTo(1);
    assertThat(third.at("/messages/0").textValue())
        .startsWith("VOLATILE_ATTRIBUTE: attribute 'days since visit' changed");

    run("attributes", visits(3));
    assertThat(run("attributes", visits(4)).at("/warnings").has("VOLATILE_ATTRIBUTE")).isFalse();
  }

  private static String visits(int days) {
    StringBuilder rows = new StringBuilder("external_id,days since visit,favourite_store\n");
    for (int i = 0; i < 20; i++) {
      rows.append("C-").append(i).append(',').append(days).append(",WA-1\n");
    }
    return rows.toString();
  }

  @Test
  void a_purchase_is_sent_once_and_two_equal_ones_are_two() throws Exception {
    String row = "C-1,SKU-1,42.50,USD,2,2026-11-20T10:00:00Z\n";
    String rows = "external_id,product_id,price,currency,quantity,purchase_time\n" + row + row;

    assertThat(run("purchases", rows).at("/rows/accepted").intValue()).isEqualTo(2);
    JsonNode again = run("purchases", rows);
    assertThat(again.at("/rows/already_delivered").intValue()).isEqualTo(2);
    assertThat(again.at("/requests/sent").intValue()).isZero();
  }
}
