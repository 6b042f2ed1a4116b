package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;

/** Who a row is about. Used by one thread. */
final class Person {
  private static final byte[] ALIAS = JsonBytes.key("user_alias");
  private static final byte[] NAME = JsonBytes.key("alias_name");
  private static final byte[] LABEL = JsonBytes.key("alias_label");
  private static final byte[] ONLY_EXISTING = JsonBytes.key("_update_existing_only");
  private static final char RECORD = 0x1E;

  private final boolean isAlias;
  private final boolean onlyExisting;
  private final byte[] key;
  private final PlainCell first;
  private final PlainCell second;
  private final ByteBuilder id = new ByteBuilder(64);
  private final ByteBuilder label = new ByteBuilder(64);

  Person(Binding binding, BrazeSettings.People people) {
    Identifier identifier = people.identifier();
    this.isAlias = identifier == Identifier.USER_ALIAS;
    this.onlyExisting = people.onlyExisting();
    this.key = JsonBytes.key(identifier.key());
    this.first = new PlainCell(binding, identifier.columns().get(0));
    this.second = new PlainCell(binding, identifier.columns().get(identifier.columns().size() - 1));
  }

  /** The query's own label of the column that is to blame when there is nobody. */
  String label() {
    return id.length() == 0 ? first.label() : second.label();
  }

  /** Reads a row of a batch; false when it names nobody. */
  boolean read(RowBatch batch, int row) {
    id.clear().add(first.read(batch, row));
    label.clear();
    if (isAlias) {
      label.add(second.read(batch, row));
    }
    return isThere();
  }

  /** Reads a row of a group; false when it names nobody. */
  boolean read(RowGroup group, int row) {
    id.clear().add(first.read(group, row));
    label.clear();
    if (isAlias) {
      label.add(second.read(group, row));
    }
    return isThere();
  }

  private boolean isThere() {
    return id.length() > 0 && (!isAlias || label.length() > 0);
  }

  /** Appends who was read, in bytes that name nobody else. */
  void name(ByteBuilder out) {
    if (isAlias) {
      out.add(label.bytes(), 0, label.length()).add(RECORD);
    }
    out.add(id.bytes(), 0, id.length());
  }

  /** Writes who was read, and whether others may be created. */
  void write(JsonBytes json) {
    if (isAlias) {
      json.key(ALIAS).beginObject();
      json.key(NAME).text(id.bytes(), 0, id.length());
      json.key(LABEL).text(label.bytes(), 0, label.length()).endObject();
    } else {
      json.key(key).text(id.bytes(), 0, id.length());
    }
    json.key(ONLY_EXISTING).flag(onlyExisting);
  }

  /** What kind of identifier it is, then the separator of key fields, for ledger keys. */
  static byte[] kind(BrazeSettings.People people) {
    return Text.utf8(people.identifier().key() + (char) 0x1F);
  }
}
