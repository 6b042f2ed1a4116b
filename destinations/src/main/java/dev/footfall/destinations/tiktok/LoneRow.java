package dev.footfall.destinations.tiktok;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper.Membership;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.RowBatch;
import java.util.Optional;

/**
 * Groups rows without event and order id: those of the same person, event and second are one event.
 * One thread.
 */
final class LoneRow {
  private final int time;
  private final Timestamps timestamps;
  private final TikTokPerson person;
  private final EventSets sets;
  private final WordCell<EventType> types;
  private final Moment moment = new Moment();

  LoneRow(
      int time,
      Timestamps timestamps,
      TikTokPerson person,
      EventSets sets,
      WordCell<EventType> types) {
    this.time = time;
    this.timestamps = timestamps;
    this.person = person;
    this.sets = sets;
    this.types = types;
  }

  /** Which rows belong with this one; a row that cannot be an event stands alone. */
  Membership group(RowBatch batch, int row, ByteBuilder key) {
    Optional<EventType> type = types.read(batch, row);
    if (type.isEmpty() || time < 0) {
      return Membership.ALONE;
    }
    timestamps.read(batch.column(time), row, moment);
    RowGroup one = new RowGroup();
    one.add(batch, row);
    person.readAlone(one, 0, Unheard.SINK);
    if (moment.reading() != Moment.Reading.OK || !person.isIdentified()) {
      return Membership.ALONE;
    }
    key.add(0).add(sets.read(batch, row)).add(0).add(type.get().bytes()).add('|');
    key.add(moment.seconds()).add('|');
    person.nameInto(key);
    return Membership.GROUPED;
  }
}
