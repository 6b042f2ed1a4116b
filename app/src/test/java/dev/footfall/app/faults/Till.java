package dev.footfall.app.faults;

import dev.footfall.app.cli.Typed;
import dev.footfall.sandbox.Sandbox;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A project of one table, an order a row, that goes to a platform of each kind: one that knows its
 * events again, one that does not, and one that takes files.
 *
 * @param root its folder
 * @param sandbox has the platforms
 */
record Till(Path root, Sandbox sandbox) {
  static final Map<String, String> SECRETS =
      Map.of(
          "META_TOKEN", "sandbox-meta-token",
          "BRAZE_KEY", "sandbox-braze-key",
          "STORE_PASSWORD", "postgres",
          "FOOTFALL_SECRET", "0123456789abcdef".repeat(4));

  private static final String HEADER =
      "external_id,email,order_id,product_id,product_name,price,quantity,currency,timestamp\n";

  private static final String YAML =
      """
      sources:
        drops: { type: files, path: data, temp_folder: spilled }
      credentials:
        meta: { access_token: "${env:META_TOKEN}" }
        braze: { rest_api_key: "${env:BRAZE_KEY}" }
      destinations:
        meta: { type: meta, credential: meta, settings: { dataset_id: "1234567890", base_url: "%s", batch_size: "20", initial_load: off } }
        braze: { type: braze, credential: braze, settings: { base_url: "%s", mode: purchases, batch_size: "20" } }
        files: { type: tiktok, settings: { mode: csv_file, folder: outbox } }
      orchestrations:
      """;

  /** Writes the project. */
  Till write(String store) {
    StringBuilder yaml =
        new StringBuilder(
            store + YAML.formatted(sandbox.baseUrl("meta"), sandbox.baseUrl("braze")));
    for (String name : List.of("meta", "braze", "files")) {
      yaml.append(
          "  %1$s: { source: drops, query: queries/orders.sql, columns: canonical, destination: %1$s, timezone: UTC, dialect: native }%n"
              .formatted(name));
    }
    typed()
        .write("queries/orders.sql", "SELECT * FROM orders")
        .write("footfall.yaml", yaml.toString());
    return this;
  }

  /** Writes that many orders. */
  Till orders(int count) {
    return rows(count, i -> order(i, "ORD-" + i, "USD"));
  }

  /** Writes rows. */
  Till rows(int count, IntFunction<String> row) {
    typed().write("data/orders.csv", HEADER);
    try (BufferedWriter table =
        Files.newBufferedWriter(root.resolve("data/orders.csv"), StandardOpenOption.APPEND)) {
      for (int i = 0; i < count; i++) {
        table.write(row.apply(i));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  /** A person in its folder. */
  Typed typed() {
    return Typed.in(root).shipped().with(SECRETS);
  }

  /** The row of a customer's order. */
  static String order(int customer, String id, String currency) {
    return "C-%1$d,person.%1$d@example.com,%2$s,SKU-%1$d,%4$s,12.50,1,%3$s,2026-11-20T10:00:00Z\n"
        .formatted(
            customer, id, currency, "A long name of a product, ".repeat(8).replace(',', ' '));
  }

  Typed.Answer run(String orchestration) {
    return typed().run(orchestration, "--json", "-q");
  }
}
