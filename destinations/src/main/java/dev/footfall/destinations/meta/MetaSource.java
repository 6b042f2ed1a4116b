package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.event.Field;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.Subjects;
import dev.footfall.core.event.WordCell;
import dev.footfall.core.group.RowGroup;
import java.util.Optional;

/**
 * Where an event happened, and what Meta wants to know of events from there. Reused from order to
 * order by one thread.
 */
final class MetaSource {
  private static final byte[] APP_DATA = JsonBytes.key("app_data");

  private final Binding binding;
  private final WordCell<ActionSource> sources;
  private final ActionSource fallback;
  private final MetaFields ids;
  private final MetaFields pages;
  private final MetaFields channels;
  private final Field eventId;
  private final Field url;
  private final Field channel;
  private final AppData appData;
  private ActionSource source;

  MetaSource(Binding binding, DestinationSpec spec, ActionSource fallback) {
    this.binding = binding;
    this.fallback = fallback;
    this.sources =
        new WordCell<>(binding.index("action_source"), Optional.empty(), ActionSource::find);
    this.ids = new MetaFields(binding);
    this.pages = new MetaFields(binding);
    this.channels = new MetaFields(binding);
    this.eventId = ids.first(spec.column("event_id").orElseThrow());
    this.url = pages.first(spec.column("event_source_url").orElseThrow());
    pages.first(spec.column("referrer_url").orElseThrow());
    this.channel = channels.first(spec.column("messaging_channel").orElseThrow());
    this.appData = new AppData(binding);
    this.source = fallback;
  }

  /** Reads the source from the judged rows; false when they name none that Meta knows. */
  boolean readSource(RowGroup group, OrderLines lines, MappingSink sink) {
    if (!binding.has("action_source")) {
      return true;
    }
    boolean isNamed = false;
    boolean isConflicting = false;
    boolean isUnreadable = false;
    for (int k = 0; k < lines.judged(); k++) {
      int row = lines.row(k);
      Optional<ActionSource> said = sources.read(group, row);
      if (said.isPresent()) {
        isConflicting |= isNamed && said.get() != source;
        source = isNamed ? source : said.get();
        isNamed = true;
      } else {
        isUnreadable |= !sources.text(group, row).isEmpty();
      }
    }
    source = isNamed ? source : fallback;
    if (isNamed && (isConflicting || isUnreadable)) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, binding.label("action_source"), "");
    }
    return isNamed || !isUnreadable;
  }

  ActionSource source() {
    return source;
  }

  /** The explicit event id; empty when there is none. */
  Field eventId() {
    return eventId;
  }

  /** Reads what depends on the source; false, and all rows are rejected, when something lacks. */
  boolean readRest(RowGroup group, OrderLines lines, Subjects subjects, MappingSink sink) {
    ids.read(group, lines, subjects, sink);
    pages.read(group, lines, subjects, sink);
    if (source == ActionSource.APP) {
      return appData.read(group, lines, sink);
    }
    if (source == ActionSource.BUSINESS_MESSAGING) {
      channels.read(group, lines, subjects, sink);
      return channel.isPresent() || lacks(Code.MISSING_MESSAGING_CHANNEL, channel, sink);
    }
    return true;
  }

  /** Whether a website event has all it needs; else all rows are rejected. */
  boolean isComplete(boolean hasUserAgent, MappingSink sink) {
    if (source != ActionSource.WEBSITE) {
      return true;
    }
    if (!hasUserAgent) {
      sink.rejectAll(Code.MISSING_WEBSITE_FIELD, binding.label("client_user_agent"), "");
      return false;
    }
    if (!eventId.isPresent()) {
      return lacks(Code.MISSING_WEBSITE_FIELD, eventId, sink);
    }
    return url.isPresent() || lacks(Code.MISSING_WEBSITE_FIELD, url, sink);
  }

  private static boolean lacks(Code code, Field field, MappingSink sink) {
    sink.rejectAll(code, field.label(), "");
    return false;
  }

  /** Writes the addresses of pages. */
  void writePages(JsonBytes json) {
    pages.write(json);
  }

  /** Writes what only some sources have. */
  void writeRest(JsonBytes json) {
    if (source == ActionSource.APP) {
      appData.write(json.key(APP_DATA));
    } else if (source == ActionSource.BUSINESS_MESSAGING) {
      channels.write(json);
    }
  }
}
