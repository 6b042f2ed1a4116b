package dev.footfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleOptionsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

  @TempDir private Path folder;

  @Test
  void numbers_out_of_range_are_refused_by_name() {
    assertThatThrownBy(() -> SampleOptions.of(0, 30, 1, folder, NOW))
        .hasMessage("customers must be between 1 and 100,000,000, not 0");
    assertThatThrownBy(() -> SampleOptions.of(10, 4_000, 1, folder, NOW))
        .hasMessage("days must be between 1 and 3,660, not 4000".replace("4000", "4,000"));
  }

  @Test
  void what_is_there_is_never_replaced_and_nothing_is_left_behind() throws Exception {
    Path out = Files.writeString(folder.resolve("precious.duckdb"), "mine");
    assertThatThrownBy(
            () -> SampleBrand.generate(SampleOptions.of(5, 5, 1, out, NOW), Progress.SILENT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(out).hasContent("mine");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(out);
    }
  }

  @Test
  void the_smallest_brand_has_one_customer_and_one_day() throws Exception {
    Path out = folder.resolve("it's small/brand.duckdb");
    Map<String, Long> rows =
        SampleBrand.generate(
            SampleOptions.of(1, 1, 1, out, Instant.parse("2024-02-29T04:00:00Z")), Progress.SILENT);
    assertThat(rows).containsEntry("Customer_360", 1L).containsEntry("Unified_Transactions", 1L);
    try (Stream<Path> left = Files.list(out.getParent())) {
      assertThat(left).containsExactly(out);
    }
  }

  @Test
  void parquet_has_one_file_for_each_table_and_view() throws Exception {
    Path out = folder.resolve("drops");
    List<String> stages = new ArrayList<>();
    Map<String, Long> rows =
        SampleBrand.generate(
            SampleOptions.of(40, 30, 1, out, NOW).as(SampleFormat.PARQUET),
            (stage, done, total) -> stages.add(stage));
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              rows.keySet().stream().map(table -> table + ".parquet").toList());
    }
    assertThat(stages).contains("orders", "customers", "tables", "files");
    assertThat(rows).containsKeys("Customer360", "Criteo_Offline");
  }

  @Test
  void the_trap_puts_a_quantity_of_zero_into_the_newest_order() throws Exception {
    Path out = folder.resolve("trap.duckdb");
    SampleBrand.generate(
        SampleOptions.of(40, 30, 1, out, NOW).withZeroQuantityTrap(), Progress.SILENT);
    try (SampleQueries brand = new SampleQueries(out)) {
      assertThat(
              brand.count(
                  "Unified_Itemized_Transactions",
                  "item_quantity = 0 AND order_datetime > TIMESTAMP '2026-11-19 00:00:00'"))
          .isEqualTo(1);
    }
  }
}
