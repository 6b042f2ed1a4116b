package dev.footfall.store.ledger;

import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.LedgerRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The ledger answers as two plain maps would, whatever happens to it and in which order. */
class LedgerModelProperties {
  @Property(tries = 150)
  void agrees_with_a_plain_model(
      @ForAll("stories") List<LedgerStory.Step> steps, @ForAll("memory") int memoryKeys)
      throws IOException {
    Path root = Files.createTempDirectory("ledger-model");
    try (LedgerStory story = new LedgerStory(new Folders(root, memoryKeys))) {
      story.tell(steps);
    } finally {
      TestLedgers.delete(root);
    }
  }

  @Provide
  Arbitrary<List<LedgerStory.Step>> stories() {
    return LedgerStory.stories();
  }

  @Provide
  Arbitrary<Integer> memory() {
    return Arbitraries.of(1, 3, 10, 1000);
  }

  /** A crash leaves a folder as it is at that moment. */
  private static final class Folders implements LedgerStory.World {
    private final Path root;
    private final int memoryKeys;
    private int copies;

    private Folders(Path root, int memoryKeys) {
      this.root = root;
      this.memoryKeys = memoryKeys;
    }

    @Override
    public Ledger ledger() {
      try {
        return TestLedgers.in(folder(), memoryKeys);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Path folder() {
      return root.resolve(String.valueOf(copies));
    }

    @Override
    public void crash(LedgerRun held) {
      Path living = folder();
      copies++;
      TestLedgers.copy(living, folder());
      held.close();
    }
  }
}
