package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that asked to be left alone for an hour. */
class HeldAccountTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        ours: { access_token: "${env:TOKEN}" }
        theirs: { access_token: "${env:TOKEN}" }
      destinations:
        stores: { type: meta, credential: ours, settings: { dataset_id: 1234567890, base_url: "%1$s" } }
        outlets: { type: meta, credential: ours, settings: { dataset_id: 1234567891, base_url: "%1$s" } }
        abroad: { type: meta, credential: theirs, settings: { dataset_id: 1234567890, base_url: "%1$s" } }
      orchestrations:
        daily: { source: drops, query: queries/orders.sql, destination: stores, dialect: native }
        outlets: { source: drops, query: queries/orders.sql, destination: outlets, dialect: native }
        abroad: { source: drops, query: queries/orders.sql, destination: abroad, dialect: native }
      """;

  @TempDir Path folder;
  @AutoClose private final Sandbox sandbox = Typed.sandbox();
  private Typed typed;

  @BeforeEach
  void an_order_for_each_of_them() {
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("TOKEN", "sandbox-meta-token"))
            .write(
                "data/orders.csv",
                """
                email,timestamp,price,quantity,currency,order_id
                jane@example.com,2026-11-20T10:00:00Z,5,1,USD,O1
                """)
            .write("queries/orders.sql", "SELECT * FROM orders")
            .write("footfall.yaml", PROJECT.formatted(sandbox.baseUrl("meta")));
  }

  private Typed.Answer run(String name) {
    return typed.type("run", name, "--now", Typed.NOW.toString(), "--json");
  }

  @Test
  void is_left_alone_by_the_runs_that_follow_over_all_destinations_of_the_credential()
      throws Exception {
    sandbox.inject("meta", Injection.next("throttle").with("retry_after", "3600"));
    assertLeftAlone(run("daily"), 1);
    assertLeftAlone(run("daily"), 0);
    assertLeftAlone(run("outlets"), 0);
    assertThat(sandbox.requests("meta", 10)).hasSize(1);

    assertThat(run("abroad").json().at("/rows/accepted").intValue()).isEqualTo(1);
  }

  private static void assertLeftAlone(Typed.Answer answer, int requests) throws Exception {
    assertThat(answer.code()).as(answer.out() + answer.err()).isEqualTo(4);
    assertThat(answer.out()).contains("RATE_LIMITED", "the platform asks to wait until");
    assertThat(answer.json().at("/requests/sent").intValue()).isEqualTo(requests);
    assertThat(answer.json().at("/rows/not_sent").intValue()).isEqualTo(1);
  }
}
