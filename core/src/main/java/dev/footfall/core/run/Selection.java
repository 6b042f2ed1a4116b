package dev.footfall.core.run;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyDigest;

/** Takes the groups of which something is in quarantine, and no other. One thread. */
public final class Selection implements Ward {
  private final QuarantineNames wanted;
  private final Naming naming;
  private final EventMapper mapper;
  private final GroupSink sink = new GroupSink();

  /**
   * Takes groups with these names.
   *
   * @param digest makes the quarantine's names; used by no other thread
   */
  public Selection(QuarantineNames wanted, KeyDigest digest, Route route, Binding binding) {
    this.wanted = wanted;
    this.naming = new Naming(digest, route, binding);
    this.mapper = route.mapper();
  }

  @Override
  public boolean isSelective() {
    return true;
  }

  @Override
  public boolean takes(RowGroup group) {
    if (wanted.isEmpty()) {
      return false;
    }
    boolean isWanted = false;
    for (int row = 0; row < group.size(); row++) {
      isWanted |= wanted.meet(naming.ofRow(group, row));
    }
    return isWanted || isKnownByItsEvents(group);
  }

  /** What a platform refused and has no order's id is known by the name of the event made of it. */
  private boolean isKnownByItsEvents(RowGroup group) {
    if (naming.isOrder(group, 0)) {
      return false;
    }
    sink.begin(group);
    mapper.map(group, sink);
    boolean isWanted = false;
    for (Event event : sink.events()) {
      isWanted |= wanted.meet(naming.ofEvent(event));
    }
    return isWanted;
  }

  /** How many names no group had. */
  public int missed() {
    return wanted.missed();
  }
}
