package dev.footfall.app.demo;

import dev.footfall.app.config.ConfigSchema;
import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.sample.SampleBrand;
import dev.footfall.app.sample.Templates;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import dev.footfall.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Writes a project that sends the sample brand's purchases to every platform of a sandbox.
 *
 * @param root its folder
 * @param destinations the platforms there are
 */
public record DemoProject(Path root, Destinations destinations) {
  /** Where the sample brand is, from the project's folder. */
  public static final String BRAND = "data/brand.duckdb";

  private static final String SECRETS = "secrets";
  private static final String CANONICAL = "sales-to-";
  private static final String OWN = "stores-to-";

  /** The platforms that both we and a sandbox know. */
  public List<DestinationSpec> platforms(Sandbox sandbox) {
    return destinations.specs().stream()
        .filter(spec -> doubled(spec, sandbox).isPresent())
        .toList();
  }

  /** The sandbox's name of a platform, which is a part of the type: {@code google}. */
  private static Optional<String> doubled(DestinationSpec spec, Sandbox sandbox) {
    String letters = spec.type().replace("-", "");
    return sandbox.platforms().stream().filter(letters::contains).findFirst();
  }

  /** Whether an orchestration of the project sends the one query that feeds all platforms. */
  public static boolean isCanonical(String orchestration) {
    return orchestration.startsWith(CANONICAL);
  }

  /** What the project calls a platform. */
  private static String name(DestinationSpec spec) {
    return spec.about().shortName();
  }

  /** The platform that an orchestration of the project sends to, in one word. */
  public static String platform(String orchestration) {
    return orchestration.substring((isCanonical(orchestration) ? CANONICAL : OWN).length());
  }

  /** Writes the files of the project; the brand itself is made by {@link SampleBrand}. */
  public void write(Sandbox sandbox) throws IOException {
    Files.createDirectories(root.resolve(Project.QUERIES));
    Files.createDirectories(root.resolve(SECRETS));
    for (Map.Entry<String, String> query : Templates.all().entrySet()) {
      write(Project.QUERIES + "/" + query.getKey(), query.getValue());
    }
    for (DestinationSpec spec : platforms(sandbox)) {
      for (Map.Entry<String, String> secret : secrets(spec, sandbox).entrySet()) {
        write(secretFile(spec, secret.getKey()), secret.getValue() + "\n");
      }
    }
    write(".gitignore", ".footfall/\ndata/\nsecrets/\nsandbox/\n");
    write(ConfigSchema.FILE, ConfigSchema.of(destinations).toPrettyString() + "\n");
    write(Project.FILE, yaml(sandbox));
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(root.resolve(file), content);
  }

  private String yaml(Sandbox sandbox) {
    StringBuilder yaml = new StringBuilder(HEAD.formatted(sandbox.port(), BRAND));
    yaml.append("\ncredentials:\n");
    platforms(sandbox).forEach(spec -> credential(yaml, spec, secrets(spec, sandbox).keySet()));
    yaml.append("\ndestinations:\n");
    platforms(sandbox).forEach(spec -> destination(yaml, spec, sandbox, Map.of(), ""));
    yaml.append(OWN_DESTINATIONS);
    own(sandbox, (spec, own) -> destination(yaml, spec, sandbox, own.settings(), STORES));
    yaml.append(CANONICAL_QUERY);
    platforms(sandbox).forEach(spec -> canonical(yaml, name(spec)));
    yaml.append(OWN_QUERIES);
    own(sandbox, (spec, own) -> own(yaml, name(spec), own.file()));
    return yaml.toString();
  }

  /** The platforms that have a query in columns of their own. */
  private void own(Sandbox sandbox, BiConsumer<DestinationSpec, Templates.Own> each) {
    platforms(sandbox)
        .forEach(spec -> Templates.own(name(spec)).ifPresent(own -> each.accept(spec, own)));
  }

  private static void credential(StringBuilder yaml, DestinationSpec spec, Set<String> fields) {
    if (!fields.isEmpty()) {
      yaml.append("  ").append(name(spec)).append("-sandbox:\n");
      fields.forEach(name -> line(yaml, name, "${file:" + secretFile(spec, name) + "}"));
    }
  }

  private static void destination(
      StringBuilder yaml,
      DestinationSpec spec,
      Sandbox sandbox,
      Map<String, String> own,
      String suffix) {
    yaml.append("  ").append(name(spec)).append(suffix).append(":\n");
    yaml.append("    type: ").append(spec.type()).append('\n');
    if (!secrets(spec, sandbox).isEmpty()) {
      yaml.append("    credential: ").append(name(spec)).append("-sandbox\n");
    }
    Map<String, String> settings = settings(spec, sandbox);
    settings.putAll(own);
    if (!settings.isEmpty()) {
      yaml.append("    settings:\n");
      settings.forEach((name, value) -> line(yaml.append("  "), name, value));
    }
  }

  private static void line(StringBuilder yaml, String name, String value) {
    yaml.append("    ").append(name).append(": \"").append(value).append("\"\n");
  }

  private static void canonical(StringBuilder yaml, String platform) {
    yaml.append("  ").append(CANONICAL).append(platform).append(":\n    source: brand\n");
    yaml.append("    query: queries/").append(Templates.CANONICAL).append('\n');
    yaml.append("    columns: canonical\n");
    yaml.append("    destination: ").append(platform).append('\n');
    yaml.append("    timezone: ").append(SampleBrand.ZONE).append('\n');
  }

  private static void own(StringBuilder yaml, String platform, String file) {
    yaml.append("  ").append(OWN).append(platform).append(":\n    source: brand\n");
    yaml.append("    query: queries/").append(file).append('\n');
    yaml.append("    destination: ").append(platform).append(STORES).append('\n');
    yaml.append("    timezone: ").append(SampleBrand.ZONE).append('\n');
  }

  private static String secretFile(DestinationSpec spec, String field) {
    return SECRETS + "/" + name(spec) + "-" + field;
  }

  /** What the sandbox documents of a platform: credential fields. */
  private static Map<String, String> secrets(DestinationSpec spec, Sandbox sandbox) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> known = spec.credential().stream().map(CredentialField::name).toList();
    hints(spec, sandbox)
        .forEach(
            (name, value) -> {
              if (known.contains(name)) {
                fields.put(name, value);
              }
            });
    return fields;
  }

  /** What the sandbox documents of a platform: settings, and where it listens. */
  private static Map<String, String> settings(DestinationSpec spec, Sandbox sandbox) {
    Map<String, String> settings = new LinkedHashMap<>();
    hints(spec, sandbox)
        .forEach(
            (name, value) -> {
              if (spec.setting(name).isPresent()) {
                settings.put(name, value);
              }
            });
    for (Setting setting : spec.settings()) {
      if (setting.rule() instanceof ValueRule.Url) {
        host(setting.name(), spec, sandbox)
            .ifPresent(name -> settings.put(setting.name(), sandbox.baseUrl(name)));
      }
    }
    return settings;
  }

  /** The double that a setting points at: its platform's, or the service named before base_url. */
  private static Optional<String> host(String setting, DestinationSpec spec, Sandbox sandbox) {
    return setting.startsWith("base_url")
        ? doubled(spec, sandbox)
        : Optional.of(setting.replace("_base_url", "")).filter(sandbox.platforms()::contains);
  }

  /** The sandbox's hint, such as {@code access_token abc · dataset_id 123}, taken apart. */
  private static Map<String, String> hints(DestinationSpec spec, Sandbox sandbox) {
    Map<String, String> hints = new LinkedHashMap<>();
    for (String pair : sandbox.hint(doubled(spec, sandbox).orElseThrow()).split(" · ")) {
      int blank = pair.indexOf(' ');
      if (blank > 0) {
        hints.put(pair.substring(0, blank), pair.substring(blank + 1).strip());
      }
    }
    return hints;
  }

  private static final String STORES = "-stores";

  private static final String OWN_DESTINATIONS =
      """

        # The same accounts once more, for the queries below that name columns as the platform does. What a
        # destination was sent before is remembered by its name, so both queries are sent here.
      """;

  private static final String CANONICAL_QUERY =
      """

      orchestrations:
        # One query feeds all platforms.
      """;

  private static final String OWN_QUERIES =
      """

        # A query for each platform, in its own columns.
      """;

  private static final String HEAD =
      """
      # yaml-language-server: $schema=./footfall.schema.json
      #
      # The demonstration: an invented brand and doubles of the platforms on this machine.
      # Start the doubles again with 'footfall sandbox --port %d', then change queries, run
      # 'footfall run NAME', and look at what arrived on the doubles' page.

      sources:
        brand:
          type: duckdb
          path: %s
      """;
}
