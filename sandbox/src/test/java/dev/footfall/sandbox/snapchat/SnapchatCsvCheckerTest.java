package dev.footfall.sandbox.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.csv.CsvFault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapchatCsvCheckerTest {
  private static final String ONE =
      "67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448";
  private static final String HEADER =
      "email,timestamp,event_type,number_items,price,transaction_id,quantity\n";
  private static final String LINE = ONE + ",2026-11-18T15:09:26Z,purchase,2,39.80,SO-100234,2\n";
  private static final String FILE = HEADER + LINE + LINE;

  private static List<CsvFault> check(String name, byte[] file) throws IOException {
    return SnapchatCsvChecker.check(
        name,
        new ByteArrayInputStream(file),
        SnapchatCsvOptions.at(Instant.parse("2026-11-20T12:00:00Z")));
  }

  private static List<CsvFault> check(String content) throws IOException {
    return check("file.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void worked_example_has_no_faults_though_two_lines_are_alike() throws IOException {
    assertThat(check(FILE)).isEmpty();
    assertThat(check(FILE.replace("\n", "\r\n"))).isEmpty();
    assertThat(check(FILE.replace("purchase", "\"purchase\""))).isEmpty();
    assertThat(check("f.tsv", FILE.replace(',', '\t').getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(check("f.psv", FILE.replace(',', '|').getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void packed_files_are_unpacked() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(FILE.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(check("file.csv.gz", gzip.toByteArray())).isEmpty();
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("file.csv"));
      out.write(FILE.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(check("file.csv.zip", zip.toByteArray())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-18T15:09:26Z", "1795014566", "1795014566449"})
  void times_may_be_spelled_in_three_ways(String time) throws IOException {
    assertThat(check(FILE.replace("2026-11-18T15:09:26Z", time))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-18T15:09:26Z | 2026-11-18 15:09:26 | CSV_BAD_TIMESTAMP | must look like",
        "2026-11-18T15:09:26Z | 11/18/2026 | CSV_BAD_TIMESTAMP | must look like",
        "2026-11-18T15:09:26Z | 2026-10-14T11:59:59Z | CSV_BAD_TIMESTAMP | older than 37 days",
        "2026-11-18T15:09:26Z | 2026-11-20T12:10:01Z | CSV_BAD_TIMESTAMP | in the future",
        "39.80 | $39.80 | CSV_BAD_FORMAT | plain decimal",
        "39.80 | 39;80 | CSV_BAD_FORMAT | plain decimal",
        "purchase | bought | CSV_BAD_FORMAT | none of the event types",
        "SO-100234 | ava@example.com | CSV_BAD_FORMAT | holds a plain e-mail",
        "SO-100234 | +12065550142 | CSV_BAD_FORMAT | holds a plain e-mail"
      })
  void faults_are_named(String good, String bad, String code, String words) throws IOException {
    assertThat(check(FILE.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
        .first()
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code))
        .satisfies(fault -> assertThat(fault.message()).contains(words))
        .satisfies(fault -> assertThat(fault.sentence()).doesNotContain(bad));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "67A89A12852496E22C7DC666170C7D4C23F858C235DA849D7F4588EDB904F448",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ava@example.com",
        "C-77120"
      })
  void identities_are_lower_case_digests_of_something(String value) throws IOException {
    assertThat(check(FILE.replaceFirst(ONE, value)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));
  }

  @Test
  void headers_need_a_time_and_an_identity_and_no_column_twice() throws IOException {
    assertThat(check(FILE.replace("email,", "note,"))).isNotEmpty();
    assertThat(check(FILE.replace("timestamp,", "when,"))).isNotEmpty();
    assertThat(check(FILE.replace("quantity\n", "em\n"))).isNotEmpty();
    assertThat(check(FILE.replace("email,", "external_id,"))).isNotEmpty();
    assertThat(check("")).isNotEmpty();
  }

  @Test
  void lines_end_alike_and_the_last_one_too() throws IOException {
    assertThat(check(HEADER + LINE.strip())).isNotEmpty();
    assertThat(check(HEADER + LINE + LINE.replace("\n", "\r\n"))).isNotEmpty();
    assertThat(check(HEADER + LINE.replace(",2\n", "\n"))).isNotEmpty();
    assertThat(check("\ufeff" + FILE)).isNotEmpty();
  }
}
