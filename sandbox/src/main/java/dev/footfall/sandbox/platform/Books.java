package dev.footfall.sandbox.platform;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Passed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one double has accepted and refused: counters, the last of each, and the journal. Safe for
 * many threads.
 */
public final class Books {
  private static final int RECENT_REQUESTS = 200;
  private static final int RECENT_REFUSALS = 200;

  private final Duplicates duplicates;
  private final Journal journal;
  private final Recent<KeptEvent> events;
  private final Recent<Refusal> refusals = new Recent<>(RECENT_REFUSALS);
  private final Recent<RecordedRequest> requests = new Recent<>(RECENT_REQUESTS);
  private RecentKeys keys;
  private long requested;
  private long received;
  private long kept;
  private long duplicate;
  private long refused;
  private long tested;
  private long repeated;
  private long personal;

  /** Opens the books, taking up what the journal has kept from earlier. */
  public Books(Duplicates duplicates, Journal journal, int recentEvents) {
    this.duplicates = duplicates;
    this.journal = journal;
    this.events = new Recent<>(recentEvents);
    this.keys = new RecentKeys(duplicates.window());
    journal.replay(this::restore);
  }

  /** Where a batch goes: to which target, in which test mode, and when. */
  public record Delivery(String target, Mode mode, Instant at) {
    /** What becomes of a batch. */
    public enum Mode {
      /** Counted. */
      LIVE,
      /** Counted, but marked as a test. */
      LIVE_TEST,
      /** Looked at, kept apart for display, not counted. */
      APART,
      /** Looked at and thrown away. */
      DISCARDED
    }

    private boolean counts() {
      return mode == Mode.LIVE || mode == Mode.LIVE_TEST;
    }
  }

  /**
   * Takes in the good events of a batch; the others must have been {@link #refuse refused}. Gives
   * back those that were dropped, because they had been kept before.
   */
  public synchronized List<Passed> keep(Batch batch, Delivery delivery) {
    List<Passed> dropped = new ArrayList<>();
    received += batch.passed().size();
    for (Passed event : batch.passed()) {
      if (!delivery.counts()) {
        tested++;
      } else if (isNew(event, delivery)) {
        kept++;
      } else if (duplicates.dropped()) {
        duplicate++;
        dropped.add(event);
        continue;
      } else {
        kept++;
        repeated++;
      }
      if (delivery.mode() != Delivery.Mode.DISCARDED) {
        store(batch.bytes(event), event.key(), delivery);
      }
    }
    journal.flush();
    return dropped;
  }

  /** Takes in one good line of a file; whether it is counted, or dropped as kept before. */
  public synchronized boolean keepLine(byte[] json, long key, Delivery delivery) {
    received++;
    boolean fresh = isNew(key, delivery.target(), delivery.at());
    if (!fresh && duplicates.dropped()) {
      duplicate++;
      return false;
    }
    kept++;
    repeated += fresh ? 0 : 1;
    store(json, key, delivery);
    journal.flush();
    return true;
  }

  /** Counts a batch that is refused as a whole, for the reason given. */
  public synchronized void refuse(Batch batch, Fault why, Refusal refusal) {
    received += batch.events();
    refused += batch.events();
    note(why, refusal);
  }

  /** Counts one refused event of a batch whose good events are kept. */
  public synchronized void refuseOne(Fault why, Refusal refusal) {
    received++;
    refused++;
    note(why, refusal);
  }

  /** Notes a refusal that concerns no events: credentials, unknown paths, unreadable bodies. */
  public synchronized void refuse(Refusal refusal) {
    refusals.add(refusal);
  }

  /** Records a request after it was answered. */
  public synchronized void record(RecordedRequest request) {
    requested++;
    requests.add(request);
  }

  /** What was counted so far. */
  public synchronized Counters counters() {
    return new Counters(requested, received, kept, duplicate, refused, tested, repeated, personal);
  }

  /** The last accepted events, oldest first. */
  public synchronized List<KeptEvent> events(int limit) {
    return events.last(limit);
  }

  /** The last refusals, oldest first. */
  public synchronized List<Refusal> refusals(int limit) {
    return refusals.last(limit);
  }

  /** The last requests, oldest first. */
  public synchronized List<RecordedRequest> requests(int limit) {
    return requests.last(limit);
  }

  /** Forgets everything, the journal's content included. */
  public synchronized void clear() {
    keys = new RecentKeys(duplicates.window());
    events.clear();
    refusals.clear();
    requests.clear();
    requested = received = kept = duplicate = refused = tested = repeated = personal = 0;
    journal.clear();
  }

  /** Both identities are remembered, also when one of them is known already. */
  private boolean isNew(Passed event, Delivery delivery) {
    boolean one = isNew(event.key(), delivery.target(), delivery.at());
    boolean other = isNew(event.otherKey(), delivery.target(), delivery.at());
    return one && other;
  }

  private boolean isNew(long key, String target, Instant at) {
    return key == EventJudge.NO_KEY || keys.add(Keys.within(target, key), at.getEpochSecond());
  }

  private void store(byte[] json, long key, Delivery delivery) {
    boolean test = delivery.mode() != Delivery.Mode.LIVE;
    KeptEvent event =
        new KeptEvent(
            delivery.at(), delivery.target(), test, new String(json, StandardCharsets.UTF_8));
    events.add(event);
    journal.append(new Journal.Line(event, key, delivery.counts()));
  }

  private void restore(Journal.Line line) {
    received++;
    events.add(line.event());
    if (!line.counted()) {
      tested++;
      return;
    }
    kept++;
    repeated += isNew(line.key(), line.event().target(), line.event().at()) ? 0 : 1;
  }

  private void note(Fault why, Refusal refusal) {
    personal += why.kind() == Fault.Kind.PERSONAL_DATA ? 1 : 0;
    refusals.add(refusal);
  }
}
