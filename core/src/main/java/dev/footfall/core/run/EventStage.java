package dev.footfall.core.run;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.source.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Groups become events that are to be sent: the ledger is asked first, so that what was delivered
 * before is neither built nor judged again. One thread.
 */
final class EventStage {
  private final RunScope scope;
  private final RowPrints prints;
  private final UnknownPolicy unknowns;
  private final Verdicts verdicts;
  private final ChangedValues changed;
  private final Turnover turnover = new Turnover();
  private final Drafting drafting;

  EventStage(RunScope scope, RowPrints prints, UnknownPolicy unknowns) {
    this.scope = scope;
    this.prints = prints;
    this.unknowns = unknowns;
    this.verdicts = new Verdicts(scope);
    this.changed = new ChangedValues(scope.ledger(), scope.digest(), turnover, scope.runNumber());
    this.drafting = new Drafting(scope, prints, changed);
  }

  /** The values that were another one for nearly everybody. */
  Set<String> restless() {
    return turnover.restless();
  }

  /** The events of a block of groups that are to be sent; all other rows get their fate here. */
  List<Pending> map(List<RowGroup> block) {
    List<Draft> drafts = drafting.of(block);
    changed.begin();
    List<Pending> ready = new ArrayList<>(block.size());
    for (Draft draft : drafts) {
      judge(draft, ready);
      drafting.done(draft);
    }
    return ready;
  }

  private void judge(Draft draft, List<Pending> ready) {
    if (draft.key().isEmpty()) {
      unidentified(draft, draft.sink().orElseThrow(), ready);
      return;
    }
    Known known = draft.known();
    switch (known.state()) {
      case NEW -> build(draft, draft.sink().orElseThrow(), ready);
      case DUPLICATE -> verdicts.duplicate(draft.group());
      case DELIVERED -> delivered(draft, known.entry().orElseThrow(), ready);
      case UNKNOWN -> unknown(draft, known.entry().orElseThrow(), ready);
    }
  }

  private void build(Draft draft, GroupSink sink, List<Pending> ready) {
    LedgerKey key = draft.key().orElseThrow();
    if (sink.events().isEmpty()) {
      scope.ledger().release(key);
    }
    verdicts.rejections(draft.group(), sink);
    Iterator<Asked> asked = draft.asked().iterator();
    for (Event event : sink.events()) {
      if (event.keys().alias().length == 0 || !isTaken(asked.next(), key)) {
        verdicts.built(draft.group(), event, sink);
        ready.add(pending(draft, event, key));
      }
    }
  }

  /** Whether the event's second identity was seen before; its rows then have their fate. */
  private boolean isTaken(Asked asked, LedgerKey key) {
    switch (asked.answer().state()) {
      case NEW -> {
        return false;
      }
      case DUPLICATE -> verdicts.duplicateEvent(asked.event());
      case DELIVERED -> verdicts.alreadyDelivered(asked.event());
      case UNKNOWN -> verdicts.unknown(asked.event());
    }
    scope.ledger().release(key);
    return true;
  }

  private void unidentified(Draft draft, GroupSink sink, List<Pending> ready) {
    verdicts.rejections(draft.group(), sink);
    for (Asked asked : draft.asked()) {
      if (asked.event().values().isPresent()) {
        changed(draft, asked, sink, ready);
        continue;
      }
      Known known = asked.answer();
      switch (known.state()) {
        case NEW -> fresh(draft, asked, ready);
        case DUPLICATE -> verdicts.duplicateEvent(asked.event());
        case DELIVERED -> delivered(draft, asked, known.entry().orElseThrow(), ready);
        case UNKNOWN -> again(draft, asked, known.entry().orElseThrow(), ready);
      }
    }
  }

  private void changed(Draft draft, Asked asked, GroupSink sink, List<Pending> ready) {
    Optional<Pending> due = changed.due(asked);
    if (due.isPresent()) {
      verdicts.built(draft.group(), asked.event(), sink);
      ready.add(due.get());
    } else {
      verdicts.alreadyDelivered(asked.event());
    }
  }

  /** Never seen in this version, though perhaps in an earlier one. */
  private void fresh(Draft draft, Asked asked, List<Pending> ready) {
    verdicts.built(draft.group(), asked.event(), draft.sink().orElseThrow());
    Pending pending = pending(draft, asked.event(), asked.key());
    if (asked.kin().isPresent()) {
      Asked kin = asked.kin().get();
      switch (kin.answer().state()) {
        case DELIVERED -> verdicts.changed(asked.event());
        case NEW, UNKNOWN -> pending = alsoKnownAs(pending, kin.key());
        case DUPLICATE -> {}
      }
    }
    ready.add(pending);
  }

  private static Pending alsoKnownAs(Pending pending, LedgerKey other) {
    List<LedgerEntry> entries = new ArrayList<>(pending.entries());
    entries.add(entries.get(0).withKey(other));
    return new Pending(pending.event(), entries);
  }

  private void delivered(Draft draft, LedgerEntry entry, List<Pending> ready) {
    if (draft.sink().isEmpty() || draft.sink().get().events().isEmpty()) {
      verdicts.alreadyDelivered(draft.group());
      return;
    }
    verdicts.rejections(draft.group(), draft.sink().get());
    for (Event event : draft.sink().get().events()) {
      delivered(draft, new Asked(event, List.of(draft.key().orElseThrow())), entry, ready);
    }
  }

  /** Delivered before: a change is worth a word, or another request where values are set. */
  private void delivered(Draft draft, Asked asked, LedgerEntry entry, List<Pending> ready) {
    Event event = asked.event();
    boolean isChanged = payloadPrint(event) != entry.payloadPrint();
    if (isChanged && scope.route().resendsChanged()) {
      verdicts.built(draft.group(), event, draft.sink().orElseThrow());
      ready.add(pending(draft, event, asked.key()));
      return;
    }
    if (isChanged) {
      scope.books().warning(Code.CHANGED_AFTER_DELIVERY, 1);
    }
    verdicts.alreadyDelivered(event);
  }

  private void unknown(Draft draft, LedgerEntry entry, List<Pending> ready) {
    GroupSink sink = draft.sink().orElseThrow();
    verdicts.rejections(draft.group(), sink);
    for (Event event : sink.events()) {
      again(draft, new Asked(event, List.of(draft.key().orElseThrow())), entry, ready);
    }
  }

  private void again(Draft draft, Asked asked, LedgerEntry entry, List<Pending> ready) {
    Event event = asked.event();
    switch (unknowns.decide(entry, event, idPrint(event) == entry.idPrint())) {
      case SEND -> {
        verdicts.built(draft.group(), event, draft.sink().orElseThrow());
        ready.add(pending(draft, event, asked.key()));
      }
      case DELIVERED -> verdicts.alreadyDelivered(event);
      case LEAVE -> verdicts.unknown(event);
    }
  }

  private Pending pending(Draft draft, Event event, LedgerKey key) {
    boolean isPart = draft.sink().orElseThrow().hasRejections();
    LedgerEntry own =
        new LedgerEntry(
            key,
            isPart ? RowPrints.NONE : prints.of(draft.group()),
            payloadPrint(event),
            idPrint(event),
            event.time(),
            0,
            scope.runNumber());
    return new Pending(
        event,
        event.keys().alias().length == 0
            ? List.of(own)
            : List.of(own, own.withKey(drafting.alias(event))));
  }

  private static long payloadPrint(Event event) {
    return Fingerprint.of(event.body(), 0, event.body().length);
  }

  private static long idPrint(Event event) {
    byte[] id = event.id().getBytes(StandardCharsets.UTF_8);
    return Fingerprint.of(id, 0, id.length);
  }
}
