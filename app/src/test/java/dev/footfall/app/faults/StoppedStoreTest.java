package dev.footfall.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.cli.SharedServer;
import dev.footfall.app.cli.Typed;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.KeptEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shared store whose server stops under a run, and the run after it is back. */
class StoppedStoreTest {
  private static final int ORDERS = Faults.ofThisRun().full() ? 20_000 : 3_000;
  private static final int PORT_OF_ITS_CHOICE = 0;

  @TempDir Path folder;

  private SharedServer server(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("database"))
            .setCleanDataDirectory(false);
    return new SharedServer(
        port == PORT_OF_ITS_CHOICE ? builder.start() : builder.setPort(port).start());
  }

  /** Stops the server when so many events have come to the platform. */
  private static CompletableFuture<Void> stopAfter(
      long events, Sandbox sandbox, SharedServer server) {
    return CompletableFuture.runAsync(
        () -> {
          while (sandbox.counters("meta").received() < events) {
            LockSupport.parkNanos(1_000_000);
          }
          try {
            server.close();
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        });
  }

  private static long rows(JsonNode report, String fate) {
    return report.at("/rows/" + fate).longValue();
  }

  @Test
  void a_run_whose_store_stops_ends_with_one_line_and_the_next_one_completes_it() throws Exception {
    SharedServer server = server(PORT_OF_ITS_CHOICE);
    int port = server.server().getPort();
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.defaults().recent(ORDERS + 1).by(InstantSource.fixed(Typed.NOW)))) {
      Till till =
          new Till(folder.resolve("till"), sandbox).write(server.store("footfall")).orders(ORDERS);
      CompletableFuture<Void> stop = stopAfter(ORDERS / 4, sandbox, server);
      Typed.Answer first = till.run("meta");
      stop.join();
      assertThat(first.code()).as(first.err() + first.out()).isEqualTo(4);
      assertThat(first.err().lines()).as(first.err()).hasSize(1);
      assertThat(first.err())
          .contains("STORE_UNREACHABLE: cannot reach jdbc:postgresql://localhost:" + port);
      int before = sandbox.events("meta", ORDERS + 1).size();
      assertThat(before).isBetween(ORDERS / 4, ORDERS - 1);

      try (SharedServer again = server(port)) {
        Typed.Answer early = till.run("meta");
        assertThat(early.err()).contains("another run (process", "its hold ends in");
        assertThat(early.err().lines()).hasSize(1);
        again.execute("UPDATE footfall.ledger_scope SET lease_ends = clock_timestamp()");
        JsonNode second = till.run("meta").json();
        assertThat(rows(second, "accepted") + rows(second, "already_delivered"))
            .as(second.toString())
            .isEqualTo(ORDERS);
        assertThat(sandbox.events("meta", ORDERS + 1).stream().map(KeptEvent::json))
            .hasSize(ORDERS)
            .doesNotHaveDuplicates();
        System.out.printf(
            "figure: PostgreSQL stopped after %d of %d events; %d came twice, under the same id%n",
            before, ORDERS, sandbox.counters("meta").duplicates());
      }
    }
  }
}
