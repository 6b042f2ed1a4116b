package dev.footfall.app.faults;

import dev.footfall.app.orchestration.RunReport;
import java.util.EnumMap;
import java.util.Map;

/** What several runs cost. */
final class Tally {
  private final String weather;
  private int runs;
  private long sent;
  private long retried;
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);

  Tally(String weather) {
    this.weather = weather;
  }

  void add(RunReport report) {
    runs++;
    sent += report.sums().requests().sent();
    retried += report.sums().requests().retried();
  }

  void struck(Map<Fault, Integer> faults) {
    faults.forEach((fault, times) -> struck.merge(fault, times, Integer::sum));
  }

  int runs() {
    return runs;
  }

  /** Requests that repeated another. */
  long retried() {
    return retried;
  }

  /** How often a fault struck. */
  long struck(Fault fault) {
    return struck.getOrDefault(fault, 0);
  }

  void print(String platform) {
    Faults.figure(
        "%s, %s: %d runs, %d requests with events, %d of them again; %s"
            .formatted(weather, platform, runs, sent, retried, struck));
  }
}
