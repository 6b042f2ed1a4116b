package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Text;
import java.util.List;

/** Who bought. Reused from order to order by one thread. */
final class GoogleIdentity {
  /** What makes an address, in the order of its keys. */
  static final List<String> ADDRESS = List.of("given_name", "surname", "country", "postal");

  private final GoogleFields identifiers;
  private final GoogleFields details;
  private final Field emails;
  private final Field phones;
  private final List<Field> address;
  private final boolean hasAddress;

  /** Takes e-mails and phones one after the other. */
  @FunctionalInterface
  interface Visitor {
    void visit(Text hash, boolean isEmail);
  }

  GoogleIdentity(Binding binding, DestinationSpec spec, GoogleSettings settings, boolean isHashed) {
    this.identifiers = new GoogleFields(binding, spec);
    this.details = new GoogleFields(binding, spec);
    this.hasAddress = settings.isFile() || settings.target().isStoreSales();
    GoogleFields read = hasAddress ? details : new GoogleFields(binding, spec);
    this.emails = isHashed ? identifiers.all("email") : unhashed(identifiers, "email");
    this.phones = isHashed ? identifiers.all("phone") : unhashed(identifiers, "phone");
    this.address =
        ADDRESS.stream()
            .map(
                column ->
                    isHashed || ADDRESS.indexOf(column) > 1
                        ? read.first(column)
                        : read.unhashed(column, Field.Gather.FIRST))
            .toList();
  }

  private static Field unhashed(GoogleFields fields, String column) {
    return fields.unhashed(column, Field.Gather.ALL);
  }

  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    identifiers.read(group, lines, subjects, sink);
    details.read(group, lines, subjects, sink);
  }

  /** Says what stays behind of more than so many identifiers. */
  void report(int most, MappingSink sink) {
    details.reportConflicts(sink);
    boolean isCut = emails.size() + phones.size() > most;
    if (isCut || emails.isConflicting() || phones.isConflicting()) {
      sink.notice(Code.IDENTIFIERS_TRUNCATED, "", "at most " + most);
    }
  }

  /** Whether Google could find somebody by it. */
  boolean isPresent() {
    return emails.isPresent() || phones.isPresent() || isAddressComplete();
  }

  /** Whether names, country and postal code are all there. */
  boolean isAddressComplete() {
    if (!hasAddress) {
      return false;
    }
    for (int i = 0; i < address.size(); i++) {
      if (!address.get(i).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** A part of {@link #ADDRESS}. */
  Field address(int part) {
    return address.get(part);
  }

  Field emails() {
    return emails;
  }

  Field phones() {
    return phones;
  }

  /** Shows the first e-mail, the first phone, the second e-mail and so on, at most so many. */
  void forEach(int most, Text value, Visitor visitor) {
    int shown = 0;
    for (int i = 0; i < Math.max(emails.size(), phones.size()) && shown < most; i++) {
      if (i < emails.size()) {
        emails.value(i, value);
        visitor.visit(value, true);
        shown++;
      }
      if (i < phones.size() && shown < most) {
        phones.value(i, value);
        visitor.visit(value, false);
        shown++;
      }
    }
  }
}
