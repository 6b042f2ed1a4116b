package dev.footfall.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.Pending;
import dev.footfall.core.group.Grouping;
import dev.footfall.core.group.Room;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.MemoryLedger;
import dev.footfall.core.ledger.Settlement;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * A block of groups costs the ledger at most three questions, and every group has the fate that it
 * has alone, one after the other.
 */
class BlockTest {
  private static final String[] AMOUNTS = {"1", "2", "3", "bad"};

  /** What a stage was asked to do, and what it said. */
  private static final class Trial {
    private final MemoryLedger memory = new MemoryLedger();
    private final List<String> said = new ArrayList<>();
    private int questions;

    /** Three runs after one another, whose outcomes differ. */
    List<String> runs(List<String> rows, boolean together) throws Exception {
      for (int number = 1; number <= 3; number++) {
        run(number, rows, together);
      }
      return said;
    }

    private void run(int number, List<String> rows, boolean together) throws Exception {
      try (LedgerRun ledger = counting(memory.begin("scope", number))) {
        Books books = new Books();
        RunScope scope =
            new RunScope(
                new NamedRoute(),
                PlainRoute.binding(),
                ledger,
                KeyDigest.unkeyed(),
                number,
                books,
                line -> said.add(line.code() + " " + line.fate() + " " + line.orderId()));
        EventStage stage =
            new EventStage(
                scope,
                new RowPrints(scope.binding(), "mapping"),
                (entry, event, same) ->
                    same ? UnknownPolicy.Decision.SEND : UnknownPolicy.Decision.LEAVE);
        for (List<Pending> ready : mapped(stage, rows, together)) {
          ready.forEach(pending -> said.add(words(pending)));
          settle(ledger, ready, number);
        }
        said.add(books.sums().toString());
      }
    }

    private static List<List<Pending>> mapped(EventStage stage, List<String> rows, boolean together)
        throws Exception {
      List<RowGroup> groups = new ArrayList<>();
      List<List<Pending>> ready = new ArrayList<>();
      try (Grouping grouping =
          new Grouping(
              new NamedRoute().mapper(),
              Room.below(Path.of("target/tmp")),
              group -> groups.add(group))) {
        grouping.add(batch(rows));
        grouping.finish();
        if (together) {
          ready.add(stage.map(groups));
        } else {
          List<Pending> all = new ArrayList<>();
          for (RowGroup group : groups) {
            all.addAll(stage.map(List.of(group)));
          }
          ready.add(all);
        }
      }
      return ready;
    }

    private static String words(Pending pending) {
      return new String(pending.event().body(), StandardCharsets.UTF_8)
          + pending.entries().stream().map(LedgerEntry::key).toList();
    }

    /** Each event in turn: delivered, unknown, released. */
    private static void settle(LedgerRun ledger, List<Pending> ready, int run) {
      Settlement[] ways = Settlement.values();
      for (int i = 0; i < ready.size(); i++) {
        List<LedgerEntry> entries = ready.get(i).entries();
        Settlement way = ways[(i + run) % ways.length];
        ledger.settle(ledger.claim(entries), Collections.nCopies(entries.size(), way));
      }
    }

    private LedgerRun counting(LedgerRun ledger) {
      return new LedgerRun() {
        @Override
        public List<Known> reserve(List<LedgerKey> keys) {
          questions++;
          return ledger.reserve(keys);
        }

        @Override
        public void release(LedgerKey key) {
          ledger.release(key);
        }

        @Override
        public long claim(List<LedgerEntry> entries) {
          return ledger.claim(entries);
        }

        @Override
        public void settle(long claim, List<Settlement> settlements) {
          ledger.settle(claim, settlements);
        }

        @Override
        public void close() {
          ledger.close();
        }
      };
    }
  }

  @Property(tries = 300)
  void a_block_has_the_fates_that_its_groups_have_one_by_one(
      @ForAll @Size(max = 24) List<Byte> draws) throws Exception {
    List<String> rows = new ArrayList<>();
    for (byte draw : draws) {
      int at = draw & 0x7f;
      String kind = "oaknv".substring(at % 5, at % 5 + 1);
      rows.add(kind + at / 5 % 3 + "=" + AMOUNTS[at / 15 % AMOUNTS.length]);
    }
    assertThat(new Trial().runs(rows, true)).isEqualTo(new Trial().runs(rows, false));
  }

  @Test
  void a_block_costs_three_questions() throws Exception {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      for (String kind : List.of("o", "a", "k", "n", "v")) {
        rows.add(kind + i + "=" + i);
      }
    }
    Trial trial = new Trial();
    trial.run(1, rows, true);
    assertThat(trial.questions).isEqualTo(3);
  }

  private static RowBatch batch(List<String> rows) {
    long[] numbers = new long[rows.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i + 1L;
    }
    return new RowBatch(
        List.of(
            column(rows.stream().map(r -> r.substring(0, r.indexOf('='))).toList()),
            column(rows.stream().map(r -> r.substring(r.indexOf('=') + 1)).toList())),
        numbers);
  }

  private static Column column(List<String> cells) {
    int[] offsets = new int[cells.size() + 1];
    for (int i = 0; i < cells.size(); i++) {
      offsets[i + 1] = offsets[i] + cells.get(i).length();
    }
    return new TextColumn(
        CellKind.TEXT, Text.utf8(String.join("", cells)), offsets, new boolean[cells.size()]);
  }
}
