package dev.footfall.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Brand;
import dev.footfall.sources.Cells;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings.FileFolder;
import dev.footfall.sources.Sources;
import dev.footfall.sources.TableInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of files as tables. */
class FileFoldersTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void make() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve("sales"));
    Files.writeString(
        data.resolve("people.csv"),
        """
        id,zip,score,price,born,seen,active,note
        1,02139,5,10.5,1990-01-02,2026-11-20T10:00:00,true,
        2,10115,7,3,1991-12-31,2026-11-21T10:00:00,false,""
        """);
    Files.writeString(data.resolve("drops.ndjson"), "{\"a\":1,\"zip\":\"02139\"}\n{\"a\":2}\n");
    for (int day = 1; day <= 3; day++) {
      Brand.run(
          folder.resolve("make.duckdb"),
          "COPY (SELECT "
              + day
              + " AS day) TO '"
              + data.resolve("sales/d" + day + ".parquet")
              + "'");
    }
    Files.writeString(data.resolve("readme.md"), "not a table");
  }

  @Test
  void files_and_folders_are_tables_named_after_them() {
    try (SourceSession session = open()) {
      assertThat(session.tables())
          .extracting(TableInfo::name)
          .containsExactly("drops", "people", "sales");
      assertThat(rows(session, "SELECT sum(day) FROM sales")).containsExactly(List.of("6"));
      assertThat(rows(session, "SELECT zip FROM drops ORDER BY a"))
          .containsExactly(List.of("02139"), List.of("NULL"));
    }
  }

  @Test
  void csv_columns_get_a_type_only_where_nothing_is_lost() {
    try (SourceSession session = open()) {
      SourceQuery query = Brand.nativeQuery("SELECT * FROM people ORDER BY id");
      assertThat(Cells.typed(session.rows(query)))
          .containsExactly(
              List.of(
                  "TEXT:1",
                  "TEXT:02139",
                  "INTEGER:5",
                  "DECIMAL:10.5",
                  "DATE:1990-01-02",
                  "LOCAL_TIMESTAMP:2026-11-20T10:00",
                  "BOOLEAN:true",
                  "NULL"),
              List.of(
                  "TEXT:2",
                  "TEXT:10115",
                  "INTEGER:7",
                  "DECIMAL:3",
                  "DATE:1991-12-31",
                  "LOCAL_TIMESTAMP:2026-11-21T10:00",
                  "BOOLEAN:false",
                  "TEXT:"));
    }
  }

  @Test
  void ndjson_columns_of_mixed_types_read_as_a_preview_reads_them() throws IOException {
    Path mixed =
        Files.writeString(
            data.resolve("mixed.ndjson"),
            """
            {"n":1,"v":"2026-11-01T01:30:00","w":"a"}
            {"n":2,"v":1793509200,"w":{"b":[1.5]}}
            {"n":3,"v":null,"w":[]}
            {"n":4,"v":"say \\"hi\\" \\u0130","w":"null"}
            {"n":5,"v":-0.10,"w":true}
            {"n":6,"v":"","w":false}
            {"n":7,"v":99999999999999999999999999999999999999,"w":"7"}
            {"n":8,"w":1e3}
            """);
    try (SourceSession session = open()) {
      List<List<String>> run =
          Cells.typed(session.rows(Brand.nativeQuery("SELECT * FROM mixed ORDER BY n")));
      assertThat(run).hasSize(8).isEqualTo(Cells.typed(RowFiles.open(mixed)));
      assertThat(run.get(0)).contains("TEXT:2026-11-01T01:30:00");
      assertThat(run.get(2)).containsExactly("INTEGER:3", "NULL", "NESTED:[]");
      assertThat(run.get(3)).contains("TEXT:say \"hi\" \u0130", "TEXT:null");
    }
  }

  @Test
  void a_file_replaced_during_the_run_fails_it() throws IOException {
    try (SourceSession session = open()) {
      Files.writeString(data.resolve("people.csv"), "id\n1\n");
      assertThatThrownBy(() -> rows(session, "SELECT 1"))
          .isInstanceOf(SourceFault.class)
          .hasMessageContaining("people.csv changed");
    }
  }

  @Test
  void files_outside_stay_out_of_reach() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\nhidden\n");
    try (SourceSession session = open()) {
      assertThatThrownBy(() -> rows(session, "SELECT * FROM read_csv('" + secret + "')"))
          .isInstanceOf(SourceFault.class);
      assertThatThrownBy(() -> rows(session, "COPY people TO '" + data.resolve("people.csv") + "'"))
          .isInstanceOf(SourceFault.class);
    }
  }

  @Test
  void a_file_that_is_not_json_is_named_and_not_quoted() throws IOException {
    Files.writeString(data.resolve("drops.ndjson"), "{\"a\": \"jane@example.com\n");
    assertThatThrownBy(
            () -> {
              try (SourceSession session = open()) {
                rows(session, "SELECT * FROM drops");
              }
            })
        .isInstanceOf(SourceFault.class)
        .hasMessageContaining("drops.ndjson")
        .hasMessageContaining("Mend or remove the file")
        .hasMessageNotContaining("jane");
  }

  @Test
  void two_files_for_one_table_are_refused() throws IOException {
    Files.writeString(data.resolve("PEOPLE.ndjson"), "{}");
    assertThatThrownBy(this::open)
        .isInstanceOf(SourceFault.class)
        .hasMessageMatching("(?i).*'people'.*");
  }

  private SourceSession open() {
    return Sources.open(new FileFolder(data, Brand.engine(folder)));
  }

  private static List<List<String>> rows(SourceSession session, String sql) {
    return Cells.text(session.rows(Brand.nativeQuery(sql)));
  }
}
