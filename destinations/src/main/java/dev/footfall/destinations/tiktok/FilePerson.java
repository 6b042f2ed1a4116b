package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Text;

/**
 * The one e-mail and one phone that a line of a file holds: those of the smallest digest, hashed or
 * plain. One thread.
 */
final class FilePerson {
  private final boolean isHashed;
  private final TikTokPerson person;
  private final Subject subject;
  private final Field plainEmail;
  private final Field plainPhone;
  private final Sha256 sha256 = Sha256.ofThread();
  private final byte[] hex = new byte[Sha256.HEX];
  private final Text wanted = new Text();
  private final Text value = new Text();

  FilePerson(
      Binding binding,
      DestinationSpec spec,
      boolean isHashed,
      TikTokPerson person,
      Subject subject) {
    this.isHashed = isHashed;
    this.person = person;
    this.subject = subject;
    this.plainEmail = plain(binding, spec, "email");
    this.plainPhone = plain(binding, spec, "phone");
  }

  private static Field plain(Binding binding, DestinationSpec spec, String name) {
    ColumnSpec column = spec.column(name).orElseThrow();
    OrDigest rule = new OrDigest(column.normaliser().orElseThrow());
    return new Field(
        binding, column.rule(FieldRule.plain(rule, column.rule().code())), Field.Gather.ALL);
  }

  /** Reads the good rows; says which values are left out. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    report(person.email(), sink);
    report(person.phone(), sink);
    if (!isHashed) {
      read(plainEmail, group, lines);
      read(plainPhone, group, lines);
    }
  }

  private static void report(Field field, MappingSink sink) {
    if (field.size() > 1) {
      sink.notice(Code.FIELD_DROPPED, field.label(), "a line of a file holds one value");
    }
  }

  private void read(Field field, RowGroup group, OrderLines lines) {
    field.clear();
    for (int k = 0; k < lines.good(); k++) {
      field.read(group, lines.row(k), subject, Unheard.SINK);
    }
  }

  void write(CsvLine line) {
    write(person.email(), plainEmail, line);
    write(person.phone(), plainPhone, line);
  }

  private void write(Field hashed, Field plain, CsvLine line) {
    if (!hashed.isPresent()) {
      line.blank();
      return;
    }
    hashed.value(0, wanted);
    for (int i = 0; !isHashed && i < plain.size(); i++) {
      plain.value(i, value);
      sha256.hexInto(value, hex, 0);
      if (wanted.sameBytes(hex)) {
        line.text(value);
        return;
      }
    }
    line.text(wanted);
  }
}
