package dev.footfall.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.SettingFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real gpg makes of our files. */
class PgpSealTest {
  @TempDir Path folder;

  @BeforeAll
  static void needsGpg() {
    if (!Files.isExecutable(Path.of("/usr/bin/gpg"))) {
      String why = "SKIPPED: the tests against the real gpg; install gnupg";
      System.err.println(why);
      Assumptions.abort(why);
    }
  }

  /** What a command printed; its failure is told with what it said. */
  private byte[] gpg(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/gpg", "--batch", "--yes", "--homedir"));
    command.add(Files.createDirectories(folder.resolve("home")).toString());
    command.addAll(List.of(words));
    Path said = folder.resolve("said");
    Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      byte[] printed = out.readAllBytes();
      assertThat(process.waitFor()).as(Files.readString(said)).isZero();
      return printed;
    }
  }

  private String publicKey(String kind) throws Exception {
    String[] make = {"--passphrase", "", "--quick-generate-key", "partner@example.com"};
    List<String> words = new ArrayList<>(List.of(make));
    words.addAll(List.of(kind, "default", "never"));
    gpg(words.toArray(String[]::new));
    return new String(gpg("--armor", "--export", "partner@example.com"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "future-default"})
  void gpg_decrypts_what_was_sealed_for_its_key(String kind) throws Exception {
    byte[] content = "line,1\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
    Path whole = Files.write(folder.resolve("whole"), content);
    Path result = folder.resolve("whole.pgp");
    PgpSeal seal = PgpSeal.of(publicKey(kind));

    seal.seal(whole, result);

    assertThat(seal.extension()).isEqualTo(".pgp");
    assertThat(Files.readString(result, StandardCharsets.ISO_8859_1)).doesNotContain("line,1");
    assertThat(gpg("--decrypt", result.toString())).isEqualTo(content);
  }

  @Test
  void what_is_no_public_key_is_refused_before_anything_is_written() {
    assertThatThrownBy(() -> PgpSeal.of("not a key"))
        .isInstanceOf(SettingFault.class)
        .hasMessageContaining("pgp_public_key");
  }

  @Test
  void a_key_that_only_signs_is_refused() throws IOException, Exception {
    gpg(
        "--passphrase",
        "",
        "--quick-generate-key",
        "signer@example.com",
        "ed25519",
        "sign",
        "never");
    String key =
        new String(gpg("--armor", "--export", "signer@example.com"), StandardCharsets.UTF_8);

    assertThatThrownBy(() -> PgpSeal.of(key)).isInstanceOf(SettingFault.class);
  }
}
