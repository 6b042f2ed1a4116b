package dev.footfall.core.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.normalise.Moment.Reading;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TimestampsTest {
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final boolean[] NO_NULLS = {};

  private final Moment moment = new Moment();

  @Test
  void iso_text_with_zone_is_an_instant() {
    long expected = 1_772_648_530L;
    for (String text :
        new String[] {
          "2026-03-04T18:22:10Z",
          "2026-03-04T18:22:10.500Z",
          "2026-03-04T10:22:10-08:00",
          "2026-03-04T10:22:10-0800",
          "2026-03-04T10:22:10-08",
          "2026-03-04 10:22:10 -08:00",
          "2026-03-04 18:22:10.000 UTC",
          "2026-03-04 10:22:10.000 America/Los_Angeles",
          "2026-03-04T10:22:10[America/Los_Angeles]",
          "2026-03-04T10:22:10-08:00[America/Los_Angeles]",
          "20260304T182210Z",
          "20260304T102210-0800",
          " 2026-03-04t18:22:10z ",
          "2026-03-04 18:22:10,25+00"
        }) {
      assertThat(read(text, ZoneId.of("Asia/Tokyo"))).as(text).isEqualTo(Reading.OK);
      assertThat(moment.seconds()).as(text).isEqualTo(expected);
      assertThat(moment.dateOnly()).as(text).isFalse();
      assertThat(moment.zoneAssumed()).as(text).isFalse();
    }
  }

  @Test
  void zone_less_text_is_read_in_the_zone_given() {
    for (String text :
        new String[] {"2026-03-04 10:22:10", "2026-03-04T10:22:10.000000", "20260304T102210"}) {
      assertThat(read(text, LOS_ANGELES)).isEqualTo(Reading.OK);
      assertThat(moment.micros()).isEqualTo(1_772_648_530_000_000L);
    }
    assertThat(read("2026-03-04T10:22", LOS_ANGELES)).isEqualTo(Reading.OK);
    assertThat(moment.seconds()).isEqualTo(1_772_648_520L);
  }

  @Test
  void date_is_midnight_in_the_zone_and_noticed() {
    assertThat(read("2026-03-04", ZoneOffset.UTC)).isEqualTo(Reading.OK);
    assertThat(moment.seconds()).isEqualTo(1_772_582_400L);
    assertThat(moment.dateOnly()).isTrue();
    assertThat(read("2026-03-04", LOS_ANGELES)).isEqualTo(Reading.OK);
    assertThat(moment.seconds()).isEqualTo(1_772_611_200L);
  }

  @Test
  void unix_time_is_told_apart_by_its_digits() {
    seconds("1772648530", 1_772_648_530L);
    seconds("1772648530500", 1_772_648_530L);
    assertThat(moment.millis()).isEqualTo(1_772_648_530_500L);
    seconds("1772648530500123", 1_772_648_530L);
    assertThat(moment.micros()).isEqualTo(1_772_648_530_500_123L);
    seconds("1772648530.987", 1_772_648_530L);
    assertThat(moment.millis()).isEqualTo(1_772_648_530_987L);
    seconds("1.7726485305E9", 1_772_648_530L);
    assertThat(moment.millis()).isEqualTo(1_772_648_530_500L);
    seconds("1795197900", 1_795_197_900L);
    seconds("100000000", 100_000_000L);
    seconds("99999999999", 99_999_999_999L);
    seconds("100000000000", 100_000_000L);
  }

  @Test
  void anything_else_is_bad() {
    for (String text :
        new String[] {
          "03/04/2026",
          "yesterday",
          "20260304",
          "20/11/2026",
          "12345678",
          "99999999.5",
          "-1772648530",
          "123456789012345678",
          "1E300",
          "1E-300",
          "2026-13-01",
          "2026-02-30",
          "2026-03-04T",
          "2026-03-04T24:00",
          "2026-03-04T10:60",
          "2026-03-04T10:22:10.",
          "2026-03-04T10:22:10X",
          "2026-03-04T10:22:10+",
          "2026-03-04T10:22:10+01:",
          "2026-03-04T10:22:10+1",
          "2026-03-04T10:22:10+19:00",
          "2026-03-04T10:22:10 Mars/Base",
          "2026-03-04T10:22:10[",
          "2026-03-04T10:22:10[]",
          "0000-01-01",
          "NaN",
          "2026"
        }) {
      assertThat(read(text, ZoneOffset.UTC)).as(text).isEqualTo(Reading.BAD);
    }
    assertThat(read(" \u00A0", ZoneOffset.UTC)).isEqualTo(Reading.MISSING);
  }

  @Test
  void repeated_local_time_is_its_first_occurrence() {
    assertThat(read("2026-11-01 01:30:00", LOS_ANGELES)).isEqualTo(Reading.OK);
    assertThat(Instant.ofEpochSecond(moment.seconds())).isEqualTo("2026-11-01T08:30:00Z");
    assertThat(moment.zoneAssumed()).isTrue();
  }

  @Test
  void skipped_local_time_moves_forward_by_the_gap() {
    assertThat(read("2026-03-08 02:30:00", LOS_ANGELES)).isEqualTo(Reading.OK);
    assertThat(Instant.ofEpochSecond(moment.seconds())).isEqualTo("2026-03-08T10:30:00Z");
    assertThat(moment.zoneAssumed()).isTrue();
  }

  @Test
  void typed_cells_are_read_by_their_type() {
    Timestamps times = new Timestamps(LOS_ANGELES);
    long local =
        LocalDateTime.parse("2026-03-04T10:22:10").toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    times.read(cell(CellKind.LOCAL_TIMESTAMP, local), 0, moment);
    assertThat(moment.seconds()).isEqualTo(1_772_648_530L);
    times.read(cell(CellKind.INSTANT, 1_772_648_530_500_000L), 0, moment);
    assertThat(moment.millis()).isEqualTo(1_772_648_530_500L);
    times.read(cell(CellKind.DATE, LocalDate.parse("2026-03-04").toEpochDay()), 0, moment);
    assertThat(moment.seconds()).isEqualTo(1_772_611_200L);
    assertThat(moment.dateOnly()).isTrue();
    times.read(cell(CellKind.INTEGER, 1_772_648_530L), 0, moment);
    assertThat(moment.seconds()).isEqualTo(1_772_648_530L);
    times.read(new RealColumn(new double[] {1.7726485305E9}, NO_NULLS), 0, moment);
    assertThat(moment.millis()).isEqualTo(1_772_648_530_500L);
    times.read(new RealColumn(new double[] {Double.NaN}, NO_NULLS), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.BAD);
    times.read(cell(CellKind.BOOLEAN, 1), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.BAD);
    times.read(cell(CellKind.INSTANT, Long.MAX_VALUE), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.BAD);
    times.read(new LongColumn(CellKind.INSTANT, new long[1], new boolean[] {true}), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.MISSING);
  }

  @Property
  void local_time_is_what_java_time_says(
      @ForAll @LongRange(min = -60_000_000_000L, max = 60_000_000_000L) long second) {
    Timestamps times = new Timestamps(LOS_ANGELES);
    for (long near : new long[] {second, second + 86_400, second - 5_000_000, second}) {
      times.read(cell(CellKind.LOCAL_TIMESTAMP, near * 1_000_000), 0, moment);
      LocalDateTime local = LocalDateTime.ofEpochSecond(near, 0, ZoneOffset.UTC);
      ZoneRules rules = LOS_ANGELES.getRules();
      assertThat(moment.zoneAssumed()).isEqualTo(rules.getValidOffsets(local).size() != 1);
      assertThat(moment.seconds()).isEqualTo(local.atZone(LOS_ANGELES).toEpochSecond());
    }
  }

  @Property
  void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
    new Timestamps(LOS_ANGELES).read(new Text().set(bytes, 0, bytes.length), moment);
    assertThat(moment.reading()).isNotNull();
  }

  @Property
  void day_count_is_that_of_java_time(
      @ForAll @LongRange(min = -719_162, max = 2_932_896) long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    assertThat(Calendar.epochDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
        .isEqualTo(epochDay);
  }

  private void seconds(String text, long expected) {
    assertThat(read(text, LOS_ANGELES)).as(text).isEqualTo(Reading.OK);
    assertThat(moment.seconds()).as(text).isEqualTo(expected);
  }

  private Reading read(String text, ZoneId zone) {
    new Timestamps(zone).read(Text.of(text), moment);
    return moment.reading();
  }

  private static Column cell(CellKind kind, long value) {
    return new LongColumn(kind, new long[] {value}, NO_NULLS);
  }

  @Test
  void times_outside_the_bounds_are_no_times() {
    Instant earliest = Instant.parse("2000-01-01T00:00:00Z");
    Timestamps times =
        new Timestamps(ZoneId.of("UTC"), earliest, Instant.parse("2100-01-01T00:00:00Z"));
    Moment moment = new Moment();

    times.read(column("1999-12-31T23:59:59Z"), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.BAD);
    times.read(column("2000-01-01T00:00:00Z"), 0, moment);
    assertThat(moment.seconds()).isEqualTo(earliest.getEpochSecond());
    times.read(column("2100-01-01T00:00:01Z"), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.BAD);
    times.read(column(" "), 0, moment);
    assertThat(moment.reading()).isEqualTo(Reading.MISSING);
  }

  private static Column column(String text) {
    byte[] bytes = Text.utf8(text);
    return new TextColumn(CellKind.TEXT, bytes, new int[] {0, bytes.length}, new boolean[0]);
  }
}
