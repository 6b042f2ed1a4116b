package dev.footfall.core.delivery;

import dev.footfall.core.destination.Outcome;
import dev.footfall.core.group.Room;
import dev.footfall.core.group.SortedRuns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a file that has no name yet, claimed block by block. Whole blocks wait on disk
 * until the file's fate is known, so that memory keeps some bytes a block however many lines the
 * file has. One thread.
 */
final class ClaimedEvents implements AutoCloseable {
  private static final int BLOCK = 2000;

  private final Claims claims;
  private final Room room;
  private final List<Long> onDisk = new ArrayList<>();
  private final List<Pending> last = new ArrayList<>();
  private @Nullable SortedRuns blocks;
  private long lastClaim;

  ClaimedEvents(Claims claims, Room room) {
    this.claims = claims;
    this.room = room;
  }

  /** Adds an event; its bytes are written already and let go. */
  void add(Pending pending) {
    last.add(pending.with(pending.event().withoutBody()));
    if (last.size() == BLOCK) {
      toDisk();
    }
  }

  /** Claims what is not claimed yet: the file is about to leave. */
  void claim() {
    if (!last.isEmpty()) {
      lastClaim = claims.claim(last);
    }
  }

  private void toDisk() {
    if (blocks == null) {
      blocks = new SortedRuns(room);
    }
    long claim = claims.claim(last);
    Iterator<Pending> events = last.iterator();
    blocks.write(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return events.hasNext();
          }

          @Override
          public byte[] next() {
            return PendingBytes.write(events.next());
          }
        });
    onDisk.add(claim);
    last.clear();
  }

  /**
   * Says what became of them all.
   *
   * @throws RuntimeException the first failure of the ledger; the listener has heard all by then
   */
  void settle(Outcome outcome, DeliveryListener listener) {
    Optional<RuntimeException> failure = Optional.empty();
    Iterator<Long> claim = onDisk.iterator();
    for (Iterator<List<Pending>> all = blocks(); all.hasNext(); ) {
      List<Pending> events = all.next();
      if (failure.isEmpty()) {
        failure = written(claim.hasNext() ? claim.next() : lastClaim, events, outcome);
      }
      events.forEach(event -> listener.settled(event, outcome));
    }
    close();
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  private Optional<RuntimeException> written(long claim, List<Pending> events, Outcome outcome) {
    try {
      claims.settle(claim, events, Collections.nCopies(events.size(), outcome));
      return Optional.empty();
    } catch (RuntimeException unwritten) {
      return Optional.of(unwritten);
    }
  }

  /** Says what became of them to the listener alone: the ledger takes nothing more. */
  void tell(Outcome outcome, DeliveryListener listener) {
    blocks().forEachRemaining(events -> events.forEach(e -> listener.settled(e, outcome)));
    close();
  }

  /** The events, first those on disk. */
  private Iterator<List<Pending>> blocks() {
    Stream<List<Pending>> onDisk =
        blocks == null ? Stream.of() : blocks.read().stream().map(ClaimedEvents::read);
    return Stream.concat(onDisk, last.isEmpty() ? Stream.of() : Stream.of(last)).iterator();
  }

  private static List<Pending> read(Iterator<byte[]> block) {
    List<Pending> events = new ArrayList<>(BLOCK);
    block.forEachRemaining(bytes -> events.add(PendingBytes.read(bytes)));
    return events;
  }

  /** Lets go of them all; those whose fate was not said stay claimed. */
  @Override
  public void close() {
    last.clear();
    onDisk.clear();
    if (blocks != null) {
      blocks.close();
      blocks = null;
    }
  }
}
