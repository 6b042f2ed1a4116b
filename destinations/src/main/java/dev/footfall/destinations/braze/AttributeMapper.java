package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.Values;
import dev.footfall.core.event.attribute.AttributeCell.Written;
import dev.footfall.core.event.attribute.LatestRow;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.RowBatch;
import dev.footfall.destinations.braze.BrazeSettings.Duplicates;
import dev.footfall.destinations.braze.BrazeSettings.Nulls;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The rows of one user become one object, of which the values that Braze lacks are sent. */
final class AttributeMapper implements EventMapper {
  /** The end of the year 9999: a value that is set has no window. */
  static final long NEVER = 253_402_300_799L;

  private final BrazeSettings settings;
  private final long now;
  private final Person person;
  private final Gate gate;
  private final LatestRow latest;
  private final List<Attribute> attributes;
  private final int[] starts;
  private final int[] colons;
  private final Values.Terms terms;
  private final byte[] kind;
  private final JsonBytes json = new JsonBytes();
  private final ByteBuilder name = new ByteBuilder(64);

  AttributeMapper(DestinationSpec spec, BrazeSettings settings, RouteContext context) {
    Binding binding = context.binding();
    this.settings = settings;
    this.now = context.now().getEpochSecond();
    this.person = new Person(binding, settings.people());
    this.gate = new Gate(binding);
    this.attributes = Attributes.of(spec, settings, context);
    this.starts = new int[attributes.size() + 1];
    this.colons = new int[attributes.size()];
    this.terms =
        new Values.Terms(
            settings.attributes().onlyChanges(),
            settings.attributes().nulls() == Nulls.ALWAYS_CLEAR);
    this.kind = Person.kind(settings.people());
    this.latest =
        new LatestRow(
            binding,
            binding.labelled(settings.attributes().latestBy().orElse("timestamp")),
            settings.attributes().duplicates() == Duplicates.FIRST
                ? LatestRow.Keep.FIRST
                : LatestRow.Keep.LAST,
            new Timestamps(context.zone()));
  }

  @Override
  public Membership group(RowBatch batch, int row, ByteBuilder key) {
    if (!person.read(batch, row)) {
      return Membership.ALONE;
    }
    person.name(key);
    return Membership.GROUPED;
  }

  /** Each value has a key of its own. */
  @Override
  public boolean identify(RowGroup group, ByteBuilder material) {
    return false;
  }

  @Override
  public void map(RowGroup group, MappingSink sink) {
    BitSet open = new BitSet(group.size());
    for (int row = 0; row < group.size(); row++) {
      Optional<Gate.Closed> closed = gate.closed(group, row);
      if (closed.filter(Gate.Closed::isPersonal).isPresent()) {
        sink.rejectAll(closed.get().code(), closed.get().label(), "");
        return;
      }
      if (closed.isPresent()) {
        sink.reject(row, closed.get().code(), closed.get().label(), "");
      } else if (!person.read(group, row)) {
        sink.reject(row, Code.MISSING_IDENTITY, person.label(), "");
      } else {
        open.set(row);
      }
    }
    choose(group, open, sink);
  }

  private void choose(RowGroup group, BitSet open, MappingSink sink) {
    if (open.cardinality() > 1 && settings.attributes().duplicates() == Duplicates.REJECT) {
      sink.rejectAll(Code.DUPLICATE_IDENTITY, person.label(), "");
    } else if (!open.isEmpty()) {
      event(group, latest.choose(group, open::get, sink), sink);
    }
  }

  private void event(RowGroup group, int row, MappingSink sink) {
    person.read(group, row);
    person.write(json.clear().beginObject());
    BitSet clears = new BitSet();
    int size = 0;
    for (Attribute attribute : attributes) {
      int start = json.length();
      Written written = attribute.write(group, row, json, sink);
      if (written == Written.BLANK && isCleared(attribute, row, sink)) {
        json.key(attribute.key()).none();
        clears.set(size);
      }
      if (json.length() > start) {
        starts[size] = start;
        colons[size++] = start + 1 + attribute.key().length;
      }
    }
    starts[size] = json.length();
    Values values =
        new Values(Arrays.copyOf(starts, size + 1), Arrays.copyOf(colons, size), clears, terms);
    sink.event(event(group.rowNumber(row), json.endObject().toBytes()).setting(values));
  }

  private boolean isCleared(Attribute attribute, int row, MappingSink sink) {
    Nulls nulls = settings.attributes().nulls();
    if (nulls == Nulls.ALWAYS_CLEAR && !attribute.isClearable()) {
      sink.dropped(row, Code.CLEAR_SUPPRESSED, "", "");
    }
    return nulls != Nulls.IGNORE && attribute.isClearable();
  }

  private Event event(long rowNumber, byte[] body) {
    person.name(name.clear().add(kind));
    return new Event(
        body,
        "",
        "",
        now,
        NEVER,
        new EventRows(new long[] {rowNumber}, ""),
        KeyMaterial.of(name.copy()));
  }
}
