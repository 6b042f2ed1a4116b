package dev.footfall.destinations.contract;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.Route;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run of one destination in memory: binds, groups, maps and makes requests as the engine does,
 * without sending. Each word gives a new run and leaves the old one as it is.
 */
public record TestRun(
    Destination destination,
    Map<String, String> settings,
    Vocabulary vocabulary,
    Instant now,
    ZoneId zone,
    boolean firstSend) {
  /** 2026-11-21T09:00:00Z, in UTC, in the platform's vocabulary. */
  public static TestRun of(Destination destination) {
    return new TestRun(
        destination,
        Map.of(),
        Vocabulary.PLATFORM,
        Instant.parse("2026-11-21T09:00:00Z"),
        ZoneId.of("UTC"),
        false);
  }

  /** With a setting. */
  public TestRun set(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new TestRun(destination, more, vocabulary, now, zone, firstSend);
  }

  /** With settings. */
  public TestRun set(Map<String, String> values) {
    TestRun run = this;
    for (Map.Entry<String, String> value : values.entrySet()) {
      run = run.set(value.getKey(), value.getValue());
    }
    return run;
  }

  /** In the canonical vocabulary. */
  public TestRun canonical() {
    return new TestRun(destination, settings, Vocabulary.CANONICAL, now, zone, firstSend);
  }

  /** At another time. */
  public TestRun at(String instant) {
    return new TestRun(destination, settings, vocabulary, Instant.parse(instant), zone, firstSend);
  }

  /** In another zone. */
  public TestRun in(String zoneId) {
    return new TestRun(destination, settings, vocabulary, now, ZoneId.of(zoneId), firstSend);
  }

  /** With the window of a first send open. */
  public TestRun firstSend(boolean open) {
    return new TestRun(destination, settings, vocabulary, now, zone, open);
  }

  /** The rows' columns bound to the destination's. */
  public Binding binding(TestRows rows) {
    SettingValues values = SettingValues.of(destination.spec(), settings);
    return Binding.of(destination.spec(values), vocabulary, rows.header(), values);
  }

  /** The way of the rows. */
  public Route route(TestRows rows) {
    return destination.route(
        new RouteContext(
            SettingValues.of(destination.spec(), settings),
            binding(rows),
            now,
            zone,
            firstSend,
            "run-1"));
  }

  /** Groups and maps the rows, in their order. */
  public Mapped map(TestRows rows) {
    EventMapper mapper = route(rows).mapper();
    RowBatch batch = rows.batch();
    TestSink sink = new TestSink();
    ByteBuilder material = new ByteBuilder(64);
    for (RowGroup group : groups(mapper, batch)) {
      sink.begin(group);
      if (mapper.identify(group, material.clear()) && sink.isKnown(material.copy())) {
        sink.rejectAll(Code.DUPLICATE_EVENT, "", "");
      } else {
        mapper.map(group, sink);
      }
    }
    return sink.mapped();
  }

  /** The rows' groups, as {@link EventMapper#group} says. */
  public static Collection<RowGroup> groups(EventMapper mapper, RowBatch batch) {
    Map<Object, RowGroup> groups = new LinkedHashMap<>();
    ByteBuilder key = new ByteBuilder(64);
    for (int row = 0; row < batch.size(); row++) {
      EventMapper.Membership membership = mapper.group(batch, row, key.clear());
      Object name =
          switch (membership) {
            case ALONE -> row;
            case GROUPED -> ByteBuffer.wrap(key.copy());
          };
      groups.computeIfAbsent(name, n -> new RowGroup()).add(batch, row);
    }
    return groups.values();
  }

  /** The requests for the rows' events, batch by batch; HTTP modes only. */
  public List<HttpCall> requests(TestRows rows, CredentialValues credential) {
    HttpDelivery delivery = (HttpDelivery) route(rows).delivery();
    return batches(delivery, sendable(delivery, map(rows).events())).stream()
        .map(batch -> delivery.request(batch, credential))
        .toList();
  }

  /** Events with stand-ins for what they must learn before they are sent. */
  public static List<Event> sendable(HttpDelivery delivery, List<Event> events) {
    return delivery
        .resolution()
        .map(map -> events.stream().map(event -> ready(map, event)).toList())
        .orElse(events);
  }

  private static Event ready(Resolution map, Event event) {
    Map<String, String> found = new HashMap<>();
    map.wanted(event).forEach(n -> found.put(n, map.standIn(event.rows().numbers()[0])));
    return ((Resolution.Resolved.Ready) map.resolve(event, found)).event();
  }

  /** Events as they fill requests: per partition, within the limits. */
  public static List<List<Event>> batches(HttpDelivery delivery, List<Event> events) {
    List<List<Event>> batches = new ArrayList<>();
    List<Event> sorted =
        delivery.order().map(o -> events.stream().sorted(o).toList()).orElse(events);
    Map<String, List<Event>> byPartition =
        sorted.stream()
            .collect(
                Collectors.groupingBy(Event::partition, LinkedHashMap::new, Collectors.toList()));
    for (List<Event> all : byPartition.values()) {
      List<Event> batch = new ArrayList<>();
      int parts = 0;
      long bytes = delivery.overhead();
      for (Event event : all) {
        long more = event.body().length + 1L;
        boolean full =
            parts + event.parts() > delivery.limits().events()
                || bytes + more > delivery.limits().bytes();
        if (full && !batch.isEmpty()) {
          batches.add(List.copyOf(batch));
          batch.clear();
          parts = 0;
          bytes = delivery.overhead();
        }
        batch.add(event);
        parts += event.parts();
        bytes += more;
      }
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /** A credential of plain fields. */
  public static CredentialValues credential(String... namesAndValues) {
    Map<String, Secret> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], Secret.of(namesAndValues[i + 1]));
    }
    return new CredentialValues(fields, Optional.empty());
  }
}
