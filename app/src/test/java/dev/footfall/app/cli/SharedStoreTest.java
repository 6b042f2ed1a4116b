package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines, each with its own folder, that share a store on a real PostgreSQL server. */
class SharedStoreTest {
  private static final String SCHEMA = "footfall_test";
  private static final String SECRET = "0123456789abcdef".repeat(4);
  private static final String ORDERS =
      """
      order_id,email,timestamp,price,quantity,currency,product_id
      O1,jane@example.com,2026-11-20 10:00:00,10.00,2,USD,p1
      O2,joe@example.com,2026-11-20 11:00:00,5.00,1,USD,p2
      """;
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
          settings: { dataset_id: 1234567890, base_url: "%s", initial_load: off }
      orchestrations:
        daily:
          source: drops
          query: queries/orders.sql
          destination: stores
          dialect: native
      """;

  private static SharedServer server;

  @TempDir Path here;
  @TempDir Path there;
  private Sandbox sandbox;

  @BeforeAll
  static void start() throws IOException {
    server = SharedServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void platform() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(Typed.NOW)));
    server.execute("DROP SCHEMA IF EXISTS footfall_test CASCADE");
  }

  @AfterEach
  void end() {
    sandbox.close();
  }

  private Typed machine(Path folder, String secret) {
    return machine(folder, secret, server.store(SCHEMA));
  }

  private Typed machine(Path folder, String secret, String store) {
    return Typed.in(folder)
        .shipped()
        .with(
            Map.of(
                "META_TOKEN", "sandbox-meta-token",
                "STORE_PASSWORD", "postgres",
                "FOOTFALL_SECRET", secret))
        .write("data/orders.csv", ORDERS)
        .write("queries/orders.sql", "SELECT * FROM orders")
        .write("footfall.yaml", store + PROJECT.formatted(sandbox.baseUrl("meta")));
  }

  private static Typed.Answer run(Typed machine) {
    return machine.type("run", "daily", "--now", Typed.NOW.toString(), "--json");
  }

  private static JsonNode json(Typed.Answer answer) throws IOException {
    assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    return new ObjectMapper().readTree(answer.out());
  }

  @Test
  void what_one_machine_has_delivered_another_does_not_send_again() throws Exception {
    JsonNode first = json(run(machine(here, SECRET)));
    assertThat(first.at("/rows/accepted").intValue()).isEqualTo(2);
    JsonNode second = json(run(machine(there, SECRET)));
    assertThat(second.at("/rows/already_delivered").intValue()).isEqualTo(2);
    assertThat(second.at("/requests/sent").intValue()).isZero();
    assertThat(here.resolve(".footfall/footfall.db")).doesNotExist();
  }

  @Test
  void each_machine_sees_the_history_of_all() throws Exception {
    Typed mine = machine(here, SECRET);
    assertThat(json(mine.type("runs", "--json"))).isEmpty();
    String run = json(run(mine)).at("/run").textValue();
    Typed other = machine(there, SECRET);
    assertThat(json(other.type("runs", "--json")).at("/0/run").textValue()).isEqualTo(run);
    assertThat(other.type("report", run).out()).contains("succeeded");
    assertThat(other.type("trace", "O1").out()).contains("delivered", run);
    assertThat(other.type("settle", run, "--as", "delivered").out()).contains("nothing to settle");
  }

  @Test
  void a_run_whose_scope_was_taken_over_sends_nothing_and_says_so() throws Exception {
    Typed mine = machine(here, SECRET);
    json(run(mine));
    Object before = sandbox.counters("meta").toString();
    server.execute(
        "CREATE FUNCTION footfall_test.take() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE"
            + " footfall_test.ledger_scope SET fence = fence + 1 WHERE number = NEW.number;"
            + " RETURN NULL; END'",
        "CREATE TRIGGER another AFTER UPDATE OF fence ON footfall_test.ledger_scope FOR EACH ROW"
            + " WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION footfall_test.take()");
    mine.write("data/orders.csv", ORDERS.replace("O1", "O3"));
    Typed.Answer answer = run(mine);
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err())
        .contains("LEASE_LOST: another run has taken over sending to", "nothing more was sent");
    assertThat(sandbox.counters("meta").toString()).isEqualTo(before);
    JsonNode books = json(mine.type("report", "--json"));
    assertThat(books.at("/outcome").textValue()).isEqualTo("stopped");
    assertThat(books.at("/stopped/code").textValue()).isEqualTo("LEASE_LOST");
    assertThat(books.at("/rows/read").intValue()).isEqualTo(2);
    assertThat(books.at("/rows/not_sent").intValue()).isEqualTo(1);
  }

  @Test
  void a_run_that_loses_its_scope_midway_ends_with_the_books_of_what_was_done() throws Exception {
    Typed mine = machine(here, SECRET);
    json(mine.type("runs", "--json"));
    json(run(mine));
    server.execute(
        "CREATE FUNCTION footfall_test.take() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN UPDATE"
            + " footfall_test.ledger_scope SET fence = fence + 1; RETURN NULL; END'",
        "CREATE TRIGGER another AFTER INSERT ON footfall_test.ledger_claim FOR EACH ROW"
            + " WHEN (NEW.number = 2) EXECUTE FUNCTION footfall_test.take()");
    StringBuilder many = new StringBuilder(ORDERS);
    for (int i = 10; i < 50; i++) {
      many.append("P%1$d,p%1$d@example.com,2026-11-20 10:00:00,1.00,1,USD,p1%n".formatted(i));
    }
    mine.write("data/orders.csv", many.toString())
        .write(
            "footfall.yaml",
            server.store(SCHEMA)
                + PROJECT
                    .formatted(sandbox.baseUrl("meta"))
                    .replace("initial_load: off", "initial_load: off, batch_size: 5"));
    Typed.Answer answer = run(mine);
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err()).contains("LEASE_LOST");
    JsonNode rows = new ObjectMapper().readTree(answer.out()).get("rows");
    int accepted = rows.get("accepted").intValue();
    assertThat(accepted).isBetween(5, 39);
    assertThat(rows.get("already_delivered").intValue()).isEqualTo(2);
    assertThat(rows.get("not_sent").intValue() + accepted + 2)
        .isEqualTo(rows.get("read").intValue());
  }

  @Test
  void a_machine_with_another_secret_is_refused() throws Exception {
    json(run(machine(here, SECRET)));
    Typed stranger = machine(there, SECRET.replace('0', '1'));
    Typed.Answer answer = run(stranger);
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("STORE_SECRET_MISMATCH", "restore the right one");
    assertThat(stranger.type("validate").err())
        .contains("footfall.yaml:1", "STORE_SECRET_MISMATCH");
  }

  @Test
  void a_secret_of_another_shape_is_refused_with_the_remedy() {
    Typed.Answer answer = run(machine(here, "open sesame"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err())
        .contains("footfall.yaml:7", "64 hexadecimal digits", "openssl rand -hex 32")
        .doesNotContain("sesame");
  }

  @Test
  void a_server_that_does_not_answer_stops_a_run_with_one_line() {
    Typed mine =
        machine(here, SECRET, SharedServer.store("jdbc:postgresql://localhost:1/postgres", SCHEMA));
    Typed.Answer answer = run(mine);
    assertThat(answer.code()).isEqualTo(4);
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(answer.err())
        .contains("STORE_UNREACHABLE: cannot reach jdbc:postgresql://localhost:1");
    Typed.Answer validated = mine.type("validate");
    assertThat(validated.code()).isEqualTo(1);
    assertThat(validated.err()).contains("footfall.yaml:1", "STORE_UNREACHABLE");
    assertThat(mine.type("validate", "--offline").code()).isZero();
  }

  @Test
  void validate_accepts_a_store_that_the_first_run_will_make_and_makes_nothing() throws Exception {
    Typed mine = machine(here, SECRET);
    Typed.Answer validated = mine.type("validate");
    assertThat(validated.code()).as(validated.err()).isZero();
    server.execute("CREATE SCHEMA footfall_test"); // fails if it were there
  }

  @Test
  void token_keys_of_machines_that_share_a_store_are_theirs_to_give() throws Exception {
    Typed mine = machine(here, SECRET);
    json(run(mine));
    Typed.Answer rotated = mine.type("secrets", "rotate");
    assertThat(rotated.code()).isEqualTo(1);
    assertThat(rotated.err()).contains("set 'token_keys' of store");
    mine.write(
        "footfall.yaml",
        server.store(SCHEMA)
            + "  token_keys: \"${env:FOOTFALL_SECRET}\"\n"
            + PROJECT.formatted(sandbox.baseUrl("meta")));
    assertThat(mine.type("secrets", "rotate").code()).isZero();
  }
}
