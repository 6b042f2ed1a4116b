package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who bought. Reused from order to order by one thread. */
final class Buyer {
  private static final byte[] PROPERTIES = JsonBytes.key("properties");

  private final Subject subject;
  private final List<Named> fields = new ArrayList<>();
  private final Optional<PersonFields> person;
  private final Properties properties;
  private final Text value = new Text();

  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  private record Named(String name, byte[] key, Field field) {}

  Buyer(DestinationSpec spec, KlaviyoSettings settings, RouteContext context) {
    Binding binding = context.binding();
    this.subject =
        new Subject("", settings.phoneRegion(), context.now().atZone(context.zone()).toLocalDate());
    for (String name : KlaviyoColumns.IDENTIFIERS) {
      Field field = new Field(binding, spec.column(name).orElseThrow(), Field.Gather.FIRST);
      fields.add(new Named(name, JsonBytes.key(name), field));
    }
    this.person =
        settings.events().updatesProfile()
            ? Optional.of(new PersonFields(binding, spec, false))
            : Optional.empty();
    this.properties = new Properties(binding, Set.of());
  }

  /** Reads the judged rows; rejects all where they name nobody, or different people. */
  boolean read(RowGroup group, OrderLines lines, MappingSink sink) {
    boolean isKnown = false;
    for (Named named : fields) {
      Field field = named.field;
      field.clear();
      for (int k = 0; k < lines.judged(); k++) {
        field.read(group, lines.row(k), subject, sink);
      }
      if (field.isConflicting()) {
        sink.rejectAll(Code.ORDER_IDENTITY_CONFLICT, field.label(), "");
        return false;
      }
      isKnown |= field.isPresent();
    }
    if (!isKnown) {
      sink.rejectAll(Code.MISSING_IDENTITY, "", "");
      return false;
    }
    return readProperties(group, lines, sink);
  }

  private boolean readProperties(RowGroup group, OrderLines lines, MappingSink sink) {
    if (person.isPresent() && !properties.read(group, lines.row(0))) {
      sink.rejectAll(Code.BAD_PROPERTIES, properties.label(), "");
      return false;
    }
    return true;
  }

  /** Writes the attributes of the profile into an object that is open. */
  void write(RowGroup group, OrderLines lines, JsonBytes json, MappingSink sink) {
    for (Named named : fields) {
      named.field.writeText(json, named.key);
    }
    if (person.isEmpty()) {
      return;
    }
    int[] rows = new int[lines.good()];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = lines.row(k);
    }
    person.get().write(group, rows, json, sink);
    int before = json.length();
    json.key(PROPERTIES).beginObject();
    int empty = json.length();
    properties.write(rows[0], json, sink);
    if (json.length() == empty) {
      json.backTo(before);
    } else {
      json.endObject();
    }
  }

  /** Adds the first identifier, with its kind. */
  void identityInto(ByteBuilder name) {
    for (Named named : fields) {
      if (named.field.isPresent()) {
        named.field.value(0, value);
        name.add(Text.utf8(named.name)).add(':').add(value);
        return;
      }
    }
  }
}
