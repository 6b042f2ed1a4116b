package dev.footfall.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.app.config.Destinations;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.CanonicalColumns;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.ColumnHeader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        String order =
            aliases(sql).stream()
                .filter(List.of("order_id", "orderid", "transaction_id", "event_id")::contains)
                .sorted(Comparator.reverseOrder())
                .findFirst()
                .orElseThrow();
        long orders = brand.number("SELECT count(DISTINCT " + order + ") FROM (" + sql + ")");
        assertThat(orders).as(template.getKey()).isGreaterThan(10);
        if (template.getKey().contains("-orders") || template.getKey().startsWith("pinterest")) {
          assertThat(rows).as(template.getKey()).isEqualTo(orders);
        } else {
          assertThat(rows).as(template.getKey()).isGreaterThan(orders);
        }
      }
    }
  }

  @Test
  void a_platforms_own_query_returns_what_it_takes_and_nothing_else() {
    int found = 0;
    for (Destination destination : Destinations.shipped().all()) {
      Optional<Templates.Own> query =
          Templates.own(destination.spec().columnPrefix().replace("_", ""));
      if (query.isEmpty()) {
        continue;
      }
      found++;
      Templates.Own own = query.get();
      SettingValues settings = SettingValues.of(destination.spec(), own.settings());
      List<ColumnHeader> header =
          aliases(Templates.all().get(own.file())).stream()
              .map(alias -> new ColumnHeader(alias, CellKind.TEXT))
              .toList();
      Binding binding =
          Binding.of(destination.spec(settings), Vocabulary.PLATFORM, header, settings);
      assertThat(binding.problems()).as(own.file()).isEmpty();
    }
    assertThat(found).isGreaterThanOrEqualTo(8);
  }

  private static List<String> aliases(String sql) {
    return Pattern.compile("^  ,?\\S+ AS (\\w+)$", Pattern.MULTILINE)
        .matcher(sql)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
