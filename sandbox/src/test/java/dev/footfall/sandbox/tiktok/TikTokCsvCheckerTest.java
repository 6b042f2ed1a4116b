package dev.footfall.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.csv.CsvFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokCsvCheckerTest {
  private static final String EXAMPLE =
      Running.resource(TikTokCsvCheckerTest.class, "worked-example.csv");
  private static final TikTokCsvOptions OPTIONS =
      TikTokCsvOptions.at(Instant.parse("2026-03-06T09:00:00Z"));

  @TempDir Path folder;

  private List<CsvFault> check(String name, byte[] content, TikTokCsvOptions options)
      throws IOException {
    return TikTokCsvChecker.check(Files.write(folder.resolve(name), content), options);
  }

  private List<CsvFault> check(String content) throws IOException {
    return check("file.csv", content.getBytes(StandardCharsets.UTF_8), OPTIONS);
  }

  @Test
  void worked_example_has_no_faults() throws IOException {
    assertThat(check(EXAMPLE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Contact,, | Kontakt,, | CSV_BAD_FORMAT | event_type",
        "Contact,, | ,, | CSV_MISSING_REQUIRED | event_type",
        "Contact,, | Purchase,, | CSV_BAD_FORMAT | event_type",
        "Contact,,f0bf0228144d9fe2bdf1da2d8ca698f17bf1410ee688b075c27062e47b6f0b6d | Contact,, | CSV_MISSING_REQUIRED | email",
        "Contact,,f0bf | Contact,,F0BF | CSV_BAD_FORMAT | phone",
        "Contact,, | Contact,dana@example.com, | CSV_BAD_FORMAT | email",
        "2026-03-05T02:05:00.000Z | 2026-03-05 02:05:00 | CSV_BAD_TIMESTAMP | timestamp",
        "2026-03-05T02:05:00.000Z | 2026-02-30T02:05:00.000Z | CSV_BAD_TIMESTAMP | timestamp",
        "2026-03-05T02:05:00.000Z | 2026-02-01T02:05:00.000Z | CSV_BAD_TIMESTAMP | timestamp",
        "2026-03-05T02:05:00.000Z | 2026-03-07T02:05:00.000Z | CSV_BAD_TIMESTAMP | timestamp",
        "2026-03-05T02:05:00.000Z | '' | CSV_MISSING_REQUIRED | timestamp",
        "9.99,USD | $9.99,USD | CSV_BAD_FORMAT | price",
        "9.99,USD | 9.99, | CSV_BAD_FORMAT | currency",
        "9.99,USD | 9.99,BGN | CSV_BAD_FORMAT | currency",
        "A-10045,1 | A-10045,1.5 | CSV_BAD_FORMAT | quantity",
        "A-10045,1 | dana@example.com,1 | CSV_BAD_FORMAT | order_id",
        "in-store,A-10045,2 | in-store,A-10045,2,extra | CSV_BAD_FORMAT | ''",
        "SKU-100 | SKU\t100 | CSV_ILLEGAL_CHARACTER | ''",
        "SKU-100 | \"SKU-100\" | CSV_BAD_FORMAT | ''",
        "SKU-100 | SKU\"100 | CSV_BAD_FORMAT | ''",
        "event_type,email | email,event_type | CSV_BAD_FORMAT | ''",
        "event_type,email | event,email | CSV_MISSING_REQUIRED | ''"
      })
  void faults_carry_their_code_and_column(String good, String bad, String code, String column)
      throws IOException {
    assertThat(EXAMPLE).contains(good);
    List<CsvFault> faults = check(EXAMPLE.replace(good, bad));
    assertThat(faults).extracting(CsvFault::code).contains(code);
    assertThat(faults).extracting(CsvFault::column).contains(column);
    assertThat(faults).noneMatch(fault -> fault.sentence().contains("dana"));
  }

  @Test
  void line_ends_are_crlf_in_utf_8_without_mark() throws IOException {
    assertThat(check(EXAMPLE.replace("\r\n", "\n")))
        .extracting(CsvFault::code)
        .contains("CSV_BAD_FORMAT");
    assertThat(check("\ufeff" + EXAMPLE))
        .extracting(CsvFault::code)
        .contains("CSV_ILLEGAL_CHARACTER");
    byte[] latin =
        EXAMPLE.replace("outerwear", "v\u00eatements").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(check("a.csv", latin, OPTIONS))
        .extracting(CsvFault::code)
        .contains("CSV_ILLEGAL_CHARACTER");
    assertThat(check(EXAMPLE.stripTrailing()))
        .extracting(CsvFault::code)
        .contains("CSV_BAD_FORMAT");
    assertThat(check(EXAMPLE.replace("socks, wool", "socks,\r\nwool")))
        .extracting(CsvFault::code)
        .contains("CSV_ILLEGAL_CHARACTER");
    assertThat(check("")).extracting(CsvFault::code).contains("CSV_MISSING_REQUIRED");
  }

  @Test
  void name_and_size_count() throws IOException {
    byte[] bytes = EXAMPLE.getBytes(StandardCharsets.UTF_8);
    assertThat(check("file.txt", bytes, OPTIONS))
        .extracting(CsvFault::code)
        .containsExactly("CSV_BAD_EXTENSION");
    assertThat(check("file.csv", bytes, OPTIONS.upTo(bytes.length))).isEmpty();
    assertThat(check("file.csv", bytes, OPTIONS.upTo(bytes.length - 1)))
        .extracting(CsvFault::code)
        .containsExactly("CSV_TOO_LARGE");
  }

  @Test
  void newer_labels_and_plain_identifiers_can_be_allowed() throws IOException {
    String newer = EXAMPLE.replace("Complete Payment", "Purchase");
    assertThat(check("a.csv", newer.getBytes(StandardCharsets.UTF_8), OPTIONS.withCurrentLabels()))
        .isEmpty();
    String plain = EXAMPLE.replace("Contact,,", "Contact,dana@example.com,");
    assertThat(check("a.csv", plain.getBytes(StandardCharsets.UTF_8), OPTIONS.allowingPlain()))
        .isEmpty();
  }

  @Test
  void a_file_of_nothing_but_faults_is_reported_up_to_a_hundred() throws IOException {
    assertThat(check(EXAMPLE + "x\r\n".repeat(5000))).hasSize(100);
  }
}
