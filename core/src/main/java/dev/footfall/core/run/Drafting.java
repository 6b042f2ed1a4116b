package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Maps the groups of a block and asks the ledger of them: three questions at most, for the groups,
 * for what their events are known by besides, and for earlier versions. One thread.
 */
final class Drafting {
  private static final int MOST_ROWS_KEPT = 1024;

  private final RunScope scope;
  private final EventMapper mapper;
  private final Limits limits;
  private final RowPrints prints;
  private final ChangedValues changed;
  private final Deque<GroupSink> sinks = new ArrayDeque<>();
  private final ByteBuilder material = new ByteBuilder(256);

  Drafting(RunScope scope, RowPrints prints, ChangedValues changed) {
    this.scope = scope;
    this.mapper = scope.route().mapper();
    this.limits = scope.limits();
    this.prints = prints;
    this.changed = changed;
  }

  /** The groups with what the ledger says of them, mapped where they must be. */
  List<Draft> of(List<RowGroup> block) {
    List<Optional<LedgerKey>> keys = new ArrayList<>(block.size());
    List<LedgerKey> asked = new ArrayList<>(block.size());
    for (RowGroup group : block) {
      Optional<LedgerKey> key = identify(group);
      keys.add(key);
      key.ifPresent(asked::add);
    }
    Iterator<Known> answers = scope.ledger().reserve(asked).iterator();
    List<Draft> drafts = new ArrayList<>(block.size());
    for (int i = 0; i < block.size(); i++) {
      Known known = keys.get(i).isPresent() ? answers.next() : Known.NEW;
      drafts.add(draft(block.get(i), keys.get(i), known));
    }
    ask(drafts);
    return drafts;
  }

  private Optional<LedgerKey> identify(RowGroup group) {
    return mapper.identify(group, material.clear())
        ? Optional.of(key(material.bytes(), material.length()))
        : Optional.empty();
  }

  private LedgerKey key(byte[] bytes, int length) {
    return scope.digest().part(bytes, 0, length).finish();
  }

  private Draft draft(RowGroup group, Optional<LedgerKey> key, Known known) {
    boolean isMapped =
        switch (known.state()) {
          case NEW, UNKNOWN -> true;
          case DUPLICATE -> false;
          case DELIVERED -> !isUnchanged(group, known.entry().orElseThrow());
        };
    if (!isMapped) {
      return new Draft(group, key, known, Optional.empty(), List.of());
    }
    GroupSink sink = mapped(group);
    boolean isNew = known.state() == KeyState.NEW;
    List<Asked> asked = isNew ? asked(key.isPresent(), sink.events()) : List.of();
    return new Draft(group, key, known, Optional.of(sink), asked);
  }

  private boolean isUnchanged(RowGroup group, LedgerEntry entry) {
    return entry.rowsPrint() != RowPrints.NONE && entry.rowsPrint() == prints.of(group);
  }

  private GroupSink mapped(RowGroup group) {
    GroupSink sink = sinks.isEmpty() ? new GroupSink() : sinks.pop();
    sink.begin(group);
    mapper.map(group, sink);
    if (isAnyTooLarge(sink.events())) {
      sink.events().clear();
      sink.rejectAll(Code.EVENT_TOO_LARGE, "", "");
    }
    scope.ward().mapped(group, sink.events());
    return sink;
  }

  private boolean isAnyTooLarge(List<Event> events) {
    for (Event event : events) {
      if (event.body().length > Math.min(limits.eventBytes(), limits.bytes())) {
        return true;
      }
    }
    return false;
  }

  /** A draft is done with; a sink that has seen a large order stays large. */
  void done(Draft draft) {
    draft.sink().filter(sink -> sink.rows() <= MOST_ROWS_KEPT).ifPresent(sinks::push);
  }

  private List<Asked> asked(boolean isIdentified, List<Event> events) {
    List<Asked> asked = List.of();
    for (Event event : events) {
      if (!isIdentified || event.keys().alias().length > 0) {
        asked = asked.isEmpty() ? new ArrayList<>(events.size()) : asked;
        asked.add(new Asked(event, names(isIdentified, event)));
      }
    }
    return asked;
  }

  private List<LedgerKey> names(boolean isIdentified, Event event) {
    if (isIdentified) {
      return List.of(alias(event));
    }
    return event.values().isPresent()
        ? changed.keys(event, event.values().get())
        : List.of(key(event.keys().own(), event.keys().own().length));
  }

  /** The second name of an event. */
  LedgerKey alias(Event event) {
    return key(event.keys().alias(), event.keys().alias().length);
  }

  /** First for the names of the events, then for earlier versions of those that are new. */
  private void ask(List<Draft> drafts) {
    List<Asked> names = new ArrayList<>();
    drafts.forEach(draft -> names.addAll(draft.asked()));
    Asked.ask(scope.ledger(), names);
    List<Asked> kin = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.key().isEmpty()) {
        draft.asked().stream().filter(Asked::hasKin).forEach(a -> kin.add(a.further(kin(a))));
      }
    }
    Asked.ask(scope.ledger(), kin);
  }

  private LedgerKey kin(Asked asked) {
    byte[] kin = asked.event().keys().kin();
    return key(kin, kin.length);
  }
}
