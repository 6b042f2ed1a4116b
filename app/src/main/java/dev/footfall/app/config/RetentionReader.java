package dev.footfall.app.config;

import dev.footfall.store.ledger.LedgerSettings;
import java.time.Duration;
import java.util.Optional;

/** Reads how long the project remembers; the defaults where it says nothing. */
record RetentionReader(Faults faults) {
  static final String DAYS = "[1-9][0-9]{0,4} ?d";
  static final int MOST_DAYS = 36_500;
  private static final String TITLE = "retention";
  private static final String LEDGER = "ledger";

  Retention read(Section top) {
    Optional<Section> section = top.section(TITLE, TITLE);
    if (section.isEmpty()) {
      return Retention.DEFAULT;
    }
    Duration least = LedgerSettings.LEAST_RETENTION;
    Duration history = days(section.get(), "history", 1).orElse(Retention.DEFAULT.history());
    Duration ledger =
        days(section.get(), LEDGER, (int) least.toDays()).orElse(Retention.DEFAULT.ledger());
    Place place = section.get().text(LEDGER).map(YamlValue.Text::place).orElse(Place.START);
    section.get().close();
    return new Retention(place, history, ledger);
  }

  private Optional<Duration> days(Section section, String key, int fewest) {
    Optional<YamlValue.Text> text = section.text(key);
    Optional<Duration> days =
        text.map(t -> t.text().strip())
            .filter(t -> t.matches(DAYS))
            .map(t -> Duration.ofDays(Long.parseLong(t.replaceAll("[ d]", ""))))
            .filter(d -> d.toDays() >= fewest && d.toDays() <= MOST_DAYS);
    if (text.isPresent() && days.isEmpty()) {
      faults.add(
          text.get().place(),
          "'"
              + key
              + "' of "
              + TITLE
              + " must be days such as 400d, from "
              + fewest
              + "d to "
              + MOST_DAYS
              + "d"
              + (fewest > 1 ? ": what is forgotten too early is sent twice" : ""));
    }
    return days;
  }
}
