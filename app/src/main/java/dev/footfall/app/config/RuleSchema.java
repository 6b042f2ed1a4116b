package dev.footfall.app.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.destination.ValueRule;
import java.util.regex.Pattern;

/** What a {@link ValueRule} is in JSON Schema. A reference fits wherever a value does. */
final class RuleSchema {
  /** Pattern of a text that holds a reference. */
  static final String REFERENCE = "\\$\\{(env|file):[^}]+\\}";

  private RuleSchema() {}

  /** A value of that rule, or a reference. */
  static ObjectNode of(ValueRule rule) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode either = node.putArray("anyOf");
    either.add(plain(rule));
    if (rule instanceof ValueRule.Whole || rule instanceof ValueRule.Flag) {
      either.addObject().put("type", "string").put("pattern", quoted(rule));
    } else if (rule instanceof ValueRule.Words words) {
      ObjectNode list = either.addObject().put("type", "array");
      ObjectNode item = list.putObject("items");
      item.putArray("type").add("string").add("number");
      pattern(item, words.each());
    }
    either.add(reference());
    return node;
  }

  /** A reference and nothing else, as a secret must be. */
  static ObjectNode secret() {
    return text().put("pattern", "^" + REFERENCE + "$");
  }

  private static ObjectNode reference() {
    return text().put("pattern", REFERENCE);
  }

  private static String quoted(ValueRule rule) {
    return rule instanceof ValueRule.Flag ? "^(true|false)$" : "^-?[0-9]+$";
  }

  private static ObjectNode plain(ValueRule rule) {
    if (rule instanceof ValueRule.Shaped shaped) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.putArray("type").add("string").add("integer");
      return pattern(node, shaped.pattern());
    } else if (rule instanceof ValueRule.Whole whole) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("type", "integer");
      return node.put("minimum", whole.least()).put("maximum", whole.most());
    } else if (rule instanceof ValueRule.Flag) {
      return JsonNodeFactory.instance.objectNode().put("type", "boolean");
    } else if (rule instanceof ValueRule.Choice choice) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ArrayNode values = node.putArray("enum");
      choice.values().forEach(values::add);
      return node;
    } else if (rule instanceof ValueRule.Url) {
      return text().put("format", "uri");
    } else if (rule instanceof ValueRule.Region) {
      return text().put("pattern", "^[A-Z]{2}$");
    }
    return text();
  }

  /** Java and ECMAScript differ beyond the common ground; a pattern out there is left out. */
  private static ObjectNode pattern(ObjectNode node, Pattern pattern) {
    String text = pattern.pattern();
    boolean common =
        pattern.flags() == 0
            && !text.matches("(?s).*(\\\\[pPQERhHvXzZAG]|\\(\\?[^:=!<]|[*+?}]\\+|&&).*");
    return common ? node.put("pattern", "^(?:" + text + ")$") : node;
  }

  private static ObjectNode text() {
    return JsonNodeFactory.instance.objectNode().put("type", "string");
  }
}
