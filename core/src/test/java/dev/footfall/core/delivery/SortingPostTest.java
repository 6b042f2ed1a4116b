package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import dev.footfall.core.group.Room;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortingPostTest {
  @TempDir Path temporary;

  /** Keeps what it is sent. */
  private static final class Basket implements Post {
    final List<Pending> taken = new ArrayList<>();
    boolean finished;

    @Override
    public void send(List<Pending> block) {
      taken.addAll(block);
    }

    @Override
    public void finish() {
      finished = true;
    }

    @Override
    public Optional<Reading.Stop> stopped() {
      return Optional.empty();
    }

    @Override
    public void stop(Reading.Stop reason) {}

    @Override
    public void close() {}
  }

  private static Pending pending(long time, String order, long row) {
    Event event =
        new Event(
            ("line " + row + "\n").getBytes(StandardCharsets.UTF_8),
            "id" + row,
            "",
            time,
            time + 10,
            new EventRows(new long[] {row}, order),
            KeyMaterial.of(new byte[] {1}));
    return new Pending(event, List.of(new LedgerEntry(new LedgerKey(row, 2), 3, 4, 5, 6, 7, 8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1 << 20, 50_000, 1})
  void events_come_by_time_then_order_then_row_whatever_the_room(int memory) throws Exception {
    List<Pending> sorted = new ArrayList<>();
    for (int row = 1; row <= 500; row++) {
      sorted.add(pending(row / 10, "order " + row / 5 % 2, row));
    }
    List<Pending> mixed = new ArrayList<>(sorted);
    Collections.shuffle(mixed, new Random(7));
    Basket basket = new Basket();
    try (SortingPost post = new SortingPost(basket, new Room(memory, temporary, true))) {
      post.send(mixed.subList(0, 200));
      post.send(mixed.subList(200, 500));
      assertThat(basket.taken).isEmpty();
      post.finish();
    }

    assertThat(basket.finished).isTrue();
    assertThat(basket.taken).extracting(p -> p.event().rows().numbers()[0]).hasSize(500);
    assertThat(basket.taken)
        .isSortedAccordingTo(Comparator.comparing(Pending::event, SortingPost.ORDER));
    assertThat(basket.taken).extracting(Pending::entries).doesNotHaveDuplicates();
    assertThat(basket.taken.get(0).event().body()).asString().startsWith("line ");
    try (Stream<Path> left = Files.walk(temporary)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void what_lies_on_disk_is_not_readable() throws Exception {
    try (SortingPost post = new SortingPost(new Basket(), new Room(1, temporary, true))) {
      post.send(List.of(pending(1, "order SECRET", 1), pending(2, "order SECRET", 2)));
      try (Stream<Path> files = Files.walk(temporary)) {
        List<Path> spilled = files.filter(Files::isRegularFile).toList();
        assertThat(spilled).isNotEmpty();
        for (Path file : spilled) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .doesNotContain("SECRET");
        }
      }
    }
  }
}
