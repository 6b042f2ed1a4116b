package dev.footfall.app.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of aligned columns without lines around them; text that does not fit is wrapped inside
 * its column. Not safe for several threads.
 */
public final class Table {
  private static final String GAP = "  ";
  private static final int LEAST_COLUMN = 12;

  /** Words up to this length are broken only where there is no other way. */
  private static final int LONGEST_WORD = 30;

  /** Where even columns of the least width do not fit beside each other. */
  private static final int NARROWEST_COLUMN = 6;

  private final List<String> titles;
  private final List<List<Cell>> rows = new ArrayList<>();
  private final Set<Integer> right = new HashSet<>();
  private final Map<Integer, List<Cell>> below = new HashMap<>();
  private boolean separated;
  private int leastFirst;

  /** A cell's text and how it looks. */
  public record Cell(String text, Style style) {
    /** Plain text. */
    public static Cell of(String text) {
      return new Cell(text, Style.PLAIN);
    }

    /** A count, faint when it is zero. */
    public static Cell count(long count) {
      return new Cell(Figures.count(count), count == 0 ? Style.FAINT : Style.PLAIN);
    }
  }

  private Table(List<String> titles) {
    this.titles = titles;
  }

  /** A table with these column titles; all blank for a table without a heading. */
  public static Table of(String... titles) {
    return new Table(List.of(titles));
  }

  /** Aligns these columns, counted from 0, to the right. */
  public Table right(Integer... columns) {
    right.addAll(Arrays.asList(columns));
    return this;
  }

  /** Makes the first column at least so wide, so that several tables line up. */
  public Table firstAtLeast(int width) {
    leastFirst = width;
    return this;
  }

  /** Leaves an empty line after rows of several lines. */
  public Table separated() {
    separated = true;
    return this;
  }

  /** Adds a row of plain text. */
  public Table row(String... cells) {
    return row(Arrays.stream(cells).map(Cell::of).toList());
  }

  /** Adds a row. */
  public Table row(List<Cell> cells) {
    if (cells.size() != titles.size()) {
      throw new IllegalArgumentException("a row of " + cells.size() + " in " + titles);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  /**
   * Adds pieces of text under the last row, side by side over the whole width, a little indented.
   */
  public Table below(List<Cell> pieces) {
    below.put(rows.size() - 1, List.copyOf(pieces));
    return this;
  }

  /** Whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Prints the table as a result, within the console's width. */
  public void print(Console console) {
    lines(console.width(), console.look().colourOut(), 0).forEach(console::print);
  }

  /** Prints the table as a result, indented. */
  public void print(Console console, int indent) {
    lines(console.width(), console.look().colourOut(), indent).forEach(console::print);
  }

  /** Prints the table without breaking any text, so that it can be copied. */
  public void printWhole(Console console, int indent) {
    lines(Integer.MAX_VALUE, console.look().colourOut(), indent).forEach(console::print);
  }

  /** The table's lines, indented, for the stream of words. */
  public List<String> linesFor(Console console) {
    return lines(console.width(), console.look().colourErr(), 2);
  }

  /** The table's lines, none wider than {@code width} where its columns allow. */
  List<String> lines(int width, boolean colours, int indent) {
    int[] widths = widths(width - indent);
    List<String> lines = new ArrayList<>();
    if (titles.stream().anyMatch(title -> !title.isEmpty())) {
      List<Cell> heading = titles.stream().map(title -> new Cell(title, Style.STRONG)).toList();
      lines.addAll(block(heading, widths, colours));
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> block = block(rows.get(i), widths, colours);
      List<Cell> under = below.getOrDefault(i, List.of());
      int room = width - indent - GAP.length();
      SideBySide.lines(under, room, colours).forEach(line -> block.add(GAP + line));
      lines.addAll(block);
      if (separated && block.size() > 1) {
        lines.add("");
      }
    }
    return lines.stream().map(line -> line.isEmpty() ? "" : " ".repeat(indent) + line).toList();
  }

  /** Wide enough for whole words, if that can be; else as it comes. */
  private int[] widths(int width) {
    int[] widths = longest("\n", leastFirst);
    int[] words = longest("[ \n]", 0);
    for (int least : new int[] {LEAST_COLUMN, LEAST_COLUMN, NARROWEST_COLUMN}) {
      int[] floor = new int[widths.length];
      for (int i = 0; i < floor.length; i++) {
        floor[i] = Math.max(least, words[i] > LONGEST_WORD ? 0 : words[i]);
      }
      widths = ColumnWidths.fit(widths, width, GAP.length(), floor);
      Arrays.fill(words, 0);
    }
    return widths;
  }

  /** The longest piece of text in each column, in terminal cells. */
  private int[] longest(String separator, int first) {
    int[] widths = new int[titles.size()];
    widths[0] = first;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], Wrapping.cells(titles.get(i)));
      for (List<Cell> row : rows) {
        for (String piece : row.get(i).text().split(separator, -1)) {
          widths[i] = Math.max(widths[i], Wrapping.cells(piece));
        }
      }
    }
    return widths;
  }

  private List<String> block(List<Cell> row, int[] widths, boolean colours) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      wrapped.add(Wrapping.lines(row.get(i).text(), widths[i]));
    }
    int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
        text.append(i == 0 ? "" : GAP).append(padded(part, row.get(i).style(), i, widths, colours));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  private String padded(String part, Style style, int column, int[] widths, boolean colours) {
    String blank = " ".repeat(Math.max(0, widths[column] - Wrapping.cells(part)));
    String shown = style.on(part, colours);
    if (right.contains(column)) {
      return blank + shown;
    }
    return column == widths.length - 1 ? shown : shown + blank;
  }
}
