package dev.footfall.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.Code;
import dev.footfall.core.file.FilePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files to OpenSSH's own server. */
class OpenSshTest {
  private static final SftpPatience PATIENCE = SftpPatience.usual(Time.system());

  private static Optional<OpenSsh> server = Optional.empty();

  @TempDir static Path keys;
  @TempDir Path folder;
  private Path landing;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> installed = OpenSsh.installed();
    if (installed.isEmpty()) {
      String why = "SKIPPED: the tests against OpenSSH's own server; install openssh-server";
      System.err.println(why);
      Assumptions.abort(why);
    }
    server = Optional.of(OpenSsh.start(installed.get(), keys));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(OpenSsh::close);
  }

  @BeforeEach
  void land() throws IOException {
    landing = Files.createDirectory(folder.resolve("landing"));
  }

  private static OpenSsh ssh() {
    return server.orElseThrow();
  }

  private Shelf shelf(String hostKey, SftpLogin login) {
    FilePlace.Sftp place =
        new FilePlace.Sftp("127.0.0.1", ssh().port(), landing.toString(), hostKey, false);
    return new SftpShelf(place, login, PATIENCE, new Random(7));
  }

  private static SftpLogin login(String key, Optional<String> passphrase) throws IOException {
    return new SftpLogin(
        System.getProperty("user.name"),
        passphrase.map(Secret::of),
        Optional.of(Secret.of(ssh().file(key))));
  }

  private List<String> there() throws IOException {
    try (Stream<Path> files = Files.list(landing)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_file_arrives_byte_for_byte_and_is_never_replaced() throws Exception {
    byte[] content = new byte[3_000_000];
    new Random(7).nextBytes(content);
    Path whole = Files.write(folder.resolve("whole"), content);
    try (Shelf shelf = shelf(ssh().file("host_ed25519.pub"), login("user", Optional.empty()))) {
      shelf.bring(whole, "a.csv");
      assertThat(there()).containsExactly(".a.csv.part");
      assertThat(shelf.name("a.csv", "a.csv")).isTrue();
      assertThat(landing.resolve("a.csv")).hasBinaryContent(content);

      Files.write(whole, new byte[] {1});
      shelf.bring(whole, "a.csv");
      assertThat(shelf.name("a.csv", "a.csv")).isFalse();
      assertThat(shelf.name("a.csv", "a_2.csv")).isTrue();
    }
    assertThat(landing.resolve("a.csv")).hasBinaryContent(content);
    assertThat(there()).containsExactly("a.csv", "a_2.csv");
  }

  @Test
  void the_server_refuses_a_rename_onto_a_file_that_appeared_meanwhile() throws Exception {
    Path whole = Files.writeString(folder.resolve("whole"), "ours");
    HostKeyCheck known =
        new HostKeyCheck(
            new FilePlace.Sftp("127.0.0.1", ssh().port(), landing.toString(), "", true));
    FilePlace.Sftp place =
        new FilePlace.Sftp("127.0.0.1", ssh().port(), landing.toString(), "", true);
    try (SftpConnection connection =
        SftpConnection.open(place, login("user", Optional.empty()), known, PATIENCE, now -> {})) {
      connection.write(whole, ".a.part");
      Files.writeString(landing.resolve("a"), "of another");
      assertThat(catchThrowableOfType(IOException.class, () -> connection.rename(".a.part", "a")))
          .isNotNull();
    }
    assertThat(landing.resolve("a")).hasContent("of another");
  }

  @Test
  void keys_in_a_passphrase_and_servers_with_several_keys_are_fine() throws Exception {
    String print = HostKey.of(ssh().file("host_rsa.pub")).print();
    SftpLogin locked = login("locked", Optional.of("a long passphrase"));
    for (String known :
        List.of(ssh().file("host_rsa.pub"), "127.0.0.1 " + ssh().file("host_ed25519.pub"))) {
      try (Shelf shelf = shelf(known, locked)) {
        shelf.check();
      }
    }
    assertThat(print).startsWith("SHA256:");
  }

  @Test
  void another_host_key_or_user_key_is_refused() throws Exception {
    try (Shelf shelf = shelf(ssh().file("user.pub"), login("user", Optional.empty()))) {
      assertThat(catchThrowableOfType(ShelfFault.class, shelf::check).stop().code())
          .isEqualTo(Code.HOST_KEY_MISMATCH);
    }
    try (Shelf shelf = shelf(ssh().file("host_rsa.pub"), login("host_rsa", Optional.empty()))) {
      assertThat(catchThrowableOfType(ShelfFault.class, shelf::check).stop().code())
          .isEqualTo(Code.CREDENTIALS_REJECTED);
    }
    try (Shelf shelf = shelf(ssh().file("host_rsa.pub"), login("locked", Optional.of("no")))) {
      assertThat(catchThrowableOfType(ShelfFault.class, shelf::check).stop().code())
          .isEqualTo(Code.CREDENTIALS_REJECTED);
    }
    assertThat(there()).isEmpty();
  }
}
