package dev.footfall.app.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.RunEnd;
import dev.footfall.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Finds the run with which a resumed one goes on: the latest of its orchestration, when that did
 * not do all it had to.
 *
 * @param store of the project
 */
public record Resumption(Store store) {
  private static final int MOST_PASSED = 100;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The latest run of an orchestration that counts, and whether it left something to do. */
  public record Latest(RecordedRun run, RunState state, boolean isUnfinished) {
    /** Its outcome, or its state. */
    public String word() {
      return state.word(run);
    }
  }

  /** The latest run that was neither dry nor a replay, and was not turned away by another one. */
  public Optional<Latest> latest(String orchestration) {
    return store.runs().latest(orchestration, MOST_PASSED).stream()
        .filter(run -> !run.start().terms().isDry() && !isPassed(run))
        .findFirst()
        .map(this::judged);
  }

  private Latest judged(RecordedRun run) {
    RunState state = RunState.of(run, store);
    return new Latest(run, state, state != RunState.RUNNING && leftSomething(run));
  }

  /** Whether it was a replay, or turned away by another run: it says nothing of the next. */
  static boolean isPassed(RecordedRun run) {
    return run.end()
        .map(Resumption::books)
        .filter(b -> b.has("replay") || b.at("/stopped/code").asText().equals(Stopped.BUSY))
        .isPresent();
  }

  private static boolean leftSomething(RecordedRun run) {
    if (run.end().isEmpty()) {
      return true;
    }
    RunEnd end = run.end().get();
    return switch (end.outcome()) {
      case "succeeded" -> false;
      case "incomplete" -> books(end).at("/rows/" + RowFate.NOT_SENT.label()).asLong() > 0;
      default -> true;
    };
  }

  /** The books of a run that has ended. */
  static JsonNode books(RunEnd end) {
    try {
      return JSON.readTree(end.report());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
