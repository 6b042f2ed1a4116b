package dev.footfall.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The history of runs. Safe for several threads and processes; every write is durable on return.
 */
public interface RunLog {
  /** How the scopes of runs' notes begin. */
  String NOTES = "run ";

  /** Writes that a run began, and gives it its number. */
  RecordedRun start(RunStart start);

  /** Writes how a run ended. */
  void finish(int number, RunEnd end);

  /**
   * Whether the process that began this run is alive and has not written how it ended; a process
   * that was killed is seen to be dead at once.
   */
  boolean isAtWork(int number);

  /** The run with this number. */
  Optional<RecordedRun> numbered(int number);

  /**
   * The runs whose id starts with this text, the latest first, at most ten; an id given in full
   * finds that run alone.
   */
  List<RecordedRun> find(String idOrPrefix);

  /** The latest runs, the newest first. */
  List<RecordedRun> latest(int limit);

  /** The names of all orchestrations that have runs here, in the project's file or not. */
  SortedSet<String> orchestrations();

  /** The scope of the {@link StateNotes} that go with a run, and are forgotten with it. */
  static String notes(int number) {
    return NOTES + number;
  }

  /** The latest runs of an orchestration, the newest first. */
  List<RecordedRun> latest(String orchestration, int limit);

  /**
   * Forgets runs that began before this instant, with their outcomes and their notes.
   *
   * @return how many were forgotten
   */
  int forget(Instant before);
}
