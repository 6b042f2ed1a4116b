package dev.footfall.app.cli;

import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.Resumption;
import dev.footfall.app.orchestration.RunState;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunStart;
import dev.footfall.store.Store;
import java.util.Optional;

/** The run that a person wants to go on with. */
final class UnfinishedRun {
  private UnfinishedRun() {}

  /**
   * The latest run of an orchestration that left something; says which, or why there is none.
   *
   * @throws UserFault when it may still be at work, so that nobody knows what it leaves
   */
  static Optional<RecordedRun> of(String name, Store store, Session session) {
    Optional<Resumption.Latest> latest = new Resumption(store).latest(name);
    if (latest.filter(l -> l.state() == RunState.RUNNING).isPresent()) {
      throw UserFault.of(
          name
              + ": its latest run "
              + latest.get().run().start().id()
              + " is still running; wait until 'footfall runs' shows that it ended, then resume"
              + " again");
    }
    session
        .console()
        .say(latest.map(l -> inWords(name, l)).orElse(name + ": nothing to resume; it never ran"));
    return latest.filter(Resumption.Latest::isUnfinished).map(Resumption.Latest::run);
  }

  private static String inWords(String name, Resumption.Latest latest) {
    RunStart start = latest.run().start();
    if (!latest.isUnfinished()) {
      return name + ": nothing to resume; its latest run " + start.id() + ": " + latest.word();
    }
    return name
        + ": goes on with run "
        + start.id()
        + " ("
        + latest.word()
        + "), as of "
        + start.terms().now()
        + (start.terms().isFirstSend() ? ", a first send" : "");
  }
}
