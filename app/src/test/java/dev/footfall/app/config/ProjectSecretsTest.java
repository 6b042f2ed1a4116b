package dev.footfall.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** References to secrets, and what is never printed of them. */
class ProjectSecretsTest extends ProjectTrial {
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
    assertThat(other.resolve(new Surroundings(root, Map.of("TOKEN", "t\n"))).reveal("access_token"))
        .as("a line end, as editors and secret stores append it")
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
