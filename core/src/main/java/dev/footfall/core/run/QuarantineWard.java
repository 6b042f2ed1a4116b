package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Quarantine.Wanted;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Enters what a run rejects and what platforms refuse into the quarantine, in batches, and has it
 * leave when it is delivered or too old. Where nothing is in quarantine, what is delivered costs
 * nothing. Safe for several threads.
 */
public final class QuarantineWard implements Ward {
  private final Quarantine quarantine;
  private final Stay stay;
  private final Naming naming;
  private final Ward selection;

  /** What was there when the run began; those that were met leave at its end. */
  private final QuarantineNames known;

  private final boolean isNothingKnown;

  /** Those of them that a platform refused. */
  private final QuarantineNames refused;

  /** By the numbers of rows whose events have no order's id: the known names of those rows. */
  private final Map<Long, LedgerKey> byRow = new HashMap<>();

  private QuarantineBatch batch;

  /**
   * What is being written; what a fault kept from it is written when the run ends, if it can be.
   */
  private final Deque<List<Quarantined>> unwritten = new ArrayDeque<>();

  private boolean isAnySeenAgain;
  private boolean isFull;
  private long leftOut;

  /**
   * The quarantine's part in one run.
   *
   * @param digest makes its names; used by nobody else
   * @param selection which groups are taken
   */
  public QuarantineWard(Quarantine quarantine, Stay stay, KeyDigest digest, Ward selection) {
    this.quarantine = quarantine;
    this.stay = stay;
    this.naming = new Naming(digest, stay.route(), stay.binding());
    this.selection = selection;
    this.known = quarantine.ofScope(stay.place().scope());
    this.isNothingKnown = known.isEmpty();
    this.refused =
        isNothingKnown
            ? new QuarantineNames()
            : quarantine.names(Wanted.ofScope(stay.place().scope()).refused());
    this.batch = emptyBatch();
  }

  @Override
  public boolean isSelective() {
    return selection.isSelective();
  }

  @Override
  public boolean takes(RowGroup group) {
    return selection.takes(group);
  }

  @Override
  public synchronized void rejected(RowGroup group, int row, Code code, String column) {
    long time = stay.time(group, row);
    enter(
        naming.ofRow(group, row),
        new Cause(RowFate.REJECTED, code.name(), "", column),
        1,
        time,
        stay.until(time));
  }

  @Override
  public synchronized void rejected(Event event, Code code) {
    enter(event, new Cause(RowFate.REJECTED, code.name(), "", ""));
  }

  @Override
  public synchronized void refused(Event event, Code code, String platformCode) {
    enter(event, new Cause(RowFate.REFUSED, code.name(), platformCode, ""));
  }

  private void enter(Event event, Cause cause) {
    enter(
        naming.ofEvent(event),
        cause,
        event.rows().count(),
        event.time(),
        stay.until(event.time(), event.expiresAt()));
  }

  private void enter(LedgerKey name, Cause cause, int rows, long time, long until) {
    boolean isOver = cause.code().equals(Code.EVENT_TOO_OLD.name()) || until < stay.now();
    if (isOver) {
      known.meet(name);
      return;
    }
    boolean isKnown = known.has(name);
    if (isFull && !isKnown) {
      leftOut++;
      return;
    }
    isAnySeenAgain |= isKnown;
    batch.add(name, cause, rows, time, until);
    if (batch.isFull()) {
      flush();
    }
  }

  private void flush() {
    unwritten.addAll(batch.pieces());
    batch = emptyBatch();
    while (!unwritten.isEmpty()) {
      int without = quarantine.record(unwritten.getFirst());
      unwritten.removeFirst();
      leftOut += without;
      isFull |= without > 0;
    }
  }

  private QuarantineBatch emptyBatch() {
    return new QuarantineBatch(stay.place(), new Sighting(stay.runNumber(), stay.now()));
  }

  @Override
  public boolean suspects(Event event) {
    return !refused.isEmpty() && wasRefused(event);
  }

  private synchronized boolean wasRefused(Event event) {
    return refused.has(naming.ofEvent(event));
  }

  @Override
  public void mapped(RowGroup group, List<Event> events) {
    if (!isNothingKnown && events.stream().anyMatch(event -> event.rows().orderId().isEmpty())) {
      remember(group);
    }
  }

  private synchronized void remember(RowGroup group) {
    for (int row = 0; row < group.size(); row++) {
      LedgerKey name = naming.ofRow(group, row);
      if (known.has(name)) {
        byRow.put(group.rowNumber(row), name);
      }
    }
  }

  @Override
  public void delivered(RowGroup group) {
    if (!isNothingKnown) {
      leave(group);
    }
  }

  private synchronized void leave(RowGroup group) {
    for (int row = 0; row < group.size(); row++) {
      known.meet(naming.ofRow(group, row));
    }
  }

  @Override
  public void delivered(Event event) {
    if (!isNothingKnown) {
      leave(event);
    }
  }

  private synchronized void leave(Event event) {
    known.meet(naming.ofEvent(event));
    for (long number : event.rows().numbers()) {
      LedgerKey name = byRow.remove(number);
      if (name != null) {
        known.meet(name);
      }
    }
  }

  /** The run is over: what was delivered leaves, and so do causes that others have replaced. */
  public synchronized Change end() {
    flush();
    Place place = stay.place();
    int left = quarantine.resolve(place.scope(), known.met(), stay.runNumber());
    if (isAnySeenAgain) {
      quarantine.replace(place, stay.runNumber());
    }
    return new Change(left, leftOut);
  }

  /**
   * What a run changed.
   *
   * @param left how many entries left
   * @param leftOut how many could not enter
   */
  public record Change(int left, long leftOut) {}
}
