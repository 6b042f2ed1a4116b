package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.config.Destinations;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Setting;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells that no good query would give go through {@code preview} and {@code run} of every
 * destination that ships, in every mode, on a machine that speaks Turkish: no crash, no fault of
 * ours, and books that balance.
 */
class HostileInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOW = "2026-11-03T12:00:00Z";

  /** What some platforms want besides what their doubles say. */
  private static final Map<String, String> FURTHER =
      Map.of(
          "conversion_action_name", "Store purchases",
          "loyalty_rate", "0.6",
          "transaction_upload_rate", "1");

  @TempDir Path folder;

  private static Map<String, String> settings(DestinationSpec spec, Mode mode, Sandbox sandbox) {
    Map<String, String> settings = new HashMap<>();
    hint(spec, sandbox).forEach((name, value) -> put(settings, spec, mode, name, value));
    FURTHER.forEach((name, value) -> put(settings, spec, mode, name, value));
    if (spec.modes().size() > 1) {
      settings.put("mode", mode.name());
    }
    return settings;
  }

  private static void put(
      Map<String, String> settings, DestinationSpec spec, Mode mode, String name, String value) {
    if (spec.setting(name).filter(setting -> setting.usedIn(mode.name())).isPresent()) {
      settings.put(name, value);
    }
  }

  /** The sandbox's name of a platform is a part of its type. */
  private static String platform(DestinationSpec spec, Sandbox sandbox) {
    String letters = spec.type().replace("-", "");
    return sandbox.platforms().stream().filter(letters::contains).findFirst().orElseThrow();
  }

  /** Names and values that the double says it takes. */
  private static Map<String, String> hint(DestinationSpec spec, Sandbox sandbox) {
    Map<String, String> hint = new LinkedHashMap<>();
    for (String pair : sandbox.hint(platform(spec, sandbox)).split("·")) {
      String[] words = pair.strip().split(" ", 2);
      hint.put(words[0], words[words.length - 1].strip());
    }
    return hint;
  }

  private static Map<String, String> credential(DestinationSpec spec, Sandbox sandbox) {
    Map<String, String> fields = new LinkedHashMap<>(hint(spec, sandbox));
    fields
        .keySet()
        .removeIf(name -> spec.credential().stream().noneMatch(f -> f.name().equals(name)));
    fields.replace("uid2_api_key", "sandbox-uid2-key-any-time"); // the run's clock stands still
    return fields;
  }

  /** The double that a setting points at: its platform's, or the service named before base_url. */
  private static Optional<String> host(Setting setting, DestinationSpec spec, Sandbox sandbox) {
    return setting.name().startsWith("base_url")
        ? Optional.of(platform(spec, sandbox))
        : Optional.of(setting.name().replace("_base_url", ""))
            .filter(sandbox.platforms()::contains);
  }

  @Test
  void hostile_cells_get_a_fate_in_every_destination_and_mode() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("queries"));
    HostileRows.write(folder.resolve("data/sales.ndjson"), 11);
    Files.writeString(folder.resolve("queries/sales.sql"), "SELECT * FROM sales");
    try (Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().by(() -> Instant.parse(NOW)).recent(10));
        Operator operator = turkish(sandbox)) {
      for (DestinationSpec spec : Destinations.shipped().specs()) {
        for (Mode mode : spec.modes()) {
          preview(operator, spec, settings(spec, mode, sandbox));
          balances(operator.type("run", name(spec, mode), "--now", NOW, "--json"));
        }
      }
    }
  }

  @Test
  void a_file_that_is_no_text_is_wrong_input_or_read_but_never_a_fault_of_ours() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("queries"));
    Files.writeString(folder.resolve("queries/sales.sql"), "SELECT * FROM sales");
    Map<String, byte[]> contents = new LinkedHashMap<>();
    byte[] bytes = new byte[100_000];
    new Random(5).nextBytes(bytes);
    contents.put("bytes", bytes);
    contents.put("zeros", new byte[10_000]);
    contents.put("empty", new byte[0]);
    contents.put("half-a-pair", "{\"email\":\"\\ud83d\"}\n".getBytes(StandardCharsets.UTF_8));
    contents.put("no-utf8", "email\n\"\u00ff\u00fe\"\n".getBytes(StandardCharsets.ISO_8859_1));
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Operator operator = turkish(sandbox)) {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        for (String format : List.of("ndjson", "csv", "parquet")) {
          Path file = folder.resolve("data/sales." + format);
          Files.write(file, content.getValue());
          String[] preview = {"preview", "meta", "--rows", file.toString(), "--set"};
          List<String> words = new ArrayList<>(List.of(preview));
          words.addAll(List.of("dataset_id=1234567890", "-v"));
          Operator.Answer shown = operator.type(words.toArray(String[]::new));
          Operator.Answer ran = operator.type("run", "meta-api", "--dry-run", "-v");
          String circumstances = content.getKey() + "." + format + ": " + shown.err() + ran.err();
          assertThat(shown.code()).as(circumstances).isIn(0, 1);
          assertThat(ran.code()).as(circumstances).isIn(0, 1, 3);
          assertThat(shown.err() + ran.err()).as(circumstances).doesNotContain("    at ");
          Files.delete(file);
        }
      }
    }
  }

  private Operator turkish(Sandbox sandbox) throws IOException {
    Map<String, Object> project = new LinkedHashMap<>();
    Map<String, Object> credentials = new LinkedHashMap<>();
    Map<String, Object> destinations = new LinkedHashMap<>();
    Map<String, Object> orchestrations = new LinkedHashMap<>();
    Map<String, String> environment = new HashMap<>();
    for (DestinationSpec spec : Destinations.shipped().specs()) {
      Map<String, String> fields = new LinkedHashMap<>();
      credential(spec, sandbox)
          .forEach(
              (field, value) -> {
                String variable = spec.type().replaceAll("\\W", "_") + "_" + field;
                environment.put(variable, value);
                fields.put(field, "${env:" + variable + "}");
              });
      credentials.put(spec.type(), fields);
      for (Mode mode : spec.modes()) {
        Map<String, String> settings = settings(spec, mode, sandbox);
        for (Setting setting : spec.settings()) {
          host(setting, spec, sandbox)
              .ifPresent(host -> settings.put(setting.name(), sandbox.baseUrl(host)));
        }
        destinations.put(
            name(spec, mode),
            Map.of("type", spec.type(), "credential", spec.type(), "settings", settings));
        orchestrations.put(
            name(spec, mode),
            Map.of(
                "source", "drops",
                "query", "queries/sales.sql",
                "columns", "canonical",
                "destination", name(spec, mode),
                "timezone", "America/New_York"));
      }
    }
    project.put("sources", Map.of("drops", Map.of("type", "files", "path", "data")));
    project.put("credentials", credentials);
    project.put("destinations", destinations);
    project.put("orchestrations", orchestrations);
    Files.writeString(folder.resolve("footfall.yaml"), JSON.writeValueAsString(project));
    List<String> turkish = List.of("-Duser.language=tr", "-Duser.country=TR");
    return Operator.in(folder, folder.resolve("tmp"), environment, turkish);
  }

  private static String name(DestinationSpec spec, Mode mode) {
    return spec.type() + "-" + mode.name().replace('_', '-');
  }

  private static void preview(Operator operator, DestinationSpec spec, Map<String, String> settings)
      throws IOException {
    List<String> words =
        new ArrayList<>(List.of("preview", spec.type(), "--rows", "data/sales.ndjson"));
    words.addAll(List.of("--now", NOW, "--set", "columns=canonical"));
    words.addAll(List.of("--set", "timezone=America/New_York"));
    settings.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
    Operator.Answer answer = operator.type(words.toArray(String[]::new));
    assertThat(answer.code()).as("preview of " + settings + ": " + answer.err()).isZero();
    long rows = 0;
    for (String line : answer.out().lines().toList()) {
      JsonNode sheet = JSON.readTree(line);
      rows += sheet.path("kind").asText("").equals("lookup") ? 0 : sheet.get("rows").longValue();
    }
    assertThat(rows).as(spec.type() + ": " + answer.err()).isBetween(10L, 400L);
  }

  private static void balances(Operator.Answer answer) throws IOException {
    assertThat(answer.code()).as(answer.err()).isIn(0, 3);
    JsonNode rows = JSON.readTree(answer.out()).get("rows");
    long sum = 0;
    for (Map.Entry<String, JsonNode> fate : rows.properties()) {
      if (fate.getValue().isObject()) {
        for (JsonNode count : fate.getValue()) {
          sum += count.longValue();
        }
      } else if (!fate.getKey().equals("read")) {
        sum += fate.getValue().longValue();
      }
    }
    assertThat(rows.get("read").longValue()).isEqualTo(400).isEqualTo(sum);
    // The APIs of one platform know of each other's events.
    long there = rows.get("accepted").longValue() + rows.get("already_delivered").longValue();
    assertThat(there).as(rows.toString()).isPositive();
    assertThat(rows.get("unknown").longValue()).isZero();
  }
}
