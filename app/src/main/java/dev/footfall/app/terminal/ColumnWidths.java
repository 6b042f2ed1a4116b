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
   * @param least no column is made narrower than this
   */
  static int[] fit(int[] natural, int total, int gap, int least) {
    int[] widths = natural.clone();
    int over = -total + gap * (widths.length - 1);
    for (int width : widths) {
      over += width;
    }
    for (; over > 0; over--) {
      int widest = widest(widths);
      if (widths[widest] <= least) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] >= widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }
}
