package dev.footfall.store.disk;

import dev.footfall.core.delivery.PaceBook;
import dev.footfall.core.delivery.PaceEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of one line for each account, shared by the processes of a machine. Not synced but when it
 * keeps others waiting: what a loss of power undoes is otherwise a few milliseconds old.
 */
public final class FilePaceBook implements PaceBook {
  private static final int LONGEST_LINE = 512;

  private final Path folder;

  /** Entries in this folder, which is made when it is missing. */
  public FilePaceBook(Path folder) throws IOException {
    DurableFiles.privateFolder(folder);
    this.folder = folder;
  }

  @Override
  public Optional<Seen> change(String account, Instant now, Change change) {
    String name = UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)).toString();
    try {
      return Optional.of(FileTurn.take(folder.resolve(name), file -> changed(file, now, change)));
    } catch (IOException outOfReach) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Seen changed(FileChannel file, Instant now, Change change) throws IOException {
    PaceEntry before = read(file);
    PaceEntry after = change.of(before, now);
    if (!after.equals(before)) {
      write(file, after);
      if (after.notBefore() != before.notBefore()) {
        file.force(false);
      }
    }
    return new Seen(after, now);
  }

  private static PaceEntry read(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LINE);
    file.read(bytes, 0);
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    int end = text.indexOf('\n');
    return end < 0 ? PaceEntry.NEW : PaceEntry.parse(text.substring(0, end)).orElse(PaceEntry.NEW);
  }

  /** What an earlier, longer line leaves behind the line's end is not read. */
  private static void write(FileChannel file, PaceEntry entry) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((entry.toText() + "\n").getBytes(StandardCharsets.US_ASCII));
    while (line.hasRemaining()) {
      file.write(line, line.position());
    }
  }
}
