package dev.footfall.core.delivery;

/**
 * Hears how far a file is, so that a later run can end what a crash left half done. What it is told
 * is durable on return. One file is on its way at a time.
 */
public interface FileJournal {
  /** A file is about to be brought under a passing name. */
  void bringing(String as);

  /**
   * What was brought is about to get its name. From now on its events count as delivered: a later
   * run gives the name if this one does not.
   */
  void naming(String partition, String as, String name);

  /** The file has its name, and the ledger knows. */
  void settled(String name);

  /** Nothing is left to be done for the files so far. */
  void ended();

  /** Hears nothing. */
  FileJournal NONE =
      new FileJournal() {
        @Override
        public void bringing(String as) {}

        @Override
        public void naming(String partition, String as, String name) {}

        @Override
        public void settled(String name) {}

        @Override
        public void ended() {}
      };
}
