package dev.footfall.sandbox.csv;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one file: the first hundred, which is more than a person reads. */
public final class CsvReport {
  /** The name does not end in .csv. */
  public static final String BAD_EXTENSION = "CSV_BAD_EXTENSION";

  /** More bytes or lines than the platform takes. */
  public static final String TOO_LARGE = "CSV_TOO_LARGE";

  /** Control characters, line breaks inside values, no UTF-8. */
  public static final String ILLEGAL_CHARACTER = "CSV_ILLEGAL_CHARACTER";

  /** A required header or value is not there. */
  public static final String MISSING_REQUIRED = "CSV_MISSING_REQUIRED";

  /** A time that cannot be read or lies outside the window. */
  public static final String BAD_TIMESTAMP = "CSV_BAD_TIMESTAMP";

  /** Anything else about the form of the file or of a value. */
  public static final String BAD_FORMAT = "CSV_BAD_FORMAT";

  /** The words for plain personal data where none may be. */
  public static final String HOLDS_PERSONAL_DATA =
      "holds a plain e-mail address or telephone number";

  /** So many faults are noted, and no more. */
  public static final int MOST = 100;

  private final List<CsvFault> faults = new ArrayList<>();

  /** Notes a fault of the file as a whole. */
  public void file(String code, String message) {
    line(code, 0, "", message);
  }

  /** Notes a fault of one line. */
  public void line(String code, long line, String column, String message) {
    if (faults.size() < MOST) {
      faults.add(new CsvFault(code, line, column, message));
    }
  }

  /** The faults noted, in the order in which they were found. */
  public List<CsvFault> faults() {
    return List.copyOf(faults);
  }
}
