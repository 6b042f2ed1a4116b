package dev.footfall.app.terminal;

/** Shares a terminal's width among the columns of a table. */
final class ColumnWidths {
  private ColumnWidths() {}

  /**
   * Narrows the widest columns, one cell at a time, until all fit.
   *
   * @param natural what each column would like
   * @param total cells there are
   * @param gap cells between two columns
   * @param least each column is not made narrower than this
   */
  static int[] fit(int[] natural, int total, int gap, int[] least) {
    int[] widths = natural.clone();
    int over = -total + gap * (widths.length - 1);
    for (int width : widths) {
      over += width;
    }
    for (; over > 0; over--) {
      int widest = widest(widths, least);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  /** The widest column that may become narrower, or -1. */
  private static int widest(int[] widths, int[] least) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] > least[i] && (widest < 0 || widths[i] >= widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }
}
