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
import dev.footfall.core.source.Text;
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
  private final Text text = new Text();

  TradeDeskPlace(Binding binding, DestinationSpec spec, Set<String> allowed) {
    this.allowed = allowed;
    this.texts = new TradeDeskTexts(binding, spec, List.of("country", "city", "metro"));
    this.country = texts.field("country");
    this.region = new Field(binding, spec.column("region").orElseThrow(), Field.Gather.ALL);
    this.city = texts.field("city");
    this.metro = texts.field("metro");
  }

  /** Reads the judged rows of an order. */
  void read(RowGroup group, OrderLines lines, Subject subject, MappingSink sink) {
    texts.read(group, lines, subject, sink);
    region.clear();
    for (int k = 0; k < lines.judged(); k++) {
      region.read(group, lines.row(k), subject, sink);
    }
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
    writeRegion(json, sink);
    city.writeText(json, CITY);
    metro.writeText(json, METRO);
  }

  /** The first, where the rows mean the same: a state by its name is that state by its letters. */
  private void writeRegion(JsonBytes json, MappingSink sink) {
    if (!region.isPresent()) {
      return;
    }
    String first = region(0);
    json.key(REGION).text(first);
    for (int i = 1; i < region.size(); i++) {
      if (!region(i).equals(first)) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, region.label(), "");
        return;
      }
    }
  }

  private String region(int i) {
    region.value(i, text);
    boolean isAmerican = country.isPresent() && country.first().equals(AMERICA);
    return isAmerican ? state(text.decode()) : text.decode();
  }

  /** The two letters of an American state; what is none stays as it is. */
  private String state(String name) {
    if (states.size() > MOST_REMEMBERED) {
      states.clear();
    }
    return states.computeIfAbsent(name, TradeDeskPlace::letters);
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
