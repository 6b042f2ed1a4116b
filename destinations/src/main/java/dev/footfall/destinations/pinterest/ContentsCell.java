package dev.footfall.destinations.pinterest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.PlainText;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code contents}: the items of a row in one cell. Reused by one thread. */
final class ContentsCell {
  /** Keys of an element's texts, in the order of {@link Item#texts}. */
  private static final List<String> TEXTS =
      List.of("id", "item_name", "item_category", "item_brand");

  private static final String PRICE = "item_price";
  private static final String QUANTITY = "quantity";
  private static final Subject NOBODY = new Subject("", "US", LocalDate.EPOCH);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final int index;
  private final String label;
  private final Text cell = new Text();
  private final Map<Integer, List<Item>> byRow = new HashMap<>();

  ContentsCell(Binding binding) {
    this.index = binding.index("contents");
    this.label = binding.label("contents");
  }

  /** The items of a row of the group; empty when its columns count. */
  List<Item> items(int row) {
    return index < 0 ? List.of() : byRow.getOrDefault(row, List.of());
  }

  /** Reads all rows of a group; a row with a wrong number inside leaves its order. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    if (index < 0) {
      return;
    }
    byRow.clear();
    for (int row = 0; row < group.size(); row++) {
      Column column = group.column(index, row);
      if (!column.isNull(group.row(row))) {
        column.text(group.row(row), cell);
        if (!cell.trim().isEmpty()) {
          readCell(group, row, lines, sink);
        }
      }
    }
  }

  private void readCell(RowGroup group, int row, OrderLines lines, MappingSink sink) {
    Optional<JsonNode> array = array(cell.decode());
    if (array.isEmpty()) {
      sink.dropped(row, Code.BAD_CONTENTS, label, "");
      return;
    }
    List<Item> items = new ArrayList<>();
    boolean hasOthers = false;
    for (JsonNode element : array.get()) {
      Item item = new Item();
      Optional<Code> fault = fill(item, element);
      if (fault.isPresent()) {
        lines.exclude(group, row, fault.get(), label);
        return;
      }
      hasOthers |= hasOthers(element);
      items.add(item);
    }
    if (hasOthers) {
      sink.dropped(row, Code.FIELD_DROPPED, label, "keys that Pinterest does not know");
    }
    byRow.put(row, items);
  }

  private static Optional<JsonNode> array(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.isArray()) {
        return Optional.empty();
      }
      for (JsonNode element : root) {
        if (!element.isObject()) {
          return Optional.empty();
        }
      }
      return Optional.of(root);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static boolean hasOthers(JsonNode element) {
    for (Iterator<String> names = element.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!TEXTS.contains(name) && !name.equals(PRICE) && !name.equals(QUANTITY)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Code> fill(Item item, JsonNode element) {
    for (int i = 0; i < TEXTS.size(); i++) {
      Text text = Text.of(scalar(element.path(TEXTS.get(i)))).trim();
      if (!text.isEmpty()) {
        String line = PlainText.oneLine().normalise(text.decode(), NOBODY, Trace.NONE).orElse("");
        byte[] bytes = Text.utf8(line);
        item.texts[i].set(bytes, 0, bytes.length);
      }
    }
    Text price = Text.of(scalar(element.path(PRICE))).trim();
    Text quantity = Text.of(scalar(element.path(QUANTITY))).trim();
    item.hasPrice = !price.isEmpty();
    item.hasQuantity = !quantity.isEmpty();
    Optional<Code> fault = number(price, item.price, Code.BAD_PRICE);
    if (fault.isEmpty()) {
      fault = number(quantity, item.quantity, Code.BAD_QUANTITY);
    }
    boolean isZero = fault.isEmpty() && item.hasQuantity && item.quantity.signum() == 0;
    return isZero ? Optional.of(Code.BAD_QUANTITY) : fault;
  }

  private static String scalar(JsonNode node) {
    return node.isNull() || node.isMissingNode()
        ? ""
        : node.isValueNode() ? node.asText() : node.toString();
  }

  private static Optional<Code> number(Text text, Decimal target, Code bad) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!target.parse(text.bytes(), text.start(), text.end())) {
      return Optional.of(bad);
    }
    return target.signum() < 0 ? Optional.of(Code.RETURN_OR_CANCELLATION) : Optional.empty();
  }
}
