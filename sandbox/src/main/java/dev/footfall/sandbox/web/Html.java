package dev.footfall.sandbox.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes HTML in which every text and attribute value is escaped; there is no way around it. */
final class Html {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final StringBuilder out = new StringBuilder(1 << 14);

  Html open(String tag, String style, String... attributes) {
    out.append('<').append(tag);
    attribute("class", style);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
    out.append('>');
    return this;
  }

  Html close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  Html leaf(String tag, String style, String text) {
    return open(tag, style).text(text).close(tag);
  }

  /** A time of day, its date and the exact instant within reach. */
  Html time(Instant at) {
    String full = at.truncatedTo(ChronoUnit.SECONDS).toString();
    return open("time", "", "datetime", full, "title", full)
        .text(full.substring(full.indexOf('T') + 1, full.length() - 1))
        .close("time");
  }

  /** A JSON document, indented, its parts marked for colouring. */
  Html json(JsonNode node) {
    value(node, 0);
    return this;
  }

  private void value(JsonNode node, int depth) {
    if (node.isObject()) {
      object(node, depth);
    } else if (node.isArray()) {
      array(node, depth);
    } else if (node.isTextual() && DIGEST.matcher(node.textValue()).matches()) {
      open("span", "digest", "title", node.textValue()).text(node.toString()).close("span");
    } else {
      leaf("span", node.isTextual() ? "string" : "number", node.toString());
    }
  }

  private void object(JsonNode node, int depth) {
    out.append('{');
    for (Iterator<Map.Entry<String, JsonNode>> all = node.properties().iterator();
        all.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = all.next();
      indent(depth + 1).leaf("span", "key", TextNode.valueOf(entry.getKey()).toString()).text(": ");
      value(entry.getValue(), depth + 1);
      text(all.hasNext() ? "," : "");
    }
    indent(depth).text("}");
  }

  private void array(JsonNode node, int depth) {
    boolean flat = node.size() == 1 && node.get(0).isValueNode();
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      if (!flat) {
        indent(depth + 1);
      }
      value(node.get(i), depth + 1);
      text(i + 1 < node.size() ? "," : "");
    }
    if (!flat) {
      indent(depth);
    }
    text("]");
  }

  private Html indent(int depth) {
    out.append('\n').append("  ".repeat(depth));
    return this;
  }

  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"");
      text(value);
      out.append('"');
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
