package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * Members of one object of an event, each the first value of its column that survives. Of several
 * columns for one member the first that holds something counts. Reused by one thread.
 */
final class Attributes {
  private final Binding binding;
  private final Code conflict;
  private final List<Member> members = new ArrayList<>();

  /**
   * One column's place.
   *
   * @param target the same for the columns of one member
   */
  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  private record Member(Field field, String target, byte[] key, boolean isList) {
    static Member of(Field field, String target) {
      String name = target.substring(target.lastIndexOf('.') + 1);
      return new Member(
          field, target, JsonBytes.key(name.replace("[]", "")), target.endsWith("[]"));
    }
  }

  /** Who a row is about. */
  interface Subjects {
    Subject of(int row, Field field);
  }

  /** Members that rows may disagree on, which is reported as {@code conflict}. */
  Attributes(Binding binding, Code conflict) {
    this.binding = binding;
    this.conflict = conflict;
  }

  /** Adds a column. */
  Field add(ColumnSpec column) {
    Field field = new Field(binding, column, Field.Gather.FIRST);
    if (field.isBound()) {
      members.add(Member.of(field, column.target()));
    }
    return field;
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    for (int i = 0; i < members.size(); i++) {
      Field field = members.get(i).field;
      field.clear();
      for (int k = 0; k < lines.judged(); k++) {
        field.read(group, lines.row(k), subjects.of(lines.row(k), field), sink);
      }
      if (field.isConflicting()) {
        sink.notice(conflict, field.label(), "");
      }
    }
  }

  /** Writes the members that have a value. */
  void write(JsonBytes json) {
    String written = "";
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!member.field.isPresent() || member.target.equals(written)) {
        continue;
      }
      written = member.target;
      if (member.isList) {
        member.field.writeArray(json, member.key);
      } else {
        member.field.writeText(json, member.key);
      }
    }
  }
}
