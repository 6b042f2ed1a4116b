package dev.footfall.app.faults;

/**
 * How much the fault tests do. {@code -Dfootfall.faults=full} asks for everything, as {@code
 * ./footfall test --faults} does; the gate does less of the same.
 *
 * @param seed of everything that is drawn
 */
record Faults(boolean full, long seed) {
  static Faults ofThisRun() {
    return new Faults(
        "full".equals(System.getProperty("footfall.faults")), Long.getLong("footfall.seed", 1));
  }

  /** Prints what was measured, for {@code docs/reliability.md}. */
  static void figure(String text) {
    System.out.println("figure: " + text);
  }

  /** Customers of the sample brand. */
  long customers() {
    return full ? 50_000 : 2_000;
  }

  /** Events in a request. */
  int batch() {
    return full ? 50 : 20;
  }

  /** Storms of 429, one after the other. */
  int storms() {
    return full ? 25 : 1;
  }

  /** Item rows of a run that is killed, two an order. */
  int killedRows() {
    return full ? 20_000 : 4_000;
  }

  /** Processes killed. */
  int kills() {
    return full ? 500 : 50;
  }
}
