package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** Enters what mapping decided into the books, and tells the listener. One thread. */
final class Verdicts {
  private final RunScope scope;
  private final int orderColumn;
  private final Text text = new Text();

  Verdicts(RunScope scope) {
    this.scope = scope;
    this.orderColumn = scope.binding().canonicalIndex("order_id");
  }

  /** Rows that are in no event. */
  void rejections(RowGroup group, GroupSink sink) {
    if (sink.mergedRows() > 0) {
      scope.books().mergedRows(sink.mergedRows());
    }
    if (!sink.hasRejections()) {
      return;
    }
    for (int row = 0; row < sink.rows(); row++) {
      Optional<GroupSink.Note> note = sink.rejection(row);
      if (note.isPresent()) {
        GroupSink.Note why = note.get();
        scope.books().rejectedRows(why.code(), 1);
        if (why.code() != Code.FORGOTTEN_PERSON) { // of whom nothing is written down
          scope.ward().rejected(group, row, why.code(), why.column());
          tell(group, row, why, RowFate.REJECTED.label());
        }
      }
    }
  }

  /** The event goes out: now its notices count. */
  void built(RowGroup group, Event event, GroupSink sink) {
    scope.books().built();
    for (GroupSink.Note note : sink.notes()) {
      if (note.row() >= 0
          && (sink.rejection(note.row()).isPresent() || !isOf(event, group, note.row(), sink))) {
        continue;
      }
      scope.books().warning(note.code(), 1);
      if (note.row() >= 0) {
        tell(group, note.row(), note, "sent");
      } else {
        tell(event, note.code(), note.column(), message(note), "sent");
      }
    }
  }

  /** Whether a row of the group is the event's; of several events each has its own. */
  private static boolean isOf(Event event, RowGroup group, int row, GroupSink sink) {
    if (sink.events().size() == 1) {
      return true;
    }
    long wanted = group.rowNumber(row);
    for (long number : event.rows().numbers()) {
      if (number == wanted) {
        return true;
      }
    }
    return false;
  }

  /** An earlier version of the event was delivered; this one goes, too. */
  void changed(Event event) {
    scope.books().warning(Code.RESENT_CHANGED_ROW, 1);
    tell(event, Code.RESENT_CHANGED_ROW, "", Code.RESENT_CHANGED_ROW.meaning(), "sent");
  }

  void duplicate(RowGroup group) {
    scope.books().event(RowFate.DUPLICATE, group.size());
    whole(group, Code.DUPLICATE_EVENT, RowFate.DUPLICATE);
  }

  void duplicateEvent(Event event) {
    scope.books().event(RowFate.DUPLICATE, event.rows().count());
    tell(
        event, Code.DUPLICATE_EVENT, "", Code.DUPLICATE_EVENT.meaning(), RowFate.DUPLICATE.label());
  }

  void alreadyDelivered(RowGroup group) {
    scope.books().event(RowFate.ALREADY_DELIVERED, group.size());
    scope.ward().delivered(group);
  }

  void alreadyDelivered(Event event) {
    scope.books().event(RowFate.ALREADY_DELIVERED, event.rows().count());
    scope.ward().delivered(event);
  }

  void unknown(Event event) {
    scope.books().event(RowFate.UNKNOWN, event.rows().count());
    tell(
        event, Code.DELIVERY_UNKNOWN, "", Code.DELIVERY_UNKNOWN.meaning(), RowFate.UNKNOWN.label());
  }

  private void whole(RowGroup group, Code code, RowFate fate) {
    for (int row = 0; row < group.size(); row++) {
      tell(group, row, new GroupSink.Note(row, code, "", ""), fate.label());
    }
  }

  private void tell(RowGroup group, int row, GroupSink.Note note, String fate) {
    if (scope.fates() != FateListener.NONE) {
      scope
          .fates()
          .hear(
              new FateListener.Line(
                  group.rowNumber(row),
                  orderId(group, row),
                  note.code(),
                  note.column(),
                  message(note),
                  fate));
    }
  }

  private void tell(Event event, Code code, String column, String message, String fate) {
    for (long number : event.rows().numbers()) {
      scope
          .fates()
          .hear(new FateListener.Line(number, event.rows().orderId(), code, column, message, fate));
    }
  }

  private static String message(GroupSink.Note note) {
    return note.detail().isEmpty()
        ? note.code().meaning()
        : note.code().meaning() + ": " + note.detail();
  }

  private String orderId(RowGroup group, int row) {
    if (orderColumn < 0) {
      return "";
    }
    Column column = group.column(orderColumn, row);
    if (column.isNull(group.row(row))) {
      return "";
    }
    column.text(group.row(row), text);
    return text.trim().decode();
  }
}
