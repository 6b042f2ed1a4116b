package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.InjectionKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Purchases from a query to the sandbox's double of Braze, which counts what comes twice twice. */
class BrazeRunTest {
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
          settings: { base_url: "%s", mode: purchases, batch_size: 3 }
      orchestrations:
        daily: { source: drops, query: queries/rows.sql, destination: stores, dialect: native }
      """;

  private static final String ROWS =
      """
      external_id,order_id,product_id,price,currency,quantity,purchase_time
      C-1,O-1,SKU-1,42.50,USD,2,2026-11-20T10:00:00Z
      C-1,O-1,SKU-2,5,USD,1,2026-11-20T10:00:00Z
      C-2,O-2,gift card,10,USD,250,2026-11-20T11:00:00Z
      C-3,O-3,SKU-1,42.50,US Dollar,1,2026-11-20T12:00:00Z
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
            .write("queries/rows.sql", "SELECT * FROM rows")
            .write("data/rows.csv", ROWS)
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("braze")));
  }

  private JsonNode run(int exitCode) throws Exception {
    Typed.Answer answer = typed.run("daily", "--json");
    assertThat(answer.code()).as(answer.err() + answer.out()).isEqualTo(exitCode);
    return answer.json();
  }

  @Test
  void every_purchase_reaches_its_user_once_and_a_bad_row_leaves_the_others_alone()
      throws Exception {
    JsonNode first = run(0);
    assertThat(first.at("/rows/accepted").intValue()).as(first.toString()).isEqualTo(3);
    assertThat(first.at("/rows/rejected/BAD_CURRENCY").intValue()).isEqualTo(1);
    assertThat(first.at("/requests/sent").intValue()).isEqualTo(2);
    assertThat(sandbox.events("braze", 10)).hasSize(5);

    typed.write("data/rows.csv", ROWS.replace("SKU-2,5,", "SKU-2,6,"));
    JsonNode again = run(0);
    assertThat(again.at("/rows/already_delivered").intValue()).isEqualTo(3);
    assertThat(again.at("/requests/sent").intValue()).isZero();
    assertThat(again.at("/warnings/CHANGED_AFTER_DELIVERY").intValue()).isEqualTo(1);
  }

  @Test
  void the_object_that_braze_names_is_refused_and_the_others_are_delivered() throws Exception {
    typed.write("data/rows.csv", rows(1, 2));
    sandbox.inject("braze", Injection.next("partial").with("indexes", List.of(1)));

    JsonNode report = run(3);

    assertThat(report.at("/rows/accepted").intValue()).as(report.toString()).isEqualTo(1);
    assertThat(report.at("/rows/refused").properties()).hasSize(1);
  }

  @Test
  void a_row_of_which_a_part_was_refused_is_not_sent_again() throws Exception {
    typed.write("data/rows.csv", rows(3));
    sandbox.inject("braze", Injection.next("partial").with("indexes", List.of(2)));

    assertThat(run(3).at("/rows/refused").properties()).hasSize(1);
    assertThat(sandbox.events("braze", 10)).hasSize(2);

    JsonNode again = run(0);
    assertThat(again.at("/requests/sent").intValue()).isZero();
    assertThat(sandbox.events("braze", 10)).hasSize(2);
  }

  /** Some of the rows, below their header. */
  private static String rows(int... lines) {
    List<String> all = ROWS.lines().toList();
    StringBuilder some = new StringBuilder(all.get(0)).append('\n');
    for (int line : lines) {
      some.append(all.get(line)).append('\n');
    }
    return some.toString();
  }

  @Test
  void a_refused_key_stops_the_run_at_its_first_request() throws Exception {
    typed
        .with(Map.of("BRAZE_KEY", "another-key"))
        .write(
            "footfall.yaml",
            PROJECT.formatted(sandbox.baseUrl("braze")).replace("batch_size: 3", "batch_size: 75"));

    JsonNode report = run(4);

    assertThat(report.at("/stopped/code").textValue()).isEqualTo("CREDENTIALS_REJECTED");
    assertThat(report.at("/rows/not_sent").intValue()).isEqualTo(3);
    assertThat(report.at("/requests/sent").intValue()).isEqualTo(1);
  }

  @Test
  void purchases_whose_answer_was_lost_are_unknown_and_never_sent_again_by_themselves()
      throws Exception {
    sandbox.inject("braze", Injection.next(InjectionKind.DROP_AFTER_READ).times(Injection.ALWAYS));

    JsonNode report = run(3);
    assertThat(report.at("/rows/unknown").intValue()).as(report.toString()).isEqualTo(3);
    assertThat(report.at("/requests/sent").intValue()).isEqualTo(2);
    assertThat(report.at("/requests/retried").intValue()).isZero();

    JsonNode again = run(3);
    assertThat(again.at("/rows/unknown").intValue()).isEqualTo(3);
    assertThat(again.at("/requests/sent").intValue()).isZero();
  }
}
