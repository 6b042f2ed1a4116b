package dev.footfall.sources.files;

import dev.footfall.core.source.SourceFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Size and time of files when a session opened, to notice that one was replaced meanwhile. */
final class FileStamps {
  private final Map<Path, Stamp> stamps = new LinkedHashMap<>();

  private record Stamp(long size, FileTime modified) {}

  FileStamps(List<Path> files) {
    files.forEach(file -> stamps.put(file, stamp(file)));
  }

  void check() {
    stamps.forEach(
        (file, stamp) -> {
          if (!stamp(file).equals(stamp)) {
            throw new SourceFault(
                "SOURCE_CHANGED",
                "The file "
                    + file
                    + " changed while it was read. Write new files under another name and rename"
                    + " them into place between runs");
          }
        });
  }

  private static Stamp stamp(Path file) {
    try {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new SourceFault("SOURCE_UNREADABLE", "The file " + file + " cannot be read", e);
    }
  }
}
