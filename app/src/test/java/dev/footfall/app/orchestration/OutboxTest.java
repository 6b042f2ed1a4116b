package dev.footfall.app.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.delivery.Shelf;
import dev.footfall.core.delivery.Workshop;
import dev.footfall.core.file.Seal;
import dev.footfall.core.group.Room;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that wait for a server lie in a folder of their run; another destination leaves it alone.
 */
class OutboxTest {
  @TempDir Path folder;

  /** A server to which nothing is brought. */
  private static final class Elsewhere implements Shelf {
    @Override
    public String address() {
      return "elsewhere";
    }

    @Override
    public void check() {}

    @Override
    public boolean has(String name) {
      return false;
    }

    @Override
    public void bring(Path whole, String as) {}

    @Override
    public boolean name(String as, String name) {
      return true;
    }

    @Override
    public void discard(String as) {}
  }

  private Workshop workshop(String scope, String run) throws Exception {
    return new Outbox(new Elsewhere(), folder, Seal.NONE).workshop(scope, run, Room.below(folder));
  }

  @Test
  void what_a_killed_run_left_goes_when_the_next_one_of_its_scope_begins() throws Exception {
    Path left = Files.createFile(workshop("shops/Aa", "1").folder().resolve("file"));

    workshop("shops/Aa", "2");

    assertThat(left).doesNotExist();
  }

  @Test
  void what_another_scope_has_under_way_stays_however_alike_their_names() throws Exception {
    assertThat("shops/Aa").hasSameHashCodeAs("shops/BB");
    Path underWay = Files.createFile(workshop("shops/Aa", "1").folder().resolve("file"));

    workshop("shops/BB", "2");

    assertThat(underWay).exists();
  }
}
