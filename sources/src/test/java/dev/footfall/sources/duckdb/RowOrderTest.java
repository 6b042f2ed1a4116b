package dev.footfall.sources.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.Text;
import dev.footfall.sources.Brand;
import dev.footfall.sources.Cells;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order rows come. */
class RowOrderTest {
  @TempDir Path folder;
  private SourceSession session;

  @BeforeEach
  void open() {
    session =
        Sources.open(
            Brand.make(
                folder,
                "CREATE TABLE t (id INTEGER, order_id VARCHAR, old_id DOUBLE)",
                "INSERT INTO t VALUES (1, 'B', NULL), (2, ' A' || chr(160), 7), (3, NULL, 9),"
                    + " (4, 'A', NULL), (5, chr(8203) || ' ', NULL), (6, chr(65279) || 'B', 1),"
                    + " (7, 'ü', NULL), (8, 'a', NULL), (9, '', 9.5)"));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void the_querys_own_order_is_kept() {
    String sql = "SELECT i, [i] AS l FROM range(20000) r(i) ORDER BY i DESC -- newest first";
    List<String> cells = firstCells(Brand.nativeQuery(sql).limit(10_000));
    assertThat(cells).hasSize(10_000).startsWith("19999", "19998").endsWith("10000");
  }

  @Test
  void rows_are_numbered_from_one_across_batches() {
    List<Long> numbers = new ArrayList<>();
    int batches = 0;
    try (Rows rows = session.rows(Brand.nativeQuery("SELECT i FROM range(10001) r(i);"))) {
      for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        batches++;
        for (long number : batch.get().rowNumbers()) {
          numbers.add(number);
        }
      }
    }
    assertThat(batches).isGreaterThan(1);
    assertThat(numbers).hasSize(10_001).startsWith(1L, 2L).endsWith(10_001L).isSorted();
  }

  @Test
  void batches_stay_valid_after_later_ones_were_read() {
    List<RowBatch> all = new ArrayList<>();
    try (Rows rows = session.rows(Brand.nativeQuery("SELECT 'k' || i FROM range(20000) r(i)"))) {
      for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        all.add(batch.get());
      }
    }
    Text text = new Text();
    all.get(0).column(0).text(3, text);
    assertThat(text.decode()).isEqualTo("k3");
  }

  @Test
  void a_result_may_be_left_half_read() {
    try (Rows rows = session.rows(Brand.nativeQuery("SELECT * FROM range(100000000) r(i)"))) {
      assertThat(rows.next()).isPresent();
    }
    assertThat(Cells.text(session.rows(Brand.nativeQuery("SELECT 1")))).hasSize(1);
  }

  private List<String> firstCells(SourceQuery query) {
    return Cells.text(session.rows(query)).stream().map(row -> row.get(0)).toList();
  }
}
