package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Outside;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.delivery.PaceEntry;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import dev.footfall.core.run.RunStart;
import dev.footfall.core.run.RunTerms;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether what is left of Google's day is enough, by what earlier runs asked for. */
class QuotaForecastTest {
  private static final Map<String, String> SECRETS =
      Map.of("SECRET", "sandbox-google-client-secret", "REFRESH", "sandbox-google-refresh-token");

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        google: { client_id: sandbox-google-client-id, client_secret: "${env:SECRET}", refresh_token: "${env:REFRESH}" }
      destinations:
        stores:
          type: google
          credential: google
          settings: { customer_id: "123-456-7890", conversion_action_id: 987654321, batch_size: 10, base_url_ads: "%1$s", base_url_dm: "%1$s", base_url_oauth: "%1$s" }
      orchestrations:
        daily: { source: drops, query: queries/orders.sql, destination: stores, dialect: native }
      """;

  /** A clock that stands at {@link Typed#NOW}, and by which nobody waits. */
  private static final Time STANDING =
      new Time() {
        @Override
        public Instant now() {
          return Typed.NOW;
        }

        @Override
        public void pause(Duration duration) {}
      };

  @TempDir Path folder;
  @AutoClose private Sandbox sandbox;
  private Typed typed;
  private int counter;

  @BeforeEach
  void a_project_that_ran_once() {
    sandbox = Typed.sandbox();
    typed =
        Typed.in(folder)
            .shipped()
            .with(SECRETS)
            .write(
                "data/orders.csv",
                """
                order_id,email,timestamp,unit_price,quantity,currency,product_id
                O1,jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1
                """)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("google")));
    Typed.Answer first = typed.run("daily", "--json");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.json().get("messages").toString()).doesNotContain("RETRY_LATER");
  }

  private Store store() throws IOException {
    return Store.open(folder.resolve(".footfall"));
  }

  /** Another run of the same kind, with these books. */
  private void ran(String day, long requests, long unsent, boolean isDry) throws IOException {
    try (Store store = store()) {
      RecordedRun like = store.runs().latest("daily", 100).get(0);
      RunTerms terms = like.start().terms();
      Instant started = Instant.parse(day + "T06:00:00Z");
      RecordedRun run =
          store
              .runs()
              .start(
                  new RunStart(
                      "run-" + ++counter,
                      "daily",
                      "stores",
                      like.start().target(),
                      started,
                      new RunTerms(
                          started, false, false, isDry, isDry ? "" : terms.ledgerScope())));
      store
          .runs()
          .finish(
              run.number(),
              new RunEnd(
                  started,
                  unsent == 0 ? "succeeded" : "stopped",
                  "{\"requests\":{\"sent\":%d},\"events\":{\"not_sent\":%d}}"
                      .formatted(requests, unsent)));
    }
  }

  private void left(int requests) throws IOException {
    long day = LocalDate.parse("2026-11-21").toEpochDay();
    String text = "1 0 0.000 0 0.000 0.000 0 0 %d %d".formatted(day, 100_000 - requests);
    try (Store store = store()) {
      store
          .paces()
          .change(
              "google-enhanced-conversions/data_manager/google",
              Typed.NOW,
              (before, now) -> PaceEntry.parse(text).orElseThrow());
    }
  }

  private String said() throws Exception {
    try (Store store = store()) {
      RunReport report =
          new Orchestrations(
                  ProjectFile.read(folder, Destinations.shipped()).orThrow(),
                  new Surroundings(folder, SECRETS),
                  store,
                  new Outside(JdkWire::within, now -> STANDING))
              .run("daily", RunRequest.plain());
      return String.join("\n", report.warnings());
    }
  }

  @Test
  void a_run_whose_like_asked_for_more_than_is_left_says_so_at_its_start() throws Exception {
    ran("2026-11-19", 20_000, 0, false);
    left(15_000);

    assertThat(said())
        .contains(
            "RETRY_LATER: about 20,000 requests are expected (20,000 as in run run-1 of"
                + " 2026-11-19); 15,000 of 100,000 requests are left until 2026-11-22T08:00:00Z;"
                + " what does not fit is left for a run after that");
  }

  @Test
  void what_the_latest_run_did_not_send_is_expected_on_top() throws Exception {
    ran("2026-11-19", 20_000, 0, false);
    ran("2026-11-20", 20_000, 45_001, false);
    left(24_000);

    assertThat(said())
        .contains(
            "about 24,501 requests are expected (20,000 as in run run-2 of 2026-11-20,"
                + " 4,501 for what was not sent by run run-2 of 2026-11-20); 24,000 of");
  }

  @Test
  void neither_a_repetition_nor_a_backlog_nor_a_dry_run_is_taken_for_a_usual_day()
      throws Exception {
    ran("2026-11-17", 90_000, 0, false);
    ran("2026-11-18", 12_000, 0, false);
    ran("2026-11-18", 0, 0, false);
    ran("2026-11-19", 14_000, 0, false);
    ran("2026-11-20", 99_000, 0, true);

    left(12_000);
    assertThat(said()).doesNotContain("RETRY_LATER");
    left(11_000);
    assertThat(said()).contains("about 12,000 requests are expected (12,000 as in run run-2 of");
  }

  @Test
  void without_a_run_like_it_nothing_is_guessed_and_little_is_named_all_the_same()
      throws Exception {
    left(9_000);
    try (Store store = store()) {
      assertThat(store.runs().forget(Instant.now().plusSeconds(60))).isEqualTo(1);
    }

    assertThat(said())
        .contains("RETRY_LATER: 9,000 of 100,000 requests are left until", "for 90,000 events")
        .doesNotContain("expected");
  }

  @Test
  void validate_says_it_too() throws Exception {
    ran("2026-11-19", 20_000, 0, false);
    left(15_000);

    Typed.Answer answer = typed.type("validate", "--json");
    assertThat(answer.code()).as(answer.err()).isZero();
    JsonNode warnings = answer.json().get("warnings");
    assertThat(warnings.toString())
        .contains("orchestration 'daily': about 20,000 requests are expected (20,000 as in run");
    left(50_000);
    assertThat(typed.type("validate").err()).doesNotContain("requests are expected");
  }
}
