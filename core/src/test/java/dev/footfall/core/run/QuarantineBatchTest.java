package dev.footfall.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuarantineBatchTest {
  private static final Place PLACE = new Place("meta\n1\napi", "daily");
  private static final Sighting NOW = new Sighting(3, 1000);

  private static Cause cause(int number) {
    return new Cause(RowFate.REJECTED, "CODE_" + number, "", "column");
  }

  @Property(tries = 20)
  void entries_come_back_as_they_were_in_the_order_of_their_names(
      @ForAll long seed, @ForAll @IntRange(max = 45_000) int count) {
    SplittableRandom random = new SplittableRandom(seed);
    QuarantineBatch batch = new QuarantineBatch(PLACE, NOW);
    QuarantineNames names = new QuarantineNames();
    List<Quarantined> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LedgerKey name = new LedgerKey(random.nextLong(), random.nextLong());
      Cause cause = cause(random.nextInt(3));
      batch.add(name, cause, i, i, 2L * i);
      names.add(name);
      added.add(new Quarantined(PLACE, name, cause, i, NOW, NOW, i, 2L * i));
    }
    List<Quarantined> handedOver = batch.pieces().stream().flatMap(List::stream).toList();

    assertThat(batch.isFull()).isFalse();
    assertThat(batch.pieces()).allMatch(piece -> !piece.isEmpty() && piece.size() <= 20_000);
    added.sort((a, b) -> Long.compareUnsigned(a.name().high(), b.name().high()));
    assertThat(handedOver.equals(added)).isTrue();

    added.forEach(entry -> names.meet(entry.name()));
    assertThat(names.met()).isEqualTo(added.stream().map(Quarantined::name).toList());
  }
}
