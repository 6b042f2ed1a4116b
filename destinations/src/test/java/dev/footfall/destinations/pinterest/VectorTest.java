package dev.footfall.destinations.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values as Pinterest wants them hashed, and values that it is spared. */
class VectorTest {
  @ParameterizedTest(name = "{0} {1} in {2}")
  @CsvFileSource(
      resources = "vectors.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void a_value_is_hashed_as_pinterest_wants_it(
      String column, String value, @Nullable String country, String expected) {
    TestRows rows = Samples.order().with("country", country).with(column, value);
    Mapped mapped = Samples.api().map(rows);

    assertThat(mapped.droppedCodes()).isEmpty();
    JsonNode hashes = mapped.event().path("user_data").path(column);
    assertThat(hashes).hasSize(1);
    assertThat(hashes.get(0).asText()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "refused.csv", numLinesToSkip = 1)
  void a_value_that_cannot_be_meant_is_left_out(String column, String value, String code) {
    TestRows rows = Samples.order().with("hashed_maids", "0".repeat(63) + "1");
    Mapped mapped = Samples.api().map(rows.with(column, value));

    assertThat(mapped.droppedCodes()).extracting(Enum::name).containsExactly(code);
    boolean isGone = !mapped.event().path("user_data").has(column);
    assertThat(isGone).isTrue();
  }
}
