package dev.footfall.core.file;

/**
 * How the cells of a file are told apart.
 *
 * @param delimiter one ASCII character between cells
 * @param quotes which cells stand in quotes
 * @param escape before a quote inside quotes, and without quotes before whatever would be misread;
 *     0 for none: quotes are then doubled
 * @param windowsLines whether lines end with CR and LF rather than LF
 */
public record CellStyle(byte delimiter, Quotes quotes, byte escape, boolean windowsLines) {
  /** Commas, quotes where needed, LF. */
  public static final CellStyle CSV = new CellStyle((byte) ',', Quotes.MINIMAL, (byte) 0, false);

  /** Commas, quotes where needed, CR and LF: RFC 4180. */
  public static final CellStyle RFC_4180 =
      new CellStyle((byte) ',', Quotes.MINIMAL, (byte) 0, true);

  /** Which cells stand in quotes. */
  public enum Quotes {
    /** All. */
    ALL,
    /** All that hold something. */
    ALL_NON_NULL,
    /** Those that would be misread without. */
    MINIMAL,
    /** All that are no numbers. */
    NON_NUMERIC,
    /** None. */
    NONE
  }
}
