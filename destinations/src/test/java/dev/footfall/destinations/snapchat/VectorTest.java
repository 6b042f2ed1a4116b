package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values as Snapchat wants them hashed, and values that it is spared. */
class VectorTest {
  private static final String DEVICE = "cdda802e-fb9c-47ad-0794-d394c912ad01";
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("email", "em"),
          Map.entry("phone", "ph"),
          Map.entry("first_name", "fn"),
          Map.entry("last_name", "ln"),
          Map.entry("city", "ct"),
          Map.entry("state", "st"),
          Map.entry("zip", "zp"),
          Map.entry("country", "country"),
          Map.entry("birthdate", "db"),
          Map.entry("gender", "ge"),
          Map.entry("external_id", "external_id"));

  @ParameterizedTest(name = "{0} {1} {3} {4}")
  @CsvFileSource(
      resources = "vectors.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void a_value_is_hashed_as_snapchat_wants_it(
      String column,
      String value,
      @Nullable String country,
      String setting,
      String settingValue,
      String hash) {
    TestRows rows =
        Samples.row().with("madid", DEVICE).with("country", country).with(column, value);
    TestRun run = setting.isEmpty() ? Samples.api() : Samples.api().set(setting, settingValue);

    Mapped mapped = run.map(rows);

    assertThat(mapped.droppedCodes()).isEmpty();
    JsonNode member = mapped.event().path("user_data").path(KEYS.get(column));
    boolean isText = column.equals("birthdate") || column.equals("external_id");
    assertThat(isText ? member.asText() : member.path(0).asText()).isEqualTo(hash);
    assertThat(member.size()).isEqualTo(isText ? 0 : 1);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "refused.csv", numLinesToSkip = 1)
  void a_value_that_cannot_be_meant_is_left_out(String column, String value, String code) {
    Mapped mapped = Samples.api().map(Samples.row().with("madid", DEVICE).with(column, value));

    assertThat(mapped.droppedCodes()).extracting(Enum::name).containsExactly(code);
    assertThat(mapped.events()).hasSize(1);
    assertThat(mapped.text(0)).doesNotContain(value.length() > 3 ? value : "\0");
  }
}
