package dev.footfall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void whoever_writes_after_a_failure_hears_its_cause() throws Exception {
    try (Journal journal = Journal.create(folder.resolve("journal"))) {
      journal.retire(); // as a disk does that takes nothing more
      Throwable first = catchThrowable(() -> journal.append(new byte[8]));
      Throwable second = catchThrowable(() -> journal.append(new byte[8]));

      assertThat(second).hasCause(first);
      assertThat(journal.broken()).isTrue();
    }
  }
}
