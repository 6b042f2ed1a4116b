package dev.footfall.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML into a tree that knows its places. Anchors are resolved; no type is ever built. */
final class YamlReader {
  private static final int DEEPEST = 20;

  private final Faults faults;

  private YamlReader(Faults faults) {
    this.faults = faults;
  }

  /** The document's keys and values; empty, with the reason among the faults, when it has none. */
  static Optional<YamlValue.Mapping> read(String yaml, Faults faults) {
    YamlReader reader = new YamlReader(faults);
    try {
      Compose compose = new Compose(LoadSettings.builder().setLabel("footfall.yaml").build());
      return compose.composeString(yaml).flatMap(node -> reader.document(reader.value(node, 0)));
    } catch (MarkedYamlEngineException broken) {
      Place place = broken.getProblemMark().map(YamlReader::place).orElse(Place.START);
      faults.add(place, "not valid YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      faults.add(Place.START, "not valid YAML: only one document with plain values is allowed");
    }
    return Optional.empty();
  }

  private Optional<YamlValue.Mapping> document(YamlValue value) {
    if (value instanceof YamlValue.Mapping mapping) {
      return Optional.of(mapping);
    }
    faults.add(value.place(), "expected keys such as 'sources:', found " + value.kind());
    return Optional.empty();
  }

  private YamlValue value(Node node, int depth) {
    Place place = node.getStartMark().map(YamlReader::place).orElse(Place.START);
    if (depth > DEEPEST) {
      faults.add(place, "nested too deeply");
      return new YamlValue.Nothing(place);
    }
    if (node instanceof MappingNode mapping) {
      List<YamlValue.Entry> entries = new ArrayList<>();
      mapping.getValue().forEach(tuple -> entries.add(entry(tuple, depth)));
      return new YamlValue.Mapping(place, entries);
    }
    if (node instanceof SequenceNode sequence) {
      return new YamlValue.Items(
          place, sequence.getValue().stream().map(item -> value(item, depth + 1)).toList());
    }
    return node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())
        ? new YamlValue.Text(place, scalar.getValue())
        : new YamlValue.Nothing(place);
  }

  private YamlValue.Entry entry(NodeTuple tuple, int depth) {
    Node key = tuple.getKeyNode();
    Place place = key.getStartMark().map(YamlReader::place).orElse(Place.START);
    YamlValue value = value(tuple.getValueNode(), depth + 1);
    if (key instanceof ScalarNode scalar) {
      return new YamlValue.Entry(scalar.getValue(), place, value);
    }
    faults.add(place, "a key must be text");
    return new YamlValue.Entry("", place, value);
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
