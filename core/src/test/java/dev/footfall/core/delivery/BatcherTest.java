package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Limits;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventRows;
import dev.footfall.core.event.KeyMaterial;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatcherTest {
  private static final int OVERHEAD = 10;
  private static final Limits LIMITS = new Limits(7, 100, 90, 1, 1);

  private static Pending pending(int number, int size) {
    return new Pending(
        new Event(
            new byte[size],
            "" + number,
            "p" + number % 3,
            0,
            0,
            new EventRows(new long[] {number}, ""),
            KeyMaterial.of(new byte[0])),
        List.of());
  }

  @Property
  void batches_lose_and_double_nothing_and_stay_within_every_limit(
      @ForAll @Size(max = 200) List<@IntRange(min = 1, max = 90) Integer> sizes) {
    List<List<Pending>> batches = new ArrayList<>();
    Batcher batcher = new Batcher(LIMITS, OVERHEAD, batches::add);
    for (int i = 0; i < sizes.size(); i++) {
      batcher.add(pending(i, sizes.get(i)));
    }
    batcher.finish();

    List<String> ids =
        batches.stream().flatMap(List::stream).map(p -> p.event().id()).sorted().toList();
    assertThat(ids).hasSize(sizes.size()).doesNotHaveDuplicates();
    for (List<Pending> batch : batches) {
      assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(LIMITS.events());
      assertThat(batch.stream().map(p -> p.event().partition()).distinct()).hasSize(1);
      long bytes = batch.stream().mapToLong(p -> p.event().body().length).sum();
      assertThat(OVERHEAD + bytes + batch.size() - 1).isLessThanOrEqualTo(LIMITS.bytes());
    }
  }

  @Property
  void a_batch_is_full_unless_it_is_the_last_of_its_partition(
      @ForAll @IntRange(min = 1, max = 100) int events) {
    List<List<Pending>> batches = new ArrayList<>();
    Batcher batcher = new Batcher(LIMITS, OVERHEAD, batches::add);
    for (int i = 0; i < events; i++) {
      batcher.add(pending(3 * i, 1));
    }
    batcher.finish();

    assertThat(batches.subList(0, batches.size() - 1)).allMatch(b -> b.size() == LIMITS.events());
  }
}
