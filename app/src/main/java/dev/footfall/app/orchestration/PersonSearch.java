package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.person.Persons;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.GroupSearch;
import dev.footfall.core.run.Naming;
import dev.footfall.core.run.Rehearsal;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.source.Rows;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through one orchestration for people's rows, as far back as the ledger goes.
 *
 * <p>All rows are read and compared here, by the same code that holds them back: a person written
 * into the query would stand in the database's own log, and be missed wherever a source writes them
 * otherwise.
 */
record PersonSearch(Orchestrations all, Prepared prepared, Routing routing)
    implements AutoCloseable {
  static PersonSearch of(Orchestrations all, String name, Instant now) {
    Prepared prepared = new Preparation(all.project(), all.surroundings()).prepare(name, now);
    try {
      Fitness.require(prepared.binding());
      return new PersonSearch(all, prepared, Routing.of(prepared, true, "forget"));
    } catch (RuntimeException fault) {
      prepared.close();
      throw fault;
    }
  }

  /**
   * What was found.
   *
   * @param rows that the query returns
   * @param orders their ids
   * @param keys under which the ledger knows their events
   * @param rowNames under which the quarantine knows their rows
   * @param names makes keys of orders
   */
  record Found(
      long rows,
      Set<String> orders,
      Set<LedgerKey> keys,
      Set<LedgerKey> rowNames,
      OrderNames names,
      String ledgerScope) {}

  Found find(Set<LedgerKey> sought) throws InterruptedException {
    Persons persons = HeldBack.persons(all.store(), sought, prepared);
    EventMapper mapper = routing.route().mapper();
    long days =
        Math.max(
            all.store().settings().ledger().retention().toDays(), routing.route().windowDays());
    List<RowGroup> groups;
    try (Rows rows = prepared.session().rows(routing.query(prepared, (int) days))) {
      groups = GroupSearch.find(mapper, rows, all.room(prepared), persons::hasSought);
    }
    Set<String> orders = new HashSet<>();
    groups.forEach(group -> orders.addAll(persons.orders(group)));
    return new Found(
        groups.stream().mapToLong(RowGroup::size).sum(),
        orders,
        keys(mapper, groups),
        rowNames(groups),
        new OrderNames(mapper, digest(), binding()),
        routing.ledgerScope(prepared));
  }

  private Binding binding() {
    return prepared.binding();
  }

  private KeyDigest digest() {
    return all.store().keys().digest("event");
  }

  private Set<LedgerKey> rowNames(List<RowGroup> groups) {
    Naming naming =
        new Naming(
            all.store().keys().digest(OutcomeKeeper.ORDER), routing.route(), prepared.binding());
    Set<LedgerKey> names = new HashSet<>();
    for (RowGroup group : groups) {
      for (int row = 0; row < group.size(); row++) {
        names.add(naming.ofRow(group, row));
      }
    }
    return names;
  }

  private Set<LedgerKey> keys(EventMapper mapper, List<RowGroup> groups) {
    Set<LedgerKey> keys = new HashSet<>();
    groups.forEach(group -> key(mapper, digest(), group).ifPresent(keys::add));
    RunScope scope =
        new RunScope(
            routing.route(),
            binding(),
            new ForgetfulRun(),
            digest(),
            0,
            new Books(),
            FateListener.NONE);
    Rehearsal.events(scope, groups).stream()
        .flatMap(event -> event.entries().stream())
        .map(LedgerEntry::key)
        .forEach(keys::add);
    return keys;
  }

  static Optional<LedgerKey> key(EventMapper mapper, KeyDigest digest, RowGroup group) {
    ByteBuilder material = new ByteBuilder(256);
    return mapper.identify(group, material)
        ? Optional.of(digest.part(material.bytes(), 0, material.length()).finish())
        : Optional.empty();
  }

  @Override
  public void close() {
    prepared.close();
  }
}
