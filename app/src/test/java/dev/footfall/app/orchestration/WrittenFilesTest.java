package dev.footfall.app.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.FolderShelf;
import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.run.StateNotes;
import dev.footfall.core.run.UnknownPolicy.Decision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run makes of the files on which an earlier one died. */
class WrittenFilesTest {
  @TempDir Path folder;
  private final StateNotes notes = new Notes();
  private final WrittenFiles died = new WrittenFiles(notes, "scope", 1, "here");
  private final WrittenFiles next = new WrittenFiles(notes, "scope", 2, "here");

  private static final class Notes implements StateNotes {
    private final Map<String, String> all = new HashMap<>();

    @Override
    public Optional<String> read(String scope, String name) {
      return Optional.ofNullable(all.get(name));
    }

    @Override
    public void write(String scope, String name, String value) {
      all.put(name, value);
    }
  }

  private Workshop workshop() {
    return new Workshop(folder.resolve("making"), new FolderShelf(folder));
  }

  private void bring(String as) throws IOException {
    Path whole = Files.writeString(folder.resolve("whole"), "line\n", StandardCharsets.UTF_8);
    died.bringing(as);
    new FolderShelf(folder).bring(whole, as);
  }

  /** What becomes of an event that the first run claimed and never settled. */
  private Decision decided() {
    return decided(1);
  }

  private Decision decided(int run) {
    byte[] id = "e".getBytes(StandardCharsets.UTF_8);
    Event event =
        new Event(id, "e", "p", 0, 0, new EventRows(new long[] {1}, ""), KeyMaterial.of(id));
    LedgerEntry entry = new LedgerEntry(KeyDigest.unkeyed().part("e").finish(), 0, 0, 0, 0, 0, run);
    return next.decide(entry, event, true);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void a_file_that_was_about_to_get_its_name_gets_it_and_is_delivered() throws Exception {
    bring("a.csv");
    died.naming("p", "a.csv", "a.csv");
    assertThat(decided()).as("before anybody has looked").isEqualTo(Decision.LEAVE);

    next.recover(workshop(), true);

    assertThat(left()).containsExactly("a.csv", "a.csv.DONE");
    assertThat(decided()).isEqualTo(Decision.DELIVERED);
  }

  @Test
  void a_file_that_has_its_name_is_delivered_even_if_somebody_took_it_away() throws Exception {
    bring("a.csv");
    died.naming("p", "a.csv", "a.csv");
    new FolderShelf(folder).name("a.csv", "a.csv");
    Files.delete(folder.resolve("a.csv"));

    next.recover(workshop(), false);

    assertThat(left()).isEmpty();
    assertThat(decided()).isEqualTo(Decision.DELIVERED);
  }

  @Test
  void a_file_that_was_not_brought_whole_is_removed_and_its_events_go_again() throws Exception {
    bring("a.csv");

    next.recover(workshop(), true);

    assertThat(left()).isEmpty();
    assertThat(decided()).isEqualTo(Decision.SEND);
  }

  @Test
  void a_file_of_the_same_name_that_another_wrote_settles_nothing() throws Exception {
    bring("a.csv");
    died.naming("p", "a.csv", "a.csv");
    Files.writeString(folder.resolve("a.csv"), "of another");

    next.recover(workshop(), true);

    assertThat(folder.resolve("a.csv")).hasContent("of another");
    assertThat(folder.resolve(Shelf.passing("a.csv"))).doesNotExist();
    assertThat(decided()).isEqualTo(Decision.SEND);
  }

  @Test
  void events_on_their_way_to_another_place_wait_for_a_person() throws Exception {
    bring("a.csv");
    new WrittenFiles(notes, "scope", 1, "elsewhere").naming("p", "a.csv", "a.csv");

    next.recover(workshop(), true);

    assertThat(decided()).isEqualTo(Decision.LEAVE);
    next.recover(workshop(), true);
    assertThat(decided()).isEqualTo(Decision.LEAVE);
  }

  @Test
  void a_run_to_another_place_leaves_alone_what_the_next_run_here_ends() throws Exception {
    WrittenFiles elsewhere = new WrittenFiles(notes, "scope", 2, "elsewhere");
    bring("a.csv");
    elsewhere.recover(workshop(), true);
    assertThat(left()).containsExactly(Shelf.passing("a.csv"));

    died.naming("p", "a.csv", "a.csv");
    elsewhere.recover(workshop(), true);
    elsewhere.bringing("b.csv");
    elsewhere.naming("p", "b.csv", "b.csv");
    elsewhere.settled("b.csv");
    assertThat(decided()).as("while its file waits").isEqualTo(Decision.LEAVE);
    next.recover(workshop(), true);

    assertThat(left()).containsExactly("a.csv", "a.csv.DONE");
    assertThat(decided()).isEqualTo(Decision.DELIVERED);
  }

  @Test
  void two_places_have_a_file_each_under_way() throws Exception {
    WrittenFiles elsewhere = new WrittenFiles(notes, "scope", 2, "elsewhere");
    bring("a.csv");
    died.naming("p", "a.csv", "a.csv");
    elsewhere.naming("p", "b.csv", "b.csv");
    next.recover(workshop(), false);

    assertThat(left()).containsExactly("a.csv");
    assertThat(decided()).isEqualTo(Decision.DELIVERED);
    assertThat(decided(2)).as("on its way elsewhere").isEqualTo(Decision.LEAVE);
  }

  @Test
  void a_file_that_lacks_its_mark_gets_it() throws Exception {
    bring("a.csv");
    died.naming("p", "a.csv", "a.csv");
    new FolderShelf(folder).name("a.csv", "a.csv");
    died.settled("a.csv");

    next.recover(workshop(), true);
    next.recover(workshop(), true);

    assertThat(left()).containsExactly("a.csv", "a.csv.DONE");
  }
}
