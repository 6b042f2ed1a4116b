package dev.footfall.core.run;

import java.util.Optional;

/** Small facts that outlive a run, such as "the first send to this dataset is done". */
public interface StateNotes {
  /** The note under a scope and name. */
  Optional<String> read(String scope, String name);

  /** Replaces a note; durable on return. */
  void write(String scope, String name, String value);
}
