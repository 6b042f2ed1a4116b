package dev.footfall.sandbox.criteo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.sandbox.platform.Injection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server that takes the files: keys, folders, and what can be asked to go wrong. */
class CriteoServerTest extends CriteoVisit {
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
}
