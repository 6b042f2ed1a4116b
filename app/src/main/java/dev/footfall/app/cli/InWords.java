package dev.footfall.app.cli;

import dev.footfall.app.terminal.Figures;
import dev.footfall.core.destination.CodeSpec;
import dev.footfall.core.destination.ColumnRule;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.FieldRule;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.ValueRule;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The data of specifications as people read it. */
final class InWords {
  private InWords() {}

  /** What a setting takes. */
  static String takes(ValueRule rule) {
    if (rule instanceof ValueRule.Shaped shaped) {
      return shaped.inWords();
    } else if (rule instanceof ValueRule.Whole whole) {
      return whole.most() > Integer.MAX_VALUE
          ? "a whole number from " + Figures.count(whole.least())
          : "a whole number from "
              + Figures.count(whole.least())
              + " to "
              + Figures.count(whole.most());
    } else if (rule instanceof ValueRule.Flag) {
      return "true or false";
    } else if (rule instanceof ValueRule.Choice choice) {
      return String.join(" | ", choice.values());
    } else if (rule instanceof ValueRule.Words words) {
      return "a list of " + words.inWords();
    } else if (rule instanceof ValueRule.Zone) {
      return "a time zone";
    } else if (rule instanceof ValueRule.Url) {
      return "a URL";
    }
    return "a country code";
  }

  static String need(Need need) {
    return switch (need) {
      case REQUIRED -> "required";
      case REQUIRED_AT_ORCHESTRATION -> "required, here or in the orchestration";
      case RECOMMENDED -> "recommended";
      case OPTIONAL -> "optional";
      case REFUSED -> "left out";
    };
  }

  /** What a column holds and what is done with it. */
  static String holds(ColumnSpec column) {
    String type =
        switch (column.type()) {
          case TEXT -> "text";
          case TEXTS -> "text or texts";
          case WHOLE -> "whole number";
          case DECIMAL -> "decimal";
          case TIMESTAMP -> "timestamp";
          case DATE -> "date";
          case BOOLEAN -> "true or false";
          case ARRAY -> "array";
        };
    return column.rule().hashed() ? type + ", hashed" : type;
  }

  /** What happens to an unfit value. */
  static String whenUnfit(ColumnSpec column) {
    return column.rule().code()
        + (column.rule().onFailure() == FieldRule.OnFailure.DROP ? ", dropped" : ", row rejected");
  }

  /** What a code does. */
  static String does(CodeSpec.Severity severity) {
    return switch (severity) {
      case ROW -> "row rejected";
      case NOTICE -> "notice";
      case RUN -> "run stopped";
    };
  }

  /** Which columns a query must return. */
  static String rule(ColumnRule rule) {
    String text =
        rule.anyOf().stream()
            .map(set -> String.join(" + ", set))
            .collect(Collectors.joining(" or "));
    if (!rule.unlessColumn().isEmpty()) {
      text += ", unless there is " + joined(rule.unlessColumn());
    }
    if (!rule.unlessSetting().isEmpty()) {
      text += ", unless setting " + joined(rule.unlessSetting()) + " is given";
    }
    return rule.modes().isEmpty() ? text : text + " (mode " + joined(rule.modes()) + ")";
  }

  private static String joined(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  /** The name of an enum's value, for people. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
