package dev.footfall.sandbox.criteo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.sftp.SftpAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files sent to the sandbox with a client of its own. */
class CriteoDoubleTest {
  private static final String EXAMPLE =
      Running.resource(CriteoDoubleTest.class, "worked-example.csv");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> shown = new ArrayList<>();
  private Running running;
  private SshClient client;

  @BeforeEach
  void start() {
    running = Running.at("2026-11-20T06:00:00Z");
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(
        (session, address, key) -> {
          shown.add(PublicKeyEntry.toString(key));
          return true;
        });
    client.start();
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    running.close();
  }

  private interface Work {
    void with(SftpClient sftp) throws IOException;
  }

  private SftpAddress address() {
    return running.sandbox().sftp();
  }

  private void connected(String user, Work work) throws IOException {
    try (ClientSession session =
        client.connect(user, address().host(), address().port()).verify(PATIENCE).getSession()) {
      session.addPasswordIdentity(address().password());
      session.auth().verify(PATIENCE);
      try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
        work.with(sftp);
      }
    }
  }

  private void send(String path, byte[] content) throws IOException {
    connected(
        address().user(),
        sftp -> {
          String part = path.replaceFirst("/([^/]+)$", "/.$1.part");
          write(sftp, part, content);
          sftp.getExtension(OpenSSHPosixRenameExtension.class).posixRename(part, path);
        });
  }

  private static void write(SftpClient sftp, String path, byte[] content) throws IOException {
    try (OutputStream out = sftp.write(path)) {
      out.write(content);
    }
  }

  private void send(String path, String content) throws IOException {
    send(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private void inject(Injection injection) {
    running.sandbox().inject("criteo", injection);
  }

  private Counters counters() {
    return running.sandbox().counters("criteo");
  }

  @Test
  void file_is_judged_when_it_has_its_final_name() throws IOException {
    connected(
        address().user(),
        sftp -> {
          write(sftp, "/criteo/.a.csv.part", EXAMPLE.getBytes(StandardCharsets.UTF_8));
          assertThat(counters().received()).isZero();
          assertThat(sftp.stat("/criteo/.a.csv.part").getSize()).isEqualTo(EXAMPLE.length());
          sftp.rename("/criteo/.a.csv.part", "/criteo/a.csv");
        });
    assertThat(counters().kept()).isEqualTo(4);
    assertThat(running.sandbox().sftpFiles("/criteo")).containsExactly("a.csv");
    JsonNode orders = running.sandbox().view("criteo", "orders", "SO-100234").orElseThrow();
    assertThat(orders.at("/SO-100234/value").asText()).isEqualTo("64.30");
    assertThat(orders.at("/SO-100234/value_times_quantity").asText()).isEqualTo("104.10");
  }

  @Test
  void lines_seen_in_an_earlier_file_are_duplicates_and_posix_rename_overwrites()
      throws IOException {
    send("/criteo/a.csv", EXAMPLE);
    send("/criteo/a.csv", EXAMPLE);
    assertThat(counters().kept()).isEqualTo(4);
    assertThat(counters().duplicates()).isEqualTo(4);
  }

  @Test
  void bad_lines_are_refused_alone_and_bad_headers_refuse_all() throws IOException {
    send("/criteo/a.csv", EXAMPLE.replace("24.50", "free"));
    assertThat(counters().kept()).isEqualTo(3);
    assertThat(counters().refused()).isEqualTo(1);
    send("/criteo/b.csv", EXAMPLE.replace("user_key_1,", "key,"));
    assertThat(counters().refused()).isEqualTo(5);
    send("/criteo/c.csv", EXAMPLE.replace("S-022", "sam@example.org"));
    assertThat(counters().personalData()).isEqualTo(1);
    assertThat(counters().received()).isEqualTo(12);
  }

  @Test
  void packed_files_and_other_platforms_folders_are_judged() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(EXAMPLE.getBytes(StandardCharsets.UTF_8));
    }
    send("/criteo/a.csv.gz", packed.toByteArray());
    assertThat(counters().kept()).isEqualTo(4);
    send("/criteo/broken.csv.gz", "no gzip");
    assertThat(running.sandbox().refusals("criteo", 1).get(0).reason()).contains("cannot be read");
    send(
        "/snapchat/s.csv",
        """
        email,timestamp
        67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448,2026-11-18T15:09:26Z
        """);
    assertThat(running.sandbox().counters("snapchat").kept()).isEqualTo(1);
    assertThat(running.sandbox().requests("snapchat", 1).get(0).target()).contains("/snapchat/");
  }

  @Test
  void done_files_come_last_and_nothing_is_left_behind() throws IOException {
    send("/criteo/a.csv.DONE", "");
    assertThat(running.sandbox().refusals("criteo", 1).get(0).reason()).contains("before its file");
    connected(address().user(), sftp -> write(sftp, "/criteo/.old.csv.part", new byte[] {'x'}));
    send("/criteo/a.csv", EXAMPLE);
    assertThat(running.sandbox().refusals("criteo", 1).get(0).reason()).contains("left behind");
    send("/criteo/a.csv.DONE", "");
    assertThat(running.sandbox().refusals("criteo", 9)).hasSize(2);
    running.sandbox().reset();
    assertThat(running.sandbox().sftpFiles("/criteo")).isEmpty();
    send("/criteo/b.csv", EXAMPLE);
  }

  @ParameterizedTest
  @CsvSource({
    "folder_missing, 2",
    "permission_denied, 3",
    "failure, 4",
    "throttle, 4",
    "status, 4",
    "no_space, 14",
    "quota, 15",
    "refuse_rename, 8"
  })
  void statuses_are_answered_when_asked_for_and_then_no_more(String kind, int status)
      throws IOException {
    inject(Injection.next(kind));
    assertThatThrownBy(() -> send("/criteo/a.csv", EXAMPLE))
        .isInstanceOfSatisfying(
            SftpException.class, fault -> assertThat(fault.getStatus()).isEqualTo(status));
    assertThat(counters().kept()).isZero();
    send("/criteo/a.csv", EXAMPLE);
    assertThat(counters().kept()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "drop_before_read, 0",
    "drop_at, 0",
    "drop_after_read, 0",
    "drop_before_rename, 0",
    "drop_after_store, 4",
    "refuse_connection, 0",
    "refuse_login, 0"
  })
  void connections_are_lost_at_every_point(String kind, int kept) throws IOException {
    inject(Injection.next(kind));
    assertThatThrownBy(() -> send("/criteo/a.csv", EXAMPLE)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(kept);
    send("/criteo/a.csv", EXAMPLE);
    assertThat(counters().kept()).isEqualTo(4);
  }

  @Test
  void truncated_file_is_shorter_than_what_was_sent() throws IOException {
    inject(Injection.next("truncated"));
    connected(
        address().user(),
        sftp -> {
          write(sftp, "/criteo/.a.part", EXAMPLE.getBytes(StandardCharsets.UTF_8));
          assertThat(sftp.stat("/criteo/.a.part").getSize()).isEqualTo(EXAMPLE.length() / 2);
        });
  }

  @Test
  void renaming_onto_a_file_is_refused_without_the_extension_or_when_asked() throws IOException {
    send("/criteo/a.csv", EXAMPLE);
    inject(Injection.next("refuse_overwrite"));
    assertThatThrownBy(() -> send("/criteo/a.csv", EXAMPLE)).isInstanceOf(SftpException.class);
    inject(Injection.next("no_posix_rename"));
    connected(
        address().user(),
        sftp -> {
          assertThat(sftp.getExtension(OpenSSHPosixRenameExtension.class).isSupported()).isFalse();
          write(sftp, "/criteo/.b.part", new byte[] {'x'});
          assertThatThrownBy(() -> sftp.rename("/criteo/.b.part", "/criteo/a.csv"))
              .isInstanceOf(SftpException.class);
        });
  }

  @Test
  void host_key_is_always_the_same_unless_it_is_told_to_lie() throws IOException {
    connected(address().user(), sftp -> {});
    inject(Injection.next("host_key"));
    connected(address().user(), sftp -> {});
    connected(address().user(), sftp -> {});
    assertThat(shown.get(0)).isEqualTo(address().hostKey()).isEqualTo(shown.get(2));
    assertThat(shown.get(1)).isNotEqualTo(shown.get(0));
    assertThat(running.sandbox().hint("criteo")).contains(shown.get(0), "port " + address().port());
  }

  @Test
  void keys_open_the_door_and_wrong_passwords_do_not() throws Exception {
    byte[] pem = address().privateKey().getBytes(StandardCharsets.US_ASCII);
    KeyPair pair =
        SecurityUtils.loadKeyPairIdentities(null, () -> "key", new ByteArrayInputStream(pem), null)
            .iterator()
            .next();
    try (ClientSession session =
        client
            .connect(address().user(), address().host(), address().port())
            .verify(PATIENCE)
            .getSession()) {
      session.addPublicKeyIdentity(pair);
      session.auth().verify(PATIENCE);
    }
    try (ClientSession session =
        client
            .connect(address().user(), address().host(), address().port())
            .verify(PATIENCE)
            .getSession()) {
      session.addPasswordIdentity("wrong");
      assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void folders_are_not_made_and_some_users_only_read() throws IOException {
    connected(
        address().user(),
        sftp -> {
          assertThatThrownBy(() -> sftp.mkdir("/new")).isInstanceOf(SftpException.class);
          assertThatThrownBy(() -> write(sftp, "/nowhere/a.csv", new byte[] {'x'}))
              .isInstanceOfSatisfying(
                  SftpException.class, fault -> assertThat(fault.getStatus()).isEqualTo(2));
        });
    connected(
        "sandbox-sftp-readonly",
        sftp ->
            assertThatThrownBy(() -> write(sftp, "/criteo/a.csv", new byte[] {'x'}))
                .isInstanceOfSatisfying(
                    SftpException.class, fault -> assertThat(fault.getStatus()).isEqualTo(3)));
  }

  @Test
  void poisoned_orders_are_refused_and_http_is_not_spoken() throws IOException {
    inject(Injection.next("poison").with("event_id", "SO-100234"));
    send("/criteo/a.csv", EXAMPLE);
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(running.get("/criteo/anything").statusCode()).isEqualTo(404);
  }
}
