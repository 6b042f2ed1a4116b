package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A {@link Shop} that brings its files to the sandbox's server.
 *
 * @param root its folder
 */
record SftpShop(Path root, Sandbox sandbox) {
  /** Each brings files to a folder of its own name. */
  static final List<String> PLATFORMS =
      List.of("criteo", "snapchat", "tiktok", "pinterest", "google");

  private static final String PLACE =
      "file_delivery: sftp, host: \"%s\", port: \"%d\", host_public_key: \"%s\"";

  private static final String YAML =
      """
      sources:
        drops: { type: files, path: data }
      credentials:
        sftp: { username: USER, passphrase: "${env:SFTP_PASSWORD}" }
      destinations:
        criteo: { type: criteo, credential: sftp, settings: { PLACE, remote_folder: /criteo, split: megabytes, split_megabytes: "1", success_file: true } }
        snapchat: { type: snapchat, credential: sftp, settings: { PLACE, remote_folder: /snapchat, compression: gzip } }
        tiktok: { type: tiktok, credential: sftp, settings: { PLACE, remote_folder: /tiktok, mode: csv_file } }
        pinterest: { type: pinterest, credential: sftp, settings: { PLACE, remote_folder: /pinterest, mode: csv_file } }
        google: { type: google-enhanced-conversions, credential: sftp, settings: { PLACE, remote_folder: /google, mode: store_sales_csv, conversion_action_name: Store, loyalty_rate: "0.5", transaction_upload_rate: "1", customer_id: "1234567890" } }
      orchestrations:
      """;

  /** The platforms and their server. */
  static Sandbox platforms() {
    try {
      return Sandbox.start(SandboxOptions.defaults());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Writes tables, queries and the project. */
  SftpShop write() {
    new Shop(root).write("http://127.0.0.1:1/");
    SftpAddress server = sandbox.sftp();
    StringBuilder yaml =
        new StringBuilder(
            YAML.replace("PLACE", PLACE.formatted(server.host(), server.port(), server.hostKey()))
                .replace("USER", server.user()));
    for (String name : PLATFORMS) {
      yaml.append(
          "  %1$s: { source: drops, query: queries/sales.sql, destination: %1$s, columns: canonical, timezone: UTC }%n"
              .formatted(name));
    }
    return write("footfall.yaml", yaml.toString());
  }

  /** Replaces the query of all orchestrations. */
  SftpShop query(String sql) {
    return write("queries/sales.sql", sql);
  }

  private SftpShop write(String file, String text) {
    try {
      Files.writeString(root.resolve(file), text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** Someone who may log in to the server. */
  Operator operator() throws IOException {
    return Operator.in(
        root,
        root.resolveSibling("tmp"),
        Map.of("SFTP_PASSWORD", sandbox.sftp().password()),
        List.of());
  }

  /** Where files grow until they are brought. */
  Path outgoing() {
    return root.resolve(".footfall/outgoing");
  }

  /** Waits for something to happen while the operator's command runs. */
  static void await(Operator operator, BooleanSupplier happened) {
    Instant end = Instant.now().plusSeconds(60);
    while (!happened.getAsBoolean()) {
      assertThat(operator.isAlive() && Instant.now().isBefore(end)).as("happens in time").isTrue();
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** All that lies there, folders too; what comes and goes meanwhile may be missing. */
  List<Path> waiting() {
    try (Stream<Path> tree = Files.walk(outgoing())) {
      return tree.filter(path -> !path.equals(outgoing())).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }
}
