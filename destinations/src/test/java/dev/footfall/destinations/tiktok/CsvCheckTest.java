package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.SettingValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own eyes for the errors that TikTok's upload page reports. */
class CsvCheckTest {
  private static final String GOOD = Samples.resource("upload.csv").replace("\n", "\r\n") + "\r\n";
  private static final CsvCheck CHECK = new CsvCheck(settings().file());

  private static TikTokSettings settings() {
    return TikTokSettings.of(
        SettingValues.of(
            new TikTok().spec(), Map.of("mode", "csv_file", "csv_max_bytes", "1000000")));
  }

  private static Optional<Code> check(String content) throws IOException {
    return check("a.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Code> check(String name, byte[] content) throws IOException {
    return CHECK.file(name, new ByteArrayInputStream(content));
  }

  @Test
  void a_good_file_has_no_fault() throws IOException {
    assertThat(check(GOOD)).isEmpty();
  }

  @Test
  void a_file_is_checked_before_it_gets_its_name() throws IOException {
    FileDelivery files = (FileDelivery) Samples.file().route(Samples.order()).delivery();
    byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(good, good.length - 40);

    assertThat(files.fault("a.csv", new ByteArrayInputStream(good))).isEmpty();
    assertThat(files.fault("a.csv", new ByteArrayInputStream(cut))).contains(Code.CSV_BAD_FORMAT);
  }

  @Test
  void extension_and_size_are_looked_at_first() throws IOException {
    assertThat(check("a.xlsx", GOOD.getBytes(StandardCharsets.UTF_8)))
        .contains(Code.CSV_BAD_EXTENSION);
    assertThat(check(GOOD + "x".repeat(1_000_000))).contains(Code.CSV_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outerwear|outer\u0007wear|CSV_ILLEGAL_CHARACTER",
        "event_type,email|email,event_type|CSV_BAD_FORMAT",
        "\"socks, wool\"|socks, wool|CSV_BAD_FORMAT",
        "\"socks, wool\"|\"socks, wool|CSV_BAD_FORMAT",
        "Contact,|Schedule,|CSV_BAD_FORMAT",
        ",49.00,|,49 dollars,|CSV_BAD_FORMAT",
        ",49.00,USD,|,49.00,,|CSV_BAD_FORMAT",
        "f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d|''|CSV_MISSING_REQUIRED",
        "f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d|+442079460958|CSV_BAD_FORMAT",
        "2026-03-05T02:05:00.000Z|2026-02-30T02:05:00.000Z|CSV_BAD_TIMESTAMP",
        "2026-03-05T02:05:00.000Z|2026-03-05 02:05|CSV_BAD_TIMESTAMP",
        "2026-03-05T02:05:00.000Z|''|CSV_MISSING_REQUIRED"
      })
  void each_kind_of_fault_has_its_code(String right, String wrong, Code code) throws IOException {
    int at = GOOD.indexOf(right);
    String changed = GOOD.substring(0, at) + wrong + GOOD.substring(at + right.length());

    assertThat(check(changed)).contains(code);
  }

  @Test
  void a_file_without_lines_or_without_a_last_line_end_is_faulty() throws IOException {
    assertThat(check(TikTokFile.HEADER + "\r\n")).contains(Code.CSV_MISSING_REQUIRED);
    assertThat(check(GOOD.strip())).contains(Code.CSV_BAD_FORMAT);
    assertThat(
            check(
                "a.csv", (TikTokFile.HEADER + "\r\n\u00ff").getBytes(StandardCharsets.ISO_8859_1)))
        .contains(Code.CSV_ILLEGAL_CHARACTER);
  }
}
