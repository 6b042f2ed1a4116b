package dev.footfall.destinations.snapchat;

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
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who it was: {@code user_data}. Reused from order to order by one thread. */
final class SnapchatPerson {
  private static final byte[] USER_DATA = JsonBytes.key("user_data");
  private static final List<String> BEFORE_MOBILE =
      List.of(
          "email",
          "phone",
          "first_name",
          "last_name",
          "gender",
          "birthdate",
          "city",
          "state",
          "zip",
          "country",
          "external_id");
  private static final List<String> AFTER_MOBILE =
      List.of(
          "idfv", "ip_address", "user_agent", "click_id", "uuid_c1", "lead_id", "subscription_id");

  private final Attributes attributes;
  private final Map<String, Field> byColumn = new HashMap<>();
  private final List<Field> mobile = new ArrayList<>();
  private final Field email;
  private final Field phone;
  private final Field externalId;
  private final Field address;
  private final Field agent;
  private final RowSubjects places;
  private final RowSubjects phones;
  private final Text value = new Text();

  SnapchatPerson(
      Binding binding, DestinationSpec spec, SnapchatSettings.Reading settings, LocalDate today) {
    this.attributes = new Attributes(binding, Code.ORDER_IDENTITY_CONFLICT);
    Stream.of(BEFORE_MOBILE, SnapchatColumns.MOBILE_IDS, AFTER_MOBILE)
        .flatMap(List::stream)
        .forEach(name -> byColumn.put(name, attributes.add(column(spec, settings, name))));
    SnapchatColumns.MOBILE_IDS.forEach(name -> mobile.add(field(name)));
    this.email = field("email");
    this.phone = field("phone");
    this.externalId = field("external_id");
    this.address = field("ip_address");
    this.agent = field("user_agent");
    ColumnSpec country = spec.column("country").orElseThrow();
    String region = settings.phoneRegion();
    this.phones = new RowSubjects(new Subjects(binding, country, region, today));
    this.places =
        settings
            .country()
            .map(c -> new Subjects(binding, country, new Subject(c, region, today)))
            .map(RowSubjects::new)
            .orElse(phones);
  }

  private static ColumnSpec column(
      DestinationSpec spec, SnapchatSettings.Reading settings, String name) {
    ColumnSpec column = spec.column(name).orElseThrow();
    return name.equals("birthdate")
        ? column.rule(SnapchatColumns.birthdate(settings.slashes()))
        : column;
  }

  private Field field(String column) {
    return Optional.ofNullable(byColumn.get(column)).orElseThrow();
  }

  /** The field of a column of {@code user_data}. */
  Optional<Field> find(String column) {
    return Optional.ofNullable(byColumn.get(column));
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    phones.read(group);
    places.read(group);
    attributes.read(group, lines, this::subject, sink);
  }

  @SuppressWarnings("ReferenceEquality") // the very field is meant
  private Subject subject(int row, Field field) {
    return (field == phone ? phones : places).of(row);
  }

  /** What is known of a row of the order that was read. */
  Subject subject(int row) {
    return places.of(row);
  }

  /** Whether there is somebody whom Snapchat could find. */
  boolean isIdentified() {
    return email.isPresent()
        || phone.isPresent()
        || (address.isPresent() && agent.isPresent())
        || firstMobile().isPresent();
  }

  private Optional<Field> firstMobile() {
    for (int i = 0; i < mobile.size(); i++) {
      if (mobile.get(i).isPresent()) {
        return Optional.of(mobile.get(i));
      }
    }
    return Optional.empty();
  }

  /** Adds the first of e-mail, phone, mobile ad id, customer id and IP address. */
  void firstInto(ByteBuilder name) {
    Field first =
        email.isPresent()
            ? email
            : phone.isPresent()
                ? phone
                : firstMobile().orElse(externalId.isPresent() ? externalId : address);
    first.value(0, value);
    name.add(value);
  }

  void write(JsonBytes json) {
    json.key(USER_DATA).beginObject();
    attributes.write(json);
    json.endObject();
  }
}
