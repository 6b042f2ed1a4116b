package dev.footfall.core.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a run's files, from a template: text with <code>{{now}}</code>, <code>
 * {{now|format:'yyyyMMdd'}}</code>, <code>{{run_id}}</code> and <code>{{file_number}}</code> (seven
 * digits, from 0000001).
 *
 * <p>Letters of a format are those of {@link DateTimeFormatter}, but {@code Y} is the calendar year
 * like {@code y}: the week-based year is wrong around New Year. The run's clock counts, so that a
 * run that is repeated writes the same names.
 */
public final class FileName {
  private static final Pattern PLACE =
      Pattern.compile(
          "\\{\\{\\s*(now|run_id|file_number)\\s*(?:\\|\\s*format:'([^']*)'\\s*)?\\}\\}");
  private static final String USUAL = "yyyyMMdd'T'HHmmss";

  private final String template;
  private final Instant now;
  private final ZoneId zone;
  private final String runId;

  /** Names of the files of one run. */
  public FileName(String template, Instant now, ZoneId zone, String runId) {
    this.template = template;
    this.now = now;
    this.zone = zone;
    this.runId = safe(runId);
  }

  /** What is wrong with a template, fit to follow "must be"; empty when it is right. */
  public static Optional<String> fault(String template) {
    if (template.isBlank()
        || template.length() > 200
        || template.matches(".*[/\\\\\\p{Cntrl}].*")) {
      return Optional.of("a file name of at most 200 characters, without folders");
    }
    Matcher place = PLACE.matcher(template);
    while (place.find()) {
      if (format(Optional.ofNullable(place.group(2)).orElse(USUAL)).isEmpty()) {
        return Optional.of("a file name whose format is one of Java's date formats");
      }
    }
    return place.replaceAll("").contains("{{")
        ? Optional.of("a file name with {{now}}, {{run_id}} and {{file_number}} only")
        : Optional.empty();
  }

  /** The name of a file, from 1. Files after the first get their number when none is asked for. */
  public String of(int part) {
    String number = String.format(Locale.ROOT, "%07d", part);
    Matcher place = PLACE.matcher(template);
    String name =
        place.replaceAll(
            match ->
                Matcher.quoteReplacement(
                    switch (match.group(1)) {
                      case "now" -> time(Optional.ofNullable(match.group(2)).orElse(USUAL));
                      case "run_id" -> runId;
                      default -> number;
                    }));
    return part == 1 || template.contains("file_number") ? name : numbered(name, number);
  }

  private static String numbered(String name, String number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "_" + number
        : name.substring(0, dot) + "_" + number + name.substring(dot);
  }

  private String time(String pattern) {
    return format(pattern)
        .map(f -> f.withZone(zone).format(now))
        .orElseThrow(() -> new IllegalArgumentException("the template was not checked"));
  }

  private static Optional<DateTimeFormatter> format(String pattern) {
    try {
      return Optional.of(DateTimeFormatter.ofPattern(pattern.replace('Y', 'y'), Locale.ROOT));
    } catch (IllegalArgumentException | DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** Text that may stand in a file's name. */
  public static String safe(String text) {
    return text.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
