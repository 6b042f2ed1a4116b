package dev.footfall.core.person;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A mapper that rejects the events of people and orders that were forgotten. One row is enough: an
 * order's privacy is not divided.
 *
 * <p>Judges a group when it is asked to {@link #identify} it, which a run does before all else;
 * whoever was forgotten has no name for the ledger either.
 */
public final class HoldingMapper implements EventMapper {
  private final EventMapper mapper;
  private final Persons persons;
  private final Set<RowGroup> held = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The mapper for all the others. */
  public HoldingMapper(EventMapper mapper, Persons persons) {
    this.mapper = mapper;
    this.persons = persons;
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    return mapper.group(batch, row, key);
  }

  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    if (persons.hasSought(group)) {
      held.add(group);
      return false;
    }
    return mapper.identify(group, material);
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    if (held.remove(group)) {
      sink.rejectAll(Code.FORGOTTEN_PERSON, "", "");
    } else {
      mapper.map(group, sink);
    }
  }
}
