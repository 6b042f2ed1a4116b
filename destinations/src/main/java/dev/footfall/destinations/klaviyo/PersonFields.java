package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.attribute.IdentityCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Decimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Names and place of a person, from the first of some rows that has them. Used by one thread.
 *
 * <p>NULL may clear a field; a bad value never does.
 */
final class PersonFields {
  private static final byte[] LOCATION = JsonBytes.key("location");
  private static final byte[] LATITUDE = JsonBytes.key("latitude");
  private static final byte[] LONGITUDE = JsonBytes.key("longitude");
  private static final Subject NOBODY = new Subject("", "US", LocalDate.EPOCH);
  private static final List<String> NAMES =
      List.of("first_name", "last_name", "organization", "locale", "title", "image");
  private static final List<String> PLACE =
      List.of("address1", "address2", "city", "region", "zip", "country");

  private final List<Cell> names;
  private final List<Cell> place;
  private final List<Cell> rest;
  private final Coordinate latitude;
  private final Coordinate longitude;
  private final boolean clears;

  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  private record Cell(byte[] key, IdentityCell reader) {}

  /** One of a pair of numbers. */
  private static final class Coordinate {
    private final NumberCell cell;
    private final Decimal most;
    private final Decimal least;
    private IdentityCell.Read read = IdentityCell.Read.BLANK;

    Coordinate(Binding binding, String column, long most) {
      this.cell = new NumberCell(binding, column);
      this.most = new Decimal().set(most, 0);
      this.least = new Decimal().set(-most, 0);
    }

    void read(RowGroup group, int row) {
      read = cell.read(group, row);
      if (read == IdentityCell.Read.GOOD && !isWithin(cell.value())) {
        read = IdentityCell.Read.BAD;
      }
    }

    private boolean isWithin(Decimal value) {
      return value.compareWith(most) <= 0 && value.compareWith(least) >= 0;
    }

    Decimal rounded() {
      return cell.value().round(4).strip();
    }
  }

  PersonFields(Binding binding, DestinationSpec spec, boolean clears) {
    this.names = cells(binding, spec, NAMES);
    this.place = cells(binding, spec, PLACE);
    this.rest = cells(binding, spec, List.of("timezone", "ip"));
    this.latitude = new Coordinate(binding, "latitude", 90);
    this.longitude = new Coordinate(binding, "longitude", 180);
    this.clears = clears;
  }

  private static List<Cell> cells(Binding binding, DestinationSpec spec, List<String> columns) {
    List<Cell> cells = new ArrayList<>();
    for (String name : columns) {
      ColumnSpec column = spec.column(name).orElseThrow();
      if (binding.has(name)) {
        cells.add(new Cell(JsonBytes.key(name), new IdentityCell(binding, column)));
      }
    }
    return cells;
  }

  /** Writes what the rows hold into the attributes of a profile. */
  void write(RowGroup group, int[] rows, JsonBytes json, MappingSink sink) {
    write(names, group, rows, json, sink);
    int before = json.length();
    json.key(LOCATION).beginObject();
    int empty = json.length();
    write(place, group, rows, json, sink);
    coordinates(group, rows, json, sink);
    write(rest, group, rows, json, sink);
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endObject();
    }
  }

  private void write(
      List<Cell> cells, RowGroup group, int[] rows, JsonBytes json, MappingSink sink) {
    for (Cell cell : cells) {
      if (!write(cell, group, rows, json, sink) && clears) {
        json.key(cell.key).none();
      }
    }
  }

  /** Whether the field was written or had a bad value, so that nothing is to be cleared. */
  private static boolean write(
      Cell cell, RowGroup group, int[] rows, JsonBytes json, MappingSink sink) {
    IdentityCell reader = cell.reader;
    boolean isBad = false;
    for (int row : rows) {
      switch (reader.read(group.column(reader.index(), row), group.row(row), NOBODY)) {
        case GOOD -> {
          json.key(cell.key).text(reader.value());
          return true;
        }
        case BAD -> {
          isBad = true;
          sink.dropped(row, reader.code(), reader.label(), "");
        }
        case BLANK -> {}
      }
    }
    return isBad;
  }

  /** Both or none: one of the two alone is no place. */
  private void coordinates(RowGroup group, int[] rows, JsonBytes json, MappingSink sink) {
    boolean isBad = !latitude.cell.isBound() && !longitude.cell.isBound();
    for (int row : rows) {
      latitude.read(group, row);
      longitude.read(group, row);
      if (latitude.read == IdentityCell.Read.GOOD && longitude.read == IdentityCell.Read.GOOD) {
        json.key(LATITUDE).number(latitude.rounded());
        json.key(LONGITUDE).number(longitude.rounded());
        return;
      }
      if (latitude.read != longitude.read || latitude.read == IdentityCell.Read.BAD) {
        isBad = true;
        Coordinate blamed = latitude.read == IdentityCell.Read.GOOD ? longitude : latitude;
        sink.dropped(row, Code.BAD_LOCATION, blamed.cell.label(), "");
      }
    }
    if (clears && !isBad) {
      json.key(LATITUDE).none().key(LONGITUDE).none();
    }
  }
}
