package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.JsonArrays;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.List;
import java.util.Optional;

/** What Meta wants to know of events from apps. Reused from order to order by one thread. */
final class AppData {
  private static final String ADVERTISER = "advertiser_tracking_enabled";
  private static final String APPLICATION = "application_tracking_enabled";
  private static final String EXTENDED = "app_extinfo";
  private static final int ENTRIES = 16;
  private static final int VERSION = 4;

  private final Binding binding;
  private final Text cell = new Text();
  private Optional<Boolean> advertiser = Optional.empty();
  private Optional<Boolean> application = Optional.empty();
  private Optional<List<String>> extended = Optional.empty();

  AppData(Binding binding) {
    this.binding = binding;
  }

  /** Reads the judged rows; false, and all are rejected, when something lacks. */
  boolean read(RowGroup group, OrderLines lines, MappingSink sink) {
    advertiser = flag(group, lines, ADVERTISER);
    application = flag(group, lines, APPLICATION);
    extended = extended(group, lines);
    return isThere(advertiser, ADVERTISER, sink)
        && isThere(application, APPLICATION, sink)
        && isThere(extended, EXTENDED, sink);
  }

  private boolean isThere(Optional<?> value, String column, MappingSink sink) {
    if (value.isEmpty()) {
      sink.rejectAll(Code.MISSING_APP_DATA, binding.label(column), "");
    }
    return value.isPresent();
  }

  private Optional<Boolean> flag(RowGroup group, OrderLines lines, String column) {
    int index = binding.index(column);
    for (int k = 0; index >= 0 && k < lines.judged(); k++) {
      int row = lines.row(k);
      switch (Booleans.read(group.column(index, row), group.row(row), cell)) {
        case TRUE -> {
          return Optional.of(true);
        }
        case FALSE -> {
          return Optional.of(false);
        }
        case BLANK, UNREADABLE -> {}
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> extended(RowGroup group, OrderLines lines) {
    int index = binding.index(EXTENDED);
    for (int k = 0; index >= 0 && k < lines.judged(); k++) {
      Column column = group.column(index, lines.row(k));
      int at = group.row(lines.row(k));
      if (!column.isNull(at)) {
        column.text(at, cell);
        Optional<List<String>> entries =
            JsonArrays.elements(cell.decode()).filter(AppData::isExtended);
        if (entries.isPresent()) {
          return entries;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isExtended(List<String> entries) {
    return entries.size() == ENTRIES
        && List.of("a2", "i2").contains(entries.get(0))
        && !entries.get(VERSION).isBlank();
  }

  void write(JsonBytes json) {
    json.beginObject();
    json.key(JsonBytes.key(ADVERTISER)).number(advertiser.orElse(false) ? 1 : 0);
    json.key(JsonBytes.key(APPLICATION)).number(application.orElse(false) ? 1 : 0);
    json.key(JsonBytes.key("extinfo")).beginArray();
    extended.orElse(List.of()).forEach(json::text);
    json.endArray().endObject();
  }
}
