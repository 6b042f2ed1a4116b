package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.FilePost;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.run.StateNotes;
import dev.footfall.core.run.UnknownPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Remembers which file a run is writing, so that after a crash its events are known: the file is
 * there, or it is not and they are written again.
 *
 * @param notes where it is remembered
 * @param scope destination and target
 * @param runNumber this run
 */
record WrittenFiles(StateNotes notes, String scope, int runNumber)
    implements FilePost.FileJournal, UnknownPolicy {
  private static final String WRITING = "writing in run ";

  @Override
  public void writing(String partition, Path file) {
    notes.write(scope, name(runNumber, partition), file.toString());
  }

  private static String name(int run, String partition) {
    return WRITING + run + " " + partition;
  }

  /** A run writes the files of a partition one after the other: only the last may be in doubt. */
  @Override
  public Decision decide(LedgerEntry entry, Event event, boolean sameId) {
    Optional<String> file = notes.read(scope, name(entry.runNumber(), event.partition()));
    return file.isPresent() && Files.exists(Path.of(file.get()))
        ? Decision.DELIVERED
        : Decision.SEND;
  }
}
