package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.file.CellStyle;
import dev.footfall.core.file.SeparatedCells;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;

/** An order as a line of a store sales file. */
final class StoreSalesLine implements EventFormat {
  private static final int PLACES = 3;

  private final GoogleFields fields;
  private final Field city;
  private final Field state;
  private final Text name;
  private final EventTime time = new EventTime(' ', "");
  private final SeparatedCells csv = new SeparatedCells(CellStyle.RFC_4180);

  StoreSalesLine(Binding binding, DestinationSpec spec, GoogleSettings settings) {
    this.fields = new GoogleFields(binding, spec);
    this.city = fields.first("city");
    this.state = fields.first("state");
    this.name = Text.of(settings.target().action());
  }

  @Override
  public int mostIdentifiers() {
    return 2 * PLACES;
  }

  @Override
  public void write(GoogleOrder order, RowGroup group, MappingSink sink) {
    fields.read(group, order.lines(), order.subjects(), sink);
    fields.reportConflicts(sink);
    csv.clear();
    GoogleIdentity identity = order.identity();
    writeAll(identity.emails());
    csv.value(identity.address(0), 0);
    csv.value(identity.address(1), 0);
    csv.value(city, 0);
    csv.value(state, 0);
    csv.value(identity.address(3), 0);
    csv.value(identity.address(2), 0);
    writeAll(identity.phones());
    csv.text(name).text(time.bytes(order.lines().seconds()));
    csv.number(order.amount().total()).text(Text.utf8(order.currency()));
    csv.endLine();
  }

  private void writeAll(Field field) {
    for (int i = 0; i < PLACES; i++) {
      csv.value(field, i);
    }
  }

  @Override
  public byte[] bytes() {
    return csv.toBytes();
  }
}
