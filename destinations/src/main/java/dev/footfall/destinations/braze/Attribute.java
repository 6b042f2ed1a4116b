package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.attribute.AttributeCell.Written;
import dev.footfall.core.event.attribute.IdentityCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;

/** One value of a user: writes it, or says that there is none. Used by one thread. */
interface Attribute {
  /** Its name as a JSON key with its colon. */
  byte[] key();

  /** Whether NULL may take it away. */
  default boolean isClearable() {
    return true;
  }

  /** Writes key and value of a row; nothing when there is none or it was dropped. */
  Written write(RowGroup group, int row, JsonBytes json, MappingSink sink);

  /** A column as a profile field. */
  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  record Place(int index, String label, byte[] key, Code code) {
    static Place of(Binding binding, ColumnSpec column) {
      return new Place(
          binding.index(column.name()),
          binding.label(column.name()),
          JsonBytes.key(column.name()),
          column.rule().code());
    }

    Column column(RowGroup group, int row) {
      return group.column(index, row);
    }

    Written dropped(int row, MappingSink sink) {
      sink.dropped(row, code, label, "");
      return Written.DROPPED;
    }
  }

  /**
   * A normalised text.
   *
   * @param isConsent whether it replaces what somebody said to messages
   */
  record Word(Place place, IdentityCell cell, Subject subject, boolean isConsent)
      implements Attribute {
    @Override
    public byte[] key() {
      return place.key();
    }

    @Override
    public boolean isClearable() {
      return place.code() != Code.BAD_EMAIL && place.code() != Code.BAD_PHONE;
    }

    @Override
    public Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
      return switch (cell.read(place.column(group, row), group.row(row), subject)) {
        case BLANK -> Written.BLANK;
        case BAD -> place.dropped(row, sink);
        case GOOD -> {
          json.key(place.key()).text(cell.value());
          if (isConsent) {
            sink.dropped(row, Code.CONSENT_OVERWRITE, place.label(), "");
          }
          yield Written.WRITTEN;
        }
      };
    }
  }

  /** True or false. */
  record YesOrNo(Place place, Text scratch) implements Attribute {
    @Override
    public byte[] key() {
      return place.key();
    }

    @Override
    public Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
      Booleans.Flag flag = Booleans.read(place.column(group, row), group.row(row), scratch);
      return switch (flag) {
        case BLANK -> Written.BLANK;
        case UNREADABLE -> place.dropped(row, sink);
        case TRUE, FALSE -> {
          json.key(place.key()).flag(flag == Booleans.Flag.TRUE);
          yield Written.WRITTEN;
        }
      };
    }
  }

  /** A point in time. */
  record Time(Place place, Times times) implements Attribute {
    @Override
    public byte[] key() {
      return place.key();
    }

    @Override
    public Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
      Moment.Reading reading = times.read(place.column(group, row), group.row(row));
      return switch (reading) {
        case MISSING -> Written.BLANK;
        case BAD -> place.dropped(row, sink);
        case OK -> {
          json.key(place.key()).time(times.millis(), 3);
          yield Written.WRITTEN;
        }
      };
    }
  }

  /** An array or object. */
  record Nested(Place place, NestedCell cell, boolean isConsent) implements Attribute {
    @Override
    public byte[] key() {
      return place.key();
    }

    @Override
    public Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
      Written written = cell.write(group, row, json, sink);
      if (written == Written.WRITTEN && isConsent) {
        sink.dropped(row, Code.CONSENT_OVERWRITE, place.label(), "");
      }
      return written;
    }
  }
}
