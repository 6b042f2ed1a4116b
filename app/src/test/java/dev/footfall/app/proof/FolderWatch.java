package dev.footfall.app.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Reads every file that appears or changes below some folders, again and again, for canaries. */
final class FolderWatch implements AutoCloseable {
  private final List<Path> folders;
  private final Canaries canaries;
  private final Map<Path, String> seen = new HashMap<>();
  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
  private final Set<String> names = new ConcurrentSkipListSet<>();
  private final Thread thread = new Thread(this::watch, "folder-watch");
  private volatile boolean isOver;

  private FolderWatch(List<Path> folders, Canaries canaries) {
    this.folders = folders;
    this.canaries = canaries;
  }

  static FolderWatch over(List<Path> folders, Canaries canaries) {
    FolderWatch watch = new FolderWatch(folders, canaries);
    watch.thread.start();
    return watch;
  }

  /** Reads everything once. */
  static List<String> once(List<Path> folders, Canaries canaries) {
    FolderWatch watch = new FolderWatch(folders, canaries);
    watch.look();
    return List.copyOf(watch.leaks);
  }

  private void watch() {
    while (!isOver) {
      look();
      LockSupport.parkNanos(20_000_000);
    }
    look();
  }

  private void look() {
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        read(file);
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }

  /** Libraries that the drivers unpack for the system to load are no data. */
  private void read(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.matches(".*\\.(so|dylib|dll)(\\.\\d+)*(-[0-9a-f-]+)?(\\.lck)?")) {
      return;
    }
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      String state = facts.size() + " " + facts.lastModifiedTime();
      if (state.equals(seen.put(file, state))) {
        return;
      }
      names.add(name);
      canaries.in(Files.readAllBytes(file)).ifPresent(leak -> leaks.add(file + ": " + leak));
    } catch (IOException gone) {
      seen.remove(file);
    }
  }

  /** Names of the files that were read. */
  Set<String> names() {
    return names;
  }

  /** What was found so far. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  @Override
  public void close() {
    isOver = true;
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
