package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Booleans.Flag;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/** Rows that must not be sent, whatever else they hold. Used by one thread. */
final class Gate {
  private static final String OPT_OUT = "opt_out";

  /** Why a row is held back, and the query's own label of the column that says so. */
  record Closed(Code code, String label) {
    /** Whether it is the person who does not want it, so that no other row goes either. */
    boolean isPersonal() {
      return code != Code.RETURN_OR_CANCELLATION;
    }
  }

  private record FlagColumn(int index, String label, boolean isOptOut) {}

  private final List<FlagColumn> columns;
  private final Text scratch = new Text();

  Gate(Binding binding) {
    this.columns =
        List.of(OPT_OUT, "is_return", "is_cancellation").stream()
            .filter(binding::has)
            .map(
                name ->
                    new FlagColumn(binding.index(name), binding.label(name), name.equals(OPT_OUT)))
            .toList();
  }

  /** Why a row is held back; empty when it may go. */
  Optional<Closed> closed(RowGroup group, int row) {
    for (FlagColumn column : columns) {
      Flag flag = Booleans.read(group.column(column.index(), row), group.row(row), scratch);
      if (flag == Flag.TRUE) {
        return Optional.of(
            new Closed(
                column.isOptOut() ? Code.OPTED_OUT : Code.RETURN_OR_CANCELLATION, column.label()));
      }
      if (flag == Flag.UNREADABLE && column.isOptOut()) {
        return Optional.of(new Closed(Code.BAD_OPT_OUT, column.label()));
      }
    }
    return Optional.empty();
  }
}
