package dev.footfall.destinations.braze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.attribute.AttributeCell.Written;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a column of arrays, maps and rows, or of their JSON text, and writes it in one way only, so
 * that equal values have equal bytes. Used by one thread.
 *
 * @param place the column
 * @param shape what may be sent of a value; empty when nothing
 * @param scratch for the cell's text
 */
record NestedCell(
    Attribute.Place place, Function<JsonNode, Optional<JsonNode>> shape, Text scratch) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** Braze keeps no more of an array. */
  private static final int MOST_ELEMENTS = 100;

  Written write(RowGroup group, int row, JsonBytes json, MappingSink sink) {
    Column column = place.column(group, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return Written.BLANK;
    }
    column.text(at, scratch);
    if (scratch.trim().isEmpty()) {
      return Written.BLANK;
    }
    Optional<JsonNode> value = parse(scratch.decode());
    if (value.filter(JsonNode::isNull).isPresent()) {
      return Written.BLANK;
    }
    Optional<JsonNode> sent = value.flatMap(shape).filter(CanonicalJson::isSendable);
    if (sent.isEmpty()) {
      return place.dropped(row, sink);
    }
    json.key(place.key());
    if (CanonicalJson.write(sent.get(), MOST_ELEMENTS, json)) {
      sink.dropped(row, Code.ARRAY_TRUNCATED, place.label(), "");
    }
    return Written.WRITTEN;
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
