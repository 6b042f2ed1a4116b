package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two orchestrations of one destination whose files no ledger knows. */
class SharedDestinationTest {
  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        sftp: { username: %3$s, passphrase: "${env:SFTP_PASSWORD}" }
      destinations:
        criteo:
          type: criteo
          credential: sftp
          settings: { file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /criteo, delta_mode: window_only }
      orchestrations:
        north: { source: drops, query: queries/north.sql, destination: criteo, columns: canonical, timezone: UTC }
        south: { source: drops, query: queries/south.sql, destination: criteo, columns: canonical, timezone: UTC }
      """;

  private static final String ORDER =
      """
      SELECT '%s' AS order_id, 'jane@example.com' AS email, '2026-11-20T10:00:00Z' AS timestamp,
        'p1' AS product_id, '10.00' AS price, '2' AS quantity, 'USD' AS currency FROM orders
      """;

  @TempDir Path folder;

  @Test
  void one_waits_until_the_other_has_brought_its_file() throws Exception {
    try (Sandbox sandbox = Typed.sandbox()) {
      SftpAddress server = sandbox.sftp();
      Typed typed =
          Typed.in(folder)
              .shipped()
              .with(Map.of("SFTP_PASSWORD", server.password()))
              .write("data/orders.csv", "a\n1\n")
              .write("queries/north.sql", ORDER.formatted("N"))
              .write("queries/south.sql", ORDER.formatted("S"))
              .write(
                  "footfall.yaml",
                  PROJECT.formatted(server.host(), server.port(), server.user(), server.hostKey()));
      sandbox.inject("criteo", Injection.next("slow").with("delay_ms", 4000));
      CompletableFuture<Typed.Answer> north =
          CompletableFuture.supplyAsync(() -> typed.type("run", "north"));
      while (!Files.isDirectory(folder.resolve(".footfall/outgoing"))) {
        assertThat(north).isNotDone();
        Thread.onSpinWait();
      }

      Typed.Answer south = typed.type("run", "south");
      assertThat(south.code()).isEqualTo(1);
      assertThat(south.err()).contains("another run").contains("wait until it has finished");
      assertThat(north.join().code()).isZero();
      assertThat(sandbox.counters("criteo").kept()).isEqualTo(1);

      assertThat(typed.type("run", "south").code()).isZero();
      assertThat(sandbox.counters("criteo").kept()).isEqualTo(2);
      assertThat(sandbox.sftpFiles("/criteo")).hasSize(2).noneMatch(name -> name.startsWith("."));
    }
  }
}
