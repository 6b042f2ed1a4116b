package dev.footfall.core.normalise;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.Text;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.function.IntSupplier;

/** Prints CPU nanoseconds per call of the short cuts: a quick look, not a benchmark. */
@SuppressWarnings("SystemOut")
final class NormaliserSpeed {
  private static final int CALLS = 2_000_000;
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static int sink;

  private NormaliserSpeed() {}

  public static void main(String[] arguments) {
    for (int round = 0; round < 3; round++) {
      rule("e-mail", Emails.ascii(), "Ada.Lovelace@example.com");
      rule("e-mail, Gmail", Emails.withoutGoogleTags(), "Ada.Lovelace+x@gmail.com");
      rule("phone, NANP", Phones.lenient(Phones.Form.DIGITS), "(650) 555-1212");
      rule("phone, E.164", Phones.strict(Phones.Form.WITH_PLUS), "+447700900123");
      rule("phone, national", Phones.strict(Phones.Form.WITH_PLUS), "020 7946 0958", "gb");
      rule("name", Names.withoutPunctuation(), "O'Brien");
      rule("name, accents", Names.withoutPunctuation(), "Valéry");
      rule("city", Cities.letters(), "San Francisco");
      rule("state", States.letters(), "California");
      rule("postal code", PostalCodes.lettersAndDigits(), "94105-1234", "us");
      rule("country", Countries.english(Countries.Code.ALPHA_2_LOWER), "United States");
      rule("birthdate", Birthdates.basic(Birthdates.usual()), "1997-02-16");
      rule("gender", Genders.maleFemaleAbbreviated(), "Female");
      hash();
      times();
      System.out.println();
    }
    System.out.println(sink);
  }

  private static void rule(String name, Normaliser rule, String cell) {
    rule(name, rule, cell, "");
  }

  private static void rule(String name, Normaliser rule, String cell, String country) {
    Subject subject = new Subject(country, "US", Rule.TODAY);
    Text value = Text.of(cell);
    byte[] out = new byte[512];
    Text target = new Text();
    measure(
        name,
        () -> {
          rule.apply(value, subject, out, target);
          return target.length();
        });
  }

  private static void hash() {
    byte[] in = Text.utf8("ada.lovelace1@example.com");
    byte[] out = new byte[64];
    Sha256 sha256 = Sha256.ofThread();
    measure("SHA-256 of 25 bytes", () -> sha256.hexInto(in, in.length, out, 0));
  }

  private static void times() {
    Timestamps times = new Timestamps(ZoneId.of("America/New_York"));
    Moment moment = new Moment();
    byte[] iso = Text.utf8("2026-03-04 18:22:10");
    Text text = new Text();
    measure(
        "time, ISO text",
        () -> {
          times.read(text.set(iso, 0, iso.length), moment);
          return (int) moment.seconds();
        });
    long[] values = new long[1024];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1_772_648_530_000_000L + i * 60_000_000_000L;
    }
    LongColumn column = new LongColumn(CellKind.LOCAL_TIMESTAMP, values, new boolean[0]);
    int[] row = {0};
    measure(
        "time, local timestamp",
        () -> {
          times.read(column, row[0]++ & 1023, moment);
          return (int) moment.seconds();
        });
  }

  private static void measure(String name, IntSupplier call) {
    int sum = 0;
    long start = THREAD.getCurrentThreadCpuTime();
    for (int i = 0; i < CALLS; i++) {
      sum += call.getAsInt();
    }
    long nanos = THREAD.getCurrentThreadCpuTime() - start;
    sink += sum;
    System.out.printf("%-24s %7.1f ns%n", name, (double) nanos / CALLS);
  }
}
