package dev.footfall.app.terminal;

import java.io.PrintStream;
import java.util.Map;

/**
 * The two streams of a command: results on one, words to the person on the other.
 *
 * <p>Colours and moving progress appear only on a stream that is a terminal.
 *
 * @param out takes the result and nothing else
 * @param err takes everything else
 * @param look what the streams can show
 */
public record Console(PrintStream out, PrintStream err, Look look) {
  private static final int WIDTH_OF_A_PIPE = 120;
  private static final int LEAST_WIDTH = 60;
  private static final int MOST_WIDTH = 140;

  /**
   * What the streams can show.
   *
   * @param colourOut whether results may be coloured
   * @param colourErr whether words may be coloured
   * @param live whether the error stream can show a moving line
   * @param width columns of the terminal
   * @param quiet whether words that are no errors are left out
   */
  public record Look(
      boolean colourOut, boolean colourErr, boolean live, int width, boolean quiet) {}

  /**
   * A console for streams whose nature the environment tells: {@code FOOTFALL_TERMINAL} names those
   * that are terminals ({@code out}, {@code err}), {@code COLUMNS} their width.
   */
  public static Console of(
      PrintStream out, PrintStream err, Map<String, String> environment, Wishes wishes) {
    String terminals = environment.getOrDefault("FOOTFALL_TERMINAL", "");
    boolean colours =
        !wishes.plain()
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "").equals("dumb");
    boolean errIsTerminal = terminals.contains("err");
    Look look =
        new Look(
            colours && terminals.contains("out"),
            colours && errIsTerminal,
            errIsTerminal
                && !wishes.quiet()
                && !environment.getOrDefault("TERM", "").equals("dumb"),
            width(environment),
            wishes.quiet());
    return new Console(out, err, look);
  }

  /**
   * What the person asked for.
   *
   * @param plain no colours
   * @param quiet no words but errors
   */
  public record Wishes(boolean plain, boolean quiet) {}

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : WIDTH_OF_A_PIPE;
    return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
  }

  /** Columns that a result may fill. */
  public int width() {
    return look.width();
  }

  /** Text in a style, for the result stream. */
  public String styled(Style style, String text) {
    return style.on(text, look.colourOut());
  }

  /** A line of the result. */
  public void print(String line) {
    out.println(line);
  }

  /** Words to the person; left out when they asked for quiet. */
  public void say(String line) {
    if (!look.quiet()) {
      err.println(line);
    }
  }

  /** Words to the person in a style. */
  public void say(Style style, String line) {
    say(style.on(line, look.colourErr()));
  }

  /** A warning: said even when quiet is asked for. */
  public void warn(String line) {
    err.println(Style.WARNING.on("warning:", look.colourErr()) + " " + line);
  }

  /** One clear line about what went wrong. */
  public void error(String line) {
    err.println(Style.BAD.on("error:", look.colourErr()) + " " + line);
  }
}
