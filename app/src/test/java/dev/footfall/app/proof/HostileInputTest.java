package dev.footfall.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.config.Destinations;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Good cells: what a row has where it is not spoiled. */
  private static final Map<String, Object> GOOD = new LinkedHashMap<>();

  static {
    GOOD.put("external_id", "C-1");
    GOOD.put("email", "IRIS.ILICALI@example.com");
    GOOD.put("phone", "+12125550101");
    GOOD.put("given_name", "Işıl");
    GOOD.put("surname", "IŞIKLI");
    GOOD.put("birthdate", "1980-02-29");
    GOOD.put("gender", "Female");
    GOOD.put("city", "Izmir");
    GOOD.put("state", "IL");
    GOOD.put("postal", "60601");
    GOOD.put("country", "INDIA");
    GOOD.put("maid", "C0FFEE00-FEED-4BAD-8BAD-0123456789AB");
    GOOD.put("order_id", "O-1");
    GOOD.put("event_name", "purchase");
    GOOD.put("timestamp", "2026-11-01T01:30:00");
    GOOD.put("action_source", "physical_store");
    GOOD.put("product_id", "SKU-I");
    GOOD.put("price", "12.50");
    GOOD.put("quantity", "1");
    GOOD.put("value", "12.50");
    GOOD.put("currency", "USD");
    GOOD.put("is_return", "false");
  }

  private static final List<String> NASTY =
      List.of(
          "\"\"",
          "\"\\u0000\"",
          "\"a\\u0000b\\r\\n\\tc\"",
          "\"\\ud83d\\ude00\\u0130\\u0131\"",
          "\"\\u202e\\ufeff\\u200b\"",
          "\"e\\u0301\\u0302\\u0303\\u0304\"",
          "\"NaN\"",
          "\"Infinity\"",
          "\"-0\"",
          "-0.0",
          "1e308",
          "-1e-320",
          "99999999999999999999999999999999999999",
          "\"99999999999999999999999999999999999999\"",
          "0.00000000000000000000000000000000000001",
          "\"0.00000000000000000000000000000000000001\"",
          "9223372036854775807",
          "-9223372036854775808",
          "\"2026-03-08T02:30:00\"",
          "\"2026-11-01T01:30:00\"",
          "\"2026-11-01T01:59:59.999999999[America/New_York]\"",
          "\"0001-01-01\"",
          "\"0001-01-01T00:00:00Z\"",
          "\"9999-12-31\"",
          "\"9999-12-31T23:59:59.999999Z\"",
          "\"-0044-03-15T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "1793509200",
          "1793509200000000",
          "\"1793509200123\"",
          "[]",
          "[null,\"\",[1,{\"a\":null}]]",
          "{\"a\":{\"b\":[1,2,{\"c\":\"\\u0000\"}]}}",
          "\"[[[[[[[[[[[[\"",
          "true",
          "null",
          "\"'; DROP TABLE sales; --\"",
          "\"${env:HOME}\"",
          "\"=HYPERLINK(1)\"");

  @TempDir Path folder;

  /** Rows with up to three bad cells each, some with bytes that are no text. */
  private void write(Path file, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> columns = List.copyOf(GOOD.keySet());
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int row = 0; row < 400; row++) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, Object> good : GOOD.entrySet()) {
          cells.put(good.getKey(), JSON.writeValueAsString(good.getValue()));
        }
        cells.put("order_id", "\"O-" + row / 2 + "\"");
        for (int bad = row < 10 ? 0 : random.nextInt(4); bad > 0; bad--) {
          cells.put(columns.get(random.nextInt(columns.size())), cell(random));
        }
        out.write(line(cells).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String cell(Random random) {
    if (random.nextInt(60) == 0) {
      return '"' + "x".repeat(1 << 20) + '"';
    }
    return NASTY.get(random.nextInt(NASTY.size()));
  }

  private static String line(Map<String, String> cells) {
    List<String> fields = new ArrayList<>();
    cells.forEach((name, value) -> fields.add('"' + name + "\":" + value));
    return "{" + String.join(",", fields) + "}\n";
  }

  private static Map<String, String> settings(DestinationSpec spec, Mode mode, Sandbox sandbox) {
    Map<String, String> settings = new HashMap<>();
    if (spec.modes().size() > 1) {
      settings.put("mode", mode.name());
    }
    for (String pair : sandbox.hint(spec.type()).split(" · ")) {
      String[] words = pair.split(" ", 2);
      if (spec.setting(words[0]).isPresent()) {
        settings.put(words[0], words[1].strip());
      }
    }
    return settings;
  }

  private static Map<String, String> credential(DestinationSpec spec, Sandbox sandbox) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : sandbox.hint(spec.type()).split(" · ")) {
      String[] words = pair.split(" ", 2);
      if (spec.credential().stream().anyMatch(field -> field.name().equals(words[0]))) {
        fields.put(words[0], words[1].strip());
      }
    }
    return fields;
  }

  @Test
  void hostile_cells_get_a_fate_in_every_destination_and_mode() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(folder.resolve("queries"));
    write(folder.resolve("data/sales.ndjson"), 11);
    Files.writeString(folder.resolve("queries/sales.sql"), "SELECT * FROM sales");
    try (Sandbox sandbox =
            Sandbox.start(
                SandboxOptions.defaults().by(() -> java.time.Instant.parse(NOW)).recent(10));
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
        if (spec.setting("base_url").isPresent()) {
          settings.put("base_url", sandbox.baseUrl(spec.type()));
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
      rows += JSON.readTree(line).get("rows").longValue();
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
    assertThat(rows.get("accepted").longValue()).as(rows.toString()).isPositive();
    assertThat(rows.get("unknown").longValue()).isZero();
  }
}
