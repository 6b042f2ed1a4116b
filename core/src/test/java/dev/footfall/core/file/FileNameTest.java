package dev.footfall.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FileNameTest {
  private static final Instant NOW = Instant.parse("2026-12-31T23:30:00Z");

  private static String name(String template, int part) {
    return new FileName(template, NOW, ZoneOffset.UTC, "run:7").of(part);
  }

  @Test
  void a_template_is_filled_with_the_runs_clock_and_name() {
    assertThat(name("sales_{{now|format:'yyyyMMdd_HHmmss'}}.csv", 1))
        .isEqualTo("sales_20261231_233000.csv");
    assertThat(name("sales_{{ run_id }}_{{file_number}}.tsv", 3))
        .isEqualTo("sales_run-7_0000003.tsv");
    assertThat(name("sales_{{now}}.csv", 1)).isEqualTo("sales_20261231T233000.csv");
  }

  @Test
  void a_capital_year_is_the_calendar_year() {
    assertThat(name("{{now|format:'YYYYMMdd'}}.csv", 1)).isEqualTo("20261231.csv");
  }

  @Test
  void the_zone_of_names_counts() {
    FileName tokyo =
        new FileName("{{now|format:'yyyyMMdd'}}.csv", NOW, ZoneId.of("Asia/Tokyo"), "r");

    assertThat(tokyo.of(1)).isEqualTo("20270101.csv");
  }

  @Test
  void files_after_the_first_are_told_apart_even_when_the_template_does_not() {
    assertThat(name("sales.csv", 1)).isEqualTo("sales.csv");
    assertThat(name("sales.csv", 2)).isEqualTo("sales_0000002.csv");
  }

  @Test
  void a_template_with_folders_or_unknown_places_is_refused() {
    assertThat(FileName.fault("sales_{{now}}.csv")).isEmpty();
    assertThat(FileName.fault("../sales.csv")).isPresent();
    assertThat(FileName.fault("")).isPresent();
    assertThat(FileName.fault("{{today}}.csv")).isPresent();
    assertThat(FileName.fault("{{now|format:'bogus'}}.csv")).isPresent();
  }
}
