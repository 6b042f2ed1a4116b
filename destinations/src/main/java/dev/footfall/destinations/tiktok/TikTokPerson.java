package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
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

/** Who bought: hashed e-mails and phones. Reused from order to order by one thread. */
final class TikTokPerson {
  private static final byte[] USER = JsonBytes.key("user");
  private static final byte[] EMAIL = JsonBytes.key("email");
  private static final byte[] PHONE = JsonBytes.key("phone");
  private static final byte[] EXTERNAL_ID = JsonBytes.key("external_id");

  private final Field email;
  private final Field phone;
  private final Field externalId;
  private final List<Field> fields = new ArrayList<>();
  private final Subject subject;
  private final Text value = new Text();

  TikTokPerson(
      Binding binding, DestinationSpec spec, TikTokSettings.Reading settings, Subject subject) {
    this.subject = subject;
    this.email = field(binding, spec, "email");
    this.phone = field(binding, spec, "phone");
    this.externalId = field(binding, spec, "external_id");
    fields.add(email);
    fields.add(phone);
    if (settings.externalId()) {
      fields.add(externalId);
    }
  }

  private static Field field(Binding binding, DestinationSpec spec, String column) {
    return new Field(binding, spec.column(column).orElseThrow(), Field.Gather.SORTED);
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    clear();
    for (int k = 0; k < lines.judged(); k++) {
      readRow(group, lines.row(k), sink);
    }
  }

  /** Reads one row alone. */
  void readAlone(RowGroup group, int row, MappingSink sink) {
    clear();
    readRow(group, row, sink);
  }

  private void clear() {
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).clear();
    }
  }

  private void readRow(RowGroup group, int row, MappingSink sink) {
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).read(group, row, subject, sink);
    }
  }

  /** Whether there is an e-mail or phone; a customer id is no identity for TikTok. */
  boolean isIdentified() {
    return email.isPresent() || phone.isPresent();
  }

  /** Says what is worth knowing about the identities. */
  void report(MappingSink sink) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.size() > 1) {
        sink.notice(Code.ORDER_IDENTITY_CONFLICT, field.label(), "");
      }
    }
  }

  /** Adds the smallest digest of each kind, joined by a bar. */
  void nameInto(ByteBuilder name) {
    add(email, name);
    name.add('|');
    add(phone, name);
  }

  private void add(Field field, ByteBuilder name) {
    if (field.isPresent()) {
      field.value(0, value);
      name.add(value);
    }
  }

  void write(JsonBytes json) {
    json.key(USER).beginObject();
    email.writeArray(json, EMAIL);
    phone.writeArray(json, PHONE);
    externalId.writeArray(json, EXTERNAL_ID);
    json.endObject();
  }

  /** Hashed e-mails, ascending. */
  Field email() {
    return email;
  }

  /** Hashed phones, ascending. */
  Field phone() {
    return phone;
  }
}
