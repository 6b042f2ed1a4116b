package dev.footfall.core.delivery;

/** We failed when a request had left, or may have: nobody knows what became of it. */
final class Stumbled extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final RuntimeException fault;

  private Stumbled(RuntimeException fault) {
    super(fault);
    this.fault = fault;
  }

  static Stumbled over(RuntimeException fault) {
    return fault instanceof Stumbled already ? already : new Stumbled(fault);
  }

  /** What went wrong. */
  static RuntimeException fault(RuntimeException thrown) {
    return thrown instanceof Stumbled stumbled ? stumbled.fault : thrown;
  }
}
