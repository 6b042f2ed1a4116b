package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.config.Destinations;
import dev.footfall.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job without accounts or servers. */
class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void every_row_has_one_fate_and_the_same_run_again_sends_nothing() throws Exception {
    Typed typed = Typed.in(folder).shipped();
    Typed.Answer demo =
        typed.type("demo", "--dir", "play", "--customers", "200", "--days", "70", "--json");
    assertThat(demo.code()).as(demo.err()).isZero();
    JsonNode runs = new ObjectMapper().readTree(demo.out()).path("runs");
    oneQueryFeedsAllPlatformsBesideTheirOwn(runs);
    runs.forEach(run -> assertThat(accounted(run)).isEqualTo(run.at("/rows/read").longValue()));
    assertThat(typed.type("demo", "--dir", "play").code()).isEqualTo(1);
    everyPlatformFindsPeople(typed.type("validate", "-C", "play", "--json"));

    try (Sandbox sandbox = Typed.sandbox()) {
      Path file = folder.resolve("play/footfall.yaml");
      String moved =
          Files.readString(file)
              .replaceAll(
                  "http://127\\.0\\.0\\.1:\\d+",
                  sandbox.baseUrl("meta").replaceAll("(:\\d+).*", "$1"));
      Files.writeString(file, moved);
      Typed.Answer again =
          typed.type(
              "run", "stores-to-meta", "-C", "play", "--now", Typed.NOW.toString(), "--json");
      assertThat(again.code()).as(again.err()).isZero();
      JsonNode books = new ObjectMapper().readTree(again.out());
      assertThat(books.at("/requests/sent").longValue()).isZero();
      assertThat(books.at("/rows/already_delivered").longValue()).isPositive();
      assertThat(sandbox.counters("meta").requests()).isZero();
    }
  }

  private static void oneQueryFeedsAllPlatformsBesideTheirOwn(JsonNode runs) {
    Map<String, Set<String>> platforms = new TreeMap<>();
    for (JsonNode run : runs) {
      String name = run.path("orchestration").textValue();
      platforms
          .computeIfAbsent(name.replaceFirst("-to-.*", ""), query -> new TreeSet<>())
          .add(name.replaceFirst(".*-to-", ""));
      assertThat(run.path("outcome").textValue()).as(name).isEqualTo("succeeded");
      assertThat(run.at("/rows/accepted").longValue())
          .as(name)
          .isGreaterThan(run.at("/rows/read").longValue() / 10);
      assertThat(run.at("/coverage/fields").findValues("events_share")).as(name).isNotEmpty();
      assertThat(run.at("/coverage/sampled").booleanValue()).as(name).isFalse();
    }
    assertThat(platforms.keySet()).containsExactly("sales", "stores");
    assertThat(platforms.get("sales")).hasSize(Destinations.shipped().all().size());
    assertThat(platforms.get("sales")).containsAll(platforms.get("stores"));
  }

  /** In a brand most of whose customers gave an e-mail address, most events can be matched. */
  private static void everyPlatformFindsPeople(Typed.Answer validated) throws Exception {
    assertThat(validated.code()).as(validated.err()).isZero();
    JsonNode tree = new ObjectMapper().readTree(validated.out()).path("orchestrations");
    assertThat(tree).isNotEmpty();
    for (var orchestration : tree.properties()) {
      JsonNode coverage = orchestration.getValue().path("coverage");
      assertThat(coverage.at("/judged/events").longValue()).isPositive();
      double best = 0;
      for (JsonNode field : coverage.path("fields")) {
        assertThat(field.path("rows").longValue())
            .as(orchestration.getKey() + " " + field.path("column"))
            .isLessThanOrEqualTo(field.path("given_rows").longValue());
        best = Math.max(best, field.path("events_share").doubleValue());
      }
      assertThat(best).as(orchestration.getKey()).isGreaterThan(0.4);
    }
  }

  private static long accounted(JsonNode run) {
    long sum = 0;
    for (var fate : run.path("rows").properties()) {
      if (!fate.getKey().equals("read")) {
        sum += fate.getValue().isObject() ? total(fate.getValue()) : fate.getValue().longValue();
      }
    }
    return sum;
  }

  private static long total(JsonNode codes) {
    long sum = 0;
    for (JsonNode count : codes) {
      sum += count.longValue();
    }
    return sum;
  }
}
