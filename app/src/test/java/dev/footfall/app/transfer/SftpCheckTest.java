package dev.footfall.app.transfer;

import static dev.footfall.app.transfer.SftpStand.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.credential.Secret;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.file.FilePlace;
import dev.footfall.sandbox.platform.Injection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whether an SFTP server is the right one and lets us in, before anything is brought. */
class SftpCheckTest {
  @AutoClose private static final SftpStand stand = new SftpStand();

  @AfterEach
  void reset() {
    stand.reset();
  }

  @Test
  void a_wrong_password_is_not_tried_twice() {
    Shelf shelf =
        stand.shelf(
            stand.place("/snapchat", stand.server().hostKey()), stand.password("wrong-password"));

    Reading.Stop stop = stop(shelf::check);

    assertThat(stop.code()).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop.words()).doesNotContain("wrong-password");
    assertThat(stand.pauses()).isEmpty();
  }

  @Test
  void a_user_logs_in_by_key() {
    SftpLogin login =
        new SftpLogin(
            stand.server().user(),
            Optional.empty(),
            Optional.of(Secret.of(stand.server().privateKey())));

    assertThatCode(stand.shelf(stand.place("/snapchat", stand.server().hostKey()), login)::check)
        .doesNotThrowAnyException();
  }

  @Test
  void a_key_that_cannot_be_read_is_named_without_a_word_of_it() {
    String text =
        "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----";
    SftpLogin login =
        new SftpLogin(stand.server().user(), Optional.empty(), Optional.of(Secret.of(text)));

    Reading.Stop stop =
        stop(stand.shelf(stand.place("/snapchat", stand.server().hostKey()), login)::check);

    assertThat(stop.code()).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop.words()).contains("private_key").doesNotContain("c2Vj");
    assertThat(login.toString()).doesNotContain("c2Vj");
  }

  @Test
  void a_server_with_another_key_is_sent_nothing() throws Exception {
    stand.inject(Injection.next("host_key"));

    Reading.Stop stop = stop(stand.shelf()::check);

    assertThat(stop.code()).isEqualTo(Code.HOST_KEY_MISMATCH);
    assertThat(stop.words()).contains("SHA256:");
    assertThat(stand.pauses()).isEmpty();
    assertThat(stand.there()).isEmpty();
  }

  @Test
  void a_server_of_which_nothing_is_known_tells_its_key_and_is_refused() {
    SftpLogin login = stand.password(stand.server().password());

    Reading.Stop stop = stop(stand.shelf(stand.place("/snapchat", ""), login)::check);

    assertThat(stop.code()).isEqualTo(Code.HOST_KEY_UNKNOWN);
    assertThat(stop.words()).contains(stand.server().hostKey().split(" ")[1]).contains("SHA256:");
  }

  @Test
  void a_server_may_be_known_by_its_key_its_line_of_known_hosts_or_its_fingerprint() {
    String key = stand.server().hostKey();
    String print = HostKey.of(key).print();
    for (String known : List.of(key + " comment", "[127.0.0.1]:2222 " + key, print, print + "=")) {
      assertThatCode(
              stand.shelf(
                      stand.place("/snapchat", known), stand.password(stand.server().password()))
                  ::check)
          .as(known)
          .doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> HostKey.of("MD5:aa:bb:cc")).isInstanceOf(SettingFault.class);
  }

  @Test
  void a_folder_that_is_not_there_is_not_made() {
    FilePlace.Sftp place = stand.place("/nowhere", stand.server().hostKey());

    Reading.Stop stop = stop(stand.shelf(place, stand.password(stand.server().password()))::check);

    assertThat(stop.code()).isEqualTo(Code.REMOTE_FOLDER_MISSING);
    assertThat(stand.pauses()).isEmpty();
  }

  @Test
  void a_server_that_is_not_there_is_tried_for_a_while() {
    FilePlace.Sftp nobody = new FilePlace.Sftp("127.0.0.1", 1, "/", "", true);

    Reading.Stop stop = stop(stand.shelf(nobody, stand.password("x"))::check);

    assertThat(stop.code()).isEqualTo(Code.SFTP_UNAVAILABLE);
    assertThat(stand.pauses()).hasSize(4).isSorted();
  }
}
