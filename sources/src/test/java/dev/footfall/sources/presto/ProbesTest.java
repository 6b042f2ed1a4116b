package dev.footfall.sources.presto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every function and trait, one expression a line, on DuckDB alone. */
class ProbesTest {

  @TestFactory
  Stream<DynamicTest> every_probe_gives_what_presto_gives() throws Exception {
    Map<String, List<Probe>> groups =
        Probe.all().stream()
            .collect(Collectors.groupingBy(Probe::group, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> DynamicTest.dynamicTest(group.getKey(), () -> check(group.getValue())));
  }

  @Test
  void approved_deviations_are_as_listed() throws Exception {
    try (Duck duck = new Duck()) {
      for (Deviation deviation : Deviation.all()) {
        String ours;
        try {
          ours = duck.query("SELECT " + deviation.expression()).rows().get(0);
        } catch (SqlFault fault) {
          ours = "!" + fault.code();
        }
        assertThat(ours).as(deviation.expression()).isEqualTo(deviation.ours());
      }
    }
  }

  private static void check(List<Probe> probes) throws Exception {
    try (Duck duck = new Duck()) {
      Options options = duck.options();
      assertThat(probes).allSatisfy(probe -> check(probe, duck, options));
    }
  }

  private static void check(Probe probe, Duck duck, Options options) {
    try {
      Answer answer = duck.query(probe.query(), options);
      assertThat(String.join(";", answer.rows())).as(probe.expression()).isEqualTo(probe.value());
      assertThat(answer.types()).as(probe.expression()).containsExactly(probe.type());
    } catch (SqlFault fault) {
      assertThat("!" + fault.code()).as(probe.expression()).isEqualTo(probe.value());
    }
  }
}
