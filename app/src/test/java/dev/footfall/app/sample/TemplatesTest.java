package dev.footfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.CanonicalColumns;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

  @Test
  void every_template_says_what_it_does_and_takes_the_window() {
    Templates.all()
        .forEach(
            (name, text) -> {
              assertThat(name).endsWith(".sql");
              assertThat(text)
                  .as(name)
                  .startsWith("-- ")
                  .contains(":window_start")
                  .doesNotContain(";\n");
            });
    assertThat(Templates.all().keySet()).first().isEqualTo(Templates.CANONICAL);
  }

  @Test
  void the_canonical_query_uses_canonical_names_only() {
    assertThat(aliases(Templates.all().get(Templates.CANONICAL)))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(20)
        .isSubsetOf(CanonicalColumns.NAMES);
  }

  @Test
  void every_template_finds_rows_in_the_sample(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("brand.duckdb");
    SampleBrand.generate(
        SampleOptions.of(200, 40, 5, out, Instant.parse("2026-11-21T17:30:00Z")), Progress.SILENT);
    try (SampleQueries brand = new SampleQueries(out)) {
      for (Map.Entry<String, String> template : Templates.all().entrySet()) {
        // these queries happen to mean the same in the engine's own dialect
        String sql =
            template.getValue().replace(":window_start", "TIMESTAMP '2026-11-14 00:00:00'");
        long rows = brand.number("SELECT count(*) FROM (" + sql + ")");
        long orders = brand.number("SELECT count(DISTINCT order_id) FROM (" + sql + ")");
        assertThat(orders).as(template.getKey()).isGreaterThan(10);
        if (template.getKey().contains("-orders") || template.getKey().startsWith("pinterest")) {
          assertThat(rows).as(template.getKey()).isEqualTo(orders);
        } else {
          assertThat(rows).as(template.getKey()).isGreaterThan(orders);
        }
      }
    }
  }

  private static List<String> aliases(String sql) {
    return Pattern.compile("^  ,?\\S+ AS (\\w+)$", Pattern.MULTILINE)
        .matcher(sql)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
