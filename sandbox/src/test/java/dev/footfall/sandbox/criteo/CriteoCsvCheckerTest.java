package dev.footfall.sandbox.criteo;

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

class CriteoCsvCheckerTest {
  private static final String EXAMPLE =
      Running.resource(CriteoCsvCheckerTest.class, "worked-example.csv");
  private static final CriteoCsvOptions OPTIONS =
      CriteoCsvOptions.at(Instant.parse("2026-11-20T06:00:00Z"));

  private static List<CsvFault> check(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return CriteoCsvChecker.check(name, new ByteArrayInputStream(bytes), OPTIONS);
  }

  @Test
  void worked_example_has_no_faults_in_commas_tabs_and_any_quotes() throws IOException {
    assertThat(check("a.csv", EXAMPLE)).isEmpty();
    assertThat(check("a.csv", EXAMPLE.replace("\n", "\r\n"))).isEmpty();
    assertThat(check("a.csv", EXAMPLE.replace("USD\n", "\"USD\"\n"))).isEmpty();
    String tabs = EXAMPLE.replace("\"Pier 9, North\"", "Pier 9").replace(',', '\t');
    assertThat(check("a.tsv", tabs)).isEmpty();
    assertThat(check("a.csv", tabs)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "84dd7785500c | 84DD7785500C | 4 | hex digits",
        "84dd7785500ca0350468d4cbe7ea6266e9a769fb0a999ef9daa013a3e3c1904b | sam@example.org | 4 |"
            + " holds a plain e-mail",
        "84dd7785500ca0350468d4cbe7ea6266e9a769fb0a999ef9daa013a3e3c1904b |"
            + " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 | 4 | empty text",
        "email,,,SO-100311 | email,,customer_ID,SO-100311 | 4 | beside a key",
        "2026-11-19T18:40:00Z | 2026-11-19 18:40:00 | 4 | must look like",
        "2026-11-19T18:40:00Z | 2026-11-20T06:05:01Z | 4 | in the future",
        "2026-11-19T18:40:00Z | 2026-02-30T00:00:00Z | 4 | real date",
        "12.00 | 1.2E1 | 4 | plain decimal",
        "12.00,1 | 12.00,1.5 | 4 | whole number",
        "12.00,1 | 12.00, | 4 | is missing",
        "MUG-01 | NULL | 4 | word for nothing",
        "North\",USD | North\",US$ | 4 | ISO 4217",
        "SO-100311, | , | 4 | is missing",
        "Pier 9, North | sam@example.org | 4 | holds a plain e-mail"
      })
  void faults_are_named_by_line(String good, String bad, long line, String words)
      throws IOException {
    assertThat(check("a.csv", EXAMPLE.replace(good, bad)))
        .anySatisfy(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.message()).contains(words);
            });
  }

  @Test
  void lines_without_any_key_and_lines_repeated_are_faults() throws IOException {
    String last = EXAMPLE.lines().reduce((a, b) -> b).orElseThrow() + "\n";
    assertThat(check("a.csv", EXAMPLE + last)).singleElement().matches(f -> f.line() == 6);
    String bare = last.replaceFirst("4510[0-9a-f]+,customer_ID", ",").replace("BAG", "BUG");
    assertThat(check("a.csv", EXAMPLE + bare))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("has no user key"));
  }

  @Test
  void headers_are_the_eleven_names_in_order() throws IOException {
    assertThat(check("a.csv", EXAMPLE.replace("store_id,currency", "currency,store_id")))
        .singleElement()
        .matches(fault -> fault.line() == 1);
    assertThat(check("a.csv", EXAMPLE.substring(EXAMPLE.indexOf('\n') + 1))).hasSize(1);
  }
}
