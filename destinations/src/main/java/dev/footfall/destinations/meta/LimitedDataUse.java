package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.JsonArrays;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limited Data Use of an event. Values that cannot be read limit it everywhere, because privacy is
 * never guessed. Reused from order to order by one thread.
 */
final class LimitedDataUse {
  private static final byte[] OPTIONS = JsonBytes.key("data_processing_options");
  private static final byte[] COUNTRY = JsonBytes.key("data_processing_options_country");
  private static final byte[] STATE = JsonBytes.key("data_processing_options_state");
  private static final byte[] LDU = Text.utf8("LDU");
  private static final List<String> STATES =
      List.of("ca", "co", "ct", "fl", "or", "tx", "mt", "de", "ne", "nh", "nj", "mn", "md", "ri");
  private static final int FIRST_STATE = 1000;
  private static final String UNITED_STATES = hash("us");
  private static final Map<String, Integer> CODES = codes();

  private final int options;
  private final int country;
  private final int state;
  private final String label;
  private final MetaSettings.LimitedUse mode;
  private final Text cell = new Text();
  private final Decimal number = new Decimal();
  private Place place = Place.NONE;
  private Place byState = Place.NONE;

  /**
   * What is said to Meta.
   *
   * @param isLimited whether anything is said
   */
  private record Place(boolean isLimited, int country, int state) {
    static final Place NONE = new Place(false, 0, 0);
    static final Place ANYWHERE = new Place(true, 0, 0);
  }

  LimitedDataUse(Binding binding, MetaSettings.LimitedUse mode) {
    this.options = binding.index("data_processing_options");
    this.country = binding.index("data_processing_options_country");
    this.state = binding.index("data_processing_options_state");
    this.label = binding.label("data_processing_options");
    this.mode = mode;
  }

  private static Map<String, Integer> codes() {
    Map<String, Integer> codes = new HashMap<>();
    STATES.forEach(s -> codes.put(hash(s), FIRST_STATE + STATES.indexOf(s)));
    return Map.copyOf(codes);
  }

  private static String hash(String text) {
    byte[] hex = new byte[Sha256.HEX];
    Sha256.ofThread().hexInto(Text.of(text), hex, 0);
    return new Text().set(hex, 0, hex.length).decode();
  }

  /** Reads the judged rows; the hashed country and state count as they are sent. */
  void read(
      RowGroup group, OrderLines lines, Field personCountry, Field personState, MappingSink sink) {
    place = Place.NONE;
    if (options < 0 && mode == MetaSettings.LimitedUse.OFF) {
      return;
    }
    byState = byState(personCountry, personState);
    for (int k = 0; k < lines.judged(); k++) {
      Place said = said(group, lines.row(k), sink);
      if (said.isLimited && !place.isLimited) {
        place = said;
      }
    }
  }

  private Place byState(Field personCountry, Field personState) {
    boolean american = !personCountry.isPresent() || personCountry.first().equals(UNITED_STATES);
    Integer code = american ? CODES.get(personState.first()) : null;
    return code == null ? Place.NONE : new Place(true, 1, code);
  }

  private Place said(RowGroup group, int row, MappingSink sink) {
    Optional<Boolean> limited = options(group, row);
    if (limited.isEmpty()) {
      return fallback(group, row, sink);
    }
    return limited.get() ? place(group, row, sink) : Place.NONE;
  }

  private Place fallback(RowGroup group, int row, MappingSink sink) {
    return switch (mode) {
      case OFF -> isBlank(options, group, row) ? Place.NONE : unreadable(row, sink);
      case ALL -> isBlank(options, group, row) ? place(group, row, sink) : unreadable(row, sink);
      case BY_STATE -> isBlank(options, group, row) ? byState : unreadable(row, sink);
    };
  }

  private Place unreadable(int row, MappingSink sink) {
    sink.dropped(row, Code.FIELD_DROPPED, label, "limited everywhere instead");
    return Place.ANYWHERE;
  }

  /** Whether the row asks for limits; empty when it does not say, or cannot be read. */
  private Optional<Boolean> options(RowGroup group, int row) {
    if (isBlank(options, group, row)) {
      return Optional.empty();
    }
    String said = cell.decode();
    if (said.equalsIgnoreCase("LDU")) {
      return Optional.of(true);
    }
    List<String> elements = JsonArrays.elements(said).orElse(List.of("?"));
    return switch (elements.size()) {
      case 0 -> Optional.of(false);
      case 1 -> elements.get(0).equalsIgnoreCase("LDU") ? Optional.of(true) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Place place(RowGroup group, int row, MappingSink sink) {
    boolean noCountry = isBlank(country, group, row);
    boolean noState = isBlank(state, group, row);
    if (noCountry && noState) {
      return Place.ANYWHERE;
    }
    int countryCode = whole(country, group, row);
    int stateCode = whole(state, group, row);
    boolean knownState =
        stateCode == 0 || (stateCode >= FIRST_STATE && stateCode < FIRST_STATE + STATES.size());
    return !noCountry && !noState && (countryCode == 0 || countryCode == 1) && knownState
        ? new Place(true, countryCode, stateCode)
        : unreadable(row, sink);
  }

  private int whole(int index, RowGroup group, int row) {
    boolean isWhole =
        index >= 0
            && group.column(index, row).decimal(group.row(row), number)
            && number.fitsLong()
            && number.longValue() == (int) number.longValue();
    return isWhole ? (int) number.longValue() : -1;
  }

  private boolean isBlank(int index, RowGroup group, int row) {
    if (index < 0) {
      return true;
    }
    Column column = group.column(index, row);
    if (column.isNull(group.row(row))) {
      return true;
    }
    column.text(group.row(row), cell);
    return cell.trim().isEmpty();
  }

  void write(JsonBytes json) {
    if (place.isLimited) {
      json.key(OPTIONS).beginArray().plain(LDU).endArray();
      json.key(COUNTRY).number(place.country).key(STATE).number(place.state);
    }
  }
}
