package dev.footfall.app.transfer;

import static dev.footfall.app.transfer.SftpStand.stop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.FilePlace;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files to an SFTP server, in good and bad times. */
class SftpShelfTest {
  @AutoClose private static final SftpStand stand = new SftpStand();

  @TempDir Path folder;

  @AfterEach
  void reset() {
    stand.reset();
  }

  private Path whole(int bytes) throws IOException {
    return Files.write(folder.resolve("whole"), new byte[bytes]);
  }

  @Test
  void a_file_waits_under_a_passing_name_until_it_gets_its_own() throws Exception {
    Shelf shelf = stand.shelf();
    shelf.check();
    shelf.bring(whole(100_000), "a.csv");
    assertThat(stand.there()).containsExactly(".a.csv.part");

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();

    assertThat(stand.there()).containsExactly("a.csv");
    assertThat(shelf.has("a.csv")).isTrue();
    assertThat(shelf.has("b.csv")).isFalse();
    assertThat(shelf.address()).doesNotContain(stand.server().password());
  }

  @Test
  void a_name_that_is_taken_is_not_given() throws Exception {
    Shelf shelf = stand.shelf();
    shelf.bring(whole(10), "a.csv");
    shelf.name("a.csv", "a.csv");
    shelf.bring(whole(20), "a.csv");

    assertThat(shelf.name("a.csv", "a.csv")).isFalse();
    assertThat(shelf.name("a.csv", "a_2.csv")).isTrue();
    assertThat(stand.there()).containsExactly("a.csv", "a_2.csv");
  }

  @Test
  void a_name_may_be_given_again_after_nobody_heard_of_it() throws Exception {
    Shelf shelf = stand.shelf();
    shelf.bring(whole(10), "a.csv");
    stand.inject(Injection.next("drop_before_rename"));

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();
    assertThat(stand.pauses()).hasSize(1);
    assertThat(shelf.name("a.csv", "a.csv")).as("asked again by a later run").isTrue();
    assertThat(stand.there()).containsExactly("a.csv");
  }

  @Test
  void a_rename_that_a_lost_connection_asked_for_may_be_done_when_the_next_one_asks()
      throws Exception {
    Shelf shelf = stand.shelf();
    shelf.bring(whole(10), "a.csv");
    stand.inject(Injection.next("stuck_rename"));

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();
    assertThat(stand.there()).containsExactly("a.csv");
  }

  @ParameterizedTest
  @CsvSource({"drop_at", "truncated", "refuse_connection", "failure", "no_space", "quota"})
  void what_fails_once_is_sent_again_whole(String fault) throws Exception {
    Shelf shelf = stand.shelf();
    Injection next = Injection.next(fault);
    stand.inject(fault.equals("drop_at") ? next.with("bytes", 40_000) : next);
    shelf.bring(whole(100_000), "a.csv");

    assertThat(shelf.name("a.csv", "a.csv")).isTrue();
    assertThat(stand.there()).containsExactly("a.csv");
    assertThat(stand.pauses())
        .hasSize(1)
        .allMatch(p -> p.toMillis() >= 2500 && p.toMillis() <= 5000);
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
    Shelf shelf = stand.shelf();
    stand.inject(Injection.next(fault).times(Injection.ALWAYS));
    Path whole = whole(1000);

    Reading.Stop stop = stop(() -> shelf.bring(whole, "a.csv"));

    assertThat(stop.code()).isEqualTo(code);
    assertThat(stop.maybeStored()).isFalse();
    assertThat(stand.pauses()).hasSize(waits);
    assertThat(stand.there()).doesNotContain("a.csv");
  }

  @Test
  void a_rename_that_nobody_confirms_leaves_the_file_in_doubt() throws Exception {
    Shelf shelf = stand.shelf();
    shelf.bring(whole(10), "a.csv");
    stand.inject(Injection.next("drop_before_rename").times(Injection.ALWAYS));

    assertThat(stop(() -> shelf.name("a.csv", "a.csv")))
        .returns(Code.SFTP_UNAVAILABLE, Reading.Stop::code)
        .returns(true, Reading.Stop::maybeStored);
  }

  @Test
  void a_server_that_cannot_rename_stops_the_run() throws Exception {
    Shelf shelf = stand.shelf();
    shelf.bring(whole(10), "a.csv");
    stand.inject(Injection.next("refuse_rename"));

    assertThat(stop(() -> shelf.name("a.csv", "a.csv")))
        .returns(Code.REMOTE_PERMISSION_DENIED, Reading.Stop::code)
        .returns(false, Reading.Stop::maybeStored);
    shelf.discard("a.csv");
    assertThat(stand.there()).isEmpty();
  }

  @Test
  void whoever_ends_a_run_need_not_wait_for_a_server_that_is_away() throws Exception {
    int nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalPort();
    }
    FilePlace.Sftp away = new FilePlace.Sftp("127.0.0.1", nobody, "/", "", true);
    AtomicReference<Shelf> shelf = new AtomicReference<>();
    Time endless =
        new Time() {
          @Override
          public Instant now() {
            return Instant.EPOCH;
          }

          @Override
          public void pause(Duration duration) {
            throw new AssertionError("waits to the end");
          }

          @Override
          public void pause(Duration duration, Future<?> end) {
            shelf.get().halt(); // as another thread may at any time
            assertThat(end).isDone();
          }
        };
    shelf.set(
        new SftpShelf(away, stand.password("word"), SftpPatience.usual(endless), new Random(7)));

    assertThat(stop(() -> shelf.get().check()).code()).isEqualTo(Code.SFTP_UNAVAILABLE);
  }
}
