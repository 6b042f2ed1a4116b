package dev.footfall.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a loss of power at some point of a {@link DiskStory} may leave on the disk: all that was
 * synced; of what was written since, nothing, all, some pages, or a page cut in its middle; of the
 * names that changed since, the first few of each folder.
 */
final class PowerCut {
  private static final int PAGE = 4096;

  private final Map<Path, DiskFile> seen = new LinkedHashMap<>();
  private final Map<Path, DiskFile> kept = new LinkedHashMap<>();
  private final Map<Path, List<Change>> unsynced = new LinkedHashMap<>();
  private final Map<String, Integer> waiting = new HashMap<>();

  /** A name that came, or went. */
  private record Change(Path path, DiskFile file, boolean isThere) {}

  private PowerCut(Path folder) {
    seen.put(folder.getParent(), new DiskFile(true));
  }

  /** Lays down, in its place, what was left of a folder after so many deeds. */
  static void leave(DiskStory story, int deeds, Path folder, Random random) throws IOException {
    PowerCut cut = new PowerCut(folder);
    story.deeds().subList(0, deeds).forEach(cut::see);
    cut.lay(random);
  }

  private void see(DiskStory.Deed deed) {
    if (deed instanceof DiskStory.Made made && !seen.containsKey(made.path())) {
      comes(made.path(), new DiskFile(made.isFolder()));
    } else if (deed instanceof DiskStory.Written written) {
      at(written.path()).write(written.offset(), written.bytes());
    } else if (deed instanceof DiskStory.Resized resized) {
      at(resized.path()).resize(resized.length());
    } else if (deed instanceof DiskStory.Renamed renamed) {
      comes(renamed.path(), at(renamed.from()));
      goes(renamed.from());
    } else if (deed instanceof DiskStory.Linked linked) {
      comes(linked.path(), at(linked.from()));
    } else if (deed instanceof DiskStory.Removed removed) {
      goes(removed.path());
    } else if (deed instanceof DiskStory.Waiting begun) {
      at(begun.path()).waits(begun.thread());
      waiting.put(begun.thread(), changes(begun.path()).size());
    } else if (deed instanceof DiskStory.Synced synced) {
      sync(synced);
    }
  }

  private DiskFile at(Path path) {
    DiskFile file = seen.get(path);
    if (file == null) {
      throw new IllegalStateException(path + " was never made");
    }
    return file;
  }

  private List<Change> changes(Path ofFolder) {
    return unsynced.computeIfAbsent(ofFolder, none -> new ArrayList<>());
  }

  private void comes(Path path, DiskFile file) {
    seen.put(path, file);
    changes(path.getParent()).add(new Change(path, file, true));
  }

  private void goes(Path path) {
    changes(path.getParent()).add(new Change(path, at(path), false));
    seen.remove(path);
  }

  /** Changes that came while a thread waited are not in what it waited for. */
  private void sync(DiskStory.Synced synced) {
    at(synced.path()).sync(synced.thread());
    List<Change> changes = changes(synced.path());
    Integer first = waiting.remove(synced.thread());
    int safe = first == null ? changes.size() : Math.min(first, changes.size());
    changes.subList(0, safe).forEach(this::keep);
    changes.subList(0, safe).clear();
  }

  private void keep(Change change) {
    if (change.isThere) {
      kept.put(change.path, change.file);
    } else {
      kept.remove(change.path);
    }
  }

  private void lay(Random random) throws IOException {
    for (List<Change> changes : unsynced.values()) {
      changes.subList(0, random.nextInt(changes.size() + 1)).forEach(this::keep);
    }
    for (Path path : kept.keySet().stream().sorted().toList()) {
      DiskFile file = kept.getOrDefault(path, new DiskFile(true));
      if (!Files.isDirectory(path.getParent())) {
        continue; // its folder was lost, and it with it
      }
      if (file.isFolder()) {
        Files.createDirectory(path);
      } else {
        Files.write(path, file.left(random));
      }
    }
  }

  /** A file as programs see it and as the disk has it; of a folder, neither. */
  private static final class DiskFile {
    private final boolean isFolder;
    private final Map<String, byte[]> awaited = new HashMap<>();
    private byte[] seen = {};
    private byte[] kept = {};

    DiskFile(boolean isFolder) {
      this.isFolder = isFolder;
    }

    boolean isFolder() {
      return isFolder;
    }

    void write(long offset, byte[] bytes) {
      int at = Math.toIntExact(offset);
      seen = Arrays.copyOf(seen, Math.max(seen.length, at + bytes.length));
      System.arraycopy(bytes, 0, seen, at, bytes.length);
    }

    void resize(long length) {
      seen = Arrays.copyOf(seen, Math.toIntExact(length));
    }

    void waits(String thread) {
      awaited.put(thread, seen.clone());
    }

    void sync(String thread) {
      byte[] then = awaited.remove(thread);
      kept = then == null ? seen.clone() : then;
    }

    byte[] left(Random random) {
      int from = Arrays.mismatch(kept, seen);
      return switch (from < 0 ? 0 : random.nextInt(4)) {
        case 1 -> seen;
        case 2 -> cut(from + random.nextInt(Math.max(1, seen.length - from)));
        case 3 -> somePages(random);
        default -> kept;
      };
    }

    /** The new bytes up to some place, the old ones behind it. */
    private byte[] cut(int end) {
      byte[] left = Arrays.copyOf(kept, Math.max(kept.length, Math.min(end, seen.length)));
      System.arraycopy(seen, 0, left, 0, Math.min(end, seen.length));
      return left;
    }

    /** The new length; each page is new, old, or half of each. */
    private byte[] somePages(Random random) {
      byte[] left = Arrays.copyOf(kept, seen.length);
      for (int at = 0; at < left.length; at += PAGE) {
        int size = Math.min(PAGE, left.length - at);
        System.arraycopy(seen, at, left, at, random.nextInt(3) * size / 2);
      }
      return left;
    }
  }
}
