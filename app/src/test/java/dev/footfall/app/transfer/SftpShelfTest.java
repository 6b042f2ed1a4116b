package dev.footfall.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.file.FilePlace;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files to an SFTP server, in good and bad times. */
class SftpShelfTest {
  private static Sandbox sandbox;

  @TempDir Path folder;
  private final List<Duration> pauses = new ArrayList<>();
  private Optional<Shelf> open = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.defaults());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void end() {
    open.ifPresent(Shelf::close);
    sandbox.reset();
  }

  private final class Patient implements Time {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public void pause(Duration duration) {
      pauses.add(duration);
    }
  }

  private static FilePlace.Sftp place(String remote, String hostKey) {
    SftpAddress server = sandbox.sftp();
    return new FilePlace.Sftp(server.host(), server.port(), remote, hostKey, false);
  }

  private static SftpLogin password(String word) {
    return new SftpLogin(sandbox.sftp().user(), Optional.of(Secret.of(word)), Optional.empty());
  }

  private Shelf shelf(FilePlace.Sftp place, SftpLogin login) {
    Shelf shelf = new SftpShelf(place, login, new Patient(), new Random(7));
    open = Optional.of(shelf);
    return shelf;
  }

  private Shelf shelf() {
    return shelf(place("/snapchat", sandbox.sftp().hostKey()), password(sandbox.sftp().password()));
  }

  private Path whole(int bytes) throws IOException {
    return Files.write(folder.resolve("whole"), new byte[bytes]);
  }

  private static List<String> there() throws IOException {
    return sandbox.sftpFiles("/snapchat");
  }

  private static void inject(Injection injection) {
    sandbox.inject("criteo", injection);
  }

  private interface Step {
    void run() throws Exception;
  }

  private static Reading.Stop stop(Step step) {
    ShelfFault fault = catchThrowableOfType(ShelfFault.class, step::run);
    assertThat(fault).isNotNull();
    return fault.stop();
  }

  @Test
  void a_file_waits_under_a_passing_name_until_it_gets_its_own() throws Exception {
    Shelf shelf = shelf();
    shelf.check();
    shelf.bring(whole(100_000), "a.csv");
    assertThat(there()).containsExactly(".a.csv.part");

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();

    assertThat(there()).containsExactly("a.csv");
    assertThat(shelf.has("a.csv")).isTrue();
    assertThat(shelf.has("b.csv")).isFalse();
    assertThat(shelf.address()).doesNotContain(sandbox.sftp().password());
  }

  @Test
  void a_name_that_is_taken_is_not_given() throws Exception {
    Shelf shelf = shelf();
    shelf.bring(whole(10), "a.csv");
    shelf.name("a.csv", "a.csv");
    shelf.bring(whole(20), "a.csv");

    assertThat(shelf.name("a.csv", "a.csv")).isFalse();
    assertThat(shelf.name("a.csv", "a_2.csv")).isTrue();
    assertThat(there()).containsExactly("a.csv", "a_2.csv");
  }

  @Test
  void a_name_may_be_given_again_after_nobody_heard_of_it() throws Exception {
    Shelf shelf = shelf();
    shelf.bring(whole(10), "a.csv");
    inject(Injection.next("drop_before_rename"));

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();
    assertThat(pauses).hasSize(1);
    assertThat(shelf.name("a.csv", "a.csv")).as("asked again by a later run").isTrue();
    assertThat(there()).containsExactly("a.csv");
  }

  @ParameterizedTest
  @CsvSource({"drop_at", "truncated", "refuse_connection", "failure", "no_space", "quota"})
  void what_fails_once_is_sent_again_whole(String fault) throws Exception {
    Shelf shelf = shelf();
    Injection next = Injection.next(fault);
    inject(fault.equals("drop_at") ? next.with("bytes", 40_000) : next);
    shelf.bring(whole(100_000), "a.csv");

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();
    assertThat(there()).containsExactly("a.csv");
    assertThat(pauses).hasSize(1).allMatch(p -> p.toMillis() >= 2500 && p.toMillis() <= 5000);
  }

  @ParameterizedTest
  @CsvSource({
    "no_space,DELIVERY_FAILED,2",
    "truncated,DELIVERY_FAILED,2",
    "drop_before_read,SFTP_UNAVAILABLE,4",
    "permission_denied,REMOTE_PERMISSION_DENIED,0",
    "folder_missing,REMOTE_FOLDER_MISSING,0"
  })
  void what_fails_always_stops_and_leaves_no_name(String fault, Code code, int waits)
      throws Exception {
    Shelf shelf = shelf();
    inject(Injection.next(fault).times(Injection.ALWAYS));
    Path whole = whole(1000);

    Reading.Stop stop = stop(() -> shelf.bring(whole, "a.csv"));

    assertThat(stop.code()).isEqualTo(code);
    assertThat(stop.maybeStored()).isFalse();
    assertThat(pauses).hasSize(waits);
    assertThat(there()).doesNotContain("a.csv");
  }

  @Test
  void a_rename_that_nobody_confirms_leaves_the_file_in_doubt() throws Exception {
    Shelf shelf = shelf();
    shelf.bring(whole(10), "a.csv");
    inject(Injection.next("drop_before_rename").times(Injection.ALWAYS));

    assertThat(stop(() -> shelf.name("a.csv", "a.csv")))
        .returns(Code.SFTP_UNAVAILABLE, Reading.Stop::code)
        .returns(true, Reading.Stop::maybeStored);
  }

  @Test
  void a_server_that_cannot_rename_stops_the_run() throws Exception {
    Shelf shelf = shelf();
    shelf.bring(whole(10), "a.csv");
    inject(Injection.next("refuse_rename"));

    assertThat(stop(() -> shelf.name("a.csv", "a.csv")))
        .returns(Code.REMOTE_PERMISSION_DENIED, Reading.Stop::code)
        .returns(false, Reading.Stop::maybeStored);
    shelf.discard("a.csv");
    assertThat(there()).isEmpty();
  }

  @Test
  void a_wrong_password_is_not_tried_twice() {
    Shelf shelf = shelf(place("/snapchat", sandbox.sftp().hostKey()), password("wrong-password"));

    Reading.Stop stop = stop(shelf::check);

    assertThat(stop.code()).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop.words()).doesNotContain("wrong-password");
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_user_logs_in_by_key() {
    SftpLogin login =
        new SftpLogin(
            sandbox.sftp().user(),
            Optional.empty(),
            Optional.of(Secret.of(sandbox.sftp().privateKey())));

    assertThatCode(shelf(place("/snapchat", sandbox.sftp().hostKey()), login)::check)
        .doesNotThrowAnyException();
  }

  @Test
  void a_key_that_cannot_be_read_is_named_without_a_word_of_it() {
    String text =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----";
    SftpLogin login =
        new SftpLogin(sandbox.sftp().user(), Optional.empty(), Optional.of(Secret.of(text)));

    Reading.Stop stop = stop(shelf(place("/snapchat", sandbox.sftp().hostKey()), login)::check);

    assertThat(stop.code()).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop.words()).contains("private_key").doesNotContain("c2Vj");
    assertThat(login.toString()).doesNotContain("c2Vj");
  }

  @Test
  void a_server_with_another_key_is_sent_nothing() throws Exception {
    inject(Injection.next("host_key"));

    Reading.Stop stop = stop(shelf()::check);

    assertThat(stop.code()).isEqualTo(Code.HOST_KEY_MISMATCH);
    assertThat(stop.words()).contains("SHA256:");
    assertThat(pauses).isEmpty();
    assertThat(there()).isEmpty();
  }

  @Test
  void a_server_of_which_nothing_is_known_tells_its_key_and_is_refused() {
    SftpLogin login = password(sandbox.sftp().password());

    Reading.Stop stop = stop(shelf(place("/snapchat", ""), login)::check);

    assertThat(stop.code()).isEqualTo(Code.HOST_KEY_UNKNOWN);
    assertThat(stop.words()).contains(sandbox.sftp().hostKey().split(" ")[1]).contains("SHA256:");
  }

  @Test
  void a_server_may_be_known_by_its_key_its_line_of_known_hosts_or_its_fingerprint() {
    String key = sandbox.sftp().hostKey();
    String print = HostKey.of(key).print();
    for (String known : List.of(key + " comment", "[127.0.0.1]:2222 " + key, print, print + "=")) {
      assertThatCode(shelf(place("/snapchat", known), password(sandbox.sftp().password()))::check)
          .as(known)
          .doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> HostKey.of("MD5:aa:bb:cc")).isInstanceOf(SettingFault.class);
  }

  @Test
  void a_folder_that_is_not_there_is_not_made() {
    FilePlace.Sftp place = place("/nowhere", sandbox.sftp().hostKey());

    Reading.Stop stop = stop(shelf(place, password(sandbox.sftp().password()))::check);

    assertThat(stop.code()).isEqualTo(Code.REMOTE_FOLDER_MISSING);
    assertThat(pauses).isEmpty();
  }

  @Test
  void a_server_that_is_not_there_is_tried_for_a_while() {
    FilePlace.Sftp nobody = new FilePlace.Sftp("127.0.0.1", 1, "/", "", true);

    Reading.Stop stop = stop(shelf(nobody, password("x"))::check);

    assertThat(stop.code()).isEqualTo(Code.SFTP_UNAVAILABLE);
    assertThat(pauses).hasSize(4).isSorted();
  }
}
