package dev.footfall.bench.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented customers, each one different, in the shapes that customer tables have. */
final class People {
  private static final List<String> GIVEN =
      List.of("Mary", "James", "Patricia", "Robert", "Jennifer", "Michael", "Linda", "José");
  private static final List<String> SURNAMES =
      List.of("Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "O'Neill");
  private static final List<String> CITIES =
      List.of("New York", "Los Angeles", "Chicago", "Houston", "Phoenix", "San Antonio", "Dallas");
  private static final List<String> STATES = List.of("NY", "CA", "IL", "TX", "AZ", "TX", "Texas");

  private final Random random;

  People(long seed) {
    this.random = new Random(seed);
  }

  /** One customer's cells, in the order of {@link Orders#COLUMNS} after {@code external_id}. */
  List<String> next(long number) {
    String given = pick(GIVEN);
    String surname = pick(SURNAMES) + letters();
    int city = random.nextInt(CITIES.size());
    String email = "%s.%s%d@Example.com".formatted(given.charAt(0), surname, number);
    return List.of(
        email.replace("'", ""),
        "(%03d) %03d-%04d".formatted(area(), 200 + random.nextInt(700), random.nextInt(10_000)),
        given,
        surname,
        LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)).toString(),
        random.nextBoolean() ? "F" : "male",
        CITIES.get(city),
        STATES.get(city),
        String.format(Locale.ROOT, "%05d", 10_000 + random.nextInt(80_000)),
        "US");
  }

  private int area() {
    return List.of(206, 212, 312, 415, 602, 713).get(random.nextInt(6));
  }

  private String letters() {
    return random
        .ints(3, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
