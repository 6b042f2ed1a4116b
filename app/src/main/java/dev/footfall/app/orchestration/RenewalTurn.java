package dev.footfall.app.orchestration;

import dev.footfall.store.disk.DurableFiles;
import dev.footfall.store.disk.FileTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Lets those who share a credential ask for its next token one after the other: over the threads
 * and processes of a machine. A process that dies loses its turn.
 *
 * @param folder of the locks, the same for all who share the credential
 * @param credential its name
 */
record RenewalTurn(Path folder, String credential) {
  /** What is done in one's turn. */
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /** Waits for the turn, and works. */
  <T> T take(Work<T> work) throws InterruptedException {
    Path file = folder.resolve(fileName());
    try {
      DurableFiles.privateFolder(folder);
      return FileTurn.take(file, locked -> work.run());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private String fileName() {
    byte[] name = credential.getBytes(StandardCharsets.UTF_8);
    return "token-" + HexFormat.of().formatHex(name) + ".lock";
  }
}
