package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.States;
import dev.footfall.core.normalise.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Where an order happened. Reused from order to order by one thread. */
final class TradeDeskPlace {
  private static final int MOST_REMEMBERED = 1000;
  private static final String AMERICA = "USA";
  private static final byte[] COUNTRY = JsonBytes.key("Country");
  private static final byte[] REGION = JsonBytes.key("Region");
  private static final byte[] CITY = JsonBytes.key("City");
  private static final byte[] METRO = JsonBytes.key("Metro");

  private final Set<String> allowed;
  private final TradeDeskTexts texts;
  private final Field country;
  private final Field region;
  private final Field city;
  private final Field metro;
  private final Map<String, String> states = new HashMap<>();

  TradeDeskPlace(Binding binding, DestinationSpec spec, Set<String> allowed) {
    this.allowed = allowed;
    this.texts = new TradeDeskTexts(binding, spec, List.of("country", "region", "city", "metro"));
    this.country = texts.field("country");
    this.region = texts.field("region");
    this.city = texts.field("city");
    this.metro = texts.field("metro");
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subject subject, MappingSink sink) {
    texts.read(group, lines, subject, sink);
  }

  /** Whether it happened in a country from which conversions may go, as far as is known. */
  boolean isAllowed() {
    return allowed.isEmpty() || !country.isPresent() || allowed.contains(country.first());
  }

  /** The query's own label of the country. */
  String label() {
    return country.label();
  }

  /** Writes what is known; a country only beside its region. */
  void write(JsonBytes json, MappingSink sink) {
    texts.report(sink);
    if (country.isPresent() && !region.isPresent()) {
      sink.notice(Code.REGION_REQUIRED, country.label(), "");
    } else {
      country.writeText(json, COUNTRY);
    }
    if (region.isPresent() && country.isPresent() && country.first().equals(AMERICA)) {
      json.key(REGION).text(state(region.first()));
    } else {
      region.writeText(json, REGION);
    }
    city.writeText(json, CITY);
    metro.writeText(json, METRO);
  }

  /** The two letters of an American state; what is none stays as it is. */
  private String state(String text) {
    if (states.size() > MOST_REMEMBERED) {
      states.clear();
    }
    return states.computeIfAbsent(text, TradeDeskPlace::letters);
  }

  private static String letters(String text) {
    boolean isShort = text.length() == 2 && text.chars().allMatch(TradeDeskPlace::isLetter);
    return isShort
        ? text.toUpperCase(Locale.ROOT)
        : States.find(text, "us").map(code -> code.toUpperCase(Locale.ROOT)).orElse(text);
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
