package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.FileRules;
import dev.footfall.core.file.Packing;
import dev.footfall.core.ledger.KeyState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where complete files go. */
class ShelfTest extends PostTrial {
  @TempDir private Path folder = Path.of("");
  private final List<String> heardOf = new ArrayList<>();

  /** One event a file, to be followed by a mark. */
  private static final class Lines implements FileDelivery {
    @Override
    public Limits limits() {
      return new Limits(1, 1000, 100, 1, 60);
    }

    @Override
    public byte[] header() {
      return new byte[] {'h', '\n'};
    }

    @Override
    public String fileName(String partition, int part) {
      return partition + part;
    }

    @Override
    public FileRules.Ending ending() {
      return new FileRules.Ending(true, false);
    }

    @Override
    public Optional<Code> fault(String name, InputStream content) throws IOException {
      boolean isBad = new String(content.readAllBytes(), StandardCharsets.UTF_8).contains("bad");
      return isBad ? Optional.of(Code.CSV_BAD_FORMAT) : Optional.empty();
    }
  }

  private final class Heard implements FileJournal {
    @Override
    public void bringing(String as) {
      heardOf.add("bringing " + as);
    }

    @Override
    public void naming(String partition, String as, String name) {
      heardOf.add("naming " + as + " " + name + (Files.exists(out(name)) ? " again" : ""));
    }

    @Override
    public void settled(String name) {
      heardOf.add("settled " + name + (Files.exists(out(name)) ? "" : " too early"));
    }

    @Override
    public void ended() {
      heardOf.add("ended");
    }
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  private void write(Shelf shelf, String... ids) throws IOException {
    write(shelf, Optional.empty(), ids);
  }

  private void write(Shelf shelf, Optional<Code> expected, String... ids) throws IOException {
    Workshop workshop = new Workshop(folder.resolve("making"), shelf);
    try (FilePost post =
        new FilePost(new Lines(), workshop, new Claims(ledger, time), heard, new Heard())) {
      post.send(Stream.of(ids).map(Deliveries::event).toList());
      post.finish();
      assertThat(post.stopped().map(Reading.Stop::code)).isEqualTo(expected);
    }
    assertThat(folder.resolve("making")).doesNotExist();
  }

  private List<String> published() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private FolderShelf shelf() {
    return new FolderShelf(folder.resolve("out"));
  }

  /** A shelf that refuses to give names. */
  private record Refusing(Shelf shelf, Reading.Stop stop) implements Shelf {
    @Override
    public String address() {
      return shelf.address();
    }

    @Override
    public boolean has(String name) throws IOException, ShelfFault {
      return shelf.has(name);
    }

    @Override
    public void bring(Path whole, String as) throws IOException, ShelfFault {
      shelf.bring(whole, as);
    }

    @Override
    public boolean name(String as, String name) throws ShelfFault {
      throw new ShelfFault(stop);
    }

    @Override
    public void discard(String as) throws IOException, ShelfFault {
      shelf.discard(as);
    }
  }

  @Test
  void events_are_delivered_when_their_file_is_on_the_shelf() throws IOException {
    write(shelf(), "a");

    assertThat(out("p1")).hasContent("h\na");
    assertThat(heard.outcomes).containsEntry("a", Outcome.Accepted.PLAIN);
    assertThat(stateOf("a")).isEqualTo(KeyState.DELIVERED);
    assertThat(published()).containsExactly("p1", "p1.DONE");
    assertThat(heardOf).containsExactly("bringing p1", "naming p1 p1", "settled p1", "ended");
  }

  @Test
  void a_file_that_is_there_is_never_replaced() throws IOException {
    write(shelf(), "a");
    write(shelf(), "b", "c");

    assertThat(out("p1")).hasContent("h\na");
    assertThat(out("p2")).hasContent("h\nb");
    assertThat(out("p3")).hasContent("h\nc");
    assertThat(published()).containsExactly("p1", "p1.DONE", "p2", "p3", "p3.DONE");
  }

  @Test
  void a_name_that_is_taken_in_the_last_moment_is_left_to_the_other() throws IOException {
    Shelf late =
        new Shelf() {
          @Override
          public String address() {
            return "";
          }

          @Override
          public boolean has(String name) {
            return false;
          }

          @Override
          public void bring(Path whole, String as) throws IOException {
            shelf().bring(whole, as);
            Files.writeString(out("p1"), "of another");
          }

          @Override
          public boolean name(String as, String name) throws IOException {
            return shelf().name(as, name);
          }

          @Override
          public void discard(String as) throws IOException {
            shelf().discard(as);
          }
        };
    write(late, "a");

    assertThat(out("p1")).hasContent("of another");
    assertThat(out("p2")).hasContent("h\na");
    assertThat(published()).containsExactly("p1", "p2", "p2.DONE");
  }

  @Test
  void a_name_may_be_given_again_when_nobody_knows_whether_it_was() throws IOException {
    Path whole = Files.writeString(folder.resolve("whole"), "h");
    shelf().bring(whole, "x");

    assertThat(shelf().name("x", "x")).isTrue();
    assertThat(shelf().name("x", "x")).isTrue();
    Files.createLink(out(Shelf.passing("x")), out("x"));
    assertThat(shelf().name("x", "x")).as("a crash between the two steps").isTrue();
    assertThat(published()).containsExactly("x");
    Files.delete(out("x"));
    assertThat(shelf().name("x", "x")).as("somebody took it away").isTrue();
  }

  @Test
  void a_file_that_the_platform_would_turn_down_never_gets_its_name() throws IOException {
    write(shelf(), Optional.of(Code.CSV_BAD_FORMAT), "a", "bad");

    assertThat(published()).containsExactly("p1", "p1.DONE");
    assertThat(heard.outcomes.get("bad")).isInstanceOf(Outcome.NotSent.class);
    assertThat(stateOf("bad")).isEqualTo(KeyState.NEW);
  }

  @Test
  void a_shelf_that_refuses_stops_the_run_and_its_events_are_free() throws IOException {
    Reading.Stop refused = new Reading.Stop(Code.CREDENTIALS_REJECTED, "wrong key");
    write(new Refusing(shelf(), refused), Optional.of(refused.code()), "a", "b");

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.NotSent.class);
    assertThat(heard.outcomes.get("b")).isInstanceOf(Outcome.NotSent.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
    assertThat(heardOf).as("to be removed").last().isEqualTo("bringing p1");
  }

  @Test
  void events_of_a_file_that_may_have_its_name_are_unknown() throws IOException {
    Reading.Stop lost = new Reading.Stop(Code.PLATFORM_UNAVAILABLE, "connection lost", true);
    write(new Refusing(shelf(), lost), Optional.of(lost.code()), "a", "b");

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(heard.outcomes.get("b")).isInstanceOf(Outcome.NotSent.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
    assertThat(heardOf).containsExactly("bringing p1", "naming p1 p1");
  }

  @Test
  void what_is_packed_holds_the_name_without_its_extensions() {
    assertThat(Packing.ZIP.entryName("a.csv.zip.pgp")).isEqualTo("a.csv");
  }
}
