package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files encrypted for a partner and brought to a server, beside the same ones in a folder. */
class PgpRunTest {
  private static final String ORDERS =
      """
      order_id,email,timestamp,product_id,price,quantity,currency
      ORDER-0001,jane@example.com,2026-11-20T10:00:00Z,PRODUCT-1,10.00,2,USD
      ORDER-0002,joe@example.com,2026-11-20T11:00:00Z,PRODUCT-2,5.00,1,USD
      """;

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        sftp: { username: %3$s, passphrase: "${env:SFTP_PASSWORD}" }
      destinations:
        plain: { type: %5$s, settings: { compression: %6$s, folder: outbox } }
        sealed:
          type: %5$s
          credential: sftp
          settings: { compression: %6$s, file_delivery: sftp, host: "%1$s", port: "%2$d", host_public_key: "%4$s", remote_folder: /%5$s, delta_mode: new_rows_only, pgp_public_key: "${file:partner.asc}" }
      orchestrations:
        plain: { source: drops, query: queries/orders.sql, destination: plain, columns: canonical, timezone: UTC }
        sealed: { source: drops, query: queries/orders.sql, destination: sealed, columns: canonical, timezone: UTC }
      """;

  @TempDir Path folder;

  private Typed typed(Sandbox sandbox, String platform, String compression, String key) {
    SftpAddress server = sandbox.sftp();
    return Typed.in(folder)
        .shipped()
        .with(Map.of("SFTP_PASSWORD", server.password()))
        .write("data/orders.csv", ORDERS)
        .write("queries/orders.sql", "SELECT * FROM orders")
        .write("partner.asc", key)
        .write(
            "footfall.yaml",
            PROJECT.formatted(
                server.host(),
                server.port(),
                server.user(),
                server.hostKey(),
                platform,
                compression));
  }

  @ParameterizedTest
  @CsvSource({
    "criteo, none, offline_sales_20261121.csv",
    "criteo, zip, offline_sales_20261121.csv.zip",
    "snapchat, gzip, snapchat_offline_events_20261121_120000.csv.gz"
  })
  void the_partner_reads_what_the_folder_holds_and_nobody_else_reads_anything(
      String platform, String compression, String name) throws Exception {
    PgpPartner partner = new PgpPartner();
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(Typed.NOW)))) {
      Typed typed = typed(sandbox, platform, compression, partner.publicKey());
      for (String orchestration : new String[] {"plain", "sealed"}) {
        Typed.Answer answer = typed.type("run", orchestration, "--now", Typed.NOW.toString());
        assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
      }
      byte[] plain = Files.readAllBytes(folder.resolve("outbox").resolve(name));
      assertThat(sandbox.sftpFiles("/" + platform)).containsExactly(name + ".pgp");
      byte[] sealed = sandbox.sftpContent("/" + platform, name + ".pgp");

      assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
          .doesNotContain("ORDER-000", "PRODUCT-", "2026-11-20");
      assertThat(partner.read(sealed)).isEqualTo(plain);
      assertThat(typed.type("run", "sealed", "--now", Typed.NOW.toString()).code()).isZero();
      assertThat(sandbox.sftpFiles("/" + platform)).as("nothing new").hasSize(1);
    }
  }

  @Test
  void a_key_that_is_none_stops_the_run_before_anything_is_written() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      Typed typed = typed(sandbox, "criteo", "none", "no key");
      Typed.Answer answer = typed.type("run", "sealed", "--now", Typed.NOW.toString());

      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.err()).contains("pgp_public_key");
      assertThat(sandbox.sftpFiles("/criteo")).isEmpty();
      assertThat(folder.resolve(".footfall/outgoing")).doesNotExist();
    }
  }
}
