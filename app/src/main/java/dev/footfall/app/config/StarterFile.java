package dev.footfall.app.config;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Writes the project file of a new project: what is chosen stands ready, the rest as comments.
 *
 * @param specs all platforms
 * @param chosen whether a platform stands ready
 */
public record StarterFile(List<DestinationSpec> specs, Predicate<DestinationSpec> chosen) {
  /** The file's text. */
  public String text() {
    StringBuilder file = new StringBuilder(HEAD);
    file.append(CREDENTIALS).append(section("credentials"));
    specs.stream().filter(StarterFile::needsCredential).forEach(s -> credential(file, s));
    file.append(DESTINATIONS).append(section("destinations"));
    specs.forEach(spec -> destination(file, spec));
    file.append(ORCHESTRATIONS).append(section("orchestrations"));
    specs.forEach(spec -> orchestration(file, spec));
    return file.toString();
  }

  private String section(String key) {
    return key + ":" + (specs.stream().anyMatch(chosen) ? "\n" : " {}\n");
  }

  private static boolean needsCredential(DestinationSpec spec) {
    return spec.modes().get(0).transport() == Mode.Transport.HTTP && !spec.credential().isEmpty();
  }

  private void credential(StringBuilder file, DestinationSpec spec) {
    List<CredentialField> shown =
        spec.credential().stream().filter(f -> f.need() != Need.OPTIONAL).toList();
    line(file, spec, "  " + spec.type() + "-main:");
    for (CredentialField field : shown.isEmpty() ? spec.credential().subList(0, 1) : shown) {
      String value = field.secret() ? "\"${env:" + variable(spec, field) + "}\"" : "\"\"";
      line(file, spec, "    " + field.name() + ": " + value + "  # " + field.help());
    }
  }

  private static String variable(DestinationSpec spec, CredentialField field) {
    return (spec.type() + "_" + field.name()).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private void destination(StringBuilder file, DestinationSpec spec) {
    line(file, spec, "  " + name(spec) + ":");
    line(file, spec, "    type: " + spec.type());
    if (needsCredential(spec)) {
      line(file, spec, "    credential: " + spec.type() + "-main");
    }
    List<Setting> settings =
        spec.settings().stream()
            .filter(s -> s.usedIn(spec.modes().get(0).name()) && s.fallback().isEmpty())
            .filter(s -> s.need() == Need.REQUIRED || s.need() == Need.REQUIRED_AT_ORCHESTRATION)
            .toList();
    if (!settings.isEmpty()) {
      line(file, spec, "    settings:");
    }
    for (Setting setting : settings) {
      String value = setting.rule() instanceof ValueRule.Choice c ? c.values().get(0) : "\"\"";
      line(file, spec, "      " + setting.name() + ": " + value + "  # " + setting.help());
    }
  }

  private void orchestration(StringBuilder file, DestinationSpec spec) {
    line(file, spec, "  stores-to-" + spec.type() + ":");
    line(file, spec, "    source: brand");
    line(file, spec, "    query: queries/sales.sql");
    line(file, spec, "    columns: canonical");
    line(file, spec, "    destination: " + name(spec));
    line(file, spec, "    timezone: America/New_York  # for times without a zone");
  }

  private static String name(DestinationSpec spec) {
    return spec.type() + "-stores";
  }

  private void line(StringBuilder file, DestinationSpec spec, String text) {
    file.append(chosen.test(spec) ? "" : "  #").append(text).append('\n');
  }

  private static final String HEAD =
      """
      # yaml-language-server: $schema=./footfall.schema.json
      #
      # A Footfall project. 'footfall validate' checks it; 'footfall describe TYPE' says what a
      # platform takes; 'footfall run NAME' runs an orchestration.

      # Where queries find their tables.
      sources:
        brand:
          type: duckdb  # a DuckDB file; files: a folder of .parquet, .csv, .ndjson; jdbc: a database
          path: data/brand.duckdb
        # drops:
        #   type: files
        #   path: data/drops
        # warehouse:
        #   type: jdbc
        #   url: "jdbc:postgresql://localhost:5432/brand"
        #   user: footfall
        #   password: "${env:PG_PASSWORD}"

      # Runs and deliveries are remembered below .footfall, or where several machines share them.
      # store:
      #   type: postgres
      #   url: "jdbc:postgresql://localhost:5432/footfall"
      #   user: footfall
      #   password: "${env:FOOTFALL_STORE_PASSWORD}"
      #   secret: "${env:FOOTFALL_SECRET}"  # 'openssl rand -hex 32', once; the same everywhere

      # What is older goes by itself, at the end of a run, once a day.
      # retention:
      #   history: 90d   # runs, and what became of their rows
      #   ledger: 400d   # what was delivered, so that it is not sent again
      """;

  private static final String CREDENTIALS =
      """

      # What proves to a platform that we may send. Secrets come from the environment,
      # ${env:NAME}, or from a file, ${file:path}; they never stand here.
      """;

  private static final String DESTINATIONS =
      """

      # The outlets. A setting may also stand in an orchestration, where it wins.
      """;

  private static final String ORCHESTRATIONS =
      """

      # A query and a source, put together with a destination. 'columns: canonical' reads the query
      # with one vocabulary for all platforms. 'max_rejected: 10%' makes a run with more rejected
      # rows than that end with exit code 3.
      """;
}
