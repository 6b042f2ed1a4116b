package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Extra: the public example queries and probes, where their folder is at hand. */
class PublicExamplesTest {

  private static Duck duck;

  @BeforeAll
  static void tables() throws Exception {
    duck = new Duck();
    String item =
        "amperity_id VARCHAR, customer_id VARCHAR, order_id VARCHAR, product_id VARCHAR, product_name VARCHAR,"
            + " product_category VARCHAR, store_id VARCHAR, currency VARCHAR, order_datetime TIMESTAMP, item_quantity BIGINT,"
            + " item_price DECIMAL(38,4), item_revenue DECIMAL(38,2), unit_price DECIMAL(38,4), unit_revenue DECIMAL(38,4),"
            + " quantity BIGINT, channel VARCHAR, sku VARCHAR, is_return BOOLEAN, is_cancellation BOOLEAN";
    String person =
        "amperity_id VARCHAR, customer_id VARCHAR, email VARCHAR, phone VARCHAR, given_name VARCHAR, surname VARCHAR,"
            + " birthdate DATE, gender VARCHAR, city VARCHAR, state VARCHAR, postal VARCHAR, country VARCHAR";
    String criteo =
        "user_key_1 VARCHAR, user_key_type_1 VARCHAR, user_key_2 VARCHAR, user_key_type_2 VARCHAR, event_id VARCHAR,"
            + " event_time TIMESTAMP, content_ids VARCHAR, product_value DECIMAL(38,2), product_quantity BIGINT, store_id VARCHAR,"
            + " currency VARCHAR, brand VARCHAR";
    String click = "amperity_id VARCHAR, gclid VARCHAR, gbraid VARCHAR, wbraid VARCHAR";
    create("Unified_Itemized_Transactions", item);
    create(
        "Unified_Transactions",
        "amperity_id VARCHAR, order_id VARCHAR, order_datetime TIMESTAMP, order_revenue DECIMAL(38,2),"
            + " order_quantity BIGINT, currency VARCHAR, store_id VARCHAR");
    create("Customer_360", person);
    create("Merged_Customers", person);
    create("Unified_Coalesced", "amperity_id VARCHAR, email VARCHAR, hashed_email VARCHAR");
    create("Online_Events", click);
    create(
        "Customer_Events",
        click
            + ", order_id VARCHAR, event_datetime TIMESTAMP, event_type VARCHAR, channel VARCHAR,"
            + " revenue DECIMAL(38,2), user_agent VARCHAR, event_uuid VARCHAR, page_url VARCHAR, client_ip VARCHAR,"
            + " conversion_environment VARCHAR");
    create("UID2", "normalized_email VARCHAR, uid2 VARCHAR");
    create("Criteo_Offline", criteo);
    create("Criteo_Offline_versioned", criteo + ", amperity_version VARCHAR");
    create(
        "amperity_table_versions",
        "table_name VARCHAR, version VARCHAR, \"offset\" INTEGER, created_at TIMESTAMP");
  }

  private static void create(String name, String columns) throws Exception {
    duck.execute("CREATE TABLE " + name + " (" + columns + ")");
  }

  @AfterAll
  static void close() throws Exception {
    duck.close();
  }

  private static Optional<Path> examples() {
    String given =
        Optional.ofNullable(System.getenv("FOOTFALL_SHARED"))
            .orElse(System.getProperty("footfall.root", ".") + "/../shared");
    Path folder = Path.of(System.getProperty("FOOTFALL_SHARED", given)).resolve("examples");
    if (Files.isDirectory(folder)) {
      return Optional.of(folder);
    }
    System.out.println(
        "EXTRA TESTS LEFT OUT: no public examples at " + folder.toAbsolutePath().normalize());
    return Optional.empty();
  }

  @TestFactory
  Stream<DynamicTest> examples_run_unchanged_and_broken_ones_name_their_fault() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Optional<Path> folder = examples();
    if (folder.isEmpty()) {
      return tests.stream();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
      }
    }
    return tests.stream();
  }

  private static void run(Path file) throws Exception {
    String sql = Files.readString(file);
    if (file.toString().endsWith(".broken.sql")) {
      assertThatThrownBy(() -> duck.query(sql))
          .isInstanceOfSatisfying(SqlFault.class, fault -> assertThat(fault.line()).isPositive());
    } else {
      assertThat(duck.query(sql).rows()).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> public_probes_hold() throws IOException {
    Optional<Path> folder = examples();
    if (folder.isEmpty()) {
      return Stream.of();
    }
    return Files.readAllLines(folder.get().resolve("presto-probes.tsv")).stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("dq_string"))
        .map(line -> line.split("\t", -1))
        .map(probe -> DynamicTest.dynamicTest(probe[0], () -> holds(probe)));
  }

  private static void holds(String[] probe) throws Exception {
    if (probe[2].startsWith("!") || probe[2].startsWith("ERR")) {
      assertThatThrownBy(() -> duck.query("SELECT " + probe[1])).isInstanceOf(SqlFault.class);
    } else {
      assertThat(duck.query("SELECT " + probe[1]).rows()).containsExactly(probe[2]);
    }
  }
}
