package dev.footfall.core.file;

import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Settings;
import dev.footfall.core.destination.ValueRule;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How an operator wants files: named, separated, split and packed. The settings are the same at
 * every destination that takes files.
 *
 * @param style of cells
 * @param hasHeader whether files begin with the names of their columns
 * @param template of names
 * @param zone of times in names
 * @param split how much one file may hold
 * @param packing of whole files
 * @param ending what is written besides lines
 * @param numbers the name of a first column that counts lines; empty for none
 */
public record FileRules(
    CellStyle style,
    boolean hasHeader,
    String template,
    ZoneId zone,
    Split split,
    Packing packing,
    Ending ending,
    Optional<String> numbers) {
  /** The setting of a column that counts lines, which not every platform takes. */
  public static final String NUMBERS = "row_number_column";

  private static final String TEMPLATE = "filename_template";
  private static final String USUAL_NUMBERS = "row_number";

  /** Neither in numbers nor in names of columns. */
  private static final ValueRule CHARACTER =
      ValueRule.shaped(
          "[\\x20-\\x7E\\t&&[^\"A-Za-z0-9._-]]",
          "one punctuation character, space or tab, no quote");

  /** How much one file may hold. */
  public record Split(int rows, long bytes) {
    /** These limits, or those of a platform where they are narrower. */
    public Limits within(Limits platform) {
      return platform.withEvents(rows).withBytes(bytes);
    }
  }

  /**
   * What is written besides lines.
   *
   * @param marksSuccess whether an empty file {@code NAME.DONE} follows the last one
   * @param writesEmpty whether a run without a line writes a file all the same
   */
  public record Ending(boolean marksSuccess, boolean writesEmpty) {}

  /** The rules that are in force. */
  public static FileRules of(SettingValues values) {
    String template = template(values);
    FileName.fault(template)
        .ifPresent(
            wanted -> {
              throw new SettingFault(TEMPLATE, "setting '" + TEMPLATE + "' must be " + wanted);
            });
    return new FileRules(
        style(values),
        values.flag("header"),
        template,
        ZoneId.of(values.text("filename_timezone")),
        split(values),
        packing(values),
        new Ending(values.flag("success_file"), values.flag("write_empty_file")),
        numbers(values));
  }

  private static Packing packing(SettingValues values) {
    Packing packing = Packing.of(values.text("compression"));
    if (!values.flag("zip64")) {
      return packing;
    }
    if (packing != Packing.ZIP) {
      throw new SettingFault("zip64", "setting 'zip64' needs 'compression' to be zip");
    }
    return Packing.ZIP64;
  }

  private static Optional<String> numbers(SettingValues values) {
    return values
        .find(NUMBERS)
        .filter(name -> !name.equals("false"))
        .map(name -> name.equals("true") ? USUAL_NUMBERS : name);
  }

  /** What an operator gave, else the usual name with the extension of the format. */
  private static String template(SettingValues values) {
    String template = values.text(TEMPLATE);
    String format = values.text("file_format");
    String usual = values.isGiven(TEMPLATE) ? template : named(template, format);
    return values.text("split").equals("none") ? usual : numbered(usual);
  }

  private static String named(String template, String format) {
    return format.equals("tsv") || format.equals("psv")
        ? template.replaceFirst("\\.csv$", "." + format)
        : template;
  }

  /** Parts of a split file all bear their number, the first one too. */
  private static String numbered(String template) {
    if (template.contains("file_number")) {
      return template;
    }
    int dot = template.lastIndexOf('.');
    return dot > template.lastIndexOf('}') && dot > 0
        ? template.substring(0, dot) + "_{{file_number}}" + template.substring(dot)
        : template + "_{{file_number}}";
  }

  private static CellStyle style(SettingValues values) {
    byte delimiter =
        switch (values.text("file_format")) {
          case "tsv" -> (byte) '\t';
          case "psv" -> (byte) '|';
          case "custom" -> (byte) values.text("delimiter").charAt(0);
          default -> (byte) ',';
        };
    byte escape = values.find("escape_char").map(text -> (byte) text.charAt(0)).orElse((byte) 0);
    if (escape == delimiter) {
      throw new SettingFault("escape_char", "setting 'escape_char' must differ from the delimiter");
    }
    return new CellStyle(
        delimiter,
        CellStyle.Quotes.valueOf(values.text("quote_mode").toUpperCase(java.util.Locale.ROOT)),
        escape,
        values.text("line_ending").equals("CRLF"));
  }

  private static Split split(SettingValues values) {
    return switch (values.text("split")) {
      case "rows" -> new Split(values.number("split_rows"), Long.MAX_VALUE);
      case "megabytes" ->
          new Split(Integer.MAX_VALUE, values.number("split_megabytes") * 1_000_000L);
      default -> new Split(Integer.MAX_VALUE, Long.MAX_VALUE);
    };
  }

  /** The names of a run's files. */
  public FileName names(RouteContext context) {
    return new FileName(template, context.now(), zone, context.runId());
  }

  /** The settings, for the modes that take files. */
  public static List<Setting> settings(String template) {
    return Settings.all(names(template), cells(), files(), endings());
  }

  private static List<Setting> names(String template) {
    return List.of(
        Setting.of(
            TEMPLATE,
            ValueRule.shaped(".{1,200}", "a file name of at most 200 characters"),
            template,
            "Names of files: text with {{now}}, {{now|format:'yyyyMMdd'}}, {{run_id}} and"
                + " {{file_number}}; .csv follows file_format unless given."),
        Setting.of(
            "filename_timezone", new ValueRule.Zone(), "UTC", "Zone of times in file names."));
  }

  private static List<Setting> cells() {
    return List.of(
        Setting.of(
            "file_format",
            ValueRule.choice("csv", "tsv", "psv", "custom"),
            "csv",
            "What stands between cells: comma, tab, bar, or the setting delimiter."),
        Setting.optional(
            "delimiter", CHARACTER, "What stands between cells where file_format is custom."),
        Settings.flag("header", true, "Whether files begin with column names."),
        Setting.of(
            "quote_mode",
            ValueRule.choice("all", "all_non_null", "minimal", "non_numeric", "none"),
            "minimal",
            "Which cells stand in quotes; minimal are those that would be misread without."),
        Setting.optional(
            "escape_char",
            CHARACTER,
            "Stands before a quote in a quoted cell, or before whatever would be misread where"
                + " quote_mode is none; else quotes are doubled."),
        Setting.of("line_ending", ValueRule.choice("LF", "CRLF"), "LF", "How lines end."));
  }

  private static List<Setting> files() {
    return List.of(
        Setting.of(
            "compression",
            ValueRule.choice("none", "gzip", "zip", "tar", "tgz"),
            "none",
            "How whole files are packed; the extension is appended to the name."),
        Settings.flag(
            "zip64", false, "Whether zip archives have sizes of 64 bits though they are small."),
        Setting.of(
            "split",
            ValueRule.choice("none", "rows", "megabytes"),
            "none",
            "Whether many lines become several files, by split_rows or split_megabytes."),
        Setting.of(
            "split_rows",
            new ValueRule.Whole(50_000, 10_000_000),
            "1000000",
            "Most lines of a file where split is rows."),
        Setting.of(
            "split_megabytes",
            new ValueRule.Whole(1, 2000),
            "100",
            "Most megabytes of a file, before packing, where split is megabytes."),
        Setting.optional(
            NUMBERS,
            ValueRule.shaped("[A-Za-z0-9_-]{1,1027}", "fewer than 1028 letters, digits, _ and -"),
            "The name of a first column that counts the lines of each file from 1; true for "
                + USUAL_NUMBERS
                + "."));
  }

  private static List<Setting> endings() {
    return List.of(
        Settings.flag(
            "success_file",
            false,
            "Whether an empty file NAME.DONE follows the last file of a run."),
        Settings.flag(
            "write_empty_file",
            false,
            "Whether a run without a line writes a file with the header alone."));
  }
}
