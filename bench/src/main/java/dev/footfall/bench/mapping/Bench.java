package dev.footfall.bench.mapping;

import dev.footfall.bench.Stopwatch;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.EventMapper;
import dev.footfall.core.group.Grouping;
import dev.footfall.core.group.Room;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The steps of mapping one destination's events, each alone, on the same orders. */
final class Bench {
  private static final int BATCHES = 16;
  private static final Room ROOM = Room.below(Path.of("none: one batch fits in memory"));

  private final Binding binding;
  private final Case subject;
  private final List<RowBatch> batches;
  private final List<List<RowGroup>> blocks = new ArrayList<>();
  private final EventMapper mapper;
  private final int events;
  private int next;

  Bench(Case subject, Instant now) {
    this.subject = subject;
    this.binding = subject.binding();
    this.batches = Orders.batches(BATCHES, now);
    Route route = subject.route(binding, now);
    this.mapper = route.mapper();
    for (RowBatch batch : batches) {
      List<RowGroup> block = new ArrayList<>();
      group(batch, block);
      blocks.add(block);
    }
    CountingSink sink = new CountingSink();
    blocks.get(0).forEach(group -> mapper.map(group, sink));
    this.events = sink.events();
  }

  /** How many events a block of orders becomes: as many, or one for each of their items. */
  int events() {
    return events;
  }

  private void group(RowBatch batch, List<RowGroup> block) {
    try (Grouping grouping = new Grouping(mapper, ROOM, block::add)) {
      grouping.add(batch);
      grouping.finish();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int turn() {
    next = (next + 1) % BATCHES;
    return next;
  }

  /** Column batches to events: grouping and mapping, as a run does both. */
  Stopwatch.Work whole() {
    List<RowGroup> block = new ArrayList<>(Orders.BLOCK);
    CountingSink sink = new CountingSink();
    return () -> {
      block.clear();
      group(batches.get(turn()), block);
      block.forEach(group -> mapper.map(group, sink));
      return sink.expect(events);
    };
  }

  /** Rows to groups. */
  Stopwatch.Work grouping() {
    List<RowGroup> block = new ArrayList<>(Orders.BLOCK);
    return () -> {
      block.clear();
      group(batches.get(turn()), block);
      return block.size();
    };
  }

  /** Groups to ledger keys. */
  Stopwatch.Work digest(KeyDigest digest) {
    ByteBuilder material = new ByteBuilder(256);
    return () -> {
      long sum = 0;
      for (RowGroup group : blocks.get(turn())) {
        mapper.identify(group, material.clear());
        sum += digest.part(material.bytes(), 0, material.length()).finish().low();
      }
      return sum;
    };
  }

  /** A block's keys looked up, reserved and given back. */
  Stopwatch.Work reserve(KeyDigest digest, LedgerRun ledger) {
    List<List<LedgerKey>> keys = new ArrayList<>();
    ByteBuilder material = new ByteBuilder(256);
    for (List<RowGroup> block : blocks) {
      List<LedgerKey> some = new ArrayList<>();
      for (RowGroup group : block) {
        mapper.identify(group, material.clear());
        some.add(digest.part(material.bytes(), 0, material.length()).finish());
      }
      keys.add(some);
    }
    return () -> {
      List<LedgerKey> block = keys.get(turn());
      int answers = ledger.reserve(block).size();
      block.forEach(ledger::release);
      return answers;
    };
  }

  /** Groups to event bytes. */
  Stopwatch.Work mapping() {
    CountingSink sink = new CountingSink();
    return () -> {
      blocks.get(turn()).forEach(group -> mapper.map(group, sink));
      return sink.expect(events);
    };
  }

  /** The identity fields of each order, normalised. */
  Stopwatch.Work normalising() {
    List<Identity> identities = identities();
    Subject person = new Subject("us", "US", LocalDate.of(2026, 1, 1));
    Text cell = new Text();
    Text target = new Text();
    byte[] out = new byte[512];
    return () -> {
      RowBatch batch = batches.get(turn());
      long sum = 0;
      for (Identity identity : identities) {
        Column column = batch.column(identity.index());
        for (int row = 0; row < batch.size(); row += 2) {
          column.text(row, cell);
          sum += identity.normaliser().apply(cell.trim(), person, out, target) ? 1 : 0;
        }
      }
      return sum;
    };
  }

  /** The identity fields of each order, hashed as they are. */
  Stopwatch.Work hashing() {
    List<Identity> identities = identities();
    Text cell = new Text();
    byte[] out = new byte[Sha256.HEX];
    return () -> {
      RowBatch batch = batches.get(turn());
      Sha256 sha256 = Sha256.ofThread();
      long sum = 0;
      for (Identity identity : identities) {
        Column column = batch.column(identity.index());
        for (int row = 0; row < batch.size(); row += 2) {
          column.text(row, cell);
          sum += sha256.hexInto(cell, out, 0) + out[0];
        }
      }
      return sum;
    };
  }

  private record Identity(int index, Normaliser normaliser) {}

  private List<Identity> identities() {
    List<Identity> identities = new ArrayList<>();
    for (ColumnSpec column : subject.spec().columns()) {
      if (column.rule().hashed() && binding.has(column.name())) {
        column
            .normaliser()
            .ifPresent(n -> identities.add(new Identity(binding.index(column.name()), n)));
      }
    }
    return identities;
  }

  /** How many fields are hashed. */
  int hashedFields() {
    return identities().size();
  }
}
