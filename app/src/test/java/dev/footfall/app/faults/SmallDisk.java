package dev.footfall.app.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of its own in memory, as small as a test wants it.
 *
 * @param folder where it is mounted
 */
record SmallDisk(Path folder) implements AutoCloseable {
  private static final String BALLAST = "ballast";

  /** Mounts one; where this machine does not let us, says so aloud and gives the test up. */
  static SmallDisk mount(Path folder, int kilobytes) throws IOException {
    Files.createDirectories(folder);
    String options = "size=" + kilobytes + "k,mode=0777";
    String refusal = said("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
    if (!refusal.isEmpty()) {
      String loud = "NOT TESTED: a full disk. It needs the right to mount a tmpfs: " + refusal;
      System.err.println(loud);
      Assumptions.abort(loud);
    }
    return new SmallDisk(folder);
  }

  /** What a command of the system complained of; empty when it did what it should. */
  private static String said(String... words) {
    List<String> command = new ArrayList<>();
    if (!System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("sudo", "-n"));
    }
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.onExit().join().exitValue() == 0 ? "" : command + ": " + said.strip();
    } catch (IOException missing) {
      return String.valueOf(missing.getMessage());
    }
  }

  /** Fills it until there is that much room. */
  void leave(int kilobytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace() - kilobytes * 1024L;
    Files.write(folder.resolve(BALLAST), new byte[Math.toIntExact(Math.max(0, free))]);
  }

  /** Somebody cleans up. */
  void makeRoom() throws IOException {
    Files.deleteIfExists(folder.resolve(BALLAST));
  }

  /** Makes it larger or smaller. */
  void resize(int kilobytes) throws IOException {
    remount("size=" + kilobytes + "k");
  }

  /** Lets nothing be written there any more. */
  void protect() throws IOException {
    remount("ro");
  }

  /** Lets it be written there again. */
  void release() throws IOException {
    remount("rw");
  }

  private void remount(String option) throws IOException {
    String refusal = said("mount", "-o", "remount," + option, folder.toString());
    if (!refusal.isEmpty()) {
      throw new IOException(refusal);
    }
  }

  @Override
  public void close() {
    said("umount", "-l", folder.toString());
  }
}
