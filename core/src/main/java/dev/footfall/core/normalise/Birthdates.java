package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of birth from 1900 on. Dates that begin with the year have one reading; what a date that
 * ends with it means is for each platform to say. A time or an offset after the date is passed by.
 */
public final class Birthdates {
  private static final int LONGEST = 60;
  private static final String REST = "(?:[Tt ]\\s*[0-9].*|[Zz]|[+].*)?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|([/.])([0-9]{1,2})\\4([0-9]{1,2}))" + REST);
  private static final Pattern BASIC = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})" + REST);
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})" + REST);

  private Birthdates() {}

  /** What the parts of a date mean that ends with its year. */
  public enum Order {
    /** Month, day, year. */
    MDY,
    /** Day, month, year. */
    DMY,
    /** Such dates are refused. */
    NONE
  }

  /** The latest date of birth. */
  public enum Latest {
    /** Today. */
    TODAY,
    /** The end of the current year. */
    THIS_YEAR
  }

  /**
   * How dates that end with their year are read.
   *
   * @param slash order in {@code 2/16/1997}
   * @param dot order in {@code 16.02.1997}
   * @param hyphen order in {@code 16-02-1997}
   * @param latest the latest date that counts
   */
  public record Reading(Order slash, Order dot, Order hyphen, Latest latest) {
    Order of(char separator) {
      return separator == '/' ? slash : separator == '.' ? dot : hyphen;
    }
  }

  /** Month first with slashes, day first with dots. */
  public static Reading usual() {
    return new Reading(Order.MDY, Order.DMY, Order.NONE, Latest.THIS_YEAR);
  }

  /** Slashes in the order given; no dots. */
  public static Reading slashes(Order order) {
    return new Reading(order, Order.NONE, Order.NONE, Latest.TODAY);
  }

  /** Slashes and dots in the order given. */
  public static Reading slashesAndDots(Order order) {
    return new Reading(order, order, Order.NONE, Latest.TODAY);
  }

  /** Slashes, dots and hyphens in the order given. */
  public static Reading anySign(Order order) {
    return new Reading(order, order, order, Latest.TODAY);
  }

  /** Written {@code 19970216}. */
  public static Normaliser basic(Reading reading) {
    return birthdates("birthdate, YYYYMMDD", reading, "");
  }

  /** Written {@code 1997-02-16}. */
  public static Normaliser extended(Reading reading) {
    return birthdates("birthdate, YYYY-MM-DD", reading, "-");
  }

  private static Normaliser birthdates(String title, Reading reading, String hyphen) {
    return new StepByStep(
        title,
        (value, subject, out) -> fast(value, subject, out, reading, !hyphen.isEmpty()),
        Step.requiring("at most " + LONGEST + " characters", v -> v.length() <= LONGEST),
        Step.finding("a date", v -> date(v, reading)),
        new Step(
            "from 1900 to today",
            (v, subject) ->
                isBirthdate(Integer.parseInt(v), subject, reading)
                    ? Optional.of(v)
                    : Optional.empty()),
        Step.turning(
            "written",
            v -> v.substring(0, 4) + hyphen + v.substring(4, 6) + hyphen + v.substring(6)));
  }

  private static Optional<String> date(String value, Reading reading) {
    Matcher basic = BASIC.matcher(value);
    if (basic.matches()) {
      return date(basic.group(1), basic.group(2), basic.group(3));
    }
    Matcher first = YEAR_FIRST.matcher(value);
    if (first.matches()) {
      return first.group(2) != null
          ? date(first.group(1), first.group(2), first.group(3))
          : date(first.group(1), first.group(5), first.group(6));
    }
    Matcher last = YEAR_LAST.matcher(value);
    if (!last.matches()) {
      return Optional.empty();
    }
    return switch (reading.of(last.group(2).charAt(0))) {
      case MDY -> date(last.group(4), last.group(1), last.group(3));
      case DMY -> date(last.group(4), last.group(3), last.group(1));
      case NONE -> Optional.empty();
    };
  }

  private static Optional<String> date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    return Calendar.isDate(y, m, d)
        ? Optional.of(String.format(Locale.ROOT, "%04d%02d%02d", y, m, d))
        : Optional.empty();
  }

  /** A date as the number YYYYMMDD. */
  private static boolean isBirthdate(int date, Subject subject, Reading reading) {
    LocalDate today = subject.today();
    int latest =
        switch (reading.latest()) {
          case TODAY -> today.getMonthValue() * 100 + today.getDayOfMonth();
          case THIS_YEAR -> 1231;
        };
    return date >= 1900_01_01 && date <= today.getYear() * 10_000 + latest;
  }

  /** Exactly {@code 1997-02-16} or {@code 19970216}; other ways of writing are rarer. */
  private static int fast(
      Text value, Subject subject, byte[] out, Reading reading, boolean extended) {
    int length = value.length();
    byte[] in = value.bytes();
    int start = value.start();
    boolean hyphens = length == 10 && in[start + 4] == '-' && in[start + 7] == '-';
    if (!hyphens && length != 8) {
      return Normaliser.SLOW;
    }
    int date = 0;
    for (int i = 0; i < length; i++) {
      byte c = in[start + i];
      if (c >= '0' && c <= '9') {
        date = date * 10 + c - '0';
      } else if (!hyphens || (i != 4 && i != 7)) {
        return Normaliser.SLOW;
      }
    }
    if (!Calendar.isDate(date / 10_000, date / 100 % 100, date % 100)
        || !isBirthdate(date, subject, reading)) {
      return Normaliser.REFUSED;
    }
    return write(date, out, extended);
  }

  private static int write(int date, byte[] out, boolean extended) {
    int length = extended ? 10 : 8;
    int rest = date;
    for (int i = length - 1; i >= 0; i--) {
      if (extended && (i == 4 || i == 7)) {
        out[i] = '-';
      } else {
        out[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return length;
  }
}
