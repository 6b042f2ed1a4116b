package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.source.Text;
import java.util.List;

/** Who an event is about: {@code user_data}. Reused from order to order by one thread. */
final class MetaPerson {
  /** The keys with a part in the identity check; the place is the bit. */
  private static final List<String> KEYS =
      List.of(
          "em",
          "ph",
          "fn",
          "ln",
          "db",
          "ge",
          "ct",
          "st",
          "zp",
          "country",
          "client_user_agent",
          "other");

  /** Sets of fields that Meta finds too broad to tell people apart. */
  private static final int[] TOO_BROAD = {
    bits("ct", "country", "st", "zp", "ge", "client_user_agent"),
    bits("db", "client_user_agent"),
    bits("fn", "ge"),
    bits("ln", "ge")
  };

  private static final int EMAIL_OR_PHONE = bits("em", "ph");
  private static final int USER_AGENT = bits("client_user_agent");
  private static final int OTHER = bits("other");
  private static final byte[] USER_DATA = JsonBytes.key("user_data");

  private final MetaFields fields;
  private final Subjects subjects;
  private final boolean emailOrPhone;
  private final Field email;
  private final Field phone;
  private final Field state;
  private final Field country;
  private final Field externalId;
  private final Text text = new Text();

  MetaPerson(Binding binding, DestinationSpec spec, MetaSettings.Rules rules, Subjects subjects) {
    this.fields = new MetaFields(binding);
    this.subjects = subjects;
    this.emailOrPhone = rules.emailOrPhone();
    this.email = hashed(spec, "email", "em", Field.Gather.ALL);
    this.phone = hashed(spec, "phone", "ph", Field.Gather.ALL);
    hashed(spec, "given_name", "fn", Field.Gather.FIRST);
    hashed(spec, "surname", "ln", Field.Gather.FIRST);
    hashed(spec, "birthdate", "db", Field.Gather.FIRST);
    hashed(spec, "gender", "ge", Field.Gather.FIRST);
    hashed(spec, "city", "ct", Field.Gather.FIRST);
    this.state = hashed(spec, "state", "st", Field.Gather.FIRST);
    hashed(spec, "postal", "zp", Field.Gather.FIRST);
    this.country = hashed(spec, "country", "country", Field.Gather.FIRST);
    plain(spec, "madid", "client_ip_address");
    fields.first(column(spec, "client_user_agent"), "client_user_agent", USER_AGENT);
    this.externalId = fields.list(externalId(spec, rules), "external_id", Field.Gather.ALL, OTHER);
    plain(spec, "fbc", "fbp", "lead_id", "fb_login_id");
    plain(spec, "subscription_id", "anon_id", "ctwa_clid", "page_id");
  }

  private Field hashed(DestinationSpec spec, String column, String key, Field.Gather gather) {
    return fields.list(column(spec, column), key, gather, bits(key));
  }

  private void plain(DestinationSpec spec, String... columns) {
    for (String column : columns) {
      fields.first(column(spec, column), column, OTHER);
    }
  }

  private static ColumnSpec column(DestinationSpec spec, String name) {
    return spec.column(name).orElseThrow();
  }

  private static ColumnSpec externalId(DestinationSpec spec, MetaSettings.Rules rules) {
    ColumnSpec column = column(spec, "external_id");
    return rules.hashExternalId()
        ? column
        : column.rule(FieldRule.plain(PlainText.oneLine(), Code.FIELD_DROPPED));
  }

  private static int bits(String... keys) {
    int bits = 0;
    for (String key : keys) {
      bits |= 1 << KEYS.indexOf(key);
    }
    return bits;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    fields.read(group, lines, subjects, sink);
  }

  /** Whether there is enough to find a person. */
  boolean isIdentified() {
    int present = fields.present();
    if (emailOrPhone) {
      return (present & EMAIL_OR_PHONE) != 0;
    }
    for (int set : TOO_BROAD) {
      if ((present & ~set) == 0) {
        return false;
      }
    }
    return true;
  }

  boolean hasUserAgent() {
    return (fields.present() & USER_AGENT) != 0;
  }

  /** The state as it is sent. */
  Field state() {
    return state;
  }

  /** The country as it is sent. */
  Field country() {
    return country;
  }

  /** Adds the first e-mail, phone and external id, each followed by a bar, to an event's name. */
  void nameInto(ByteBuilder name) {
    addFirst(email, name);
    addFirst(phone, name);
    addFirst(externalId, name);
  }

  private void addFirst(Field field, ByteBuilder name) {
    if (field.isPresent()) {
      field.value(0, text);
      name.add(text);
    }
    name.add('|');
  }

  void write(JsonBytes json) {
    json.key(USER_DATA).beginObject();
    fields.write(json);
    json.endObject();
  }
}
