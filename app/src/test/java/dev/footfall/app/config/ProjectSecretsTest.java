package dev.footfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.app.cli.ParcelPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References to secrets, and what is never printed of them. */
class ProjectSecretsTest {
  private static final String SOUND =
      """
      sources:
        brand: { type: duckdb, path: data/brand.duckdb }
        drops: { type: files, path: data/drops }
        wh: { type: jdbc, url: "jdbc:postgresql://${env:HOST}/b", user: x, password: "${env:PG}" }
      credentials:
        post: { access_token: "${env:TOKEN}", app_id: 7 }
      destinations:
        depot:
          type: parcel-post
          credential: post
          columns: canonical
          settings: { depot_id: 0012, batch_size: 10 }
      orchestrations:
        stores:
          source: brand
          query: queries/sales.sql
          destination: depot
          timezone: America/New_York
          max_rejected: 10%
          settings: { batch_size: 20, test_mode: true }
      """;

  @TempDir Path root;

  @BeforeEach
  void query() throws IOException {
    Files.createDirectories(root.resolve("queries"));
    Files.writeString(root.resolve("queries/sales.sql"), "SELECT 1");
  }

  private ProjectFile read(String yaml) {
    try {
      Files.writeString(root.resolve(Project.FILE), yaml);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return ProjectFile.read(root, new Destinations(List.of(new ParcelPost())));
  }

  private List<String> faults(String yaml) {
    return read(yaml).faults().stream().map(ConfigFault::line).toList();
  }

  private static String changed(String what, String by) {
    assertThat(SOUND).contains(what);
    return SOUND.replace(what, by);
  }

  @Test
  void references_that_are_none_are_refused() {
    assertThat(faults(changed("${env:TOKEN}", "${vault:TOKEN}")))
        .singleElement()
        .asString()
        .contains("'${vault:TOKEN}' is no reference");
  }

  @Test
  void secrets_come_from_the_environment_or_a_file_when_they_are_used() throws IOException {
    Files.writeString(root.resolve("token"), "from-file\n");
    CredentialConfig post =
        read(changed("${env:TOKEN}", "${file:token}")).orThrow().credentials().get("post");
    assertThat(post.resolve(new Surroundings(root, Map.of())).reveal("access_token"))
        .isEqualTo("from-file");
    CredentialConfig other = read(SOUND).orThrow().credentials().get("post");
    assertThat(other.resolve(new Surroundings(root, Map.of("TOKEN", "t"))).reveal("access_token"))
        .isEqualTo("t");
    assertThatThrownBy(() -> other.resolve(new Surroundings(root, Map.of())))
        .isInstanceOf(UnresolvedReference.class)
        .hasMessage("environment variable TOKEN is not set; export it before running");
  }

  @Test
  void nothing_of_the_configuration_prints_what_may_be_secret() {
    Project project =
        read(changed("jdbc:postgresql://${env:HOST}/b", "jdbc:postgresql://hidden/b")).orThrow();
    assertThat(project.toString()).doesNotContain("hidden", "TOKEN");
    assertThat(new Surroundings(root, Map.of("TOKEN", "t0ken")).toString()).doesNotContain("t0ken");
  }

  @Test
  void lists_and_comma_separated_texts_are_the_same() {
    assertThat(faults(changed("depot_id: 0012", "depot_id: [1, 2]")))
        .singleElement()
        .asString()
        .contains("must be 1 to 20 digits");
    assertThat(faults(changed("depot_id: 0012", "depot_id: { a: 1 }")))
        .anyMatch(f -> f.contains("must be text, not keys and values"));
  }
}
