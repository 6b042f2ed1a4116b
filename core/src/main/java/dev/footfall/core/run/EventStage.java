package dev.footfall.core.run;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.Values;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.source.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Groups become events that are to be sent: the ledger is asked first, so that what was delivered
 * before is neither built nor judged again. One thread.
 */
final class EventStage {
  private final RunScope scope;
  private final EventMapper mapper;
  private final Limits limits;
  private final RowPrints prints;
  private final UnknownPolicy unknowns;
  private final Verdicts verdicts;
  private final GroupSink sink = new GroupSink();
  private final ByteBuilder material = new ByteBuilder(256);
  private final ChangedValues changed;
  private final Turnover turnover = new Turnover();

  EventStage(RunScope scope, RowPrints prints, UnknownPolicy unknowns) {
    this.scope = scope;
    this.mapper = scope.route().mapper();
    this.limits = scope.limits();
    this.prints = prints;
    this.unknowns = unknowns;
    this.verdicts = new Verdicts(scope);
    this.changed = new ChangedValues(scope.ledger(), scope.digest(), turnover, scope.runNumber());
  }

  /** The values that were another one for nearly everybody. */
  Set<String> restless() {
    return turnover.restless();
  }

  /** The events of a block of groups that are to be sent; all other rows get their fate here. */
  List<Pending> map(List<RowGroup> block) {
    List<Optional<LedgerKey>> keys = new ArrayList<>(block.size());
    List<LedgerKey> asked = new ArrayList<>(block.size());
    for (RowGroup group : block) {
      Optional<LedgerKey> key = identify(group);
      keys.add(key);
      key.ifPresent(asked::add);
    }
    List<Known> answers = scope.ledger().reserve(asked);
    List<Pending> ready = new ArrayList<>(block.size());
    int answer = 0;
    for (int i = 0; i < block.size(); i++) {
      if (keys.get(i).isPresent()) {
        identified(block.get(i), keys.get(i).get(), answers.get(answer++), ready);
      } else {
        unidentified(block.get(i), ready);
      }
    }
    return ready;
  }

  private Optional<LedgerKey> identify(RowGroup group) {
    return mapper.identify(group, material.clear())
        ? Optional.of(key(material.bytes(), material.length()))
        : Optional.empty();
  }

  private LedgerKey key(byte[] bytes, int length) {
    return scope.digest().part(bytes, 0, length).finish();
  }

  private void identified(RowGroup group, LedgerKey key, Known known, List<Pending> ready) {
    switch (known.state()) {
      case NEW -> build(group, key, ready);
      case DUPLICATE -> verdicts.duplicate(group);
      case DELIVERED -> delivered(group, key, known.entry().orElseThrow(), ready);
      case UNKNOWN -> unknown(group, key, known.entry().orElseThrow(), ready);
    }
  }

  private void build(RowGroup group, LedgerKey key, List<Pending> ready) {
    mapGroup(group);
    if (sink.events().isEmpty()) {
      scope.ledger().release(key);
    }
    verdicts.rejections(group, sink);
    for (Event event : sink.events()) {
      if (!isTaken(event, key)) {
        verdicts.built(group, event, sink);
        ready.add(pending(group, event, key));
      }
    }
  }

  private void mapGroup(RowGroup group) {
    sink.begin(group);
    mapper.map(group, sink);
    if (isAnyTooLarge(sink.events())) {
      sink.events().clear();
      sink.rejectAll(Code.EVENT_TOO_LARGE, "", "");
    }
    scope.ward().mapped(group, sink.events());
  }

  private boolean isAnyTooLarge(List<Event> events) {
    for (Event event : events) {
      if (event.body().length > Math.min(limits.eventBytes(), limits.bytes())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the event's second identity was seen before; its rows then have their fate. */
  private boolean isTaken(Event event, LedgerKey key) {
    if (event.keys().alias().length == 0) {
      return false;
    }
    Known known = scope.ledger().reserve(List.of(alias(event))).get(0);
    switch (known.state()) {
      case NEW -> {
        return false;
      }
      case DUPLICATE -> verdicts.duplicateEvent(event);
      case DELIVERED -> verdicts.alreadyDelivered(event);
      case UNKNOWN -> verdicts.unknown(event);
    }
    scope.ledger().release(key);
    return true;
  }

  private LedgerKey alias(Event event) {
    return key(event.keys().alias(), event.keys().alias().length);
  }

  private void unidentified(RowGroup group, List<Pending> ready) {
    mapGroup(group);
    verdicts.rejections(group, sink);
    for (Event event : List.copyOf(sink.events())) {
      if (event.values().isPresent()) {
        changed(group, event, event.values().get(), ready);
        continue;
      }
      LedgerKey key = key(event.keys().own(), event.keys().own().length);
      Known known = scope.ledger().reserve(List.of(key)).get(0);
      switch (known.state()) {
        case NEW -> fresh(group, event, key, ready);
        case DUPLICATE -> verdicts.duplicateEvent(event);
        case DELIVERED -> delivered(group, event, key, known.entry().orElseThrow(), ready);
        case UNKNOWN -> again(group, event, key, known.entry().orElseThrow(), ready);
      }
    }
  }

  private void changed(RowGroup group, Event event, Values values, List<Pending> ready) {
    Optional<Pending> due = changed.due(event, values);
    if (due.isPresent()) {
      verdicts.built(group, event, sink);
      ready.add(due.get());
    } else {
      verdicts.alreadyDelivered(event);
    }
  }

  /** Never seen in this version, though perhaps in an earlier one. */
  private void fresh(RowGroup group, Event event, LedgerKey key, List<Pending> ready) {
    verdicts.built(group, event, sink);
    Pending pending = pending(group, event, key);
    byte[] kin = event.keys().kin();
    if (kin.length > 0) {
      LedgerKey kinKey = key(kin, kin.length);
      Known known = scope.ledger().reserve(List.of(kinKey)).get(0);
      switch (known.state()) {
        case DELIVERED -> verdicts.changed(event);
        case NEW, UNKNOWN -> pending = alsoKnownAs(pending, kinKey);
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

  private void delivered(RowGroup group, LedgerKey key, LedgerEntry entry, List<Pending> ready) {
    if (entry.rowsPrint() != RowPrints.NONE && entry.rowsPrint() == prints.of(group)) {
      verdicts.alreadyDelivered(group);
      return;
    }
    mapGroup(group);
    if (sink.events().isEmpty()) {
      verdicts.alreadyDelivered(group);
      return;
    }
    verdicts.rejections(group, sink);
    for (Event event : List.copyOf(sink.events())) {
      delivered(group, event, key, entry, ready);
    }
  }

  /** Delivered before: a change is worth a word, or another request where values are set. */
  private void delivered(
      RowGroup group, Event event, LedgerKey key, LedgerEntry entry, List<Pending> ready) {
    boolean isChanged = payloadPrint(event) != entry.payloadPrint();
    if (isChanged && scope.route().resendsChanged()) {
      verdicts.built(group, event, sink);
      ready.add(pending(group, event, key));
      return;
    }
    if (isChanged) {
      scope.books().warning(Code.CHANGED_AFTER_DELIVERY, 1);
    }
    verdicts.alreadyDelivered(event);
  }

  private void unknown(RowGroup group, LedgerKey key, LedgerEntry entry, List<Pending> ready) {
    mapGroup(group);
    verdicts.rejections(group, sink);
    for (Event event : List.copyOf(sink.events())) {
      again(group, event, key, entry, ready);
    }
  }

  private void again(
      RowGroup group, Event event, LedgerKey key, LedgerEntry entry, List<Pending> ready) {
    switch (unknowns.decide(entry, event, idPrint(event) == entry.idPrint())) {
      case SEND -> {
        verdicts.built(group, event, sink);
        ready.add(pending(group, event, key));
      }
      case DELIVERED -> verdicts.alreadyDelivered(event);
      case LEAVE -> verdicts.unknown(event);
    }
  }

  private Pending pending(RowGroup group, Event event, LedgerKey key) {
    long rowsPrint = sink.hasRejections() ? RowPrints.NONE : prints.of(group);
    LedgerEntry own =
        new LedgerEntry(
            key,
            rowsPrint,
            payloadPrint(event),
            idPrint(event),
            event.time(),
            0,
            scope.runNumber());
    return new Pending(
        event,
        event.keys().alias().length == 0 ? List.of(own) : List.of(own, own.withKey(alias(event))));
  }

  private static long payloadPrint(Event event) {
    return Fingerprint.of(event.body(), 0, event.body().length);
  }

  private static long idPrint(Event event) {
    byte[] id = event.id().getBytes(StandardCharsets.UTF_8);
    return Fingerprint.of(id, 0, id.length);
  }
}
