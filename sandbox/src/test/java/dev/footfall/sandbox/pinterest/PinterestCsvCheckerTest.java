package dev.footfall.sandbox.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.csv.CsvFault;
import dev.footfall.sandbox.pinterest.PinterestCsvOptions.Extras;
import dev.footfall.sandbox.pinterest.PinterestCsvOptions.Size;
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

class PinterestCsvCheckerTest {
  private static final String EXAMPLE =
      Running.resource(PinterestCsvCheckerTest.class, "worked-example.csv");
  private static final PinterestCsvOptions OPTIONS =
      PinterestCsvOptions.at(Instant.parse("2026-03-06T09:00:00Z"));

  @TempDir Path folder;

  private List<CsvFault> check(String content, PinterestCsvOptions options) throws IOException {
    Path file = Files.write(folder.resolve("file.csv"), content.getBytes(StandardCharsets.UTF_8));
    return PinterestCsvChecker.check(file, options);
  }

  @Test
  void worked_example_has_no_faults() throws IOException {
    assertThat(check(EXAMPLE, OPTIONS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1772648530,checkout | 1772648530,Checkout | CSV_BAD_FORMAT | event_type",
        "1772648530,checkout | 1772648530, | CSV_MISSING_REQUIRED | event_type",
        "1772648530,checkout | 1772648530000,checkout | CSV_BAD_TIMESTAMP | event_time",
        "1772648530,checkout | 03/04/2026,checkout | CSV_BAD_TIMESTAMP | event_time",
        "1772648530,checkout | ,checkout | CSV_MISSING_REQUIRED | event_time",
        "1772648530,checkout | 1769000000,checkout | CSV_BAD_TIMESTAMP | event_time",
        "1772648530,checkout | 1773000000,checkout | CSV_BAD_TIMESTAMP | event_time",
        "offline,58.99 | web,58.99 | CSV_BAD_FORMAT | source_type",
        "offline,58.99 | offline,58.99 USD | CSV_BAD_FORMAT | value",
        "A-10045,3 | A-10045,0 | CSV_BAD_FORMAT | quantity",
        "A-10045,3 | pat@example.org,3 | CSV_BAD_FORMAT | order_id",
        "25ceeb072ff3db8e3c34745d512de1e1ba430f34419118960b0753aab64ea416 | '' | CSV_MISSING_REQUIRED | email",
        "25ceeb072ff3db8e3c34745d512de1e1ba430f34419118960b0753aab64ea416 | 25CEEB | CSV_BAD_FORMAT | email",
        "source_type | event_source | CSV_MISSING_REQUIRED | ''"
      })
  void faults_carry_their_code_and_column(String good, String bad, String code, String column)
      throws IOException {
    assertThat(EXAMPLE).contains(good);
    List<CsvFault> faults = check(EXAMPLE.replace(good, bad), OPTIONS);
    assertThat(faults).extracting(CsvFault::code).containsExactly(code);
    assertThat(faults).extracting(CsvFault::column).containsExactly(column);
  }

  @Test
  void other_headers_follow_the_options() throws IOException {
    assertThat(
            check(
                EXAMPLE.replace("source_type", "event_source"),
                OPTIONS.withSourceHeader("event_source")))
        .isEmpty();
    String hash = "a".repeat(64);
    String wide =
        "email_1,email_2,event_time,event_type,source_type,value,order_id,quantity,madid,currency\r\n"
            + ",,1772648530,checkout,offline,58.99,A-10045,3,"
            + hash
            + ",USD\r\n"
            + hash
            + ","
            + hash
            + ",1772648530,checkout,offline,58.99,A-10045,3,,USD\r\n";
    assertThat(check(wide, OPTIONS.withEmailColumns(2).with(new Extras(true, true)))).isEmpty();
  }

  @Test
  void rows_and_bytes_are_limited() throws IOException {
    assertThat(check(EXAMPLE, OPTIONS.with(new Size(1_000_000, 1))))
        .extracting(CsvFault::code)
        .containsExactly("CSV_TOO_LARGE");
    assertThat(check(EXAMPLE, OPTIONS.with(new Size(100, 10))))
        .extracting(CsvFault::code)
        .containsExactly("CSV_TOO_LARGE");
  }
}
