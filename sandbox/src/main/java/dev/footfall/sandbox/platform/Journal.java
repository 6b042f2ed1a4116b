package dev.footfall.sandbox.platform;

import java.util.function.Consumer;

/** Where accepted events outlive the sandbox, or not. */
public interface Journal {

  /** One accepted event, its identity, and whether it counts. */
  record Line(KeptEvent event, long key, boolean counted) {}

  /** Keeps nothing. */
  static Journal none() {
    return new Journal() {
      @Override
      public void replay(Consumer<Line> each) {}

      @Override
      public void append(Line line) {}

      @Override
      public void flush() {}

      @Override
      public void clear() {}

      @Override
      public void close() {}
    };
  }

  /** Gives back what was kept earlier, oldest first. */
  void replay(Consumer<Line> each);

  /** Keeps one more. */
  void append(Line line);

  /** Makes what was appended visible to readers of the file. */
  void flush();

  /** Forgets everything. */
  void clear();

  /** Ends; nothing may be appended afterwards. */
  void close();
}
