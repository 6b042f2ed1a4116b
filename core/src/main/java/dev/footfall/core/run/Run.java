package dev.footfall.core.run;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.delivery.Post;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.group.Grouping;
import dev.footfall.core.group.Room;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * The way of the rows: read, group, map, deliver, and the books at the end. Streaming; holds a
 * block of orders and the requests under way, whatever the result's size.
 */
public final class Run {
  /**
   * Groups that are mapped before the ledger is asked: many, so that a ledger across a network is
   * seldom asked; so few that what was mapped is still in the processor's cache when it is judged.
   */
  private static final int BLOCK = 256;

  private static final int EVENTS_AT_ONCE = 4096;

  private final RunScope scope;
  private final EventStage stage;
  private final Recorder recorder;
  private final StopSignal signal;
  private final LongConsumer progress;
  private final List<RowGroup> block = new ArrayList<>(BLOCK);
  private List<Pending> ready = new ArrayList<>();

  /**
   * A run.
   *
   * @param mapping whatever besides the rows decides an event: settings, columns, zone
   * @param unknowns what to do with events whose answer an earlier run lost
   * @param signal asks the run to end early
   * @param progress hears how many rows were read so far
   */
  public Run(
      RunScope scope,
      String mapping,
      UnknownPolicy unknowns,
      StopSignal signal,
      LongConsumer progress) {
    this.scope = scope;
    this.stage = new EventStage(scope, new RowPrints(scope.binding(), mapping), unknowns);
    this.recorder = new Recorder(scope);
    this.signal = signal;
    this.progress = progress;
  }

  /**
   * Sends all rows on their way and waits for every fate.
   *
   * @param room for rows until all of their events have been read
   * @throws RuntimeException when a fault ended it; the books balance all the same: what was under
   *     way has its fate, and the rest is not sent
   */
  public RunResult execute(Rows rows, Room room, Function<Recorder, Post> delivery)
      throws InterruptedException {
    try (Post post = delivery.apply(recorder);
        Grouping grouping =
            new Grouping(scope.route().mapper(), room, group -> take(group, post))) {
      signal.whenRaised(() -> post.stop(new Reading.Stop(Code.NOT_ATTEMPTED, signal.reason())));
      try {
        send(rows, grouping, post);
      } catch (RuntimeException fault) {
        end(post, fault);
        throw fault;
      }
      warnOfMixedHashes();
      return new RunResult(
          scope.books().sums(),
          post.stopped(),
          recorder.endsFirstSend(),
          recorder.words(),
          stage.restless());
    }
  }

  private void send(Rows rows, Grouping grouping, Post post) throws InterruptedException {
    read(rows, grouping);
    grouping.finish();
    if (grouping.left() > 0 && !scope.ward().isSelective()) {
      scope.books().rows(RowFate.NOT_SENT, grouping.left());
    }
    forward(post);
    post.send(ready);
    post.finish();
    recorder.requireHeard();
  }

  /** Waits for what is under way, and closes the books. */
  private void end(Post post, RuntimeException fault) throws InterruptedException {
    post.stop(Post.FAULT);
    try {
      post.finish();
    } catch (RuntimeException further) {
      if (further != fault) {
        fault.addSuppressed(further);
      }
    }
    scope.books().close();
  }

  private void warnOfMixedHashes() {
    scope
        .binding()
        .hashCounts()
        .forEach(
            (label, count) -> {
              if (count.isMixed()) {
                recorder.warning(Code.HASHED_MIXED, "in column '" + label + "' " + count.inWords());
              }
            });
  }

  private void read(Rows rows, Grouping grouping) throws InterruptedException {
    long read = 0;
    boolean isOver = false;
    while (!isOver) {
      Optional<RowBatch> batch = rows.next();
      if (batch.isPresent()) {
        read += batch.get().size();
        if (!scope.ward().isSelective()) {
          scope.books().read(batch.get().size());
        }
        grouping.add(batch.get());
        progress.accept(read);
      }
      isOver = batch.isEmpty() || isOver();
    }
  }

  /** Takes a group; says whether more are wanted. */
  private boolean take(RowGroup group, Post post) throws InterruptedException {
    if (scope.ward().isSelective()) {
      if (!scope.ward().takes(group)) {
        return !isOver();
      }
      scope.books().read(group.size());
    }
    block.add(group);
    if (block.size() < BLOCK) {
      return true;
    }
    forward(post);
    return !isOver();
  }

  /** Maps the groups gathered: enough of them for a look-up, or the last. */
  private void forward(Post post) throws InterruptedException {
    recorder.requireHeard();
    for (Pending pending : stage.map(block)) {
      ready.add(scope.ward().suspects(pending.event()) ? pending.suspected() : pending);
    }
    block.clear();
    if (ready.size() >= EVENTS_AT_ONCE) {
      post.send(ready);
      ready = new ArrayList<>();
    }
  }

  /**
   * When the operator stops a run, the rest of the source is left unread and what was read is not
   * sent; after a stop by the platform all goes on, so that every row has a fate of its own.
   */
  private boolean isOver() {
    return signal.isRaised();
  }
}
