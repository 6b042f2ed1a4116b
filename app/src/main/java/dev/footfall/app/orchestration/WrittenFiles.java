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

/**
 * Remembers how far a run is with a file, so that after a crash the next one ends what was begun:
 * what was about to get its name gets it, and its events are delivered; what was not brought whole
 * is removed, and its events are written again. What was on its way to another place than this
 * run's is left to a person.
 *
 * @param notes where it is remembered
 * @param scope destination and target
 * @param runNumber this run
 * @param address of the shelf
 */
record WrittenFiles(StateNotes notes, String scope, int runNumber, String address)
    implements FileJournal, UnknownPolicy {
  private static final String UNDER_WAY = "file under way";
  private static final String UNMARKED = "file without mark";
  private static final String NAMED = "file named after run ";
  private static final String LEFT = "file left elsewhere after run ";
  private static final String BRINGING = "bringing";
  private static final String NAMING = "naming";

  @Override
  public void bringing(String as) {
    note(UNDER_WAY, String.join("\n", BRINGING, address, as));
  }

  @Override
  public void naming(String partition, String as, String name) {
    note(UNDER_WAY, String.join("\n", NAMING, address, as, name, batch(runNumber, partition)));
  }

  @Override
  public void settled(String name) {
    note(UNMARKED, name);
    note(UNDER_WAY, "");
  }

  @Override
  public void ended() {
    note(UNMARKED, "");
  }

  private void note(String name, String value) {
    notes.write(scope, name, value);
  }

  private Optional<String> read(String name) {
    return notes.read(scope, name).filter(value -> !value.isEmpty());
  }

  private List<String> underWay() {
    return read(UNDER_WAY).map(note -> List.of(note.split("\n", 5))).orElse(List.of(""));
  }

  private static String batch(int run, String partition) {
    return run + " " + partition;
  }

  /** Ends what an earlier run left half done; before this one brings a file. */
  void recover(Workshop workshop, boolean marksSuccess) throws IOException, ShelfFault {
    List<String> note = underWay();
    boolean isHere = note.size() > 1 && note.get(1).equals(address);
    if (isHere && note.get(0).equals(BRINGING)) {
      workshop.shelf().discard(note.get(2));
    } else if (isHere) {
      name(workshop, note.get(2), note.get(3), note.get(4));
    } else if (note.get(0).equals(NAMING)) {
      note(LEFT + note.get(4), note.get(1));
    }
    note(UNDER_WAY, "");
    Optional<String> unmarked = read(UNMARKED);
    if (unmarked.isPresent() && marksSuccess) {
      workshop.mark(unmarked.get());
    }
    ended();
  }

  private void name(Workshop workshop, String as, String name, String batch)
      throws IOException, ShelfFault {
    if (workshop.shelf().name(as, name)) {
      note(NAMED + batch, name);
      note(UNMARKED, name);
    } else {
      workshop.shelf().discard(as);
    }
  }

  /** A run writes the files of a partition one after the other: only the last may be in doubt. */
  @Override
  public Decision decide(LedgerEntry entry, Event event, boolean sameId) {
    String batch = batch(entry.runNumber(), event.partition());
    if (read(NAMED + batch).isPresent()) {
      return Decision.DELIVERED;
    }
    List<String> note = underWay();
    boolean isNamed = note.get(0).equals(NAMING) && note.get(4).equals(batch);
    return isNamed || read(LEFT + batch).isPresent() ? Decision.LEAVE : Decision.SEND;
  }
}
