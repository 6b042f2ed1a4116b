package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.source.Text;
import java.util.Optional;
import java.util.Set;

/** Orders that must not go, whatever is in them. One thread. */
final class TikTokRefusals {
  private static final Set<String> OFFLINE = Set.of("offline");

  /** Canonical sources that are offline; website and app are not. */
  private static final Set<String> CANONICAL_OFFLINE =
      Set.of("physical_store", "phone_call", "email", "chat", "other");

  private final int optOut;
  private final String optOutLabel;
  private final String sourceLabel;
  private final WordCell<Boolean> isOffline;
  private final Text cell = new Text();

  TikTokRefusals(Binding binding) {
    this.optOut = binding.index("opt_out");
    this.optOutLabel = binding.label("opt_out");
    this.sourceLabel = binding.label("event_source");
    int index = binding.index("event_source");
    this.isOffline =
        binding.vocabulary() == Vocabulary.CANONICAL
            ? WordCell.canonical(index, Optional.of(true), word -> isOne(word, CANONICAL_OFFLINE))
            : new WordCell<>(index, Optional.of(true), word -> isOne(word, OFFLINE));
  }

  private static Optional<Boolean> isOne(String word, Set<String> taken) {
    return taken.contains(word) ? Optional.of(true) : Optional.empty();
  }

  /** Whether some row says that the person opted out, or may say so; all are then rejected. */
  boolean isOptedOut(RowGroup group, MappingSink sink) {
    if (optOut < 0) {
      return false;
    }
    boolean unreadable = false;
    for (int row = 0; row < group.size(); row++) {
      switch (Booleans.read(group.column(optOut, row), group.row(row), cell)) {
        case TRUE -> {
          sink.rejectAll(Code.OPTED_OUT, optOutLabel, "");
          return true;
        }
        case UNREADABLE -> unreadable = true;
        case FALSE, BLANK -> {}
      }
    }
    if (unreadable) {
      sink.rejectAll(Code.BAD_OPT_OUT, optOutLabel, "");
    }
    return unreadable;
  }

  /** Whether some judged row happened elsewhere than offline; all are then rejected. */
  boolean isElsewhere(RowGroup group, OrderLines lines, MappingSink sink) {
    for (int k = 0; k < lines.judged(); k++) {
      if (isOffline.read(group, lines.row(k)).isEmpty()) {
        sink.rejectAll(Code.BAD_ACTION_SOURCE, sourceLabel, "");
        return true;
      }
    }
    return false;
  }
}
