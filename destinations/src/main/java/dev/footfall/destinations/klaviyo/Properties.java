package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of the column {@code properties}. Used by one thread. */
final class Properties {
  private static final JsonNode NONE = ExactJson.object();

  private final int index;
  private final String label;
  private final Set<String> explicit;
  private final Text cell = new Text();
  private JsonNode members = NONE;

  /**
   * Members of the query's column.
   *
   * @param explicit names of columns that win over members
   */
  Properties(Binding binding, Set<String> explicit) {
    this.index = binding.index("properties");
    this.label = binding.label("properties");
    this.explicit = Set.copyOf(explicit);
  }

  String label() {
    return label;
  }

  /** Whether the cell of a row is an object, or nothing. */
  boolean read(RowGroup group, int row) {
    members = NONE;
    if (index < 0) {
      return true;
    }
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return true;
    }
    column.text(at, cell);
    if (cell.trim().isEmpty()) {
      return true;
    }
    Optional<JsonNode> object = ExactJson.read(cell.copy()).filter(JsonNode::isObject);
    members = object.orElse(NONE);
    return object.isPresent();
  }

  /** Writes the members that no column replaces; those with reserved names are reported. */
  void write(int row, JsonBytes json, MappingSink sink) {
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      String name = member.getKey();
      if (name.isBlank() || name.startsWith("$")) {
        sink.dropped(row, Code.FIELD_DROPPED, label, "a member's name is blank or begins with $");
      } else if (!explicit.contains(name) && !member.getValue().isNull()) {
        json.key(JsonBytes.anyKey(name)).raw(ExactJson.write(member.getValue()));
      }
    }
  }
}
