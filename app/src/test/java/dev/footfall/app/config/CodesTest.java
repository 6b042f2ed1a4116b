package dev.footfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.CodeSpec;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The registry of codes holds what is given, and nothing else. */
class CodesTest {
  /** What validation and reports say, whatever the destination. */
  private static final Set<Code> OURS =
      Set.of(Code.CONSTANT_IDENTITY, Code.FORGOTTEN_PERSON, Code.REJECTION_THRESHOLD);

  @Test
  void every_code_is_one_that_a_destination_or_the_engine_may_give() {
    Set<Code> declared =
        Destinations.shipped().specs().stream()
            .flatMap(spec -> spec.codes().stream())
            .map(CodeSpec::code)
            .collect(Collectors.toSet());

    Set<Code> unused = EnumSet.allOf(Code.class);
    unused.removeAll(declared);
    assertThat(unused).isEqualTo(OURS);
  }
}
