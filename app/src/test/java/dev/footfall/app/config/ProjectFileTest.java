package dev.footfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectFileTest extends ProjectTrial {
  @Test
  void a_sound_file_becomes_records() {
    Project project = read(SOUND).orThrow();
    assertThat(project.sources().keySet()).containsExactly("brand", "drops", "wh");
    assertThat(project.sources().get("brand"))
        .isInstanceOfSatisfying(
            SourceConfig.DuckDb.class,
            file -> assertThat(file.path()).isEqualTo(root.resolve("data/brand.duckdb")));
    OrchestrationConfig stores = project.orchestrations().get("stores");
    assertThat(stores.zone()).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(stores.maxRejected()).isEqualByComparingTo(new BigDecimal("0.1"));
    assertThat(project.destinations().get("depot").columns()).contains(Vocabulary.CANONICAL);
  }

  @Test
  void numbers_keep_their_leading_zeros_and_the_orchestration_wins() {
    Project project = read(SOUND).orThrow();
    SettingValues settings =
        SettingsInForce.of(
            project.orchestrations().get("stores"),
            project.destinations().get("depot"),
            new Surroundings(root, Map.of()));
    assertThat(settings.text("depot_id")).isEqualTo("0012");
    assertThat(settings.number("batch_size")).isEqualTo(20);
    assertThat(settings.flag("test_mode")).isTrue();
  }

  @Test
  void a_mistyped_setting_is_named_with_its_place_and_a_suggestion() {
    assertThat(faults(changed("depot_id: 0012", "depto_id: 0012")))
        .contains(
            "footfall.yaml:12:17: unknown setting 'depto_id' of destination 'depot'; did you mean"
                + " 'depot_id'?",
            "footfall.yaml:14:3: orchestration 'stores' (or its destination 'depot') lacks setting"
                + " 'depot_id': The depot.");
  }

  @Test
  void an_unfit_setting_says_what_is_wanted() {
    assertThat(faults(changed("batch_size: 10 }", "batch_size: 5000 }")))
        .containsExactly(
            "footfall.yaml:12:45: setting 'batch_size' must be a whole number from 1 to 1000, not"
                + " '5000'");
  }

  @Test
  void what_the_engine_may_use_is_read_and_unfit_limits_are_refused_with_their_place() {
    EngineConfig engine =
        read(changed(
                "path: data/drops",
                "path: data/drops, memory_limit: 2GB, threads: 3, timeout: 90s, temp_folder:"
                    + " /spill, temp_limit: 1.5 TiB"))
            .orThrow()
            .sources()
            .get("drops")
            .engine();
    assertThat(engine.memoryLimit()).contains("2GB");
    assertThat(engine.threads()).contains(3);
    assertThat(engine.timeout()).contains(Duration.ofSeconds(90));
    assertThat(engine.tempFolder()).contains(Path.of("/spill"));
    assertThat(engine.tempLimit()).contains("1.5 TiB");
    assertThat(
            faults(
                changed(
                    "path: data/drops",
                    "path: data/drops, memory_limit: lots, threads: 0, timeout: 10")))
        .satisfiesExactly(
            f -> assertThat(f).contains("'memory_limit' of source 'drops' must be a size such as"),
            f ->
                assertThat(f).contains("'threads' of source 'drops' must be a whole number from 1"),
            f -> assertThat(f).contains("'timeout' of source 'drops' must be a time such as 90s"));
  }

  @Test
  void a_secret_in_the_file_is_refused_and_not_repeated() {
    List<String> faults = faults(changed("\"${env:TOKEN}\"", "EAAB-very-secret"));
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0))
        .startsWith("footfall.yaml:6:25: 'access_token' of credential 'post' is a secret")
        .contains("${env:NAME}")
        .doesNotContain("EAAB");
  }

  @Test
  void a_password_in_the_file_or_in_a_url_is_refused() {
    assertThat(faults(changed("\"${env:PG}\"", "hunter2")))
        .singleElement()
        .asString()
        .contains("password of source 'wh'")
        .doesNotContain("hunter2");
    assertThat(
            faults(
                changed(
                    "jdbc:postgresql://${env:HOST}/b", "jdbc:postgresql://h/b?password=hunter2")))
        .singleElement()
        .asString()
        .contains("holds a password")
        .doesNotContain("hunter2");
  }

  @Test
  void all_faults_are_reported_at_once_in_the_order_of_their_lines() {
    List<String> faults =
        faults(
            """
            sauces: {}
            sources:
              brand: { type: duckbd, path: x }
            destinations:
              depot: { type: pigeon, credential: nobody }
            orchestrations:
              stores: { source: brnd, query: queries/none.sql, destination: depo, timezone: Amerika/New_York, max_rejected: 200% }
            """);
    assertThat(faults).hasSize(9);
    assertThat(faults).isSortedAccordingTo((a, b) -> Integer.compare(line(a), line(b)));
    assertThat(String.join("\n", faults))
        .contains("unknown key 'sauces' in footfall.yaml; did you mean 'sources'?")
        .contains("must be one of duckdb, files, jdbc, not 'duckbd'")
        .contains("unknown type 'pigeon' of destination 'depot'; known are parcel-post")
        .contains("unknown credential 'nobody' of 'depot'; define it under 'credentials:'")
        .contains("unknown source 'brnd' of 'stores'; did you mean 'brand'?")
        .contains("unknown destination 'depo' of 'stores'; did you mean 'depot'?")
        .contains("unknown time zone 'Amerika/New_York'")
        .contains("'max_rejected' of orchestration 'stores' must be a share");
  }

  private static int line(String fault) {
    return Integer.parseInt(fault.split(":")[1]);
  }

  @Test
  void a_missing_query_file_is_named() {
    assertThat(faults(changed("queries/sales.sql", "queries/slaes.sql")))
        .singleElement()
        .asString()
        .startsWith(
            "footfall.yaml:16:12: query file 'queries/slaes.sql' of orchestration 'stores'");
  }

  @Test
  void double_names_are_refused_without_regard_to_case() {
    assertThat(
            faults(
                SOUND
                    + "  Stores: { source: brand, query: queries/sales.sql, destination: depot"
                    + " }\n"))
        .singleElement()
        .asString()
        .contains("'Stores' stands twice in orchestrations (as 'stores')");
  }

  @Test
  void a_credential_must_have_what_its_destination_needs() {
    assertThat(
            faults(
                changed(
                    "access_token: \"${env:TOKEN}\", app_id: 7", "acess_token: \"${env:TOKEN}\"")))
        .anyMatch(
            f ->
                f.contains(
                    "unknown field 'acess_token' of credential 'post'; did you mean"
                        + " 'access_token'?"))
        .anyMatch(
            f ->
                f.contains(
                    "lacks 'access_token', which Parcel Post needs: Made in the depot's office."));
  }

  @Test
  void a_file_mode_needs_no_credential_and_none_of_the_other_modes_settings() {
    assertThat(
            faults(
                """
                sources: { brand: { type: duckdb, path: b } }
                destinations:
                  depot: { type: parcel-post, settings: { mode: file } }
                orchestrations:
                  stores: { source: brand, query: queries/sales.sql, destination: depot }
                """))
        .isEmpty();
  }

  @Test
  void broken_yaml_is_one_fault_with_its_place() {
    assertThat(faults("sources:\n  brand: { type: duckdb\n"))
        .singleElement()
        .asString()
        .startsWith("footfall.yaml:3:1: not valid YAML");
    assertThat(faults("- a\n- b\n")).singleElement().asString().contains("expected keys");
    assertThat(faults("a: *nowhere\n")).singleElement().asString().contains("not valid YAML");
  }

  @Test
  void an_empty_file_is_an_empty_project() {
    assertThat(read("# nothing yet\n").orThrow().sources()).isEmpty();
    assertThat(read("sources:\ndestinations:\n").orThrow().destinations()).isEmpty();
  }
}
