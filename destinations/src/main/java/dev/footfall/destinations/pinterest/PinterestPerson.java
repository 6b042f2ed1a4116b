package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;
import java.util.List;

/** Who bought: {@code user_data}. Reused from order to order by one thread. */
final class PinterestPerson {
  private static final byte[] USER_DATA = JsonBytes.key("user_data");
  private static final List<String> ATTRIBUTES =
      List.of("ph", "fn", "ln", "db", "ge", "ct", "st", "zp", "country");

  private final PinterestSettings settings;
  private final Subjects subjects;
  private final PinterestFields fields;
  private final PinterestFields browser;
  private final Field email;
  private final Field maid;
  private final Field state;
  private final Field externalId;
  private final Field address;
  private final Field agent;
  private final Text value = new Text();

  PinterestPerson(
      Binding binding, DestinationSpec spec, PinterestSettings settings, Subjects subjects) {
    this.settings = settings;
    this.subjects = subjects;
    this.fields = new PinterestFields(binding);
    this.browser = new PinterestFields(binding);
    PinterestFields unsent = new PinterestFields(binding);
    PinterestFields api = settings.isFile() ? unsent : fields;
    this.email = fields.add(column(spec, "em"));
    Field read = email;
    for (String name : ATTRIBUTES) {
      Field field = api.add(attribute(spec, name));
      read = name.equals("st") ? field : read;
    }
    this.state = read;
    this.externalId = api.add(column(spec, "external_id"));
    boolean hasMaid = !settings.isFile() || settings.file().hasMadid();
    this.maid = (hasMaid ? fields : unsent).add(column(spec, "hashed_maids"));
    api.add(column(spec, "click_id"));
    api.add(column(spec, "partner_id"));
    PinterestFields pair = settings.isFile() ? unsent : browser;
    this.address = pair.add(column(spec, "client_ip_address"));
    this.agent = pair.add(column(spec, "client_user_agent"));
  }

  private static ColumnSpec column(DestinationSpec spec, String name) {
    return spec.column(name).orElseThrow();
  }

  private ColumnSpec attribute(DestinationSpec spec, String name) {
    ColumnSpec column = column(spec, name);
    return name.equals("db")
        ? column.rule(PinterestColumns.birthdate(settings.reading().slashes()))
        : column;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    fields.read(group, lines, subjects, sink);
    browser.read(group, lines, subjects, sink);
    if (email.size() > 1) {
      sink.notice(Code.ORDER_IDENTITY_CONFLICT, email.label(), "");
    }
    if (address.isPresent() != agent.isPresent()) {
      String lone = address.isPresent() ? address.label() : agent.label();
      sink.notice(Code.FIELD_DROPPED, lone, "IP address and user agent go together only");
    }
  }

  /** Whether there is somebody whom Pinterest could find; a phone alone is nobody. */
  boolean isIdentified() {
    return email.isPresent() || maid.isPresent() || hasBrowser();
  }

  private boolean hasBrowser() {
    return address.isPresent() && agent.isPresent();
  }

  boolean hasExternalId() {
    return externalId.isPresent();
  }

  String externalIdLabel() {
    return externalId.label();
  }

  boolean hasState() {
    return state.isPresent();
  }

  Field email() {
    return email;
  }

  Field maid() {
    return maid;
  }

  /** Adds the first of e-mail, mobile ad id and IP address. */
  void firstInto(ByteBuilder name) {
    Field first = email.isPresent() ? email : maid.isPresent() ? maid : address;
    first.value(0, value);
    name.add(value);
  }

  /** Adds all that tells this person from others, for the ledger. */
  void allInto(ByteBuilder name) {
    join(email, name);
    name.add('|');
    join(maid, name);
    if (!email.isPresent() && !maid.isPresent()) {
      name.add('|');
      join(address, name);
      name.add('|');
      join(agent, name);
    }
  }

  private void join(Field field, ByteBuilder name) {
    for (int i = 0; i < field.size(); i++) {
      if (i > 0) {
        name.add(',');
      }
      field.value(i, value);
      name.add(value);
    }
  }

  void write(JsonBytes json) {
    json.key(USER_DATA).beginObject();
    fields.write(json);
    if (hasBrowser()) {
      browser.write(json);
    }
    json.endObject();
  }
}
