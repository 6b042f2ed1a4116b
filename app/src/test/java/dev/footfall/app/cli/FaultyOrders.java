package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;

/**
 * A shop of which some orders come in a currency that there is not, until they are mended: its
 * orchestrations {@code daily} and {@code other} send them to two destinations.
 */
final class FaultyOrders {
  static final String HEADER =
      "order_id,event_id,email,timestamp,price,quantity,currency,product_id\n";
  static final String GOOD =
      HEADER
          + "O1,e1,jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1\n"
          + "O2,e2,joe@example.com,2026-11-20 11:00:00,5.00,1,USD,p2\n"
          + "O2,e2,joe@example.com,2026-11-20 11:00:00,7.50,1,USD,p3\n"
          + "O3,e3,ann@example.com,2026-11-20 12:00:00,7.50,1,EUR,p3\n"
          + "O4,e4,eve@example.com,2026-11-20 13:00:00,3.50,1,EUR,p4\n";
  static final String LATER = "O5,e5,sue@example.com,2026-11-21 09:00:00,3.50,1,USD,p4\n";

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
      destinations:
        stores:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%1$s", initial_load: %2$s }
        partners:
          type: meta
          credential: meta
          settings: { dataset_id: 1234567890, base_url: "%1$s", initial_load: off }
      orchestrations:
        daily: { source: drops, query: queries/orders.sql, destination: stores, dialect: native, max_rejected: 100%% }
        other: { source: drops, query: queries/orders.sql, destination: partners, dialect: native, max_rejected: 100%% }
      """;

  private final Typed typed;
  private final Sandbox sandbox;

  FaultyOrders(Path folder, Sandbox sandbox) {
    this.sandbox = sandbox;
    typed =
        Typed.in(folder)
            .shipped()
            .with(Map.of("META_TOKEN", "sandbox-meta-token"))
            .write("queries/orders.sql", "SELECT * FROM orders");
    firstSend("off");
    source(bad());
  }

  /** The commands that are typed in it. */
  Typed typed() {
    return typed;
  }

  /** Its file, with a wish for the first send. */
  String project(String wish) {
    return PROJECT.formatted(sandbox.baseUrl("meta"), wish);
  }

  void firstSend(String wish) {
    typed.write("footfall.yaml", project(wish));
  }

  void source(String csv) {
    typed.write("data/orders.csv", csv);
  }

  /** Two orders of three rows in a currency that there is not. */
  static String bad() {
    return GOOD.replace("1,USD,p2", "1,QQQ,p2")
        .replace("1,USD,p3", "1,QQQ,p3")
        .replace("EUR,p4", "QQQ,p4");
  }

  JsonNode run(String name, String... more) {
    return books(typed.run(name, with("--json", more)));
  }

  JsonNode replay(String name, String... more) {
    return books(typed.type(with("replay", with(name, with("--json", more)))));
  }

  private static String[] with(String first, String... more) {
    String[] all = new String[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return all;
  }

  private static JsonNode books(Typed.Answer answer) {
    assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    return answer.json();
  }

  /** What is in quarantine. */
  JsonNode kept(String... more) {
    return typed.type(with("quarantine", with("--json", more))).json();
  }

  /** How many events the platform has taken. */
  long accepted() {
    return sandbox.counters("meta").kept();
  }
}
