package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** By what the person of an order may be known. Reused from order to order by one thread. */
final class TradeDeskPerson {
  private static final Map<String, Kind> COLUMNS =
      Map.of(
          "email", Kind.EMAIL,
          "phone", Kind.PHONE,
          "uid2", Kind.UID2,
          "euid", Kind.EUID,
          "uid2_token", Kind.UID2_TOKEN,
          "euid_token", Kind.EUID_TOKEN,
          "tdid", Kind.TDID,
          "rampid", Kind.RAMP_ID);

  private final Binding binding;
  private final Subjects subjects;
  private final Kind own;
  private final Field impression;
  private final List<Field> fields = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Integer> present = new ArrayList<>();
  private final Text value = new Text();
  private boolean hasToldOfHashes;

  TradeDeskPerson(
      Binding binding, DestinationSpec spec, TradeDeskSettings.People people, Subjects subjects) {
    this.binding = binding;
    this.subjects = subjects;
    this.own = Kind.mapped(people.scope());
    for (String name : TradeDeskColumns.IDENTITIES) {
      Kind kind =
          TradeDeskColumns.DEVICES.contains(name)
              ? Kind.DAID
              : COLUMNS.getOrDefault(name, Kind.IMPRESSION);
      boolean isIgnored = kind.isMapped() && people.scope() == TradeDeskSettings.Scope.NONE;
      if (binding.has(name) && kind != Kind.IMPRESSION && !isIgnored) {
        fields.add(field(spec.column(name).orElseThrow(), people));
        kinds.add(kind);
      }
    }
    this.impression = field(spec.column("impression_id").orElseThrow(), people);
  }

  private Field field(ColumnSpec column, TradeDeskSettings.People people) {
    boolean isPlain = column.rule().hashed() && !people.takesHashes();
    ColumnSpec read =
        isPlain ? column.rule(column.rule().hashing(FieldRule.Hashing.BASE64_OF_PLAIN)) : column;
    return new Field(binding, read, Field.Gather.FIRST);
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    impression.clear();
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).clear();
    }
    for (int k = 0; k < lines.judged(); k++) {
      int row = lines.row(k);
      Subject subject = subjects.of(group, row);
      impression.read(group, row, subject, sink);
      for (int i = 0; i < fields.size(); i++) {
        fields.get(i).read(group, row, subject, sink);
      }
    }
    choose();
  }

  /** One of each kind; an e-mail is not mapped where the id that it would give is there. */
  private void choose() {
    present.clear();
    boolean hasOwn = false;
    for (int i = 0; i < fields.size(); i++) {
      hasOwn |= kinds.get(i) == own && fields.get(i).isPresent();
    }
    for (int i = 0; i < fields.size(); i++) {
      boolean isSpare =
          (kinds.get(i) == Kind.EMAIL && hasOwn)
              || (!present.isEmpty() && kinds.get(present.get(present.size() - 1)) == kinds.get(i));
      if (fields.get(i).isPresent() && !isSpare) {
        present.add(i);
      }
    }
  }

  /** Whether there is anything to know the person by. */
  boolean isIdentified() {
    return !present.isEmpty() || impression.isPresent();
  }

  /** How many identifiers, besides the impression. */
  int size() {
    return present.size();
  }

  /** The kind of an identifier. */
  Kind kind(int i) {
    return kinds.get(present.get(i));
  }

  /** An identifier, valid until the next is read. */
  Text value(int i) {
    fields.get(present.get(i)).value(0, value);
    return value;
  }

  /** The impression, where there is one. */
  Field impression() {
    return impression;
  }

  /** Says what is odd about the identifiers of an order that goes. */
  void report(MappingSink sink) {
    if (impression.isConflicting()) {
      sink.notice(Code.ORDER_IDENTITY_CONFLICT, impression.label(), "");
    }
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isConflicting()) {
        sink.notice(Code.ORDER_IDENTITY_CONFLICT, fields.get(i).label(), "");
      }
    }
    if (!hasToldOfHashes) {
      tellOfHashes(sink);
    }
  }

  /** Once a run: nobody can see whether a hash was made as the operator makes it. */
  private void tellOfHashes(MappingSink sink) {
    for (int i = 0; i < fields.size(); i++) {
      if (kinds.get(i).isMapped() && fields.get(i).hashes().hasHashed()) {
        sink.notice(Code.PREHASHED_INPUT, fields.get(i).label(), "");
        hasToldOfHashes = true;
      }
    }
  }
}
