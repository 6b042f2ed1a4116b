package dev.footfall.bench.mapping;

import dev.footfall.bench.Child;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Program: CPU time an event between column batches and event bytes, step by step, each in a JVM of
 * its own, so that none is compiled for what another did. Then the whole of every destination in
 * one JVM, as a server would have it.
 */
public final class Mapping {
  private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final double TARGET = 4000;

  private final String seconds;
  private final String rounds;

  private Mapping(String seconds, String rounds) {
    this.seconds = seconds;
    this.rounds = rounds;
  }

  /** Arguments: seconds of CPU time a round (default 0.5), rounds (default 8). */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new Mapping(
            arguments.length > 0 ? arguments[0] : "0.5", arguments.length > 1 ? arguments[1] : "8")
        .report();
  }

  private void report() throws IOException, InterruptedException {
    System.out.println(
        "CPU ns an event (best, median), bytes allocated, times the cost of hashing");
    System.out.println("eleven fields meanwhile (medians); 2 items an order");
    List<String> types = Case.all().stream().map(Case::name).toList();
    for (Case one : Case.all()) {
      int fields = new Bench(one, Instant.now()).hashedFields();
      System.out.printf("%n%s, %d hashed fields%n", one.name(), fields);
      for (Step step : Step.values()) {
        line(step.title(), measured(step, List.of(one.name())).get(0));
      }
    }
    System.out.printf("%n%s, all in one JVM%n", Step.WHOLE.title());
    List<String> together = measured(Step.WHOLE, types);
    for (int i = 0; i < types.size(); i++) {
      line(types.get(i), together.get(i));
    }
    System.out.printf("%ntarget: rows to event bytes in at most %.0f ns%n", TARGET);
  }

  private List<String> measured(Step step, List<String> types)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(seconds, rounds, step.word()));
    arguments.addAll(types);
    try (Child child = Child.start(OPTIONS, StepProgram.class, arguments.toArray(String[]::new))) {
      return child.finish();
    }
  }

  private static void line(String what, String cost) {
    System.out.printf("%-34s %s%n", what, cost);
  }
}
