package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.criteo.CriteoCsvChecker;
import dev.footfall.sandbox.criteo.CriteoCsvOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Criteo from a query to files. */
class CriteoRunTest {
  private static final String HEADER =
      "user_key_1,user_key_type_1,event_id,event_time,content_ids,product_value,product_quantity,"
          + "store_id,currency\n";
  private static final String FIRST =
      """
      jane@example.com,email,O1,2026-11-20T10:00:00Z,p1,10.00,2,"Pier 9, North",USD
      joe@example.com,email,O2,2026-11-20T11:00:00Z,p2,5.00,1,S-1,USD
      ,,O3,2026-11-20T12:00:00Z,p3,7.50,1,S-1,USD
      """;
  private static final String LATER =
      "ann@example.com,email,O4,2026-11-21T09:00:00Z,p4,1.00,1,S-1,USD\n";

  private static final String PROJECT =
      """
      sources:
        drops: { type: files, path: data }
      destinations:
        sales: { type: criteo, settings: { success_file: true } }
      orchestrations:
        sales: { source: drops, query: queries/sales.sql, destination: sales, dialect: native }
      """;

  @TempDir Path folder;
  private Typed typed;

  @BeforeEach
  void project() {
    typed =
        Typed.in(folder)
            .shipped()
            .write("data/sales.csv", HEADER + FIRST)
            .write("queries/sales.sql", "SELECT * FROM sales")
            .write("footfall.yaml", PROJECT);
  }

  private JsonNode run() throws Exception {
    return typed.run("sales", "--json").json();
  }

  private List<Path> outbox() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void a_second_run_on_one_day_leaves_the_first_ones_file_alone() throws Exception {
    assertThat(run().at("/rows/accepted").intValue()).isEqualTo(2);
    String first = Files.readString(folder.resolve("outbox/offline_sales_20261121.csv"));

    typed.write("data/sales.csv", HEADER + FIRST + LATER);
    JsonNode second = run();

    assertThat(second.at("/rows/accepted").intValue()).as(second.toString()).isEqualTo(1);
    assertThat(second.at("/rows/already_delivered").intValue()).isEqualTo(2);
    assertThat(outbox())
        .extracting(path -> path.getFileName().toString())
        .containsExactly(
            "offline_sales_20261121.csv",
            "offline_sales_20261121.csv.DONE",
            "offline_sales_20261121_0000002.csv",
            "offline_sales_20261121_0000002.csv.DONE");
    assertThat(outbox().get(0)).hasContent(first);
    assertThat(Files.readAllLines(outbox().get(2))).hasSize(2).last().asString().contains("O4");
    assertThat(CriteoCsvChecker.check(outbox().get(0), CriteoCsvOptions.at(Typed.NOW))).isEmpty();
    assertThat(CriteoCsvChecker.check(outbox().get(2), CriteoCsvOptions.at(Typed.NOW))).isEmpty();
  }

  @Test
  void an_order_is_followed_by_the_column_that_holds_its_id() throws Exception {
    JsonNode run = run();
    JsonNode story = typed.type("trace", "O1", "--json").json().get(0);
    assertThat(story.at("/events")).hasSize(1);
    assertThat(story.at("/events/0/run")).isEqualTo(run.get("run"));
    assertThat(story.at("/next").textValue()).isEqualTo("nothing: it is delivered");
  }

  @Test
  void a_run_without_new_lines_writes_nothing() throws Exception {
    run();
    assertThat(run().at("/rows/already_delivered").intValue()).isEqualTo(2);
    assertThat(outbox()).hasSize(2);
  }
}
