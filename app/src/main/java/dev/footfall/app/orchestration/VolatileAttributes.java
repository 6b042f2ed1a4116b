package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Code;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RunResult;
import dev.footfall.core.run.StateNotes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers which attributes changed for nearly everybody, and says so of those that did in two
 * runs one after the other.
 *
 * @param notes where it is remembered
 * @param scope destination and target
 */
record VolatileAttributes(StateNotes notes, String scope) {
  private static final String NOTE = "restless attributes";

  /** The result of a run with a warning for each such attribute, in its books too. */
  RunResult completed(RunResult result, Books books) {
    List<String> before = notes.read(scope, NOTE).orElse("").lines().toList();
    Set<String> words = new TreeSet<>(result.words());
    for (String name : new TreeSet<>(result.restless())) {
      if (before.contains(name)) {
        books.warning(Code.VOLATILE_ATTRIBUTE, 1);
        words.add(
            Code.VOLATILE_ATTRIBUTE
                + ": attribute '"
                + name
                + "' changed for more than nine in ten people, in this run and the one before; the"
                + " platform may bill each change");
      }
    }
    notes.write(scope, NOTE, String.join("\n", new TreeSet<>(result.restless())));
    return result.with(books.sums(), words);
  }
}
