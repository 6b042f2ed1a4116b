package dev.footfall.store.sql;

/**
 * Which runs' processes are alive, whatever those runs hold besides. Nobody has to say goodbye: of
 * a process that dies, others see so at once. Safe for several threads and processes.
 */
public interface Presence extends AutoCloseable {
  /** From now on this run's process is seen to live, until it leaves or dies. */
  void enter(int run);

  /** The run has ended; does nothing when it is not here. */
  void leave(int run);

  /** Whether the process of a run that entered is alive. */
  boolean isHere(int run);

  /** All runs that entered by this object leave. */
  @Override
  void close();
}
