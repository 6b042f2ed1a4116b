package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerDamaged;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one scope under one manifest: replays, flushes and merges. Not safe for threads; the
 * caller holds the scope's lock whenever it writes.
 */
final class ScopeStore {
  private static final long REWRITE_AFTER = 30L * 24 * 3600;
  private static final long KEEP_ALL = -1;

  private final ScopeFolder folder;
  private final Lines lines;
  private Manifest manifest;
  private Segments segments;

  private ScopeStore(ScopeFolder folder, Manifest manifest) throws IOException {
    this.folder = folder;
    this.manifest = manifest;
    this.segments = Segments.open(folder, manifest);
    this.lines = new Lines(segments);
  }

  /** Opens the scope for a run: makes it when it is new, and folds in what a crash left behind. */
  static ScopeStore openForRun(ScopeFolder folder, String scope) throws IOException {
    if (Files.notExists(folder.manifest())) {
      if (!folder.journalsAndSegments().isEmpty()) {
        throw new LedgerDamaged(
            folder.manifest() + " is missing; restore the ledger's folder from a backup");
      }
      Manifest.fresh(scope).write(folder.manifest());
    }
    ScopeStore store = new ScopeStore(folder, Manifest.read(folder.manifest()));
    for (Path stray : folder.strays(store.manifest)) {
      Files.deleteIfExists(stray);
    }
    store.replay();
    if (Files.exists(folder.journal(store.manifest.journal()))) {
      store.flush(Collections.emptySortedMap(), true);
      return new ScopeStore(folder, store.manifest);
    }
    return store;
  }

  /**
   * Reads the scope as it is, also while a run of any process writes; changes nothing.
   *
   * @throws NoSuchFileException when the run has just replaced one of the files
   */
  static Lines read(ScopeFolder folder) throws IOException {
    ScopeStore store = new ScopeStore(folder, Manifest.read(folder.manifest()));
    store.replay();
    Path journal = folder.journal(store.manifest.journal());
    if (Files.notExists(journal) && !Manifest.read(folder.manifest()).equals(store.manifest)) {
      throw new NoSuchFileException(journal.toString()); // its lines are elsewhere by now
    }
    return store.lines;
  }

  Path folder() {
    return folder.path();
  }

  Lines lines() {
    return lines;
  }

  /** A new, empty journal under the number that the manifest knows. */
  Journal createJournal() throws IOException {
    return Journal.create(folder.journal(manifest.journal()));
  }

  /**
   * Moves the settled lines from memory and journal into a segment.
   *
   * @param openClaims the claims, by number, that the next journal must start with
   * @return the next journal when there were open claims
   */
  List<Journal> flush(SortedMap<Long, long[]> openClaims, boolean last) throws IOException {
    int segment = manifest.nextFile();
    int journalNumber = segment + 1;
    boolean wrote = lines.write(folder.segment(segment), last);
    List<Journal> journals = new ArrayList<>();
    if (!openClaims.isEmpty()) {
      Journal journal = Journal.create(folder.journal(journalNumber));
      journals.add(journal);
      long end = 0;
      for (Map.Entry<Long, long[]> claim : openClaims.entrySet()) {
        end = journal.append(JournalRecord.claim(claim.getKey(), claim.getValue(), 0));
      }
      journal.sync(end);
    }
    List<Segment> all = new ArrayList<>(segments.all());
    if (wrote) {
      all.add(new Segment(folder.segment(segment)));
    }
    Path oldJournal = folder.journal(manifest.journal());
    commit(journalNumber + 1, journalNumber, all, segments.own() + (wrote ? 1 : 0));
    lines.written(segments);
    Files.deleteIfExists(oldJournal);
    return journals;
  }

  /** Merges this run's segments when there are many. */
  void mergeDuringRun() throws IOException {
    List<Segment> own = segments.all().subList(segments.firstOwn(), segments.all().size());
    int first = MergePolicy.duringRun(own.stream().map(Segment::rows).toList());
    while (first < own.size()) {
      merge(segments.firstOwn() + first, segments.all().size(), KEEP_ALL);
      own = segments.all().subList(segments.firstOwn(), segments.all().size());
      first = MergePolicy.duringRun(own.stream().map(Segment::rows).toList());
    }
  }

  /** Merges what is worth it and drops what is too old. */
  void mergeAfterRun(long cutoff) throws IOException {
    segments = new Segments(segments.all(), 0);
    List<Segment> live = segments.all().stream().filter(s -> s.newest() >= cutoff).toList();
    if (live.size() < segments.all().size()) {
      replace(live);
    }
    int first = MergePolicy.afterRun(segments.all().stream().map(Segment::rows).toList());
    if (first < segments.all().size()) {
      merge(first, segments.all().size(), cutoff);
    }
    for (int i = segments.all().size() - 1; i >= 0; i--) {
      if (segments.all().get(i).oldest() < cutoff - REWRITE_AFTER) {
        merge(i, i + 1, cutoff);
      }
    }
  }

  /**
   * Rewrites the segments that hold any of these keys without them, in one step.
   *
   * @return how many of the keys had a line that said something
   */
  int forget(Set<LedgerKey> keys) throws IOException {
    int number = manifest.nextFile();
    List<Segment> all = new ArrayList<>();
    for (Segment segment : segments.all()) {
      if (keys.stream().noneMatch(key -> segment.find(key.high(), key.low()) >= 0)) {
        all.add(segment);
      } else if (SegmentMerge.write(
          List.of(segment),
          folder.segment(number),
          (words, at) -> !keys.contains(Line.key(words, at)))) {
        all.add(new Segment(folder.segment(number++)));
      }
    }
    int known = known(keys);
    manifest = manifest.with(number, manifest.journal(), manifest.segments());
    replace(all);
    return known;
  }

  private int known(Set<LedgerKey> keys) {
    long[] line = new long[Line.WORDS];
    int known = 0;
    for (LedgerKey key : keys) {
      boolean isThere = segments.readAny(key.high(), key.low(), line, 0);
      known += isThere && Line.state(line, 0) != Line.REMOVED ? 1 : 0;
    }
    return known;
  }

  private void merge(int from, int to, long cutoff) throws IOException {
    int number = manifest.nextFile();
    List<Segment> all = new ArrayList<>(segments.all());
    List<Segment> inputs = all.subList(from, to);
    boolean forgetsRemovals = from == 0 && cutoff != KEEP_ALL; // a run still answers DUPLICATE
    boolean wrote =
        SegmentMerge.write(
            List.copyOf(inputs),
            folder.segment(number),
            (words, at) ->
                Line.claimedAt(words, at) >= cutoff
                    && !(forgetsRemovals && Line.state(words, at) == Line.REMOVED));
    inputs.clear();
    if (wrote) {
      all.add(from, new Segment(folder.segment(number)));
    }
    manifest = manifest.with(number + 1, manifest.journal(), manifest.segments());
    replace(all);
  }

  private void replace(List<Segment> now) throws IOException {
    List<Segment> before = segments.all();
    int gone = before.size() - now.size();
    commit(manifest.nextFile(), manifest.journal(), now, Math.max(0, segments.own() - gone));
    lines.merged(segments);
    for (Segment segment : before) {
      if (!now.contains(segment)) {
        Files.deleteIfExists(segment.file());
      }
    }
  }

  private void commit(int nextFile, int journal, List<Segment> all, int own) throws IOException {
    List<Integer> numbers = all.stream().map(ScopeStore::number).toList();
    Manifest next = manifest.with(nextFile, journal, numbers);
    DurableFiles.syncFolder(folder.path());
    next.write(folder.manifest());
    manifest = next;
    segments = new Segments(all, own);
  }

  private static int number(Segment segment) {
    String name = segment.file().getFileName().toString();
    return Integer.parseInt(name.substring(name.indexOf('-') + 1));
  }

  private void replay() throws IOException {
    Map<Long, long[]> open = new TreeMap<>();
    JournalReader.read(
        folder.journal(manifest.journal()),
        new JournalReader.Visitor() {
          @Override
          public void claim(long number, long[] words) {
            open.put(number, words);
          }

          @Override
          public void settled(long number, byte[] states) {
            long[] words = open.remove(number);
            if (words != null) {
              settleAll(words, states);
            }
          }
        });
    abandonAll(open.values());
  }

  private void settleAll(long[] words, byte[] states) {
    for (int i = 0; i < words.length / Line.WORDS; i++) {
      lines.settle(words, i * Line.WORDS, states.length == 0 ? Line.DELIVERED : states[i]);
    }
  }

  private void abandonAll(Collection<long[]> claims) {
    for (long[] words : claims) {
      for (int at = 0; at < words.length; at += Line.WORDS) {
        lines.abandon(words, at);
      }
    }
  }
}
