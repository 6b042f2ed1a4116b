package dev.footfall.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTextTest {
  private static String text(CellKind kind, long value) {
    Text target = new Text();
    new LongColumn(kind, new long[] {value}, new boolean[0]).text(0, target);
    return target.decode();
  }

  @Property
  void a_date_reads_as_the_JDK_writes_it(
      @ForAll @LongRange(min = -1_000_000, max = 3_500_000) long epochDay) {
    assertThat(text(CellKind.DATE, epochDay)).isEqualTo(LocalDate.ofEpochDay(epochDay).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-01-01",
        "0000-02-29",
        "0000-03-01",
        "1900-02-28",
        "1900-03-01",
        "1969-12-31",
        "1970-01-01",
        "2000-02-29",
        "2024-02-29",
        "2026-12-31",
        "9999-12-31"
      })
  void the_edges_of_months_centuries_and_leap_years_are_kept(String date) {
    assertThat(text(CellKind.DATE, LocalDate.parse(date).toEpochDay())).isEqualTo(date);
  }
}
