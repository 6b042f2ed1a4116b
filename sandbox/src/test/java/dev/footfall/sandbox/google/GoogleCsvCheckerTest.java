package dev.footfall.sandbox.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.csv.CsvFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleCsvCheckerTest {
  private static final String EXAMPLE =
      Running.resource(GoogleCsvCheckerTest.class, "store-sales.csv");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  private static List<CsvFault> check(String content) throws IOException {
    return GoogleCsvChecker.check(
        "sales.csv", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), NOW);
  }

  @Test
  void worked_example_has_no_faults() throws IOException {
    assertThat(check(EXAMPLE)).isEmpty();
    assertThat(check(EXAMPLE.replace("+0000", "America/New_York"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LoyaltyRate=0.6 | LoyaltyRate=0.0 | CSV_BAD_FORMAT | LoyaltyRate",
        "UploadRate=1.0 | UploadRate=1.1 | CSV_BAD_FORMAT | TransactionUploadRate",
        "TimeZone=+0000 | TimeZone=Nowhere | CSV_BAD_FORMAT | TimeZone",
        "Parameters:TimeZone | TimeZone | CSV_MISSING_REQUIRED | ''",
        "First Name,Last | Last Name,First | CSV_BAD_FORMAT | ''",
        "cd98a2 | CD98A2 | CSV_BAD_FORMAT | Email 1",
        "cd98a25152ad884b29e524ea5d3d8d35615ed0afbbc5ea3a6d4215572b0b2bde | ada@example.com |"
            + " CSV_BAD_FORMAT | Email 1",
        "63101,US, | 63101,USA, | CSV_BAD_FORMAT | Country",
        "2026-11-20 18:05:00 | 2026-11-20T18:05:00Z | CSV_BAD_TIMESTAMP | Conversion Time",
        "2026-11-20 18:05:00 | 2026-02-30 18:05:00 | CSV_BAD_TIMESTAMP | Conversion Time",
        "2026-11-20 18:05:00 | 2026-08-20 18:05:00 | CSV_BAD_TIMESTAMP | Conversion Time",
        "73.31,USD | $73.31,USD | CSV_BAD_FORMAT | Conversion Value",
        "73.31,USD | 73.31, | CSV_MISSING_REQUIRED | Conversion Currency",
        "73.31,USD | 73.31,usd | CSV_BAD_FORMAT | Conversion Currency",
        "Store purchases, | , | CSV_MISSING_REQUIRED | Conversion Name"
      })
  void faults_carry_their_code_and_column(String good, String bad, String code, String column)
      throws IOException {
    assertThat(EXAMPLE).contains(good);
    List<CsvFault> faults = check(EXAMPLE.replace(good, bad));
    assertThat(faults).extracting(CsvFault::code).contains(code);
    assertThat(faults).extracting(CsvFault::column).contains(column);
    assertThat(faults).noneMatch(fault -> fault.sentence().contains("ada@"));
  }

  @Test
  void an_order_needs_a_contact_or_a_whole_address() throws IOException {
    String without =
        EXAMPLE.replaceFirst("\ncd98[0-9a-f]+", "\n").replaceFirst("1e231c[0-9a-f]+", "");
    assertThat(check(without)).isEmpty();
    assertThat(check(without.replace("63101", "")))
        .extracting(CsvFault::code)
        .containsExactly("CSV_MISSING_REQUIRED");
  }
}
