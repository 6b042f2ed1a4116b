package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.DocumentationLink;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Setting;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A specification as JSON, for programs that read {@code describe --json}. */
final class SpecJson {
  private SpecJson() {}

  /** What a list of destinations shows. */
  static ObjectNode summary(DestinationSpec spec) {
    ObjectNode node = Json.object();
    node.put("type", spec.type());
    node.put("title", spec.about().title());
    node.put("summary", spec.about().summary());
    node.put("visible_after", spec.about().allowFor());
    node.set("modes", Json.list(spec.modes().stream().map(Mode::name).toList()));
    return node;
  }

  /** Everything. */
  static ObjectNode full(DestinationSpec spec) {
    ObjectNode node = summary(spec);
    node.set("modes", each(spec.modes(), SpecJson::mode));
    node.set("settings", each(spec.settings(), SpecJson::setting));
    node.set("credential", each(spec.credential(), SpecJson::credential));
    node.set("columns", each(spec.columns(), SpecJson::column));
    node.set("required_columns", each(rules(spec, false), SpecJson::rule));
    node.set("advised_columns", each(rules(spec, true), SpecJson::rule));
    node.set("codes", each(spec.codes(), SpecJson::code));
    node.set("links", each(spec.about().links(), SpecJson::link));
    return node;
  }

  private static <T> ArrayNode each(List<T> items, Function<T, ObjectNode> toNode) {
    ArrayNode list = Json.list();
    items.forEach(item -> list.add(toNode.apply(item)));
    return list;
  }

  private static ObjectNode mode(Mode mode) {
    Limits limits = mode.limits();
    ObjectNode node = Json.object();
    node.put("name", mode.name());
    node.put("title", mode.title());
    node.put("transport", lower(mode.transport()));
    node.put("window", mode.window());
    node.putObject("limits")
        .put("events", limits.events())
        .put("bytes", limits.bytes())
        .put("event_bytes", limits.eventBytes())
        .put("in_flight", limits.inFlight())
        .put("requests_per_minute", limits.requestsPerMinute());
    return node;
  }

  private static ObjectNode setting(Setting setting) {
    ObjectNode node = Json.object();
    node.put("name", setting.name());
    node.put("need", lower(setting.need()));
    node.put("takes", InWords.takes(setting.rule()));
    setting.fallback().ifPresent(value -> node.put("default", value));
    node.set("modes", Json.list(setting.modes().stream().sorted().toList()));
    node.put("help", setting.help());
    return node;
  }

  private static ObjectNode credential(CredentialField field) {
    ObjectNode node = Json.object();
    node.put("name", field.name());
    node.put("need", lower(field.need()));
    node.put("secret", field.secret());
    node.put("takes", InWords.takes(field.rule()));
    node.put("help", field.help());
    return node;
  }

  private static ObjectNode column(ColumnSpec column) {
    ObjectNode node = Json.object();
    node.put("name", column.name());
    node.set("aliases", Json.list(column.names().aliases()));
    column.names().canonical().ifPresent(name -> node.put("canonical", name));
    node.put("need", lower(column.need()));
    node.put("type", lower(column.type()));
    column.normaliser().ifPresent(normaliser -> node.put("normaliser", normaliser.title()));
    node.put("hashed", column.rule().hashed());
    node.put("code", column.rule().code().name());
    node.put("on_failure", lower(column.rule().onFailure()));
    node.put("target", column.target());
    node.set("values", Json.list(column.values()));
    node.put("help", column.help());
    return node;
  }

  private static List<ColumnRule> rules(DestinationSpec spec, boolean advice) {
    return spec.rules().stream().filter(rule -> rule.isAdvice() == advice).toList();
  }

  private static ObjectNode rule(ColumnRule rule) {
    ObjectNode node = Json.object();
    ArrayNode sets = node.putArray("any_of");
    rule.anyOf().forEach(set -> sets.add(Json.list(set)));
    node.set("unless_column", Json.list(rule.unlessColumn().stream().sorted().toList()));
    node.set("unless_setting", Json.list(rule.unlessSetting().stream().sorted().toList()));
    node.set("modes", Json.list(rule.modes().stream().sorted().toList()));
    return node;
  }

  private static ObjectNode code(CodeSpec code) {
    return Json.object()
        .put("code", code.code().name())
        .put("severity", lower(code.severity()))
        .put("meaning", code.meaning())
        .put("advice", code.code().advice());
  }

  private static ObjectNode link(DocumentationLink link) {
    return Json.object()
        .put("title", link.title())
        .put("url", link.url())
        .put("checked", link.checked().toString());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
