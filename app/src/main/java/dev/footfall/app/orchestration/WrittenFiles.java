package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.FileJournal;
import dev.footfall.core.delivery.ShelfFault;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.run.StateNotes;
import dev.footfall.core.run.UnknownPolicy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Remembers how far a run is with a file, so that after a crash the next one to the same place ends
 * what was begun: what was about to get its name gets it, and its events are delivered; what was
 * not brought whole is removed, and its events are written again. What is on its way to another
 * place waits for a run that goes there, and its events for that run or a person.
 *
 * @param notes where it is remembered; one run at a time writes those of a scope
 * @param scope destination and target
 * @param runNumber this run
 * @param address of the shelf
 */
record WrittenFiles(StateNotes notes, String scope, int runNumber, String address)
    implements FileJournal, UnknownPolicy {
  private static final String UNDER_WAY = "files under way";
  private static final String UNMARKED = "file without mark at ";
  private static final String NAMED = "file named after run ";

  /** Between the places that have a file under way. */
  private static final String PLACE = "\u001e";

  private static final String BRINGING = "bringing";
  private static final String NAMING = "naming";

  /** How far a file is. */
  private record Way(String state, String address, String as, String name, String batch) {
    static Way read(String text) {
      String[] parts = text.split("\n", 5);
      return new Way(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    String text() {
      return String.join("\n", state, address, as, name, batch);
    }
  }

  @Override
  public void bringing(String as) {
    underWay(Optional.of(new Way(BRINGING, address, as, "", "")));
  }

  @Override
  public void naming(String partition, String as, String name) {
    underWay(Optional.of(new Way(NAMING, address, as, name, batch(runNumber, partition))));
  }

  @Override
  public void settled(String name) {
    note(UNMARKED + address, name);
    underWay(Optional.empty());
  }

  @Override
  public void ended() {
    note(UNMARKED + address, "");
  }

  private void note(String name, String value) {
    notes.write(scope, name, value);
  }

  private Optional<String> read(String name) {
    return notes.read(scope, name).filter(value -> !value.isEmpty());
  }

  /** The files under way, at most one to each place. */
  private List<Way> underWay() {
    return read(UNDER_WAY).stream()
        .flatMap(note -> Stream.of(note.split(PLACE, -1)))
        .map(Way::read)
        .toList();
  }

  /** Notes the file that is on its way to this place, or that there is none. */
  private void underWay(Optional<Way> here) {
    Stream<Way> elsewhere = underWay().stream().filter(way -> !way.address.equals(address));
    note(
        UNDER_WAY,
        Stream.concat(elsewhere, here.stream()).map(Way::text).collect(Collectors.joining(PLACE)));
  }

  private static String batch(int run, String partition) {
    return run + " " + partition;
  }

  /** Ends what an earlier run to this place left half done; before this one brings a file. */
  void recover(Workshop workshop, boolean marksSuccess) throws IOException, ShelfFault {
    for (Way way : underWay()) {
      if (way.address.equals(address)) {
        end(way, workshop);
      }
    }
    underWay(Optional.empty());
    Optional<String> unmarked = read(UNMARKED + address);
    if (unmarked.isPresent() && marksSuccess) {
      workshop.mark(unmarked.get());
    }
    ended();
  }

  private void end(Way way, Workshop workshop) throws IOException, ShelfFault {
    if (way.state.equals(NAMING) && workshop.shelf().name(way.as, way.name)) {
      note(NAMED + way.batch, way.name);
      note(UNMARKED + address, way.name);
    } else {
      workshop.shelf().discard(way.as);
    }
  }

  /** A run writes the files of a partition one after the other: only the last may be in doubt. */
  @Override
  public Decision decide(LedgerEntry entry, Event event, boolean sameId) {
    String batch = batch(entry.runNumber(), event.partition());
    if (read(NAMED + batch).isPresent()) {
      return Decision.DELIVERED;
    }
    return underWay().stream().anyMatch(w -> w.state.equals(NAMING) && w.batch.equals(batch))
        ? Decision.LEAVE
        : Decision.SEND;
  }
}
