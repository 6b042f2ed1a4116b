package dev.footfall.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Times as digits. */
class UtcTimeTest {
  private static final DateTimeFormatter JDK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static String written(long seconds, char separator) {
    ByteBuilder out = new ByteBuilder(8);
    UtcTime.write(seconds, separator, out);
    return new String(out.copy(), StandardCharsets.US_ASCII);
  }

  @Test
  void a_time_is_written_in_utc() {
    assertThat(written(1_795_197_900L, ' ')).isEqualTo("2026-11-20 18:05:00");
    assertThat(written(0, 'T')).isEqualTo("1970-01-01T00:00:00");
    assertThat(written(-1, 'T')).isEqualTo("1969-12-31T23:59:59");
    assertThat(written(951_782_400L, 'T')).isEqualTo("2000-02-29T00:00:00");
  }

  @Property
  void every_time_is_written_as_the_jdk_does(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long seconds) {
    assertThat(written(seconds, 'T')).isEqualTo(JDK.format(Instant.ofEpochSecond(seconds)));
  }
}
