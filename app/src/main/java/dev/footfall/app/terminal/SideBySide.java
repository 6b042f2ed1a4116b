package dev.footfall.app.terminal;

import dev.footfall.app.terminal.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** Pieces of text one after the other, none of them broken. */
final class SideBySide {
  private static final String GAP = "   ";

  private SideBySide() {}

  /** The lines, none wider than {@code width} unless a single piece is. */
  static List<String> lines(List<Cell> pieces, int width, boolean colours) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int filled = 0;
    for (Cell piece : pieces) {
      int cells = Wrapping.cells(piece.text());
      if (filled > 0 && filled + GAP.length() + cells > width) {
        lines.add(line.toString());
        line.setLength(0);
        filled = 0;
      }
      line.append(filled == 0 ? "" : GAP).append(piece.style().on(piece.text(), colours));
      filled += (filled == 0 ? 0 : GAP.length()) + cells;
    }
    if (filled > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
